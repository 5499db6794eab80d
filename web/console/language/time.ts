// Instants and spans as people say them in their own language.
import { useEffect, useState } from 'react'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The current time in milliseconds, fresh every `everyMs`. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** A span in its largest unit, short: `5m`, `3h`, `2d`. */
export function span(locale: string, milliseconds: number): string {
  if (milliseconds < minute) return `<${span(locale, minute)}`
  const [value, unit] = largest(milliseconds)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value)
}

function largest(ms: number): [number, 'minute' | 'hour' | 'day'] {
  if (ms < hour) return [Math.floor(ms / minute), 'minute']
  if (ms < day) return [Math.floor(ms / hour), 'hour']
  return [Math.floor(ms / day), 'day']
}

/** A span to the minute below a day: `1h 25m`. */
export function exactSpan(locale: string, milliseconds: number): string {
  const rest = milliseconds % hour
  if (milliseconds < hour || milliseconds >= day || rest < minute) return span(locale, milliseconds)
  return `${span(locale, milliseconds)} ${span(locale, rest)}`
}

/** The time of the day, as on a clock. */
export const clockTime = (locale: string, instant: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  )

/** Date and time in full. */
export const fullTime = (locale: string, instant: string): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  } as never).format(new Date(instant))

/** Two instants; what they have in common is said once. */
export const timeRange = (locale: string, from: string, to: string): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  } as never).formatRange(new Date(from), new Date(to))

/** Today, yesterday, or the date. */
export function dayName(locale: string, instant: string, now = Date.now()): string {
  const distance = Math.round((startOfDay(now) - startOfDay(Date.parse(instant))) / day)
  if (distance <= 1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-distance, 'day')
    return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
  }
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(instant),
  )
}

/** Minutes for today's instants, the date for older ones: as short as a list needs it. */
export function listTime(locale: string, instant: string, now: number): string {
  const age = now - Date.parse(instant)
  if (age < minute) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
  if (age < day) return span(locale, age)
  if (age < 7 * day) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(new Date(instant))
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(new Date(instant))
}

export function startOfDay(instant: number): number {
  const date = new Date(instant)
  date.setHours(0, 0, 0, 0)
  return date.getTime()
}

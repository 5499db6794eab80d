// Times as a reader says them, in their own language and time zone.
import type { Texts } from '../texts/texts.ts'

const dayMs = 86_400_000
const startOfDay = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()

/** Today, yesterday, or the date. */
export function dayOf(texts: Texts, at: string, now = new Date()): string {
  const date = new Date(at)
  const days = Math.round((startOfDay(now) - startOfDay(date)) / dayMs)
  if (days === 0) return texts.t('today')
  if (days === 1) return texts.t('yesterday')
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(texts.region, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year,
  }).format(date)
}

export const isSameDay = (one: string, other: string): boolean =>
  startOfDay(new Date(one)) === startOfDay(new Date(other))

export const timeOf = (texts: Texts, at: string): string =>
  new Intl.DateTimeFormat(texts.region, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))

/** Day and time. */
export const fullWhen = (texts: Texts, at: string): string =>
  new Intl.DateTimeFormat(texts.region, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))

/** The time for today, else the day: for lists. */
export const shortWhen = (texts: Texts, at: string, now = new Date()): string =>
  isSameDay(at, now.toISOString())
    ? timeOf(texts, at)
    : new Intl.DateTimeFormat(texts.region, { day: 'numeric', month: 'short' }).format(new Date(at))

/** Bytes as a reader says them, such as `1.4 MB`. */
export function sizeOf(texts: Texts, bytes: number): string {
  const [value, unit] =
    bytes < 1024 * 1024
      ? [Math.max(1, Math.round(bytes / 1024)), 'kilobyte']
      : [bytes / 1024 / 1024, 'megabyte']
  return new Intl.NumberFormat(texts.region, {
    style: 'unit',
    unit: unit as string,
    maximumFractionDigits: 1,
  }).format(value as number)
}

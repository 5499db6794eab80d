// Working time: how much of it lies between two instants, and when so much of it will have passed.
import type { Calendar } from '../../../contract/sla.ts'
import { openOn } from './calendar.ts'
import { dayMs } from './zone.ts'

/** How many days are searched before a calendar counts as closed for good: two years. */
const horizon = 732

/**
 * The first instant at which `ms` milliseconds of working time have passed since `from`; `from` itself for 0 or less. So eight
 * hours from an opening at nine end at the closing at five, not at the next opening. Null when two years don't hold as
 * much. A calendar of null is open day and night. `openOn` says what counts where the clocks change.
 */
export function addWorkingTime(calendar: Calendar | null, from: Date, ms: number): Date | null {
  const start = from.getTime()
  if (ms <= 0) return new Date(start)
  const hours = closingIn(calendar)
  if (!hours) return new Date(start + ms)
  const first = dayOf(start)
  let left = ms
  for (let day = first; day <= first + horizon; day++) {
    const { intervals, open } = openOn(hours, day)
    if (day > first && open < left) {
      left -= open
      continue
    }
    for (const interval of intervals) {
      const opening = Math.max(interval.from, start)
      if (opening + left <= interval.to) return new Date(opening + left)
      left -= Math.max(0, interval.to - opening)
    }
  }
  return null
}

/** Milliseconds of working time between two instants; 0 when `to` isn't after `from`. A calendar of null is open day and night. */
export function workingTimeBetween(calendar: Calendar | null, from: Date, to: Date): number {
  const [start, end] = [from.getTime(), to.getTime()]
  if (!(start < end)) return 0
  const hours = closingIn(calendar)
  if (!hours) return end - start
  const [first, last] = [dayOf(start), dayOf(end)]
  let sum = 0
  for (let day = first; day <= last; day++) {
    const { intervals, open } = openOn(hours, day)
    if (day > first && day < last) sum += open
    else for (const one of intervals) sum += overlap(one.from, one.to, start, end)
  }
  return sum
}

const overlap = (from: number, to: number, start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start))

/** Whether working time passes at an instant: true at the opening, false at the closing. */
export function isOpen(calendar: Calendar | null, at: Date): boolean {
  const hours = closingIn(calendar)
  if (!hours) return true
  const instant = at.getTime()
  return openOn(hours, dayOf(instant)).intervals.some(({ from, to }) => from <= instant && instant < to)
}

/** The first open instant from `at` on: `at` itself while it's open, null when there is none within two years. */
export function nextOpening(calendar: Calendar | null, at: Date): Date | null {
  const instant = at.getTime()
  const hours = closingIn(calendar)
  if (!hours) return new Date(instant)
  const first = dayOf(instant)
  for (let day = first; day <= first + horizon; day++) {
    const next = openOn(hours, day).intervals.find(({ to }) => to > instant)
    if (next) return new Date(Math.max(next.from, instant))
  }
  return null
}

/** The calendar where it ever closes. */
const closingIn = (calendar: Calendar | null): Calendar | null => (calendar?.always ? null : calendar)
const dayOf = (instant: number): number => Math.floor(instant / dayMs)

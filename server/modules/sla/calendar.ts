// When a calendar is open, as instants: its wall-clock spans turned into UTC once for each day.
import { type Calendar, type Span, weekdays } from '../../../contract/sla.ts'
import { dayMs, type OffsetPeriod, offsetsOn } from './zone.ts'

/** Open while `from` <= instant < `to`, in milliseconds since 1970 in UTC. */
export interface OpenInterval {
  from: number
  to: number
}

/** `open`: how many milliseconds the intervals, which are in order and don't overlap, have together. */
export interface OpenDay {
  intervals: readonly OpenInterval[]
  open: number
}

/**
 * When the calendar (one that is not `always`) is open within one UTC day (days since 1970). An instant is open when the wall
 * clock then shows a time inside a span of the date it shows. So a span that the clocks jump over in spring is shorter by what
 * is left out, one that they go through twice in autumn is longer by what is repeated, and a date that a zone left out has no
 * time at all. Pass the same calendar object each time, and don't change it: its days are kept.
 */
export function openOn(calendar: Calendar, utcDay: number): OpenDay {
  const hours = hoursOf(calendar)
  const known = hours.days.get(utcDay)
  if (known) return known
  if (hours.days.size >= mostDays) hours.days.clear()
  const intervals = offsetsOn(calendar.timeZone, utcDay).flatMap(period => openDuring(hours, period))
  const made = { intervals, open: intervals.reduce((sum, { from, to }) => sum + to - from, 0) }
  hours.days.set(utcDay, made)
  return made
}

/** Spans in milliseconds of the day, by weekday (0 is Monday) and by date (days since 1970, as the wall clock shows it). */
interface Hours {
  week: OpenInterval[][]
  holidays: Map<number, OpenInterval[]>
  days: Map<number, OpenDay>
}

const hoursByCalendar = new WeakMap<Calendar, Hours>()
/** A little more than a search of two years looks at. */
const mostDays = 1_000

function hoursOf(calendar: Calendar): Hours {
  const known = hoursByCalendar.get(calendar)
  if (known) return known
  const made: Hours = {
    week: weekdays.map(day => calendar.week[day].map(toInterval)),
    holidays: new Map(
      calendar.holidays.map(({ date, spans }) => [Date.parse(date) / dayMs, spans.map(toInterval)]),
    ),
    days: new Map(),
  }
  hoursByCalendar.set(calendar, made)
  return made
}

const toInterval = ({ from, to }: Span): OpenInterval => ({ from: msOfDay(from), to: msOfDay(to) })
const msOfDay = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000

function openDuring(hours: Hours, { from, to, offset }: OffsetPeriod): OpenInterval[] {
  const intervals: OpenInterval[] = []
  for (let date = Math.floor((from + offset) / dayMs); date * dayMs < to + offset; date++) {
    const midnight = date * dayMs - offset
    for (const span of hours.holidays.get(date) ?? hours.week[weekdayOf(date)]!) {
      const interval = { from: Math.max(from, midnight + span.from), to: Math.min(to, midnight + span.to) }
      if (interval.from < interval.to) intervals.push(interval)
    }
  }
  return intervals
}

/** The first day of 1970 was a Thursday. */
const weekdayOf = (date: number): number => (((date + 3) % 7) + 7) % 7

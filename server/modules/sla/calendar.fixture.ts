// Calendars for tests, written in few words, and random ones.
import fc from 'fast-check'
import { Calendar, type Span, weekdays } from '../../../contract/sla.ts'

export const span = (from: string, to: string): Span => ({ from, to })

type Week = Calendar['week']

/** A calendar without holidays, closed on the days that are not given. */
export function weekOf(timeZone: string, week: Partial<Week>): Calendar {
  const closed: Week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  return { name: 'Desk', timeZone, always: false, week: { ...closed, ...week }, holidays: [] }
}

/** A calendar that is open alike on all seven days. */
export function daily(timeZone: string, ...spans: Span[]): Calendar {
  return weekOf(timeZone, {
    mon: spans,
    tue: spans,
    wed: spans,
    thu: spans,
    fri: spans,
    sat: spans,
    sun: spans,
  })
}

/** Monday to Friday, nine to five. */
export function office(timeZone: string): Calendar {
  const day = [span('09:00', '17:00')]
  return weekOf(timeZone, { mon: day, tue: day, wed: day, thu: day, fri: day })
}

/** Zones, and an instant at which their clocks changed; for those without such changes any. */
export const changes: readonly (readonly [timeZone: string, at: string])[] = [
  ['Asia/Shanghai', '2026-06-01T00:00:00Z'],
  ['Asia/Kolkata', '2026-06-01T00:00:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['America/St_Johns', '2010-11-07T02:31:00Z'],
  ['America/Santiago', '2026-04-05T03:00:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00:00Z'],
  ['Africa/Juba', '2021-01-31T21:00:00Z'],
  ['Antarctica/Troll', '2026-03-29T01:00:00Z'],
]

const anySpans = fc.array(fc.integer({ min: 0, max: 96 }), { maxLength: 6 }).map(quarters => {
  const sorted = quarters.toSorted((one, other) => one - other).map(timeOfDay)
  return sorted.flatMap((from, at) =>
    at % 2 === 0 && at + 1 < sorted.length && from < sorted[at + 1]! ? [span(from, sorted[at + 1]!)] : [],
  )
})

const timeOfDay = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

/** A calendar that the contract accepts, with holidays around `at`. */
export const anyCalendar = (timeZone: string, at: string): fc.Arbitrary<Calendar> =>
  fc
    .record({
      spans: fc.array(anySpans, { minLength: 7, maxLength: 7 }),
      holidays: fc.uniqueArray(fc.record({ away: fc.integer({ min: -3, max: 3 }), spans: anySpans }), {
        maxLength: 3,
        selector: ({ away }) => away,
      }),
    })
    .map(({ spans, holidays }) => ({
      ...daily(timeZone),
      week: Object.fromEntries(weekdays.map((day, index) => [day, spans[index]])),
      holidays: holidays.map(({ away, spans }) => ({ date: dateBeside(at, away), name: 'Holiday', spans })),
    }))
    .map(made => Calendar.safeParse(made))
    .filter(parsed => parsed.success)
    .map(({ data }) => data!)

const dateBeside = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10)

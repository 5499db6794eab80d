// When a calendar is open, by tables: zones, changes of the clocks, holidays, and what is no calendar.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Calendar, type Span } from '../../../contract/sla.ts'
import { daily, span, weekOf } from './calendar.fixture.ts'
import { openOn } from './calendar.ts'
import { dayMs } from './zone.ts'

/** What is open within the UTC days from one date to another, both included, as `from/to`, joined at midnight. */
function openings(calendar: Calendar, first: string, last = first): string[] {
  const days = []
  for (let day = Date.parse(first); day <= Date.parse(last); day += dayMs) days.push(day / dayMs)
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of days.flatMap(day => openOn(calendar, day).intervals)) {
    const before = joined.at(-1)
    if (before?.to === from) before.to = to
    else joined.push({ from, to })
  }
  return joined.map(({ from, to }) => `${short(from)}/${short(to)}`)
}

const short = (instant: number) => new Date(instant).toISOString().slice(5, 16)

describe('a day is open', () => {
  const cases: [string, string, Span[], [string, string?], string[]][] = [
    [
      'east of Greenwich',
      'Asia/Shanghai',
      [span('09:00', '18:00')],
      ['2026-06-01'],
      ['06-01T01:00/06-01T10:00'],
    ],
    [
      'with half an hour',
      'Asia/Kolkata',
      [span('09:00', '18:00')],
      ['2026-06-01'],
      ['06-01T03:30/06-01T12:30'],
    ],
    [
      'west of Greenwich, over the end of the UTC day',
      'America/New_York',
      [span('18:00', '23:00')],
      ['2026-06-02', '2026-06-03'],
      ['06-02T00:00/06-02T03:00', '06-02T22:00/06-03T03:00', '06-03T22:00/06-04T00:00'],
    ],
    [
      'in split shifts',
      'Europe/Berlin',
      [span('09:00', '12:00'), span('13:00', '17:30')],
      ['2026-06-01'],
      ['06-01T07:00/06-01T10:00', '06-01T11:00/06-01T15:30'],
    ],
    [
      'over midnight in two spans',
      'Asia/Shanghai',
      [span('00:00', '06:00'), span('22:00', '24:00')],
      ['2026-06-01'],
      ['06-01T14:00/06-01T22:00'],
    ],
    [
      'in Berlin over the hour that spring leaves out',
      'Europe/Berlin',
      [span('01:30', '03:30')],
      ['2026-03-29'],
      ['03-29T00:30/03-29T01:30', '03-29T23:30/03-30T00:00'],
    ],
    [
      'in Berlin within the hour that spring leaves out',
      'Europe/Berlin',
      [span('02:00', '03:00')],
      ['2026-03-29'],
      [],
    ],
    [
      'in Berlin over the hour that autumn repeats',
      'Europe/Berlin',
      [span('01:30', '03:30')],
      ['2026-10-24', '2026-10-25'],
      ['10-24T00:00/10-24T01:30', '10-24T23:30/10-25T02:30'],
    ],
    [
      'in Berlin twice within the hour that autumn repeats',
      'Europe/Berlin',
      [span('02:15', '02:45')],
      ['2026-10-25'],
      ['10-25T00:15/10-25T00:45', '10-25T01:15/10-25T01:45'],
    ],
    [
      'in New York all of a day of 23 hours',
      'America/New_York',
      [span('02:00', '24:00')],
      ['2026-03-08'],
      ['03-08T00:00/03-08T05:00', '03-08T07:00/03-09T00:00'],
    ],
    [
      'on Lord Howe through half an hour repeated',
      'Australia/Lord_Howe',
      [span('01:45', '02:15')],
      ['2026-04-04'],
      ['04-04T14:45/04-04T15:00', '04-04T15:15/04-04T15:45'],
    ],
    [
      'on Lord Howe without the half hour left out',
      'Australia/Lord_Howe',
      [span('01:45', '02:45')],
      ['2026-10-03'],
      ['10-03T15:15/10-03T15:45'],
    ],
    [
      'in Apia not on the date that was left out',
      'Pacific/Apia',
      [span('09:00', '17:00')],
      ['2011-12-30', '2011-12-31'],
      ['12-30T00:00/12-30T03:00', '12-30T19:00/12-31T03:00', '12-31T19:00/01-01T00:00'],
    ],
    [
      'in St John’s where the clocks went back over midnight',
      'America/St_Johns',
      [span('00:00', '00:30')],
      ['2010-11-07'],
      ['11-07T02:30/11-07T02:31', '11-07T03:30/11-07T04:00'],
    ],
  ]
  for (const [name, timeZone, spans, [first, last], expected] of cases) {
    test(name, () => assert.deepEqual(openings(daily(timeZone, ...spans), first, last), expected))
  }
})

describe('holidays', () => {
  const calendar = {
    ...daily('Asia/Shanghai', span('09:00', '18:00')),
    holidays: [
      { date: '2026-02-17', name: 'Spring Festival', spans: [] },
      { date: '2026-02-18', name: 'Short day', spans: [span('10:00', '12:00')] },
    ],
  }
  test('are closed, or open for less', () =>
    assert.deepEqual(openings(calendar, '2026-02-16', '2026-02-19'), [
      '02-16T01:00/02-16T10:00',
      '02-18T02:00/02-18T04:00',
      '02-19T01:00/02-19T10:00',
    ]))
  test('are dates of the calendar’s zone, not of UTC', () => {
    const night = { ...daily('America/New_York', span('20:00', '24:00')), holidays: calendar.holidays }
    assert.deepEqual(openings(night, '2026-02-17', '2026-02-18'), [
      '02-17T01:00/02-17T05:00',
      '02-18T15:00/02-18T17:00',
    ])
  })
  test('may open a day that is closed in the week', () => {
    const sunday = {
      ...weekOf('UTC', { mon: [span('09:00', '17:00')] }),
      holidays: [{ date: '2026-06-07', name: 'Listing', spans: [span('00:00', '24:00')] }],
    }
    assert.deepEqual(openings(sunday, '2026-06-06', '2026-06-08'), [
      '06-07T00:00/06-08T00:00',
      '06-08T09:00/06-08T17:00',
    ])
  })
})

describe('no calendar', () => {
  const made = daily('UTC', span('09:00', '17:00'))
  const week = (...spans: object[]) => ({ week: { ...made.week, mon: spans } })
  const cases: [string, object][] = [
    ['with an unknown zone', { timeZone: 'Europe/Atlantis' }],
    ['with an offset for a zone', { timeZone: '+02:00' }],
    ['without any open time', { week: weekOf('UTC', {}).week }],
    ['without a weekday', { week: { mon: [span('09:00', '17:00')] } }],
    ['with a span that ends before it starts', week(span('22:00', '06:00'))],
    ['with a span of nothing', week(span('09:00', '09:00'))],
    ['with spans that overlap', week(span('09:00', '13:00'), span('12:00', '17:00'))],
    ['with spans out of order', week(span('13:00', '17:00'), span('09:00', '12:00'))],
    ['that begins at 24:00', week(span('24:00', '24:00'))],
    ['with a time that is none', week(span('9:00', '17:00'))],
    ['with a date that is none', { holidays: [{ date: '2026-02-30', name: 'Never' }] }],
    ['with the same holiday twice', { holidays: ['one', 'two'].map(name => ({ date: '2026-05-01', name })) }],
  ]
  test('but this is one', () => assert.deepEqual(Calendar.parse(made), made))
  test('and one day and night without spans', () => {
    assert.ok(Calendar.safeParse({ ...made, always: true, week: weekOf('UTC', {}).week }).success)
  })
  test('and one whose spans touch', () => {
    assert.ok(
      Calendar.safeParse({ ...made, ...week(span('09:00', '12:00'), span('12:00', '24:00')) }).success,
    )
  })
  for (const [name, change] of cases) {
    test(name, () => assert.ok(!Calendar.safeParse({ ...made, ...change }).success))
  }
})

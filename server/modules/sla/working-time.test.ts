// Working time by tables: weekends, nights, holidays, changes of the clocks, and calendars that never open.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Calendar } from '../../../contract/sla.ts'
import { daily, office, span, weekOf } from './calendar.fixture.ts'
import { addWorkingTime, isOpen, nextOpening, workingTimeBetween } from './working-time.ts'

const minute = 60_000
const hour = 60 * minute
const berlin = office('Europe/Berlin')
const split = daily('Asia/Shanghai', span('09:00', '12:00'), span('13:00', '18:00'))
const night = daily('Asia/Shanghai', span('00:00', '06:00'), span('22:00', '24:00'))
const lordHowe = daily('Australia/Lord_Howe', span('00:00', '24:00'))
const wholeDays = daily('Europe/Berlin', span('00:00', '24:00'))
const newYork = daily('America/New_York', span('00:00', '24:00'))
const overlapping = daily('Europe/Berlin', span('02:15', '02:45'))
const apia = weekOf('Pacific/Apia', { fri: [span('09:00', '17:00')] })
const festive: Calendar = {
  ...office('Asia/Kolkata'),
  holidays: [
    { date: '2026-06-02', name: 'Closed', spans: [] },
    { date: '2026-06-03', name: 'Short', spans: [span('09:00', '11:30')] },
  ],
}
const always: Calendar = { ...festive, always: true }

/** From an instant, so much working time, until an instant; both functions have to say so. */
describe('working time', () => {
  const cases: [string, Calendar | null, from: string, ms: number, to: string][] = [
    ['passes within a day', berlin, '2026-06-01T08:00Z', 2 * hour, '2026-06-01T10:00Z'],
    ['begins at the opening', berlin, '2026-06-01T03:00Z', hour, '2026-06-01T08:00Z'],
    [
      'ends at the closing, not at the next opening',
      berlin,
      '2026-06-01T07:00Z',
      8 * hour,
      '2026-06-01T15:00Z',
    ],
    ['goes on the next day', berlin, '2026-06-01T07:00Z', 8 * hour + 1, '2026-06-02T07:00:00.001Z'],
    ['leaves out the weekend', berlin, '2026-06-05T14:30Z', hour, '2026-06-08T07:30Z'],
    ['leaves out the break', split, '2026-06-01T03:30Z', hour, '2026-06-01T05:30Z'],
    ['goes on over midnight', night, '2026-06-01T15:00Z', 2 * hour, '2026-06-01T17:00Z'],
    ['knows milliseconds', berlin, '2026-06-01T08:00:00.123Z', 7, '2026-06-01T08:00:00.130Z'],
    ['leaves out holidays and shortens days', festive, '2026-06-01T10:30Z', 4 * hour, '2026-06-04T04:00Z'],
    ['always passes, on holidays as well', always, '2026-06-01T23:00Z', 30 * hour, '2026-06-03T05:00Z'],
    ['always passes without a calendar', null, '2026-06-01T23:00Z', 30 * hour, '2026-06-03T05:00Z'],
    ['has 23 hours on a day in spring', wholeDays, '2026-03-28T23:00Z', 24 * hour, '2026-03-29T23:00Z'],
    ['is office time before and after spring', berlin, '2026-03-27T08:00Z', 16 * hour, '2026-03-30T15:00Z'],
    ['is office time before and after autumn', berlin, '2026-10-23T07:00Z', 16 * hour, '2026-10-26T16:00Z'],
    ['goes on where a span comes twice', overlapping, '2026-10-24T22:00Z', 45 * minute, '2026-10-25T01:30Z'],
    ['never passes in a span left out', overlapping, '2026-03-28T22:00Z', minute, '2026-03-30T00:16Z'],
    ['is repeated for half an hour', lordHowe, '2026-04-04T13:00Z', 24.5 * hour, '2026-04-05T13:30Z'],
    ['has a Friday less in Apia', apia, '2011-12-29T20:00Z', hour, '2012-01-05T20:00Z'],
  ]
  for (const [name, calendar, from, ms, to] of cases) {
    test(name, () => {
      assert.equal(addWorkingTime(calendar, new Date(from), ms)?.toISOString(), new Date(to).toISOString())
      assert.equal(workingTimeBetween(calendar, new Date(from), new Date(to)), ms)
    })
  }
})

describe('a local day has', () => {
  const cases: [string, Calendar, from: string, to: string, hours: number][] = [
    ['23 hours in Berlin in spring', wholeDays, '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
    ['25 hours in Berlin in autumn', wholeDays, '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25],
    ['23 hours in New York in spring', newYork, '2026-03-08T05:00Z', '2026-03-09T04:00Z', 23],
    ['25 hours in New York in autumn', newYork, '2026-11-01T04:00Z', '2026-11-02T05:00Z', 25],
    ['24½ hours on Lord Howe in autumn', lordHowe, '2026-04-04T13:00Z', '2026-04-05T13:30Z', 24.5],
    ['23½ hours on Lord Howe in spring', lordHowe, '2026-10-03T13:30Z', '2026-10-04T13:00Z', 23.5],
    ['an hour from 2:15 to 2:45 twice', overlapping, '2026-10-24T22:00Z', '2026-10-25T23:00Z', 1],
    ['nothing from 2:15 to 2:45 left out', overlapping, '2026-03-28T23:00Z', '2026-03-29T22:00Z', 0],
  ]
  for (const [name, calendar, from, to, hours] of cases) {
    test(name, () => assert.equal(workingTimeBetween(calendar, new Date(from), new Date(to)) / hour, hours))
  }
})

describe('the desk is open', () => {
  const cases: [string, Calendar | null, at: string, open: boolean, next: string][] = [
    ['at the opening', berlin, '2026-06-01T07:00Z', true, '2026-06-01T07:00Z'],
    ['not before it', berlin, '2026-06-01T06:59:59.999Z', false, '2026-06-01T07:00Z'],
    ['not at the closing', berlin, '2026-06-05T15:00Z', false, '2026-06-08T07:00Z'],
    ['at midnight of a night shift', night, '2026-06-01T16:00Z', true, '2026-06-01T16:00Z'],
    ['not in the break', split, '2026-06-01T04:00Z', false, '2026-06-01T05:00Z'],
    ['not on a holiday', festive, '2026-06-02T05:00Z', false, '2026-06-03T03:30Z'],
    ['without a calendar', null, '2026-06-06T02:00Z', true, '2026-06-06T02:00Z'],
    ['day and night', always, '2026-06-02T02:00Z', true, '2026-06-02T02:00Z'],
  ]
  for (const [name, calendar, at, open, next] of cases) {
    test(name, () => {
      assert.equal(isOpen(calendar, new Date(at)), open)
      assert.equal(nextOpening(calendar, new Date(at))?.toISOString(), new Date(next).toISOString())
    })
  }
})

describe('a calendar without open time', () => {
  const closed = weekOf('UTC', {})
  const once: Calendar = {
    ...closed,
    holidays: [{ date: '2026-06-02', name: 'Once', spans: [span('09:00', '10:00')] }],
  }
  const at = new Date('2026-06-01T00:00Z')
  test('never opens', () => {
    assert.equal(isOpen(closed, at), false)
    assert.equal(nextOpening(closed, at), null)
    assert.equal(nextOpening(once, new Date('2026-06-02T10:00Z')), null)
  })
  test('holds no working time', () => {
    assert.equal(addWorkingTime(closed, at, 1), null)
    assert.equal(workingTimeBetween(closed, at, new Date('2028-06-01T00:00Z')), 0)
  })
  test('holds what it has and no more', () => {
    assert.equal(addWorkingTime(once, at, hour)?.toISOString(), '2026-06-02T10:00:00.000Z')
    assert.equal(addWorkingTime(once, at, hour + 1), null)
  })
  test('gives up on more than two years', () => {
    assert.equal(addWorkingTime(berlin, at, 10_000 * hour), null)
  })
})

test('no time is no time, and nothing is backwards', () => {
  const saturday = new Date('2026-06-06T12:00Z')
  for (const ms of [0, -hour]) {
    assert.equal(addWorkingTime(berlin, saturday, ms)?.getTime(), saturday.getTime())
    assert.equal(addWorkingTime(null, saturday, ms)?.getTime(), saturday.getTime())
  }
  assert.equal(workingTimeBetween(null, saturday, new Date('2026-06-01T12:00Z')), 0)
  assert.equal(workingTimeBetween(berlin, saturday, new Date('2026-06-01T12:00Z')), 0)
})

// Working time for any calendar near any change of the clocks, against a slow reference that reads the wall clock each minute.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Calendar, weekdays } from '../../../contract/sla.ts'
import { anyCalendar, changes } from './calendar.fixture.ts'
import { addWorkingTime, isOpen, nextOpening, workingTimeBetween } from './working-time.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

interface WallClock {
  date: string
  weekday: (typeof weekdays)[number]
  time: string
}
const readings = new Map<string, WallClock>()
const formats = new Map(
  changes.map(([timeZone]) => [
    timeZone,
    {
      dateAndTime: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
      weekday: new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }),
    },
  ]),
)

/** What a clock on the wall shows in a minute (counted since 1970). */
function wallClock(timeZone: string, at: number): WallClock {
  const key = `${timeZone} ${at}`
  const known = readings.get(key)
  if (known) return known
  const format = formats.get(timeZone)!
  const [date, time] = format.dateAndTime.format(at * minute).split(' ')
  const name = format.weekday.format(at * minute).toLowerCase()
  const made = { date: date!, time: time!, weekday: weekdays.find(one => one === name)! }
  readings.set(key, made)
  return made
}

function openInMinute({ timeZone, week, holidays }: Calendar, at: number): boolean {
  const { date, weekday, time } = wallClock(timeZone, at)
  const spans = holidays.find(holiday => holiday.date === date)?.spans ?? week[weekday]
  return spans.some(({ from, to }) => from <= time && time < to)
}

/** Sums up, or stops where `limit` is reached: the milliseconds and the instant. */
function slowly(calendar: Calendar, from: number, to: number, limit = Infinity): { sum: number; at: number } {
  let sum = 0
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / minute) + 1) * minute)
    if (openInMinute(calendar, Math.floor(at / minute))) {
      if (sum + next - at >= limit) return { sum: limit, at: at + limit - sum }
      sum += next - at
    }
    at = next
  }
  return { sum, at: to }
}

/** A calendar, and an instant within two days of a change of its clocks. */
const anyPlace = fc.constantFrom(...changes).chain(([timeZone, at]) =>
  fc.tuple(
    anyCalendar(timeZone, at),
    fc.integer({ min: -2 * day, max: 2 * day }).map(away => Date.parse(at) + away),
  ),
)

test('equals the reference (property)', () => {
  fc.assert(
    fc.property(
      anyPlace,
      fc.integer({ min: 0, max: 2 * day }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (place, length, share) => {
        const [calendar, from] = place
        const to = from + length
        const { sum } = slowly(calendar, from, to)
        assert.equal(workingTimeBetween(calendar, new Date(from), new Date(to)), sum)
        const ms = Math.ceil(sum * share)
        const expected = ms === 0 ? from : slowly(calendar, from, to, ms).at
        assert.equal(addWorkingTime(calendar, new Date(from), ms)?.getTime(), expected)
        assert.equal(isOpen(calendar, new Date(from)), openInMinute(calendar, Math.floor(from / minute)))
      },
    ),
    { numRuns: 600 },
  )
})

const anyTime = fc.integer({ min: 0, max: 200 * hour })

test('what was added lies between, and no instant before is enough (property)', () => {
  fc.assert(
    fc.property(anyPlace, anyTime, ([calendar, from], ms) => {
      const start = new Date(from)
      const end = addWorkingTime(calendar, start, ms)
      fc.pre(end !== null)
      assert.equal(workingTimeBetween(calendar, start, end), ms)
      if (ms > 0) assert.equal(workingTimeBetween(calendar, start, new Date(end.getTime() - 1)), ms - 1)
    }),
    { numRuns: 1_000 },
  )
})

test('later or longer never ends earlier, and parts add up (property)', () => {
  fc.assert(
    fc.property(anyPlace, anyTime, anyTime, ([calendar, from], some, more) => {
      const start = new Date(from)
      const first = addWorkingTime(calendar, start, some)
      const both = addWorkingTime(calendar, start, some + more)
      fc.pre(first !== null && both !== null)
      assert.ok(first <= both)
      assert.equal(
        addWorkingTime(calendar, first, more)?.getTime(),
        more === 0 ? first.getTime() : both.getTime(),
      )
      const later = addWorkingTime(calendar, new Date(from + more), some)
      assert.ok(later === null || first <= later)
      const [middle, end] = [new Date(from + some), new Date(from + some + more)]
      assert.equal(
        workingTimeBetween(calendar, start, middle) + workingTimeBetween(calendar, middle, end),
        workingTimeBetween(calendar, start, end),
      )
    }),
    { numRuns: 1_000 },
  )
})

test('the next opening is open, and nothing before it is (property)', () => {
  fc.assert(
    fc.property(anyPlace, ([calendar, from]) => {
      const start = new Date(from)
      const next = nextOpening(calendar, start)
      assert.ok(next && next >= start)
      assert.ok(isOpen(calendar, next))
      assert.equal(workingTimeBetween(calendar, start, next), 0)
    }),
    { numRuns: 1_000 },
  )
})

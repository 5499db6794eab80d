// Clocks for any course of events: kept as rows and carried on one by one, folded at once, and worked out from the definitions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ClockKind, clockKinds } from '../../../contract/clocks.ts'
import { activeStatuses, type Status, statuses } from '../../../contract/conversations.ts'
import type { Calendar } from '../../../contract/sla.ts'
import { daily, office, span } from './calendar.fixture.ts'
import {
  advance,
  type Clock,
  type ClockEvent,
  type ClockState,
  countTo,
  newClock,
  reschedule,
  type Terms,
} from './clock.ts'
import { foldClocks } from './fold-clocks.ts'
import { workingTimeBetween } from './working-time.ts'

type Moment = { at: Date } & ({ event: ClockEvent } | { terms: Terms } | { looked: true })

const minute = 60_000
const calendars: (Calendar | null)[] = [
  null,
  office('Europe/Berlin'),
  daily('Australia/Lord_Howe', span('00:00', '02:15'), span('20:00', '24:00')),
]
const nothing: Terms = { policy: null, calendar: null }

const anyTarget = fc.option(
  fc.record({ minutes: fc.integer({ min: 1, max: 900 }), warning: fc.constantFrom(undefined, 0.3, 0.75) }),
  { nil: undefined, freq: 6 },
)
const anyPauses = fc.subarray([...activeStatuses])
const anyTerms: fc.Arbitrary<Terms> = fc.record({
  policy: fc.option(
    fc.record({
      targets: fc.record({ firstReply: anyTarget, nextReply: anyTarget, resolution: anyTarget }),
      pauses: fc.record({ firstReply: anyPauses, nextReply: anyPauses, resolution: anyPauses }),
    }),
    { nil: null, freq: 6 },
  ),
  calendar: fc.constantFrom(...calendars),
})
const anyGap = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 400 * minute }),
  fc.integer({ min: 0, max: 9 }).map(tens => tens * 10 * minute),
)
type What = { event: { kind: ClockEvent['kind']; to: Status } } | { terms: Terms } | { looked: true }
const anyWhat: fc.Arbitrary<What> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      event: fc.record({
        kind: fc.constantFrom(
          'customer_wrote',
          'staff_replied',
          'status_changed',
          'solved',
          'reopened',
          'noted',
          'opened',
        ),
        // What is merged stands still until it is what it was: merged.test.ts.
        to: fc.constantFrom(...statuses.filter(one => one !== 'merged')),
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ terms: anyTerms }) },
  { weight: 3, arbitrary: fc.constant({ looked: true as const }) },
)

const toEvent = (kind: ClockEvent['kind'], to: Status, at: Date): ClockEvent =>
  kind === 'opened' || kind === 'status_changed' || kind === 'reopened' ? { kind, at, to } : { kind, at }

/** Begins with terms and an opening, in the week in which Europe's clocks change. */
const anyCourse: fc.Arbitrary<Moment[]> = fc
  .tuple(
    anyTerms,
    fc.constantFrom(...activeStatuses),
    fc.array(fc.tuple(anyGap, anyWhat), { maxLength: 25 }),
    fc.constantFrom('2026-03-27T15:00Z', '2026-10-23T13:00Z', '2026-04-04T10:00Z'),
  )
  .map(([terms, to, steps, start]) => {
    let now = Date.parse(start)
    const rest = steps.map(([gap, what]): Moment => {
      const at = new Date((now += gap))
      return 'event' in what ? { at, event: toEvent(what.event.kind, what.event.to, at) } : { at, ...what }
    })
    const first = new Date(start)
    return inOrder([{ at: first, terms }, { at: first, event: { kind: 'opened', at: first, to } }, ...rest])
  })

/** Of one instant, terms come before events, as the fold takes them. */
const inOrder = (course: Moment[]): Moment[] =>
  course.toSorted(
    (one, other) =>
      one.at.getTime() - other.at.getTime() || Number('terms' in other) - Number('terms' in one),
  )

const eventsOf = (course: Moment[]) => course.flatMap(one => ('event' in one ? [one.event] : []))
const historyOf = (course: Moment[]) =>
  course.flatMap(one => ('terms' in one ? [{ ...one.terms, from: one.at }] : []))

/** As the server does it: a row for each clock, read and written at each moment. */
function carryOn(kind: ClockKind, course: Moment[]): Clock[] {
  let terms = nothing
  let row = JSON.stringify(newClock(kind))
  return course.map(moment => {
    const clock = fromRow(row)
    const next = step(clock, moment, terms)
    if ('terms' in moment) terms = moment.terms
    row = JSON.stringify(next)
    return next
  })
}

function step(clock: Clock, moment: Moment, terms: Terms): Clock {
  if ('event' in moment) return advance(clock, moment.event, terms)
  if ('terms' in moment) return reschedule(clock, terms, moment.terms, moment.at)
  return countTo(clock, terms, moment.at)
}

const fromRow = (row: string): Clock =>
  JSON.parse(row, (key, value) =>
    (key.endsWith('At') || key === 'countedTo') && value !== null ? new Date(value) : value,
  )

test('a clock carried on from row to row equals the fold (property)', () => {
  fc.assert(
    fc.property(anyCourse, course => {
      const folded = foldClocks(historyOf(course), eventsOf(course), course.at(-1)!.at)
      for (const kind of clockKinds) assert.deepEqual(carryOn(kind, course).at(-1), folded[kind])
    }),
    { numRuns: 1_500 },
  )
})

test('no clock goes backwards (property)', () => {
  fc.assert(
    fc.property(anyCourse, fc.constantFrom(...clockKinds), (course, kind) => {
      const clocks = carryOn(kind, course)
      for (const [index, now] of clocks.entries()) {
        const before = clocks[index - 1]
        if (now.state === 'running' && now.dueAt) assert.ok(now.dueAt > now.countedTo!)
        if (now.state === 'met') assert.ok(now.used < now.target! && (!now.dueAt || now.endedAt! < now.dueAt))
        if (now.state === 'breached' && now.dueAt)
          assert.ok(now.used >= now.target! && now.dueAt <= now.countedTo!)
        if (!before) continue
        assert.ok((before.countedTo ?? 0) <= now.countedTo!)
        if (before.startedAt?.getTime() !== now.startedAt?.getTime() || now.used === 0) continue
        assert.ok(before.used <= now.used)
        if (before.state === 'breached') assert.deepEqual([now.state, now.dueAt], ['breached', before.dueAt])
        if (before.endedAt && !('event' in course[index]!))
          assert.deepEqual({ ...now, countedTo: 0 }, { ...before, countedTo: 0 })
      }
    }),
    { numRuns: 1_500 },
  )
})

const isDone = (status: Status) => status === 'solved' || status === 'closed'

/** The status after the first `count` moments. */
function statusAfter(course: Moment[], count: number): Status {
  let status: Status = 'queued'
  for (const event of eventsOf(course.slice(0, count))) {
    if ('to' in event) status = event.to
    else if (event.kind === 'solved' && status !== 'closed') status = 'solved'
  }
  return status
}

/** Where the round began that is or was the last one after the first `count` moments, and whether it is still owed. */
function roundAfter(
  kind: ClockKind,
  course: Moment[],
  count: number,
): { begin: number; owed: boolean } | null {
  const is = (index: number, wanted: ClockEvent['kind']) => {
    const moment = course[index]!
    return 'event' in moment && moment.event.kind === wanted
  }
  const indices = [...course.slice(0, count).keys()]
  const opening = indices.find(index => is(index, 'opened'))
  if (opening === undefined) return null
  const repliedSince = (begin: number) => indices.some(index => index > begin && is(index, 'staff_replied'))
  if (kind === 'firstReply') return { begin: opening, owed: !repliedSince(opening) }
  if (kind === 'resolution') return { begin: opening, owed: !isDone(statusAfter(course, count)) }
  const ends = (index: number) =>
    is(index, 'staff_replied') ||
    (isDone(statusAfter(course, index + 1)) && !isDone(statusAfter(course, index)))
  const begins = (index: number) => {
    if (!is(index, 'customer_wrote') || !indices.some(one => one < index && is(one, 'staff_replied')))
      return false
    const lastEnd = indices.findLast(one => one < index && ends(one))!
    return !indices.some(one => one > lastEnd && one < index && is(one, 'customer_wrote'))
  }
  const begin = indices.findLast(begins)
  if (begin === undefined) return null
  const end = indices.find(index => index > begin && ends(index))
  return { begin, owed: end === undefined }
}

const termsAfter = (course: Moment[], count: number): Terms =>
  course.slice(0, count).reduce<Terms>((terms, moment) => ('terms' in moment ? moment.terms : terms), nothing)

/** State and used time from the definitions alone: what counts between each two moments, and when it was too much. */
function byDefinition(kind: ClockKind, course: Moment[]): { state: ClockState; used: number } {
  const round = roundAfter(kind, course, course.length)
  if (!round) return { state: 'none', used: 0 }
  const targetAfter = (count: number) => termsAfter(course, count).policy?.targets[kind]
  let used = 0
  let breached = false
  let heldAtEnd = false
  for (let count = round.begin + 1; count <= course.length; count++) {
    const target = targetAfter(count)
    const owed = roundAfter(kind, course, count)!.owed
    const tooMuch = () => target !== undefined && used >= target.minutes * minute
    if (owed && tooMuch()) breached = true
    if (owed) heldAtEnd = target !== undefined
    const next = course[count]
    const status = statusAfter(course, count)
    const { policy, calendar } = termsAfter(course, count)
    if (!next || !owed || !target || isDone(status) || policy?.pauses[kind].some(one => one === status))
      continue
    used += workingTimeBetween(calendar, course[count - 1]!.at, next.at)
    if (tooMuch()) breached = true
  }
  if (breached) return { state: 'breached', used }
  if (kind === 'nextReply' && !round.owed && droppedLast(course, round.begin))
    return { state: 'none', used: 0 }
  if (!heldAtEnd) return { state: 'none', used }
  return { state: round.owed ? 'running' : 'met', used }
}

/** Whether the round that began there was ended by a solution rather than a reply. */
function droppedLast(course: Moment[], begin: number): boolean {
  const end = course.findIndex((moment, index) => {
    if (index <= begin) return false
    if ('event' in moment && moment.event.kind === 'staff_replied') return true
    return isDone(statusAfter(course, index + 1)) && !isDone(statusAfter(course, index))
  })
  const moment = course[end]!
  return !('event' in moment && moment.event.kind === 'staff_replied')
}

test('a clock says what the definitions say (property)', () => {
  fc.assert(
    fc.property(anyCourse, fc.constantFrom(...clockKinds), (course, kind) => {
      const { state, used } = foldClocks(historyOf(course), eventsOf(course), course.at(-1)!.at)[kind]
      const expected = byDefinition(kind, course)
      assert.deepEqual({ state: state === 'paused' ? 'running' : state, used }, expected)
    }),
    { numRuns: 1_500 },
  )
})

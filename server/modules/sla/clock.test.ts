// Clocks by tables: when each starts, stands still, ends, breaches, and what other terms do to it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Policy } from '../../../contract/sla.ts'
import { office } from './calendar.fixture.ts'
import { type Clock, type ClockEvent, countTo, newClock, reschedule, type Terms } from './clock.ts'
import { foldClocks } from './fold-clocks.ts'

const minute = 60_000
const at = (time: string) => new Date(`2026-06-${time}Z`)
const opened = (time: string): ClockEvent => ({ kind: 'opened', at: at(time), to: 'queued' })
const wrote = (time: string): ClockEvent => ({ kind: 'customer_wrote', at: at(time) })
const replied = (time: string): ClockEvent => ({ kind: 'staff_replied', at: at(time) })
const noted = (time: string): ClockEvent => ({ kind: 'noted', at: at(time) })
const solved = (time: string): ClockEvent => ({ kind: 'solved', at: at(time) })
const reopened = (time: string): ClockEvent => ({ kind: 'reopened', at: at(time), to: 'open' })
const became = (to: 'open' | 'waiting' | 'snoozed' | 'on_hold' | 'closed', time: string): ClockEvent => ({
  kind: 'status_changed',
  at: at(time),
  to,
})

const policyOf = (targets: object, change: object = {}) =>
  Policy.parse({
    ...{ name: 'Promise', enabled: true, position: 0, match: {}, calendarId: null, escalation: [] },
    targets,
    ...change,
  })
const policy = policyOf({
  firstReply: { minutes: 60, warning: 0.75 },
  nextReply: { minutes: 30 },
  resolution: { minutes: 480 },
})
/** Nine to five in UTC; the first of June is a Monday. */
const terms: Terms = { policy, calendar: office('UTC') }

const short = (instant: Date | null) => instant?.toISOString().slice(8, 16) ?? '-'
/** State, due, ended, used minutes. */
const show = ({ state, dueAt, endedAt, used }: Clock) =>
  `${state} due ${short(dueAt)} ended ${short(endedAt)} used ${used / minute}`

const clocks = (now: string, ...events: ClockEvent[]) =>
  foldClocks([{ ...terms, from: at('01T00:00') }], events, at(now))

describe('first reply', () => {
  const cases: [string, now: string, ClockEvent[], string][] = [
    ['is promised to nobody yet', '01T10:00', [], 'none due - ended - used 0'],
    ['runs from the opening', '01T10:20', [opened('01T10:00')], 'running due 01T11:00 ended - used 20'],
    ['uses nothing while closed', '02T08:00', [opened('01T16:30')], 'running due 02T09:30 ended - used 30'],
    [
      'is met by a reply',
      '01T12:00',
      [opened('01T10:00'), replied('01T10:59')],
      'met due 01T11:00 ended 01T10:59 used 59',
    ],
    [
      'is met while closed',
      '08T12:00',
      [opened('05T16:30'), replied('06T12:00')],
      'met due 08T09:30 ended 06T12:00 used 30',
    ],
    [
      'is not met by a note',
      '01T10:20',
      [opened('01T10:00'), noted('01T10:10')],
      'running due 01T11:00 ended - used 20',
    ],
    [
      'is late at the instant it is due',
      '01T11:00',
      [opened('01T10:00')],
      'breached due 01T11:00 ended - used 60',
    ],
    [
      'is too late at that instant',
      '01T12:00',
      [opened('01T10:00'), replied('01T11:00')],
      'breached due 01T11:00 ended 01T11:00 used 60',
    ],
    [
      'is due at the closing, so late after it',
      '01T18:00',
      [opened('01T16:00')],
      'breached due 01T17:00 ended - used 60',
    ],
    [
      'is late for as long as it takes',
      '01T13:00',
      [opened('01T10:00'), replied('01T12:30')],
      'breached due 01T11:00 ended 01T12:30 used 150',
    ],
    [
      'is not paused by a status',
      '01T10:50',
      [opened('01T10:00'), became('on_hold', '01T10:10')],
      'running due 01T11:00 ended - used 50',
    ],
    [
      'stands still while solved without one',
      '01T16:00',
      [opened('01T10:00'), solved('01T10:30')],
      'paused due - ended - used 30',
    ],
    [
      'goes on when reopened without one',
      '01T15:10',
      [opened('01T10:00'), solved('01T10:30'), reopened('01T15:00')],
      'running due 01T15:30 ended - used 40',
    ],
    [
      'does not start again',
      '02T12:00',
      [opened('01T10:00'), replied('01T10:01'), solved('01T11:00'), wrote('02T10:00'), reopened('02T10:00')],
      'met due 01T11:00 ended 01T10:01 used 1',
    ],
    [
      'starts once, though told twice',
      '01T10:30',
      [opened('01T10:00'), opened('01T10:20')],
      'running due 01T11:00 ended - used 30',
    ],
  ]
  for (const [name, now, events, expected] of cases)
    test(name, () => assert.equal(show(clocks(now, ...events).firstReply), expected))
})

describe('next reply', () => {
  const before = [opened('01T10:00'), replied('01T10:10')]
  const cases: [string, now: string, ClockEvent[], string][] = [
    [
      'is not owed before the first',
      '01T10:30',
      [opened('01T10:00'), wrote('01T10:10')],
      'none due - ended - used 0',
    ],
    ['is not owed while the customer is silent', '01T12:00', before, 'none due - ended - used 0'],
    [
      'runs from the first message after a reply',
      '01T11:20',
      [...before, wrote('01T11:00'), wrote('01T11:10')],
      'running due 01T11:30 ended - used 20',
    ],
    [
      'is met by a reply',
      '01T12:00',
      [...before, wrote('01T11:00'), replied('01T11:05')],
      'met due 01T11:30 ended 01T11:05 used 5',
    ],
    [
      'is not met by a note',
      '01T11:06',
      [...before, wrote('01T11:00'), noted('01T11:05')],
      'running due 01T11:30 ended - used 6',
    ],
    [
      'begins at 0 each time',
      '01T12:01',
      [...before, wrote('01T11:00'), replied('01T11:45'), wrote('01T12:00')],
      'running due 01T12:30 ended - used 1',
    ],
    [
      'is not owed any more once solved',
      '01T12:00',
      [...before, wrote('01T11:00'), solved('01T11:10')],
      'none due - ended - used 0',
    ],
    [
      'stays late though solved',
      '01T13:00',
      [...before, wrote('01T11:00'), solved('01T12:00')],
      'breached due 01T11:30 ended 01T12:00 used 60',
    ],
    [
      'runs from the message that reopens',
      '01T15:10',
      [...before, solved('01T11:00'), wrote('01T15:00'), wrote('01T15:00'), reopened('01T15:00')],
      'running due 01T15:30 ended - used 10',
    ],
  ]
  for (const [name, now, events, expected] of cases)
    test(name, () => assert.equal(show(clocks(now, ...events).nextReply), expected))
})

describe('resolution', () => {
  const cases: [string, now: string, ClockEvent[], string][] = [
    [
      'runs through replies',
      '01T12:00',
      [opened('01T10:00'), replied('01T10:10')],
      'running due 02T10:00 ended - used 120',
    ],
    [
      'stands still while waiting for the customer',
      '02T12:00',
      [opened('01T10:00'), became('waiting', '01T11:00')],
      'paused due - ended - used 60',
    ],
    [
      'stands still while put off',
      '02T12:00',
      [opened('01T10:00'), became('snoozed', '01T11:00')],
      'paused due - ended - used 60',
    ],
    [
      'goes on after that',
      '01T14:00',
      [opened('01T10:00'), became('waiting', '01T11:00'), became('open', '01T13:00')],
      'running due 02T12:00 ended - used 120',
    ],
    [
      'is met when solved',
      '03T12:00',
      [opened('01T10:00'), solved('01T12:00')],
      'met due 02T10:00 ended 01T12:00 used 120',
    ],
    [
      'is met when closed',
      '03T12:00',
      [opened('01T10:00'), became('closed', '01T12:00')],
      'met due 02T10:00 ended 01T12:00 used 120',
    ],
    [
      'is met when solved while paused',
      '03T12:00',
      [opened('01T10:00'), became('waiting', '01T11:00'), solved('02T12:00')],
      'met due - ended 02T12:00 used 60',
    ],
    [
      'stays met when closed later',
      '09T12:00',
      [opened('01T10:00'), solved('01T12:00'), became('closed', '08T12:00')],
      'met due 02T10:00 ended 01T12:00 used 120',
    ],
    [
      'goes on with what was used when reopened',
      '03T11:00',
      [opened('01T10:00'), solved('01T12:00'), reopened('03T10:00')],
      'running due 03T16:00 ended - used 180',
    ],
    [
      'stays breached when solved and reopened',
      '04T11:00',
      [opened('01T10:00'), solved('02T12:00'), reopened('04T10:00')],
      'breached due 02T10:00 ended - used 660',
    ],
  ]
  for (const [name, now, events, expected] of cases)
    test(name, () => assert.equal(show(clocks(now, ...events).resolution), expected))
})

describe('a warning', () => {
  const warnAt = (now: string, ...events: ClockEvent[]) => short(clocks(now, ...events).firstReply.warnAt)
  test('comes after its share of the time', () =>
    assert.equal(warnAt('01T10:01', opened('01T10:00')), '01T10:45'))
  test('waits for the opening', () => assert.equal(warnAt('01T16:31', opened('01T16:30')), '02T09:15'))
  test('is kept when it is past', () =>
    assert.equal(warnAt('01T10:55', opened('01T10:00'), solved('01T10:50')), '01T10:45'))
  test('is open while the clock stands still before it', () =>
    assert.equal(warnAt('01T10:55', opened('01T10:00'), solved('01T10:30')), '-'))
  test('is due at once where other terms have used it up', () => {
    const clock = foldClocks(
      [{ ...terms, from: at('01T00:00') }],
      [opened('01T10:00')],
      at('01T10:20'),
    ).firstReply
    const shorter = { ...terms, policy: policyOf({ firstReply: { minutes: 24, warning: 0.5 } }) }
    const next = reschedule(clock, terms, shorter, at('01T10:20'))
    assert.deepEqual([short(next.warnAt), short(next.dueAt)], ['01T10:20', '01T10:24'])
  })
})

describe('other terms', () => {
  const promising = (minutes: number, calendar = terms.calendar): Terms => ({
    policy: policyOf({ firstReply: { minutes } }),
    calendar,
  })
  const nothing: Terms = { policy: null, calendar: null }
  const day: Terms = { ...promising(60), calendar: null }
  const cases: [string, Terms, change: string, Terms, now: string, ClockEvent[], string][] = [
    [
      'with less time leave less',
      promising(60),
      '01T10:20',
      promising(30),
      '01T10:20',
      [opened('01T10:00')],
      'running due 01T10:30 ended - used 20',
    ],
    [
      'with more time leave more',
      promising(60),
      '01T10:20',
      promising(90),
      '01T10:20',
      [opened('01T10:00')],
      'running due 01T11:30 ended - used 20',
    ],
    [
      'breach at once what has used too much',
      promising(60),
      '01T10:40',
      promising(30),
      '01T10:40',
      [opened('01T10:00')],
      'breached due 01T10:40 ended - used 40',
    ],
    [
      'breach at once what has used all',
      promising(60),
      '01T10:30',
      promising(30),
      '01T10:30',
      [opened('01T10:00')],
      'breached due 01T10:30 ended - used 30',
    ],
    [
      'never take a breach back',
      promising(30),
      '01T10:40',
      promising(90),
      '01T10:50',
      [opened('01T10:00')],
      'breached due 01T10:30 ended - used 50',
    ],
    [
      'never touch what was met',
      promising(60),
      '01T12:00',
      promising(5),
      '01T13:00',
      [opened('01T10:00'), replied('01T10:40')],
      'met due 01T11:00 ended 01T10:40 used 40',
    ],
    [
      'never touch what was too late',
      promising(30),
      '01T12:00',
      promising(90),
      '01T13:00',
      [opened('01T10:00'), replied('01T10:40')],
      'breached due 01T10:30 ended 01T10:40 used 40',
    ],
    [
      'count the rest in their own calendar',
      promising(60),
      '01T16:30',
      day,
      '01T16:30',
      [opened('01T16:10')],
      'running due 01T17:10 ended - used 20',
    ],
    [
      'keep what was used in the old calendar',
      day,
      '01T17:20',
      promising(60),
      '02T09:10',
      [opened('01T16:40')],
      'running due 02T09:20 ended - used 50',
    ],
    [
      'that promise nothing use nothing',
      promising(60),
      '01T10:20',
      nothing,
      '01T12:00',
      [opened('01T10:00')],
      'none due - ended - used 20',
    ],
    [
      'that promise late start late, with nothing used',
      nothing,
      '01T11:00',
      promising(60),
      '01T11:10',
      [opened('01T10:00')],
      'running due 01T12:00 ended - used 10',
    ],
    [
      'that promise after the reply promise nothing',
      nothing,
      '01T11:00',
      promising(60),
      '01T11:10',
      [opened('01T10:00'), replied('01T10:10')],
      'none due - ended 01T10:10 used 0',
    ],
    [
      'that promise nothing leave a breach',
      promising(10),
      '01T10:30',
      nothing,
      '01T12:00',
      [opened('01T10:00')],
      'breached due 01T10:10 ended - used 30',
    ],
  ]
  for (const [name, before, change, after, now, events, expected] of cases) {
    test(name, () => {
      const history = [
        { ...before, from: at('01T00:00') },
        { ...after, from: at(change) },
      ]
      assert.equal(show(foldClocks(history, events, at(now)).firstReply), expected)
    })
  }

  test('may pause in other statuses', () => {
    const patient = policyOf({ resolution: { minutes: 480 } }, { pauses: { resolution: [] } })
    const history = [
      { ...terms, from: at('01T00:00') },
      { ...terms, policy: patient, from: at('01T12:00') },
    ]
    const events = [opened('01T10:00'), became('on_hold', '01T11:00')]
    assert.equal(
      show(foldClocks(history, events, at('01T13:00')).resolution),
      'running due 02T11:00 ended - used 120',
    )
  })
})

test('what is told late counts as if it happened just now', () => {
  const { firstReply } = clocks('01T10:30', opened('01T10:00'), noted('01T10:20'), replied('01T10:10'))
  assert.equal(show(firstReply), 'met due 01T11:00 ended 01T10:20 used 20')
})

test('an instant that has passed changes nothing', () => {
  const { firstReply } = clocks('01T10:30', opened('01T10:00'))
  assert.equal(countTo(firstReply, terms, at('01T10:10')), firstReply)
})

test('a clock without events stays blank', () => {
  const clock = reschedule(newClock('resolution'), terms, terms, at('01T10:00'))
  assert.deepEqual({ ...clock, countedTo: null }, newClock('resolution'))
})

test('two years that hold too little leave no instant when it is due', () => {
  const calendar = {
    ...office('UTC'),
    week: { ...office('UTC').week, mon: [], tue: [], wed: [], thu: [], fri: [] },
  }
  const { firstReply } = foldClocks(
    [{ ...terms, calendar, from: at('01T00:00') }],
    [opened('01T10:00')],
    at('02T10:00'),
  )
  assert.equal(show(firstReply), 'running due - ended - used 0')
})

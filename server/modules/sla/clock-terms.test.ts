// What is promised, by tables: warnings, what other terms do to a clock, and terms that can't be kept in time.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { office } from './calendar.fixture.ts'
import { at, became, clocks, opened, policyOf, replied, short, show, solved, terms } from './clock.fixture.ts'
import { type ClockEvent, reschedule, type Terms } from './clock.ts'
import { foldClocks } from './fold-clocks.ts'

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

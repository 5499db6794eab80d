// Clocks by tables: when each starts, stands still, ends and breaches.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  at,
  became,
  clocks,
  noted,
  opened,
  reopened,
  replied,
  show,
  solved,
  terms,
  wrote,
} from './clock.fixture.ts'
import { type ClockEvent, countTo, newClock, reschedule } from './clock.ts'

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

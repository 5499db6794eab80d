// Clocks for tests, in few words: what happens and when in June 2026, what is promised, and a clock as one line.
import { Policy } from '../../../contract/sla.ts'
import { office } from './calendar.fixture.ts'
import type { Clock, ClockEvent, Terms } from './clock.ts'
import { foldClocks } from './fold-clocks.ts'

const minute = 60_000
export const at = (time: string) => new Date(`2026-06-${time}Z`)
export const opened = (time: string): ClockEvent => ({ kind: 'opened', at: at(time), to: 'queued' })
export const wrote = (time: string): ClockEvent => ({ kind: 'customer_wrote', at: at(time) })
export const replied = (time: string): ClockEvent => ({ kind: 'staff_replied', at: at(time) })
export const noted = (time: string): ClockEvent => ({ kind: 'noted', at: at(time) })
export const solved = (time: string): ClockEvent => ({ kind: 'solved', at: at(time) })
export const reopened = (time: string): ClockEvent => ({ kind: 'reopened', at: at(time), to: 'open' })
export const became = (
  to: 'open' | 'waiting' | 'snoozed' | 'on_hold' | 'closed',
  time: string,
): ClockEvent => ({
  kind: 'status_changed',
  at: at(time),
  to,
})

export const policyOf = (targets: object, change: object = {}) =>
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
export const terms: Terms = { policy, calendar: office('UTC') }

export const short = (instant: Date | null) => instant?.toISOString().slice(8, 16) ?? '-'
/** State, due, ended, used minutes. */
export const show = ({ state, dueAt, endedAt, used }: Clock) =>
  `${state} due ${short(dueAt)} ended ${short(endedAt)} used ${used / minute}`

export const clocks = (now: string, ...events: ClockEvent[]) =>
  foldClocks([{ ...terms, from: at('01T00:00') }], events, at(now))

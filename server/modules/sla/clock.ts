// The clocks of a conversation: what has been promised, how much of the time is used, and when it is due.
import type { ClockKind } from '../../../contract/clocks.ts'
import type { Status } from '../../../contract/conversations.ts'
import type { Calendar, Policy } from '../../../contract/sla.ts'
import { addWorkingTime, workingTimeBetween } from './working-time.ts'

/** What is promised; a policy of null promises nothing, a calendar of null is open day and night. */
export interface Terms {
  policy: Pick<Policy, 'targets' | 'pauses'> | null
  calendar: Calendar | null
}

/** `noted` stands for what only staff read; it changes nothing. A status of `solved` or `closed` ends, any other one reopens. */
export type ClockEvent =
  | { kind: 'opened' | 'status_changed' | 'reopened'; at: Date; to: Status }
  | { kind: 'customer_wrote' | 'staff_replied' | 'noted' | 'solved'; at: Date }

/** `none` before anything is promised; `breached` stays, also after the reply or the solution came. */
export type ClockState = 'none' | 'running' | 'paused' | 'met' | 'breached'

export interface Clock {
  readonly kind: ClockKind
  readonly state: ClockState
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  /** Late from this instant on; null while paused, and where two years don't hold the time that is left. */
  readonly dueAt: Date | null
  /** Past once the warning is due; null while paused before it, and where the policy has no warning. */
  readonly warnAt: Date | null
  /** Milliseconds of working time, up to `countedTo`. */
  readonly used: number
  /** Milliseconds of working time. */
  readonly target: number | null
  readonly countedTo: Date | null
  /** Of the conversation. */
  readonly status: Status
  /** Whether staff has ever answered the customer. */
  readonly replied: boolean
}

/** The clock of a conversation to which nothing has happened yet. */
export const newClock = (kind: ClockKind): Clock => ({
  kind,
  state: 'none',
  startedAt: null,
  endedAt: null,
  dueAt: null,
  warnAt: null,
  used: 0,
  target: null,
  countedTo: null,
  status: 'queued',
  replied: false,
})

/**
 * The clock after an event. `terms` are those in force since the event before it: where they changed in between,
 * `reschedule` comes first. An event from before `countedTo` counts as if it happened then.
 *
 * First reply: from the opening to the first answer by staff. Next reply: from the customer's first message after an answer
 * to the next one; each round starts at 0, and a conversation that is solved in time before the answer owes none. Resolution:
 * from the opening to `solved`; a reopened one goes on with what was used. While the conversation is solved, and in the
 * statuses that the policy names, no time is used; nor while no target is in force.
 */
export function advance(clock: Clock, event: ClockEvent, terms: Terms): Clock {
  const counted = countTo(clock, terms, event.at)
  return schedule(react(counted, event), terms)
}

/**
 * The clock under other terms from `now` on (another policy, calendar, priority, team). What was used under the terms `before`
 * stays used, and what the target `after` leaves beyond it is counted in the calendar `after`. So a shorter target leaves
 * less, and breaches at `now` when it is used up already. What has ended, met or breached, stays as it is, and a breach is
 * never taken back.
 */
export function reschedule(clock: Clock, before: Terms, after: Terms, now: Date): Clock {
  return schedule(countTo(clock, before, now), after)
}

/** The clock at a later instant at which nothing happened; `breached` from the instant on at which all time is used. */
export function countTo(clock: Clock, terms: Terms, now: Date): Clock {
  const { countedTo, target } = clock
  if (countedTo && now <= countedTo) return clock
  if (!countedTo || !isTicking(clock, terms)) return { ...clock, countedTo: now }
  const used = clock.used + workingTimeBetween(terms.calendar, countedTo, now)
  const breached = target !== null && used >= target
  return { ...clock, used, countedTo: now, state: breached ? 'breached' : clock.state }
}

function isTicking(clock: Clock, { policy }: Terms): boolean {
  if (!isWaiting(clock) || isDone(clock.status) || !policy?.targets[clock.kind]) return false
  return !policy.pauses[clock.kind].some(status => status === clock.status)
}

const isWaiting = ({ startedAt, endedAt }: Clock): boolean => startedAt !== null && endedAt === null
const isDone = (status: Status): boolean => status === 'solved' || status === 'closed' || status === 'merged'

function react(clock: Clock, event: ClockEvent): Clock {
  const status = statusAfter(clock.status, event)
  const answered = event.kind === 'staff_replied'
  const next = { ...clock, status, replied: clock.replied || answered }
  // What was promised in it is owed where it goes on; taken apart again, its clocks go on with what they used.
  if (status === 'merged') return next
  const finished = isDone(status) && !isDone(clock.status)
  if (clock.kind === 'nextReply') {
    if (answered) return end(next)
    if (event.kind === 'customer_wrote' && clock.replied && !isWaiting(clock)) return start(next)
    return finished ? drop(next) : next
  }
  if (event.kind === 'opened' && !clock.startedAt) return start(next)
  if (clock.kind === 'firstReply') return answered ? end(next) : next
  if (finished) return end(next)
  return isDone(clock.status) && !isDone(status) ? resume(next) : next
}

function statusAfter(status: Status, event: ClockEvent): Status {
  if ('to' in event) return event.to
  return event.kind === 'solved' && status !== 'closed' ? 'solved' : status
}

const start = (clock: Clock): Clock => ({ ...blank(clock), startedAt: clock.countedTo })

/** What a round leaves behind for the next. */
function blank({ kind, countedTo, status, replied }: Clock): Clock {
  return { ...newClock(kind), countedTo, status, replied }
}

function end(clock: Clock): Clock {
  if (!isWaiting(clock)) return clock
  const inTime = clock.state === 'running' || clock.state === 'paused'
  return { ...clock, endedAt: clock.countedTo, state: inTime ? 'met' : clock.state }
}

/** Whoever has their solution waits for no answer any more; that it came too late remains. */
function drop(clock: Clock): Clock {
  if (!isWaiting(clock)) return clock
  return clock.state === 'breached' ? end(clock) : blank(clock)
}

const resume = (clock: Clock): Clock => ({ ...clock, endedAt: null })

function schedule(clock: Clock, terms: Terms): Clock {
  if (!isWaiting(clock) || clock.state === 'breached' || !clock.countedTo) return clock
  const promised = terms.policy?.targets[clock.kind]
  if (!promised) return { ...clock, state: 'none', target: null, dueAt: null, warnAt: null }
  const target = promised.minutes * 60_000
  const ticking = isTicking(clock, terms)
  const due = (used: number) =>
    ticking && clock.countedTo ? addWorkingTime(terms.calendar, clock.countedTo, used - clock.used) : null
  const warned = promised.warning === undefined ? null : Math.round(target * promised.warning)
  const warnAt = warned === null ? null : clock.used >= warned ? firstWarning(clock) : due(warned)
  if (clock.used >= target) return { ...clock, state: 'breached', target, dueAt: clock.countedTo, warnAt }
  return { ...clock, state: ticking ? 'running' : 'paused', target, dueAt: due(target), warnAt }
}

/** A warning that was due stays where it was; one that new terms make due is due at once. */
const firstWarning = ({ warnAt, countedTo }: Clock): Date | null =>
  warnAt && countedTo && warnAt <= countedTo ? warnAt : countedTo

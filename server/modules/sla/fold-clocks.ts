// A conversation's clocks from all that happened to it, as they would stand had each event been applied in its time.
import { type ClockKind, clockKinds } from '../../../contract/clocks.ts'
import { advance, type Clock, type ClockEvent, countTo, newClock, reschedule, type Terms } from './clock.ts'

export interface TermsFrom extends Terms {
  from: Date
}

const nothingPromised: Terms = { policy: null, calendar: null }

/**
 * The three clocks at `now`. `history` holds the terms in the order of `from`, before the first of which nothing is promised;
 * `events` come in the order in which they happened. Both reach up to `now`; terms count for an event at the same instant.
 */
export function foldClocks(
  history: readonly TermsFrom[],
  events: readonly ClockEvent[],
  now: Date,
): Record<ClockKind, Clock> {
  const [firstReply, nextReply, resolution] = clockKinds.map(kind => fold(kind, history, events, now))
  return { firstReply: firstReply!, nextReply: nextReply!, resolution: resolution! }
}

function fold(
  kind: ClockKind,
  history: readonly TermsFrom[],
  events: readonly ClockEvent[],
  now: Date,
): Clock {
  let clock = newClock(kind)
  let terms = nothingPromised
  let at = 0
  const changeTermsUntil = (instant: Date) => {
    for (let next = history[at]; next && next.from <= instant; next = history[++at]) {
      clock = reschedule(clock, terms, next, next.from)
      terms = next
    }
  }
  for (const event of events) {
    changeTermsUntil(event.at)
    clock = advance(clock, event, terms)
  }
  changeTermsUntil(now)
  return countTo(clock, terms, now)
}

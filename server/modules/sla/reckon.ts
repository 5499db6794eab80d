// The clocks of conversations from all that was noted of them: kept, shown, and with a timer for when they are due.
import { clockKinds, type DueClock } from '../../../contract/clocks.ts'
import type { Context, Statement } from '../../platform/context.ts'
import { showClocks, type Traits, traitsOf } from '../conversations/index.ts'
import type { ClockEvent } from './clock.ts'
import { foldClocks } from './fold-clocks.ts'
import { keepClocks, readStandings } from './kept-clocks.ts'
import { currentPolicies, listCalendars } from './offer.ts'
import { dueOf, nextRing, type Standing } from './standing.ts'
import type { KeptTerms } from './tables.ts'
import { termsAfter } from './terms.ts'
import { type WholeTerms, wholeTerms } from './whole-terms.ts'

/** What is told and done when a clock is due; gives the standings with that noted. */
export type Tell = (reckoned: Reckoned) => Promise<Standing[]>

export interface Reckoned {
  conversationId: string
  traits: Traits
  /** Those that count now. */
  terms: WholeTerms | null
  standings: Standing[]
}

/**
 * Reckons the clocks of these conversations anew, as they stand at `ctx.now`. `causes` says by id when something happened
 * that may have changed their terms. Once more gives the same.
 */
export async function reckon(
  ctx: Context,
  causes: ReadonlyMap<string, Date>,
  tell: Tell = async ({ standings }) => standings,
): Promise<void> {
  const policies = await currentPolicies(ctx)
  const ids = [...causes.keys()].sort()
  if (policies.length > 0) ctx.send(addPromises, [ids])
  const promises = await ctx.run<Promised>(lockPromises, [ids])
  if (promises.length === 0) return
  const calendars = new Map((await listCalendars(ctx)).map(calendar => [calendar.id, calendar]))
  const known = promises.map(promise => promise.conversation_id)
  const [events, traits, before] = await Promise.all([
    eventsOf(ctx, known),
    traitsOf(ctx, known),
    readStandings(ctx, known),
  ])
  const shown = new Map<string, DueClock | null>()
  for (const { conversation_id: id, terms: history } of promises) {
    const its = traits.get(id)
    if (!its) continue
    const happened = events.get(id) ?? []
    // The first terms count from the opening on.
    const cause = history.length === 0 ? (happened[0]?.at ?? ctx.now) : causes.get(id)!
    const terms = termsAfter(history, { policies, calendars }, its, cause)
    if (terms !== history) ctx.send(keepTerms, [id, JSON.stringify(terms)])
    const whole = await wholeTerms(ctx, terms)
    const standings = standingsOf(foldClocks(whole, happened, ctx.now), before.get(id) ?? [])
    const now = whole.at(-1) ?? null
    const told = await tell({ conversationId: id, traits: its, terms: now, standings })
    await keepClocks(ctx, id, told, before.get(id) ?? [])
    await setTimer(ctx, id, told, now)
    shown.set(id, dueOf(told))
  }
  await showClocks(ctx, shown)
}

/** What was told of a clock counts for the round in which it was. */
function standingsOf(clocks: ReturnType<typeof foldClocks>, before: readonly Standing[]): Standing[] {
  return clockKinds
    .map(kind => clocks[kind])
    .filter(({ startedAt }) => startedAt !== null)
    .map(clock => {
      const kept = before.find(one => one.clock.kind === clock.kind)
      const isSameRound = kept?.clock.startedAt?.getTime() === clock.startedAt?.getTime()
      if (kept && isSameRound) return { ...kept, clock }
      return { clock, warnedAt: null, breachedAt: null, escalatedTo: null }
    })
}

async function setTimer(
  ctx: Context,
  conversationId: string,
  standings: readonly Standing[],
  terms: WholeTerms | null,
): Promise<void> {
  const counting = terms ?? { policy: null, calendar: null }
  const instants = standings.map(standing => nextRing(standing, counting, ctx.now)).filter(at => at !== null)
  const [next = null] = instants.toSorted((one, other) => one.getTime() - other.getTime())
  await ctx.enqueueAt(`clock:${conversationId}`, next, 'ringClocks', { conversationId })
}

interface Promised {
  conversation_id: string
  terms: KeptTerms[]
}

interface Noted {
  conversation_id: string
  kind: ClockEvent['kind']
  status: string | null
  at: Date
}

async function eventsOf(ctx: Context, ids: string[]): Promise<Map<string, ClockEvent[]>> {
  const rows = await ctx.run<Noted>(readEvents, [ids])
  const byConversation = new Map<string, ClockEvent[]>()
  for (const { conversation_id: id, kind, status, at } of rows) {
    const event = (status === null ? { kind, at } : { kind, at, to: status }) as ClockEvent
    const known = byConversation.get(id)
    if (known) known.push(event)
    else byConversation.set(id, [event])
  }
  return byConversation
}

const addPromises: Statement = {
  name: 'add_promises',
  text: `insert into promises (conversation_id) select id from unnest($1::uuid[]) as given(id) order by id
    on conflict do nothing`,
}

const lockPromises: Statement = {
  name: 'lock_promises',
  text: `select conversation_id, terms from promises where conversation_id = any($1::uuid[])
    order by conversation_id for update`,
}

const keepTerms: Statement = {
  name: 'keep_terms',
  text: 'update promises set terms = $2 where conversation_id = $1',
}

const readEvents: Statement = {
  name: 'read_clock_events',
  text: `select conversation_id, kind, status, at from clock_events where conversation_id = any($1::uuid[])
    order by conversation_id, seq, place`,
}

// Clocks, predictions and samples follow what happens to conversations, in the background: timers only have to be there before they are due.
import type { Context } from '../../platform/context.ts'
import { type DeskEvent, type Reaction, when } from '../../platform/events.ts'
import { activeOf } from '../conversations/index.ts'
import { predictChanged, predictOpened } from './make-predictions.ts'
import { noteChanges, noteImports, noteMerges, noteMessages, noteOpenings } from './note-events.ts'
import { noteOutcomes } from './note-outcomes.ts'
import { reckon } from './reckon.ts'

const clockOpened: Reaction<'conversation.opened'> = async (ctx, events) => {
  noteOpenings(ctx, events)
  await predictOpened(ctx, events)
  noteOutcomes(ctx, idsOf(events))
  await reckonFor(ctx, events)
}

const clockMessages: Reaction<'entries.appended'> = when(
  ({ data }) => data.customerWrote || data.staffWrote,
  (ctx, events) => {
    noteMessages(ctx, events)
    noteOutcomes(ctx, idsOf(events.filter(({ data }) => data.staffWrote)))
    return reckonFor(ctx, events)
  },
)

const clockChanges: Reaction<'conversation.changed'> = async (ctx, events) => {
  noteChanges(ctx, events)
  noteOutcomes(ctx, idsOf(events.filter(({ data }) => data.status !== data.previousStatus)))
  await predictChanged(ctx, idsOf(events))
  await reckonFor(ctx, events)
}

/** Another tier may match another policy. */
const clockTiers: Reaction<'tier.changed'> = async (ctx, events) => {
  const instants = new Map(events.map(({ data, at }) => [data.customerId, new Date(at)]))
  const active = await activeOf(ctx, [...instants.keys()])
  if (active.length > 0)
    await reckon(ctx, new Map(active.map(row => [row.id, instants.get(row.customer_id)!])))
}

const idsOf = (events: readonly DeskEvent[]): string[] => [
  ...new Set(events.map(({ conversationId }) => conversationId!)),
]
/** Whoever waited in a merged conversation waits in the one that took it; the clocks of the merged one stand still. */
const clockMerges: Reaction<'conversation.merged'> = when(
  ({ data }) => data.customerWaits,
  async (ctx, events) => {
    noteMerges(ctx, events)
    await reckon(ctx, new Map(events.map(({ at, data }) => [data.intoId, new Date(at)])))
  },
)

/** Nothing is reckoned, so no clock begins before its customer writes again. */
const clockImported: Reaction<'conversation.imported'> = async (ctx, events) => noteImports(ctx, events)

async function reckonFor(ctx: Context, events: readonly DeskEvent[]): Promise<void> {
  // The newest of each conversation remains.
  const causes = new Map(events.map(({ conversationId, at }) => [conversationId!, new Date(at)]))
  await reckon(ctx, causes)
}

export const reactions = {
  'conversation.opened': { clockOpened },
  'entries.appended': { clockMessages },
  'conversation.changed': { clockChanges },
  'tier.changed': { clockTiers },
  'conversation.merged': { clockMerges },
  'conversation.imported': { clockImported },
}

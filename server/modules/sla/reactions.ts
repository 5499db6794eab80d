// Clocks follow what happens to conversations, in the background: their timers only have to be there before they are due.
import type { Context } from '../../platform/context.ts'
import { type DeskEvent, type Reaction, when } from '../../platform/events.ts'
import { noteChanges, noteMessages, noteOpenings } from './note-events.ts'
import { reckon } from './reckon.ts'

const clockOpened: Reaction<'conversation.opened'> = (ctx, events) => {
  noteOpenings(ctx, events)
  return reckonFor(ctx, events)
}

const clockMessages: Reaction<'entries.appended'> = when(
  ({ data }) => data.customerWrote || data.staffWrote,
  (ctx, events) => {
    noteMessages(ctx, events)
    return reckonFor(ctx, events)
  },
)

const clockChanges: Reaction<'conversation.changed'> = (ctx, events) => {
  noteChanges(ctx, events)
  return reckonFor(ctx, events)
}

async function reckonFor(ctx: Context, events: readonly DeskEvent[]): Promise<void> {
  // The newest of each conversation remains.
  const causes = new Map(events.map(({ conversationId, at }) => [conversationId!, new Date(at)]))
  await reckon(ctx, causes)
}

export const reactions = {
  'conversation.opened': { clockOpened },
  'entries.appended': { clockMessages },
  'conversation.changed': { clockChanges },
}

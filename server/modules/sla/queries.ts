// The clocks of a conversation, for staff who may see it.
import { type ConversationClock, clockKinds } from '../../../contract/clocks.ts'
import type { ReadContext } from '../../platform/context.ts'
import { loadConversation } from '../conversations/index.ts'
import { readStandings } from './kept-clocks.ts'

/** Those that were started, as they stood when something last happened to them; or 404. */
export async function clocksOf(ctx: ReadContext, conversationId: string): Promise<ConversationClock[]> {
  await loadConversation(ctx, conversationId)
  const standings = (await readStandings(ctx, [conversationId])).get(conversationId) ?? []
  return standings
    .map(({ clock, warnedAt, breachedAt }) => ({
      kind: clock.kind,
      state: clock.state,
      startedAt: text(clock.startedAt),
      endedAt: text(clock.endedAt),
      dueAt: text(clock.dueAt),
      warnAt: text(clock.warnAt),
      used: clock.used,
      target: clock.target,
      warnedAt: text(warnedAt),
      breachedAt: text(breachedAt),
    }))
    .toSorted((one, other) => clockKinds.indexOf(one.kind) - clockKinds.indexOf(other.kind))
}

const text = (instant: Date | null): string | null => instant?.toISOString() ?? null

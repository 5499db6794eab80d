// What is promised and expected of a conversation, for those who may see it.
import { type ConversationClock, clockKinds } from '../../../contract/clocks.ts'
import type { PredictedTimes } from '../../../contract/predictions.ts'
import type { ReadContext } from '../../platform/context.ts'
import { loadConversation } from '../conversations/index.ts'
import { readStandings } from './kept-clocks.ts'
import { type PredictedRange, predictedTimes } from './predicted-times.ts'

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

/** When it will probably be answered and solved; or 404. */
export async function timesOf(ctx: ReadContext, conversationId: string): Promise<PredictedTimes> {
  await loadConversation(ctx, conversationId)
  const { firstReply, resolution } = await predictedTimes(ctx, conversationId)
  const shape = (time: PredictedRange | null) =>
    time && { low: time.low.toISOString(), high: time.high.toISOString(), movedAt: text(time.movedAt) }
  return { firstReply: shape(firstReply), resolution: shape(resolution) }
}

const text = (instant: Date | null): string | null => instant?.toISOString() ?? null

// A line of the desk's own for agents, about what follows from no message and no change.
import type { LineCode, LineValues } from '../../../contract/conversations.ts'
import type { Context } from '../../platform/context.ts'
import { lockConversation } from './access.ts'
import { type Written, write } from './write.ts'

/** Adds it; `mentions` are staff who are called to it, by id. */
export async function addLine(
  ctx: Context,
  conversationId: string,
  code: LineCode,
  mentions: string[] = [],
  values: LineValues = {},
): Promise<Written> {
  const row = await lockConversation(ctx, conversationId)
  const [written] = write(ctx, [
    { row, entries: [{ kind: 'line', author: ctx.actor, code, mentions, values }] },
  ])
  if (mentions.length === 0) return written!
  const { number, seq } = written!.row
  ctx.emit('staff.mentioned', { staffIds: mentions, seq, number }, { conversationId })
  return written!
}

// How far the customer and the desk have read. No entry: a mark is no part of what was said.
import { type Context, may, type Statement } from '../../platform/context.ts'
import type { InDocument } from '../../platform/rows.ts'
import { type ConversationRow, conversationsIn, loadConversation, lockConversation } from './access.ts'
import type { Written } from './write.ts'

/** Marks entries up to `seq` as read. At the desk, only the reading of the person in charge counts. */
export async function markRead(ctx: Context, id: string, seq: number): Promise<void> {
  const row = await loadConversation(ctx, id)
  const upTo = Math.min(seq, row.seq)
  if (ctx.actor.kind === 'customer') {
    if (upTo <= row.read_by_customer) return
    // What is committed while an update waits for the row is not in its count: wait first, then count.
    await lockConversation(ctx, id)
    const hint = await mark(ctx, readByCustomer, id, upTo)
    ctx.emit('conversation.read', { by: 'customer', seq: upTo }, { conversationId: id, hint })
    return
  }
  if (
    ctx.actor.kind !== 'staff' ||
    row.assignee_id !== ctx.actor.id ||
    !may(ctx.actor, 'conversations.write')
  )
    return
  if (upTo <= row.read_by_desk) return
  await lockConversation(ctx, id)
  const hint = await mark(ctx, readByDesk, id, upTo)
  ctx.emit('conversation.read', { by: 'desk', seq: upTo }, { conversationId: id, hint })
}

/** What stands then, unless somebody was quicker. */
async function mark(
  ctx: Context,
  statement: Statement,
  id: string,
  seq: number,
): Promise<Written | undefined> {
  const [read] = await ctx.run<InDocument<ConversationRow> & { mark: string }>(statement, [id, seq])
  return read && { row: conversationsIn([read])[0]!, entries: [], mark: read.mark }
}

const readByCustomer: Statement = {
  name: 'mark_read_by_customer',
  text: `update conversations c set read_by_customer = $2, unread_by_customer = (
      select count(*) from entries e where e.conversation_id = c.id and e.seq > $2
        and e.kind = 'message' and e.author_kind <> 'customer'
    ) where c.id = $1 and read_by_customer < $2 returning row_to_json(c) as document, c.xmin::text as mark`,
}

const readByDesk: Statement = {
  name: 'mark_read_by_desk',
  text: `update conversations c set read_by_desk = $2, unread_by_desk = (
      select count(*) from entries e where e.conversation_id = c.id and e.seq > $2
        and e.kind = 'message' and e.author_kind = 'customer'
    ) where c.id = $1 and read_by_desk < $2 returning row_to_json(c) as document, c.xmin::text as mark`,
}

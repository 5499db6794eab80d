// Who an agent is talking to, and what they wrote before.
import type { ReadContext } from '../../platform/context.ts'
import { loadConversation } from './access.ts'
import { directoryFor } from './directory.ts'
import { conversationsById } from './list.ts'
import { toStaffConversation } from './shapes.ts'

const mostPrevious = 20

/** The customer of a conversation with their other conversations, as far as the reader may see those. */
export async function customerSide(ctx: ReadContext, id: string) {
  const row = await loadConversation(ctx, id)
  const others = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('customer_id', '=', row.customer_id)
    .where('id', '!=', id)
    .where('side_of', 'is', null)
    .orderBy('last_entry_at', 'desc')
    .limit(mostPrevious)
    .execute()
  const previous = await conversationsById(
    ctx,
    others.map(other => other.id),
  )
  const directory = await directoryFor(ctx, [row, ...previous])
  const conversations = previous
    .sort((one, other) => other.last_entry_at.getTime() - one.last_entry_at.getTime())
    .map(other => toStaffConversation(other, directory))
  return { customer: toStaffConversation(row, directory).customer, page: row.page, conversations }
}

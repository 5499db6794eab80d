// Where a merged conversation goes on, and how whoever meant it gets there.
import type { Actor, ReadContext } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { type ConversationRow, lockConversation } from './access.ts'
import { conversationHead } from './queries.ts'

/** What a write to a merged conversation is refused with; tells where it goes on. */
export const isMerged = ({ merged_into: id, merged_number: number }: ConversationRow): AppError =>
  new AppError('conversation_merged', { id, number })

/** Where a refused message belongs instead. Customers go on without noticing; staff are told, for they look at another thread. */
export function goesOnIn(error: unknown, actor: Actor): string | null {
  if (actor.kind !== 'customer' || !(error instanceof AppError)) return null
  return error.code === 'conversation_merged' ? String(error.details.id) : null
}

/** As conversationHead, but of the conversation in which a merged one goes on. */
export async function continuedHead(ctx: Pick<ReadContext, 'db'>, by: { id: string } | { number: number }) {
  let head = await conversationHead(ctx, by)
  while (head?.merged_into) head = await conversationHead(ctx, { id: head.merged_into })
  return head
}

/** A conversation, or the one in which it goes on, under its lock; or 404. Those before it aren't locked, for that has an order. */
export async function lockContinued(ctx: ReadContext, id: string): Promise<ConversationRow> {
  const head = await continuedHead(ctx, { id })
  const row = await lockConversation(ctx, head?.id ?? id)
  return row.merged_into ? lockContinued(ctx, row.merged_into) : row
}

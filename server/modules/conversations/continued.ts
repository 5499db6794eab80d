// Where a merged conversation goes on, and how whoever meant it gets there.
import type { Actor, ReadContext } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import type { ConversationRow } from './access.ts'
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

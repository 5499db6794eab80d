// Two conversations that have to do with each other, whoever they are with: each leads to the other.
import type { Context } from '../../platform/context.ts'
import type { ConversationRow } from './access.ts'
import { byName, lockPair } from './lock-both.ts'
import { type Writing, write } from './write.ts'

/** Links a conversation and the one with this number, both for the actor to see. Once more changes nothing. */
export async function link(ctx: Context, id: string, number: number): Promise<void> {
  const { row, other } = await lockPair(ctx, id, number)
  const { numInsertedOrUpdatedRows: made } = await ctx.db
    .insertInto('conversation_links')
    .values({ ...ends(row, other), at: ctx.now })
    .onConflict(on => on.doNothing())
    .executeTakeFirst()
  if (made) write(ctx, lines(ctx, 'linked', row, other))
}

/** Takes the link away, from both sides. Does nothing where there is none. */
export async function unlink(ctx: Context, id: string, number: number): Promise<void> {
  const { row, other } = await lockPair(ctx, id, number)
  const { low_id, high_id } = ends(row, other)
  const { numDeletedRows: gone } = await ctx.db
    .deleteFrom('conversation_links')
    .where('low_id', '=', low_id)
    .where('high_id', '=', high_id)
    .executeTakeFirst()
  if (gone) write(ctx, lines(ctx, 'unlinked', row, other))
}

const ends = (one: ConversationRow, other: ConversationRow) =>
  one.id < other.id ? { low_id: one.id, high_id: other.id } : { low_id: other.id, high_id: one.id }

/** For agents, in both. */
function lines(
  ctx: Context,
  code: 'linked' | 'unlinked',
  row: ConversationRow,
  other: ConversationRow,
): Writing[] {
  const about = ({ id, number }: ConversationRow) => ({ by: byName(ctx), number, conversationId: id })
  return [
    { row, entries: [{ kind: 'line', author: ctx.actor, code, values: about(other) }] },
    { row: other, entries: [{ kind: 'line', author: ctx.actor, code, values: about(row) }] },
  ]
}

// Two conversations that are changed together, locked in the order of their ids like all others.
import type { Context } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { type ConversationRow, visible } from './access.ts'
import { conversationHead } from './queries.ts'

/** Both rows under their locks, whoever may see them; or 404. */
export async function lockBoth(ctx: Context, id: string, otherId: string) {
  const rows = await ctx.db
    .selectFrom('conversations')
    .selectAll()
    .where('id', 'in', [id, otherId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const row = rows.find(one => one.id === id)
  const other = rows.find(one => one.id === otherId)
  if (!row || !other) throw notFound()
  return { row, other }
}

/** A conversation and another one by its number, both for the actor to see; throws 404 for either, and where the two are one. */
export async function lockPair(
  ctx: Context,
  id: string,
  number: number,
): Promise<{ row: ConversationRow; other: ConversationRow }> {
  const head = await conversationHead(ctx, { number })
  if (!head) throw notFound()
  const both = await lockBoth(ctx, id, head.id)
  if (!visible(ctx.actor, both.row) || !visible(ctx.actor, both.other)) throw notFound()
  if (head.id !== id) return both
  throw new AppError('invalid_input', { fields: [{ path: 'number', message: 'is this conversation' }] })
}

export const byName = ({ actor }: Context): string =>
  (actor.kind === 'staff' || actor.kind === 'key') && actor.name ? actor.name : ''

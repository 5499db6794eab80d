// Which conversations have stood still for a time, and which are the newest: for rules that go by time, and for trying rules out.
import { sql } from 'kysely'
import type { ReadContext } from '../../platform/context.ts'
import { onlyVisible, type Query } from './list.ts'

/** A place in an order by instant and id. */
export interface DueFrom {
  at: Date
  id: string
}

/** Those whose customers wait for an answer since after `from`, up to `until`; the longest first. */
export async function unansweredSince(
  ctx: Pick<ReadContext, 'db'>,
  from: DueFrom,
  until: Date,
  limit: number,
): Promise<DueFrom[]> {
  const rows = await ctx.db
    .selectFrom('conversations')
    .select(['id', 'waiting_since as at'])
    .where('waiting_since', 'is not', null)
    .where(sql<boolean>`(waiting_since, id) > (${from.at}::timestamptz, ${from.id}::uuid)`)
    .where('waiting_since', '<=', until)
    .orderBy('waiting_since')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id, at }) => ({ id, at: at! }))
}

/** Those that wait for their customers, and in which nothing was written since after `from`, up to `until`. */
export function idleSince(
  ctx: Pick<ReadContext, 'db'>,
  from: DueFrom,
  until: Date,
  limit: number,
): Promise<DueFrom[]> {
  return ctx.db
    .selectFrom('conversations')
    .select(['id', 'active_at as at'])
    .where('status', '=', 'waiting')
    .where(sql<boolean>`(active_at, id) > (${from.at}::timestamptz, ${from.id}::uuid)`)
    .where('active_at', '<=', until)
    .orderBy('active_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** The ids of the newest conversations, as far as the reader may see them; whether they are still open or not. */
export async function newestConversations(ctx: ReadContext, limit: number): Promise<string[]> {
  const base = ctx.db.selectFrom('conversations').selectAll() as unknown as Query
  // Ids are made in the order of time, and every table has an index of them.
  const rows = await onlyVisible(ctx, base).orderBy('id', 'desc').limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** The numbers of conversations by id, as far as the reader may see them. */
export async function conversationNumbers(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const base = ctx.db.selectFrom('conversations').selectAll() as unknown as Query
  const rows = await onlyVisible(ctx, base.where('id', 'in', [...ids])).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

// After a policy or a calendar changed: all open conversations get their clocks by it, some at a time.
import type { Recalculation } from '../../../contract/sla.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { activeAfter, countActive } from '../conversations/index.ts'
import { reckon } from './reckon.ts'

const atOnce = 100

/** Begins once this transaction is committed; one that was going on ends, as this one does all of its work. */
export async function startRecalculation(ctx: Context): Promise<void> {
  const id = newId()
  await ctx.db
    .updateTable('recalculations')
    .set({ finished_at: ctx.now })
    .where('finished_at', 'is', null)
    .execute()
  await ctx.db
    .insertInto('recalculations')
    .values({ id, started_at: ctx.now, total: await countActive(ctx) })
    .execute()
  ctx.enqueue('recalculateClocks', { id, after: null })
}

/** Does the conversations behind `after`, and has the next ones done by another job. */
export async function recalculate(ctx: Context, id: string, after: string | null): Promise<void> {
  const row = await ctx.db
    .selectFrom('recalculations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  // Ended by a newer one, or this very job was done before.
  if (!row || row.finished_at || row.cursor !== after) return
  const ids = await activeAfter(ctx, after, atOnce)
  await reckon(ctx, new Map(ids.map(conversation => [conversation, ctx.now])))
  const cursor = ids.at(-1)
  const finished = ids.length < atOnce
  await ctx.db
    .updateTable('recalculations')
    .set({
      done: row.done + ids.length,
      ...(cursor !== undefined && { cursor }),
      ...(finished && { finished_at: ctx.now }),
    })
    .where('id', '=', id)
    .execute()
  if (!finished) ctx.enqueue('recalculateClocks', { id, after: cursor! })
}

/** The last one that was begun; null when there was none. */
export async function lastRecalculation(ctx: Pick<ReadContext, 'db'>): Promise<Recalculation | null> {
  const row = await ctx.db
    .selectFrom('recalculations')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    startedAt: row.started_at.toISOString(),
    done: row.done,
    total: Math.max(row.total, row.done),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

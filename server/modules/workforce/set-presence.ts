// An agent goes on or off duty.
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

/** Sets whether `staffId` takes live conversations, and how many at once. */
export async function setPresence(
  ctx: Context,
  { staffId, available, capacity }: { staffId: string; available: boolean; capacity: number },
): Promise<void> {
  const before = await ctx.db
    .selectFrom('presences')
    .selectAll()
    .where('staff_id', '=', staffId)
    .forUpdate()
    .executeTakeFirst()
  const since = before?.available === available ? before.since : ctx.now
  const row = { available, capacity, since }
  await ctx.db
    .insertInto('presences')
    .values({ staff_id: staffId, ...row, seen_at: sql`now()` })
    .onConflict(on => on.column('staff_id').doUpdateSet({ ...row, seen_at: sql`now()` }))
    .execute()
  if (before?.available === available && before.capacity === capacity) return
  ctx.emit('presence.changed', { staffId, available, capacity })
}

/** Notes that a conversation was given to an agent just now. */
export async function noteAssignment(ctx: Context, staffIds: string[]): Promise<void> {
  if (staffIds.length === 0) return
  await ctx.db
    .updateTable('presences')
    .set({ assigned_at: ctx.now })
    .where('staff_id', 'in', staffIds)
    .execute()
}

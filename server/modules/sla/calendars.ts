// Calendars: kept by leads and administrators, each change as a version of its own.
import type { Calendar } from '../../../contract/sla.ts'
import { actorId, type Context } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { currentPolicies } from './offer.ts'
import { startRecalculation } from './recalculate.ts'

export async function createCalendar(ctx: Context, calendar: Calendar): Promise<{ id: string }> {
  const id = newId()
  await ctx.db.insertInto('calendars').values({ id, version: 1 }).execute()
  await addVersion(ctx, id, 1, calendar)
  return { id }
}

/**
 * Makes `calendar` the newest version, and has the clocks of open conversations recalculated. Throws `stale_version` when
 * `version` isn't the newest one.
 */
export async function changeCalendar(
  ctx: Context,
  id: string,
  { version, calendar }: { version: number; calendar: Calendar },
): Promise<{ id: string }> {
  await lockCalendar(ctx, id, version)
  await ctx.db
    .updateTable('calendars')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute()
  await addVersion(ctx, id, version + 1, calendar)
  await startRecalculation(ctx)
  return { id }
}

/** Takes a calendar out of use. Throws `calendar_in_use` while a policy counts by it. */
export async function archiveCalendar(ctx: Context, id: string): Promise<void> {
  await lockCalendar(ctx, id)
  const users = (await currentPolicies(ctx)).filter(({ policy }) => policy.calendarId === id)
  if (users.length > 0) throw new AppError('calendar_in_use')
  await ctx.db.updateTable('calendars').set({ archived_at: ctx.now }).where('id', '=', id).execute()
}

async function lockCalendar(ctx: Context, id: string, version?: number): Promise<void> {
  const row = await ctx.db
    .selectFrom('calendars')
    .select('version')
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (version !== undefined && version !== row.version) throw new AppError('stale_version')
}

async function addVersion(ctx: Context, id: string, version: number, calendar: Calendar): Promise<void> {
  await ctx.db
    .insertInto('calendar_versions')
    .values({
      calendar_id: id,
      version,
      content: JSON.stringify(calendar),
      created_at: ctx.now,
      created_by: actorId(ctx.actor),
    })
    .execute()
}

// Policies: kept by leads and administrators, each change as a version of its own.
import type { Policy } from '../../../contract/sla.ts'
import { actorId, type Context } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { teamNames } from '../identity/index.ts'
import { startRecalculation } from './recalculate.ts'

/** Throws `invalid_input` where the policy names a calendar or a team that isn't there. */
export async function createPolicy(ctx: Context, policy: Policy): Promise<{ id: string }> {
  await checkNames(ctx, policy)
  const id = newId()
  await ctx.db.insertInto('policies').values({ id, version: 1 }).execute()
  await addVersion(ctx, id, 1, policy)
  await startRecalculation(ctx)
  return { id }
}

/**
 * Makes `policy` the newest version, and has the clocks of open conversations recalculated. Throws `stale_version` when
 * `version` isn't the newest one, `invalid_input` as `createPolicy` does.
 */
export async function changePolicy(
  ctx: Context,
  id: string,
  { version, policy }: { version: number; policy: Policy },
): Promise<{ id: string }> {
  const newest = await lockPolicy(ctx, id)
  if (newest !== version) throw new AppError('stale_version')
  await checkNames(ctx, policy)
  await ctx.db
    .updateTable('policies')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute()
  await addVersion(ctx, id, version + 1, policy)
  await startRecalculation(ctx)
  return { id }
}

/** Takes a policy out of use; open conversations go by the next that matches. */
export async function archivePolicy(ctx: Context, id: string): Promise<void> {
  await lockPolicy(ctx, id)
  await ctx.db.updateTable('policies').set({ archived_at: ctx.now }).where('id', '=', id).execute()
  await startRecalculation(ctx)
}

async function lockPolicy(ctx: Context, id: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('policies')
    .select('version')
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row.version
}

async function checkNames(ctx: Context, { calendarId, match, escalation }: Policy): Promise<void> {
  const fields: { path: string; message: string }[] = []
  const unknown = (path: string) => fields.push({ path, message: 'does not exist' })
  if (calendarId !== null && !(await holdCalendar(ctx, calendarId))) unknown('calendarId')
  const teams = await teamNames(ctx)
  for (const [index, id] of (match.teamIds ?? []).entries()) {
    if (!teams.has(id)) unknown(`match.teamIds.${index}`)
  }
  for (const [index, step] of escalation.entries()) {
    if (step.do === 'assign_team' && !teams.has(step.teamId)) unknown(`escalation.${index}.teamId`)
  }
  if (fields.length > 0) throw new AppError('invalid_input', { fields })
}

/** Whether the calendar is there to be used; keeps it from being archived until the transaction is over. */
async function holdCalendar(ctx: Context, id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('calendars')
    .select('id')
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

async function addVersion(ctx: Context, id: string, version: number, policy: Policy): Promise<void> {
  await ctx.db
    .insertInto('policy_versions')
    .values({
      policy_id: id,
      version,
      content: JSON.stringify(policy),
      created_at: ctx.now,
      created_by: actorId(ctx.actor),
    })
    .execute()
}

// Policies: kept by leads and administrators; with each change the clocks of open conversations are recalculated.
import type { Policy } from '../../../contract/sla.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { teamNames } from '../identity/index.ts'
import { policies } from './offer.ts'
import { startRecalculation } from './recalculate.ts'

/** Throws `invalid_input` where the policy names a calendar or a team that isn't there. */
export async function createPolicy(ctx: Context, policy: Policy): Promise<{ id: string }> {
  const created = await policies.create(ctx, await checked(ctx, policy))
  await startRecalculation(ctx)
  return created
}

/** Makes `policy` the newest version. Throws `stale_version` when `version` isn't the newest one, and as `createPolicy` does. */
export async function changePolicy(
  ctx: Context,
  id: string,
  { version, policy }: { version: number; policy: Policy },
): Promise<{ id: string }> {
  const changed = await policies.change(ctx, id, version, () => checked(ctx, policy))
  await startRecalculation(ctx)
  return changed
}

/** Takes a policy out of use; open conversations go by the next that matches. */
export async function archivePolicy(ctx: Context, id: string): Promise<void> {
  await policies.archive(ctx, id)
  await startRecalculation(ctx)
}

/** The policy, if all that it names is there. */
async function checked(ctx: Context, policy: Policy): Promise<Policy> {
  const { calendarId, match, escalation } = policy
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
  return policy
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

// What administrators change about a colleague: role, teams, whether they may still come in.
import type { StaffMember, UpdateStaff } from '../../../contract/identity.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { existingTeams, refuseHigherRole, staffToChange } from './access.ts'
import { aboutStaff, audit } from './audit.ts'
import { removeSecondFactor } from './change-second-factor.ts'
import { endSessions } from './sessions.ts'
import { staffMember } from './staff.ts'

type Target = Awaited<ReturnType<typeof staffToChange>>

/**
 * Changes a colleague. Disabling ends their sessions; other changes reach their open sockets.
 * @throws not_found, forbidden, last_administrator
 */
export async function updateStaff(ctx: Context, id: string, given: UpdateStaff): Promise<StaffMember> {
  // Before the person's own row, so that two who want to remove each other wait for one another.
  const administrators = await lockAdministrators(ctx)
  const staff = await staffToChange(ctx, id)
  if (given.role) refuseHigherRole(ctx.actor, given.role)
  const leaves = given.disabled === true || (given.role !== undefined && given.role !== 'administrator')
  if (leaves && administrators.length === 1 && administrators[0] === id)
    throw new AppError('last_administrator')
  await changeRow(ctx, staff, given)
  if (given.teamIds) await setTeams(ctx, staff, given.teamIds)
  return staffMember(ctx, id)
}

async function lockAdministrators({ db }: Context): Promise<string[]> {
  const rows = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

async function changeRow(ctx: Context, staff: Target, { name, role, disabled }: UpdateStaff): Promise<void> {
  const wasDisabled = staff.disabled_at !== null
  const changes = {
    ...(name !== undefined && name !== staff.name && { name }),
    ...(role !== undefined && role !== staff.role && { role }),
  }
  if (Object.keys(changes).length > 0) {
    await ctx.db.updateTable('staff').set(changes).where('id', '=', staff.id).execute()
    const before = { name: staff.name, role: staff.role }
    await audit(ctx, 'staff.changed', aboutStaff(staff.id), { before, after: changes })
    ctx.emit('staff.changed', { staffId: staff.id })
  }
  if (disabled !== undefined && disabled !== wasDisabled) await setDisabled(ctx, staff.id, disabled)
}

async function setDisabled(ctx: Context, id: string, disabled: boolean): Promise<void> {
  const disabled_at = disabled ? ctx.now : null
  await ctx.db.updateTable('staff').set({ disabled_at }).where('id', '=', id).execute()
  await audit(ctx, disabled ? 'staff.disabled' : 'staff.enabled', aboutStaff(id))
  ctx.emit(disabled ? 'staff.disabled' : 'staff.enabled', { staffId: id })
  if (!disabled) return
  await endSessions(ctx, id)
  await ctx.db.deleteFrom('one_time_links').where('staff_id', '=', id).where('used_at', 'is', null).execute()
}

async function setTeams(ctx: Context, staff: Target, teamIds: string[]): Promise<void> {
  const wanted = new Set(await existingTeams(ctx, teamIds))
  const rows = await ctx.db
    .selectFrom('team_members')
    .select('team_id')
    .where('staff_id', '=', staff.id)
    .execute()
  const present = new Set(rows.map(({ team_id }) => team_id))
  const left = [...present].filter(id => !wanted.has(id))
  const joined = [...wanted].filter(id => !present.has(id))
  if (left.length + joined.length === 0) return
  if (left.length > 0)
    await ctx.db
      .deleteFrom('team_members')
      .where('staff_id', '=', staff.id)
      .where('team_id', 'in', left)
      .execute()
  if (joined.length > 0)
    await ctx.db
      .insertInto('team_members')
      .values(joined.map(team_id => ({ team_id, staff_id: staff.id })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  await audit(ctx, 'staff.teams_changed', aboutStaff(staff.id), { left, joined })
  ctx.emit('staff.changed', { staffId: staff.id })
  for (const teamId of [...left, ...joined]) ctx.emit('team.changed', { teamId })
}

/** Signs a colleague out everywhere. */
export async function endSessionsOf(ctx: Context, id: string): Promise<void> {
  await staffToChange(ctx, id)
  const count = await endSessions(ctx, id)
  await audit(ctx, 'sessions.ended', aboutStaff(id), { count })
}

/** For a colleague whose phone is lost: they sign in by password alone and set the second factor up again. */
export async function removeSecondFactorOf(ctx: Context, id: string): Promise<void> {
  const staff = await staffToChange(ctx, id)
  await removeSecondFactor(ctx, staff.id)
  await endSessions(ctx, staff.id)
  await audit(ctx, 'second_factor.removed', aboutStaff(staff.id))
}

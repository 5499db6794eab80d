// What a member of staff sees and changes of themselves.
import type { Me, Session, UpdateMe } from '../../../contract/identity.ts'
import { rolePermissions } from '../../../contract/permissions.ts'
import type { Context, ReadContext, StaffActor } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { Caller } from '../../platform/routes.ts'
import { aboutStaff, audit } from './audit.ts'
import { endSessions } from './sessions.ts'

/** The actor, as the console needs to know them. */
export async function me(ctx: ReadContext): Promise<Me> {
  const actor = ctx.actor as StaffActor
  const [staff, teams] = await Promise.all([
    ctx.db
      .selectFrom('staff')
      .select(['id', 'name', 'email', 'role', 'locale', 'totp_confirmed_at'])
      .where('id', '=', actor.id)
      .executeTakeFirstOrThrow(),
    ctx.db
      .selectFrom('teams')
      .innerJoin('team_members', 'team_members.team_id', 'teams.id')
      .select(['teams.id', 'teams.name'])
      .where('team_members.staff_id', '=', actor.id)
      .orderBy('teams.name')
      .execute(),
  ])
  const { totp_confirmed_at, ...shown } = staff
  return {
    ...shown,
    permissions: [...rolePermissions[staff.role]],
    teams,
    twoFactor: totp_confirmed_at !== null,
    sessionId: actor.sessionId,
  }
}

/** Changes the actor's own name or language. */
export async function updateMe(ctx: Context, given: UpdateMe): Promise<Me> {
  const actor = ctx.actor as StaffActor
  if (Object.keys(given).length > 0) {
    await ctx.db.updateTable('staff').set(given).where('id', '=', actor.id).execute()
    ctx.emit('staff.changed', { staffId: actor.id })
    await audit(ctx, 'staff.changed', aboutStaff(actor.id), { ...given })
  }
  return me(ctx)
}

/** The actor's open sessions, the latest first. */
export async function mySessions(ctx: ReadContext): Promise<{ sessions: Session[] }> {
  const actor = ctx.actor as StaffActor
  const rows = await ctx.db
    .selectFrom('staff_sessions')
    .select(['id', 'ip', 'user_agent', 'created_at', 'seen_at'])
    .where('staff_id', '=', actor.id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const sessions = rows.map(row => ({
    id: row.id,
    current: row.id === actor.sessionId,
    ip: row.ip,
    userAgent: row.user_agent,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
  }))
  return { sessions }
}

/**
 * Ends one of the actor's sessions.
 * @throws not_found when it isn't theirs, or is over
 */
export async function endMySession(ctx: Context, id: string, caller: Caller): Promise<void> {
  const actor = ctx.actor as StaffActor
  if ((await endSessions(ctx, actor.id, { only: id })) === 0) throw notFound()
  await audit(ctx, 'session.ended', aboutStaff(actor.id), { sessionId: id }, caller.ip)
}

/** Signs the actor out everywhere, here included. */
export async function endAllMySessions(ctx: Context, caller: Caller): Promise<void> {
  const actor = ctx.actor as StaffActor
  const count = await endSessions(ctx, actor.id)
  await audit(ctx, 'sessions.ended', aboutStaff(actor.id), { count }, caller.ip)
}

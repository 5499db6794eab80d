// A member of staff's own password: asking for it again before what matters, and changing it.
import { done } from '../../../contract/common.ts'
import type { Context, Desk, StaffActor } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import type { Answer, Caller } from '../../platform/routes.ts'
import { countAttempt, forgive } from './attempts.ts'
import { aboutStaff, audit } from './audit.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { isWeak } from './password-rules.ts'
import { endSessions, startSession, withSession } from './sessions.ts'

/** @throws weak_password */
export function refuseWeak(
  password: string,
  owner: { name: string; email: string },
  publicUrl: string,
): void {
  const { name, email } = owner
  if (isWeak(password, { name, email, host: new URL(publicUrl).hostname }))
    throw new AppError('weak_password')
}

const attemptsAllowed = 10
const window = 15 * 60

/**
 * Makes sure that whoever sits there knows the password (a session may have been left open), then does `work`.
 * What `work` throws counts as an attempt too, so codes can't be tried out either.
 * @throws wrong_credentials, too_many_requests
 */
export async function withPassword<T>(
  desk: Desk,
  actor: StaffActor,
  password: string,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const limit = { key: `confirm:${actor.id}`, most: attemptsAllowed, seconds: window }
  const counted = await countAttempt(desk, [limit])
  const staff = await desk
    .read(actor)
    .db.selectFrom('staff')
    .select('password_hash')
    .where('id', '=', actor.id)
    .executeTakeFirst()
  if (!(await isPassword(staff?.password_hash, password))) throw new AppError('wrong_credentials')
  return desk.transact(actor, async ctx => {
    await forgive(ctx, counted)
    return work(ctx)
  })
}

/** Ends all sessions of the actor and starts one in their place, so that no stolen token outlives the change. */
export async function replaceSessions(ctx: Context, caller: Caller, secondFactor?: boolean) {
  const actor = ctx.actor as StaffActor
  const current = await ctx.db
    .selectFrom('staff_sessions')
    .select('second_factor')
    .where('id', '=', actor.sessionId)
    .executeTakeFirst()
  await endSessions(ctx, actor.id)
  return startSession(ctx, actor.id, caller, secondFactor ?? current?.second_factor ?? false)
}

/**
 * Changes the actor's password; every other session ends, this one goes on under a new id.
 * @throws wrong_credentials, weak_password, too_many_requests
 */
export async function changePassword(
  desk: Desk,
  actor: StaffActor,
  { password, newPassword }: { password: string; newPassword: string },
  caller: Caller,
): Promise<Answer<typeof done>> {
  const { db } = desk.read(actor)
  const owner = await db
    .selectFrom('staff')
    .select(['name', 'email'])
    .where('id', '=', actor.id)
    .executeTakeFirstOrThrow()
  refuseWeak(newPassword, owner, desk.publicUrl)
  if (password === newPassword) throw new AppError('weak_password')
  const passwordHash = await hashPassword(newPassword)
  const started = await withPassword(desk, actor, password, async ctx => {
    await setPassword(ctx, actor.id, passwordHash)
    await audit(ctx, 'password.changed', aboutStaff(actor.id), {}, caller.ip)
    return replaceSessions(ctx, caller)
  })
  return withSession(done, started, desk.publicUrl)
}

/** Sets a password; links by which somebody else could set another one are void. */
export async function setPassword(ctx: Context, staffId: string, passwordHash: string): Promise<void> {
  await ctx.db.updateTable('staff').set({ password_hash: passwordHash }).where('id', '=', staffId).execute()
  await ctx.db
    .deleteFrom('one_time_links')
    .where('kind', '=', 'reset')
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute()
}

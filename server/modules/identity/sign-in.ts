// Signing in: password, then the second factor. Whoever fails learns nothing about whether the address is known.

import { done } from '../../../contract/common.ts'
import type { SignIn } from '../../../contract/identity.ts'
import { type Actor, type Context, type Desk, nobody, type StaffActor } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { hashSecret } from '../../platform/ids.ts'
import type { Answer, Caller } from '../../platform/routes.ts'
import { type StaffRow, staffByEmail } from './access.ts'
import { addressKey, countAttempt, forgive, forgiveAll } from './attempts.ts'
import { aboutStaff, audit } from './audit.ts'
import { isPassword } from './password-hash.ts'
import { useCode } from './second-factor.ts'
import { endSessions, startSession, withSession } from './sessions.ts'

const window = 15 * 60
const perAccount = 10
const perAddress = 50

/** Attempts on one account, however it is spelled; kept as a hash because people type passwords into the wrong field. */
const accountKey = (email: string) => `sign-in:${hashSecret(email.toLowerCase()).toString('base64url')}`

/**
 * Starts a session for whoever knows the password and has the second factor.
 * @throws wrong_credentials, second_factor_required, wrong_code, too_many_requests
 */
export async function signIn(
  desk: Desk,
  actor: Actor,
  { email, password, code }: SignIn,
  caller: Caller,
): Promise<Answer<typeof done>> {
  const account = accountKey(email)
  const counted = await countAttempt(desk, [
    { key: account, most: perAccount, seconds: window },
    { key: `sign-in-from:${addressKey(caller.ip)}`, most: perAddress, seconds: window },
  ])
  const known = await staffByEmail(desk.read(nobody), email)
  const proven = await isPassword(known?.disabled_at ? null : known?.password_hash, password)
  if (!known || !proven) return refuse(desk, known?.id ?? null, caller, 'wrong_credentials')
  if (known.totp_confirmed_at && !code) {
    await desk.transact(nobody, ctx => forgive(ctx, counted.slice(1)))
    throw new AppError('second_factor_required')
  }
  const started = await desk
    .transact(asStaff(known), async ctx => {
      const staff = await stillSame(ctx, known)
      const factor = staff.totp_confirmed_at ? await useCode(ctx, staff, code ?? '') : null
      await forgiveAll(ctx, account)
      await forgive(ctx, counted)
      if (actor.kind === 'staff') await endSessions(ctx, actor.id, { only: actor.sessionId })
      await audit(ctx, 'session.started', aboutStaff(staff.id), { secondFactor: factor }, caller.ip)
      return startSession(ctx, staff.id, caller, factor !== null)
    })
    .catch(async (error: unknown) => {
      if (error instanceof AppError && error.code === 'wrong_code')
        return refuse(desk, known.id, caller, 'wrong_code')
      throw error
    })
  return withSession(done, started, desk.publicUrl)
}

const asStaff = (staff: StaffRow): Actor => ({
  kind: 'staff',
  id: staff.id,
  name: staff.name,
  permissions: new Set(),
  teamIds: [],
  sessionId: '',
})

/** The row again, locked: between the password and now the account may have been disabled or got another password. */
async function stillSame(ctx: Context, { id, password_hash }: StaffRow): Promise<StaffRow> {
  const staff = await ctx.db
    .selectFrom('staff')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!staff || staff.disabled_at || staff.password_hash !== password_hash)
    throw new AppError('wrong_credentials')
  return staff
}

async function refuse(
  desk: Desk,
  staffId: string | null,
  caller: Caller,
  code: 'wrong_credentials' | 'wrong_code',
): Promise<never> {
  await desk.transact(nobody, ctx => audit(ctx, 'session.refused', aboutStaff(staffId), { code }, caller.ip))
  throw new AppError(code)
}

/** Signs out: ends the session of the request. */
export async function signOut(ctx: Context, caller: Caller): Promise<void> {
  const actor = ctx.actor as StaffActor
  await endSessions(ctx, actor.id, { only: actor.sessionId })
  await audit(ctx, 'session.ended', aboutStaff(actor.id), {}, caller.ip)
}

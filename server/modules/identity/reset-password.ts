// A new password for somebody who forgot theirs. What the answer says, and when, doesn't depend on whether they exist.
import { done } from '../../../contract/common.ts'
import type { ConfirmReset } from '../../../contract/identity.ts'
import { type Context, type Desk, nobody, system } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { hashSecret } from '../../platform/ids.ts'
import type { Caller } from '../../platform/routes.ts'
import { staffByEmail, staffToChange } from './access.ts'
import { addressKey, countAttempt } from './attempts.ts'
import { aboutStaff, audit } from './audit.ts'
import { findLink, linkUrl, makeLink, sealToken, takeLink } from './links.ts'
import { refuseWeak, setPassword } from './password.ts'
import { hashPassword } from './password-hash.ts'
import { endSessions } from './sessions.ts'

const perHour = 5
const sealPurpose = 'reset_email'

/**
 * Takes a request for a new password; a job finds out whether there is anybody to send it to.
 * @throws too_many_requests
 */
export async function requestReset(desk: Desk, email: string, caller: Caller): Promise<typeof done> {
  const account = hashSecret(email.toLowerCase()).toString('base64url')
  await countAttempt(desk, [
    { key: `reset:${account}`, most: perHour, seconds: 3_600 },
    { key: `reset-from:${addressKey(caller.ip)}`, most: perHour, seconds: 3_600 },
  ])
  const sealed = desk.secrets.encrypt(sealPurpose, Buffer.from(email)).toString('base64url')
  await desk.transact(nobody, async ctx => ctx.enqueue('sendPasswordReset', { sealed, ip: caller.ip }))
  return done
}

/** The job behind a request: makes the link if the address is somebody's who may sign in. */
export async function sendReset(desk: Desk, { sealed, ip }: Record<string, unknown>): Promise<void> {
  if (!desk.mail.configured) return
  const email = desk.secrets.decrypt(sealPurpose, Buffer.from(String(sealed), 'base64url')).toString()
  await desk.transact(system('password reset'), async ctx => {
    const staff = await staffByEmail(ctx, email)
    if (!staff || staff.disabled_at) return
    const { id, token } = await makeLink(ctx, 'reset', { staff_id: staff.id })
    await audit(ctx, 'password_reset.requested', aboutStaff(staff.id), {}, String(ip))
    ctx.emit('reset.requested', { linkId: id, sealedToken: sealToken(ctx, token) })
  })
}

/**
 * Makes a link to hand over to a colleague.
 * @throws not_found, forbidden
 */
export async function resetLinkFor(
  ctx: Context,
  staffId: string,
): Promise<{ link: string; expiresAt: string }> {
  const staff = await staffToChange(ctx, staffId)
  if (staff.disabled_at) throw new AppError('forbidden')
  const created_by = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const { token, expiresAt } = await makeLink(ctx, 'reset', { staff_id: staff.id, created_by })
  await audit(ctx, 'reset_link.created', aboutStaff(staff.id))
  return { link: linkUrl('reset', token, ctx.publicUrl), expiresAt: expiresAt.toISOString() }
}

/**
 * Sets a new password by a link; every session of the person ends, and their other links are void.
 * @throws token_invalid, link_used, weak_password
 */
export async function confirmReset(
  desk: Desk,
  { token, password }: ConfirmReset,
  caller: Caller,
): Promise<typeof done> {
  const read = desk.read(nobody)
  const { staff_id } = await findLink(read, 'reset', token)
  const owner = await read.db
    .selectFrom('staff')
    .select(['name', 'email'])
    .where('id', '=', staff_id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!owner) throw new AppError('link_used')
  refuseWeak(password, owner, desk.publicUrl)
  const passwordHash = await hashPassword(password)
  await desk.transact(nobody, async ctx => {
    await takeLink(ctx, 'reset', token)
    await setPassword(ctx, staff_id!, passwordHash)
    await endSessions(ctx, staff_id!)
    await audit(ctx, 'password.reset', aboutStaff(staff_id), {}, caller.ip)
  })
  return done
}

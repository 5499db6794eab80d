// Turning the second factor on and off, and new recovery codes; each asks for the password, and for a code that works.

import { done } from '../../../contract/common.ts'
import type { ConfirmWithCode } from '../../../contract/identity.ts'
import type { Context, Desk, StaffActor } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import type { Answer, Caller } from '../../platform/routes.ts'
import { aboutStaff, audit } from './audit.ts'
import { replaceSessions, withPassword } from './password.ts'
import { makeRecoveryCodes, newTotp, useCode } from './second-factor.ts'
import { withSession } from './sessions.ts'

/**
 * Makes a secret for the person's app. It counts for nothing until a code has confirmed it.
 * @throws already_exists when there is a second factor; it has to be turned off first
 */
export function beginSecondFactor(desk: Desk, actor: StaffActor, password: string, caller: Caller) {
  return withPassword(desk, actor, password, async ctx => {
    const staff = await own(ctx)
    if (staff.totp_confirmed_at) throw new AppError('already_exists')
    const { sealed, secret, url } = newTotp(ctx, staff)
    await ctx.db
      .updateTable('staff')
      .set({ totp_secret: sealed, totp_last_step: null })
      .where('id', '=', actor.id)
      .execute()
    await audit(ctx, 'second_factor.begun', aboutStaff(actor.id), {}, caller.ip)
    return { secret, url }
  })
}

/** Turns the second factor on. Other sessions end, having been started without it. Gives the recovery codes, once. */
export async function enableSecondFactor(
  desk: Desk,
  actor: StaffActor,
  { password, code }: ConfirmWithCode,
  caller: Caller,
): Promise<Answer<{ recoveryCodes: string[] }>> {
  const { started, recoveryCodes } = await withPassword(desk, actor, password, async ctx => {
    const staff = await own(ctx)
    if (staff.totp_confirmed_at) throw new AppError('already_exists')
    if ((await useCode(ctx, staff, code)) !== 'totp') throw new AppError('wrong_code')
    await ctx.db.updateTable('staff').set({ totp_confirmed_at: ctx.now }).where('id', '=', actor.id).execute()
    await audit(ctx, 'second_factor.enabled', aboutStaff(actor.id), {}, caller.ip)
    const codes = await makeRecoveryCodes(ctx, actor.id)
    return { started: await replaceSessions(ctx, caller, true), recoveryCodes: codes }
  })
  return withSession({ recoveryCodes }, started, desk.publicUrl)
}

/** Turns the second factor off. */
export async function disableSecondFactor(
  desk: Desk,
  actor: StaffActor,
  { password, code }: ConfirmWithCode,
  caller: Caller,
): Promise<Answer<typeof done>> {
  const started = await withPassword(desk, actor, password, async ctx => {
    await useCode(ctx, await withFactor(ctx), code)
    await removeSecondFactor(ctx, actor.id)
    await audit(ctx, 'second_factor.disabled', aboutStaff(actor.id), {}, caller.ip)
    return replaceSessions(ctx, caller, false)
  })
  return withSession(done, started, desk.publicUrl)
}

/** Replaces the recovery codes. */
export function renewRecoveryCodes(
  desk: Desk,
  actor: StaffActor,
  { password, code }: ConfirmWithCode,
  caller: Caller,
): Promise<{ recoveryCodes: string[] }> {
  return withPassword(desk, actor, password, async ctx => {
    await useCode(ctx, await withFactor(ctx), code)
    await audit(ctx, 'recovery_codes.made', aboutStaff(actor.id), {}, caller.ip)
    return { recoveryCodes: await makeRecoveryCodes(ctx, actor.id) }
  })
}

/** Forgets secret and recovery codes; also for a person whose phone is lost. */
export async function removeSecondFactor(ctx: Context, staffId: string): Promise<void> {
  await ctx.db
    .updateTable('staff')
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
    .where('id', '=', staffId)
    .execute()
  await ctx.db.deleteFrom('recovery_codes').where('staff_id', '=', staffId).execute()
}

const own = (ctx: Context) =>
  ctx.db
    .selectFrom('staff')
    .selectAll()
    .where('id', '=', (ctx.actor as StaffActor).id)
    .forUpdate()
    .executeTakeFirstOrThrow()

async function withFactor(ctx: Context) {
  const staff = await own(ctx)
  if (!staff.totp_confirmed_at) throw notFound()
  return staff
}

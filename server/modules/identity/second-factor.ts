// The second factor: a code of an authenticator app that works once, or a recovery code that works once.
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'

export const recoveryCodeCount = 10
const periodSeconds = 30
/** Steps that a phone's clock may be off. */
const tolerance = 1
// Without characters that are mistaken for each other.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

export interface SecondFactorHolder {
  id: string
  email: string
  totp_secret: Buffer | null
}

const purposeOf = (staffId: string) => `totp:${staffId}`

const totp = (secret: Secret, email: string, issuer: string) =>
  new TOTP({ secret, label: email, issuer, period: periodSeconds, digits: 6 })

/** A new secret: sealed for the table, and as text and URL for the person's app. */
export function newTotp(ctx: Pick<Context, 'secrets' | 'publicUrl'>, { id, email }: SecondFactorHolder) {
  const secret = new Secret({ size: 20 })
  const url = totp(secret, email, new URL(ctx.publicUrl).host).toString()
  return {
    sealed: ctx.secrets.encrypt(purposeOf(id), Buffer.from(secret.base32)),
    secret: secret.base32,
    url,
  }
}

/**
 * Uses up a code of the app, or a recovery code. A code that was used, or is older than one that was, is refused.
 * @throws wrong_code
 */
export async function useCode(
  ctx: Context,
  holder: SecondFactorHolder,
  code: string,
): Promise<'totp' | 'recovery'> {
  const digits = code.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) {
    if (await useTotp(ctx, holder, digits)) return 'totp'
  } else if (await useRecoveryCode(ctx, holder.id, code)) return 'recovery'
  throw new AppError('wrong_code')
}

async function useTotp(ctx: Context, holder: SecondFactorHolder, token: string): Promise<boolean> {
  if (!holder.totp_secret) return false
  const opened = ctx.secrets.decrypt(purposeOf(holder.id), holder.totp_secret).toString()
  const timestamp = ctx.now.getTime()
  const delta = totp(Secret.fromBase32(opened), '', '').validate({ token, timestamp, window: tolerance })
  if (delta === null) return false
  const step = Math.floor(timestamp / 1_000 / periodSeconds) + delta
  const used = await ctx.db
    .updateTable('staff')
    .set({ totp_last_step: step })
    .where('id', '=', holder.id)
    .where(eb => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}

async function useRecoveryCode(ctx: Context, staffId: string, code: string): Promise<boolean> {
  const used = await ctx.db
    .updateTable('recovery_codes')
    .set({ used_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('code_hash', '=', recoveryHash(ctx, staffId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}

/** Replaces all recovery codes of a person; gives the new ones, which nobody can read again. */
export async function makeRecoveryCodes(ctx: Context, staffId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => `${letters(5)}-${letters(5)}`)
  await ctx.db.deleteFrom('recovery_codes').where('staff_id', '=', staffId).execute()
  const rows = codes.map(code => ({ staff_id: staffId, code_hash: recoveryHash(ctx, staffId, code) }))
  await ctx.db.insertInto('recovery_codes').values(rows).execute()
  return codes
}

const letters = (count: number) =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')

// Fifty bits can be guessed from a plain hash; without the installation's key they can't.
const recoveryHash = (ctx: Context, staffId: string, code: string) =>
  Buffer.from(ctx.secrets.sign('recovery_code', `${staffId}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`))

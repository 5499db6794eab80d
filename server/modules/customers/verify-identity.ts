// Checks a token signed by the exchange: signature by the named key, with that key's algorithm only, then every claim.
import type { KeyObject } from 'node:crypto'
import { decodeProtectedHeader, errors, jwtVerify } from 'jose'
import type { ReadContext } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { settingsOf } from '../desk/index.ts'
import { Claims, clockTolerance, faultInTimes } from './claims.ts'
import { keyNamed } from './identity-keys.ts'

/**
 * Gives what the exchange says about its customer. Says nothing yet about whether the token was used before.
 * @throws AppError token_invalid (`details.claim` names the part at fault) or token_expired
 */
export async function verifyIdentity(ctx: ReadContext, token: string): Promise<Claims> {
  const { key, algorithm } = await keyFor(ctx, token)
  const { identity } = await settingsOf(ctx)
  const payload = await verified(token, key, algorithm, ctx.now)
  const claims = Claims.safeParse(payload)
  if (!claims.success) throw invalid(String(claims.error.issues[0]?.path[0] ?? 'payload'))
  if (claims.data.aud !== identity.audience) throw invalid('aud')
  const fault = faultInTimes(claims.data, Math.floor(ctx.now.getTime() / 1000))
  if (fault) throw new AppError(fault.code, { claim: fault.claim })
  return claims.data
}

async function keyFor(ctx: ReadContext, token: string) {
  const kid = kidOf(token)
  const found = kid === undefined ? undefined : await keyNamed(ctx, kid)
  if (!found) throw invalid('kid')
  return found
}

function kidOf(token: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(token)
    return typeof kid === 'string' ? kid : undefined
  } catch {
    throw invalid('token')
  }
}

async function verified(token: string, key: KeyObject, algorithm: string, currentDate: Date) {
  try {
    const checks = { algorithms: [algorithm], clockTolerance, currentDate }
    return (await jwtVerify(token, key, checks)).payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new AppError('token_expired', { claim: 'exp' })
    if (error instanceof errors.JWTClaimValidationFailed) throw invalid(error.claim)
    if (error instanceof errors.JOSEError || error instanceof TypeError) throw invalid('signature')
    throw error
  }
}

const invalid = (claim: string) => new AppError('token_invalid', { claim })

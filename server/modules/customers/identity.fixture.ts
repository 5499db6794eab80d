// An exchange for tests: makes a key at the desk and signs tokens with it, right or wrong.
import type { webcrypto } from 'node:crypto'
import { SignJWT } from 'jose'
import { createStaff } from '../../../test/factories.ts'
import type { TestDesk } from '../../../test/harness.ts'
import { system } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { createIdentityKey } from './identity-keys.ts'

export const seconds = (desk: TestDesk, from = 0) => Math.floor(desk.clock().getTime() / 1000) + from

/** A shared key and a function that signs with it: `sign({ sub: '7' })`. A claim that is `undefined` is left out. */
export async function exchange(desk: TestDesk) {
  const created = await desk.app.desk.transact(system('test'), ctx =>
    createIdentityKey(ctx, { algorithm: 'HS256' }),
  )
  const key = Buffer.from(created.secret!)
  const sign = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
    signed(key, { alg: 'HS256', kid: created.kid, ...header }, { ...usual(desk), ...claims })
  return { id: created.id, kid: created.kid, key, sign }
}

export const usual = (desk: TestDesk) => ({
  sub: '1001',
  aud: 'ballast',
  iat: seconds(desk),
  exp: seconds(desk, 300),
  jti: newId(),
})

export const signed = (
  key: Uint8Array | webcrypto.CryptoKey,
  header: Record<string, unknown>,
  claims: Record<string, unknown>,
): Promise<string> =>
  new SignJWT(claims as never).setProtectedHeader(header as { alg: string }).sign(key as Uint8Array)

export const administrator = async (desk: TestDesk) =>
  desk.as(await createStaff(desk, { role: 'administrator' }))

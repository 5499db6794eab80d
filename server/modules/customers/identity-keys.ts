// The keys with which the exchange signs: several may be active at once, so that one can follow another without a gap.
import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'
import type { CreateIdentityKey, IdentityKey, KeyAlgorithm } from '../../../contract/customers.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../platform/errors.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { audit } from '../identity/index.ts'

const purpose = 'identity_keys'
const columns = ['id', 'kid', 'algorithm', 'created_at', 'retired_at'] as const

/** The active key of that name, ready to verify with. */
export async function keyNamed(
  { db, secrets }: ReadContext,
  kid: string,
): Promise<{ key: KeyObject; algorithm: KeyAlgorithm } | undefined> {
  const row = await db
    .selectFrom('identity_keys')
    .select(['algorithm', 'key_material'])
    .where('kid', '=', kid)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { algorithm, key_material: material } = row
  const isShared = algorithm === 'HS256'
  const key = isShared ? createSecretKey(secrets.decrypt(purpose, material)) : createPublicKey(material)
  return { algorithm, key }
}

/** All keys, the newest first; never their secrets. */
export async function listIdentityKeys({ db }: ReadContext): Promise<IdentityKey[]> {
  const rows = await db.selectFrom('identity_keys').select(columns).orderBy('id', 'desc').execute()
  return rows.map(shown)
}

/**
 * Adds a key. For HS256 the secret is made here and given back this once.
 * @throws AppError invalid_input for a public key that doesn't fit the algorithm, already_exists for a known `kid`
 */
export async function createIdentityKey(ctx: Context, input: CreateIdentityKey) {
  const id = newId()
  const { algorithm, kid = `key-${id}` } = input
  const secret = algorithm === 'HS256' ? newSecret('blst_sign') : undefined
  const material = secret
    ? ctx.secrets.encrypt(purpose, Buffer.from(secret))
    : Buffer.from(publicPem(algorithm, input.publicKey))
  try {
    const row = await ctx.db
      .insertInto('identity_keys')
      .values({ id, kid, algorithm, key_material: material, created_at: ctx.now })
      .returning(columns)
      .executeTakeFirstOrThrow()
    await audit(ctx, 'identity_key.created', { kind: 'identity_key', id }, { kid, algorithm })
    return { ...shown(row), secret }
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('already_exists')
    throw error
  }
}

/** Ends a key: what it signed is refused from now on. Sessions that are open stay. Harmless when it is done already. */
export async function retireIdentityKey(ctx: Context, id: string): Promise<IdentityKey> {
  const row = await ctx.db
    .updateTable('identity_keys')
    .set(eb => ({ retired_at: eb.fn.coalesce('retired_at', eb.val(ctx.now)) as never }))
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst()
  if (!row) throw notFound()
  await audit(ctx, 'identity_key.retired', { kind: 'identity_key', id }, { kid: row.kid })
  return shown(row)
}

function publicPem(algorithm: KeyAlgorithm, pem: string | undefined): string {
  const key = pem && !pem.includes('PRIVATE') ? parsed(pem) : undefined
  if (!key || !fits(algorithm, key)) {
    const message = `a PEM public key for ${algorithm}`
    throw new AppError('invalid_input', { fields: [{ path: 'publicKey', message }] })
  }
  return key.export({ type: 'spki', format: 'pem' }) as string
}

function parsed(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem)
  } catch {
    return undefined
  }
}

function fits(algorithm: KeyAlgorithm, { asymmetricKeyType: type, asymmetricKeyDetails = {} }: KeyObject) {
  if (algorithm === 'ES256') return type === 'ec' && asymmetricKeyDetails.namedCurve === 'prime256v1'
  if (algorithm === 'EdDSA') return type === 'ed25519'
  return type === 'rsa' && (asymmetricKeyDetails.modulusLength ?? 0) >= 2048
}

interface Row {
  id: string
  kid: string
  algorithm: KeyAlgorithm
  created_at: Date
  retired_at: Date | null
}

const shown = (row: Row): IdentityKey => ({
  id: row.id,
  kid: row.kid,
  algorithm: row.algorithm,
  createdAt: row.created_at.toISOString(),
  retiredAt: row.retired_at?.toISOString() ?? null,
})

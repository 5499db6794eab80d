// Keys for programs. The key itself is shown once; afterwards only its hash and its first characters exist.
import type { ApiKey, CreateApiKey } from '../../../contract/identity.ts'
import { type Context, may, type ReadContext } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { hashSecret, newId, newSecret } from '../../platform/ids.ts'
import { audit } from './audit.ts'
import { keyPrefix } from './authenticate.ts'

const shownCharacters = keyPrefix.length + 7
const about = (id: string) => ({ kind: 'api_key', id })

/** All keys, the latest first; revoked ones stay for the record. */
export async function apiKeys(ctx: ReadContext, id?: string): Promise<{ keys: ApiKey[] }> {
  let query = ctx.db
    .selectFrom('api_keys')
    .innerJoin('staff', 'staff.id', 'api_keys.created_by')
    .select(['api_keys.id', 'api_keys.name', 'prefix', 'permissions', 'created_by', 'staff.name as creator'])
    .select(['api_keys.created_at', 'last_used_at', 'expires_at', 'revoked_at'])
    .orderBy('api_keys.id', 'desc')
  if (id) query = query.where('api_keys.id', '=', id)
  const keys = (await query.execute()).map(row => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    permissions: row.permissions,
    createdBy: { id: row.created_by, name: row.creator },
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }))
  return { keys }
}

/**
 * Makes a key with at most the permissions of the one who makes it. Only people make keys: a key that makes keys would
 * outlive its own revocation.
 * @throws forbidden, invalid_input (expired already)
 */
export async function createApiKey(
  ctx: Context,
  { name, permissions, expiresAt }: CreateApiKey,
): Promise<{ key: ApiKey; secret: string }> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !permissions.every(permission => may(actor, permission)))
    throw new AppError('forbidden')
  const expires_at = expiresAt ? new Date(expiresAt) : null
  if (expires_at && expires_at <= ctx.now)
    throw new AppError('invalid_input', { fields: [{ path: 'expiresAt', message: 'in the past' }] })
  const id = newId()
  const secret = newSecret(keyPrefix)
  const granted = [...new Set(permissions)]
  await ctx.db
    .insertInto('api_keys')
    .values({
      id,
      name,
      prefix: secret.slice(0, shownCharacters),
      key_hash: hashSecret(secret),
      permissions: granted,
      created_by: actor.id,
      created_at: ctx.now,
      expires_at,
    })
    .execute()
  await audit(ctx, 'api_key.created', about(id), { name, permissions: granted, expiresAt })
  return { key: (await apiKeys(ctx, id)).keys[0]!, secret }
}

/** Revokes a key; it is refused from the next request on. @throws not_found */
export async function revokeApiKey(ctx: Context, id: string): Promise<void> {
  const revoked = await ctx.db
    .updateTable('api_keys')
    .set({ revoked_at: ctx.now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (revoked.numUpdatedRows === 0n) throw notFound()
  await audit(ctx, 'api_key.revoked', about(id))
}

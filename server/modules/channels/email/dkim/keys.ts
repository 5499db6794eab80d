// Keys with which the desk signs its mail: made here, kept encrypted, one of a domain's used at a time.
import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { z } from 'zod'
import type { DkimFound, DkimKey, MakeDkimKey } from '../../../../../contract/outbound-mail.ts'
import type { Actor, Context, Desk, ReadContext } from '../../../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../../../platform/errors.ts'
import { newId } from '../../../../platform/ids.ts'
import type { DkimSigner } from '../../../../platform/mail.ts'
import { audit } from '../../../identity/index.ts'
import { domainOf } from '../reply-address.ts'

const purpose = 'dkim_key'
/** What RFC 8301 asks for, and what still fits into one TXT record everywhere. */
const bits = 2_048
const makePair = promisify(generateKeyPair)

export async function listKeys(ctx: ReadContext): Promise<DkimKey[]> {
  const rows = await ctx.db
    .selectFrom('dkim_keys')
    .selectAll()
    .orderBy('domain')
    .orderBy('created_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    domain: row.domain,
    selector: row.selector,
    record: { name: nameOf(row), value: valueOf(row) },
    active: row.active,
    createdAt: row.created_at.toISOString(),
    checkedAt: row.checked_at?.toISOString() ?? null,
    found: row.found,
  }))
}

const nameOf = ({ selector, domain }: { selector: string; domain: string }) =>
  `${selector}._domainkey.${domain}`
const valueOf = ({ public_key }: { public_key: string }) => `v=DKIM1; k=rsa; p=${public_key}`

/** Makes a key; nothing is signed with it before somebody says so. Throws `already_exists`. */
export async function makeKey(
  desk: Desk,
  actor: Actor,
  { domain, selector }: z.output<typeof MakeDkimKey>,
): Promise<{ id: string }> {
  const { publicKey, privateKey } = await makePair('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return desk.transact(actor, async ctx => {
    const id = newId()
    const sealed_private_key = ctx.secrets.encrypt(purpose, Buffer.from(privateKey))
    const public_key = publicKey.toString('base64')
    await ctx.db
      .insertInto('dkim_keys')
      .values({ id, domain, selector, sealed_private_key, public_key, created_at: ctx.now })
      .execute()
      .catch(error => {
        throw isUniqueViolation(error) ? new AppError('already_exists') : error
      })
    await audit(ctx, 'dkim_key.made', { kind: 'dkim_key', id }, { domain, selector })
    return { id }
  })
}

/** Signs the domain's mail with this key from now on, or no more. Throws `not_found`. */
export async function useKey(ctx: Context, id: string, active: boolean): Promise<void> {
  const key = await keyById(ctx, id)
  const ofDomain = ctx.db.updateTable('dkim_keys').where('domain', '=', key.domain)
  await ofDomain.set({ active: false }).where('active', '=', true).where('id', '!=', id).execute()
  await ofDomain.set({ active }).where('id', '=', id).execute()
  const action = active ? 'dkim_key.used' : 'dkim_key.unused'
  await audit(ctx, action, { kind: 'dkim_key', id }, { domain: key.domain, selector: key.selector })
}

/** Throws `not_found`. */
export async function removeKey(ctx: Context, id: string): Promise<void> {
  const { domain, selector } = await keyById(ctx, id)
  await ctx.db.deleteFrom('dkim_keys').where('id', '=', id).execute()
  await audit(ctx, 'dkim_key.removed', { kind: 'dkim_key', id }, { domain, selector })
}

async function keyById(ctx: Pick<ReadContext, 'db'>, id: string) {
  const key = await ctx.db.selectFrom('dkim_keys').selectAll().where('id', '=', id).executeTakeFirst()
  if (!key) throw notFound()
  return key
}

/** Looks whether the name system has the key, and notes it. Throws `not_found`, `name_system_silent`. */
export async function checkKey(desk: Desk, actor: Actor, id: string): Promise<{ found: DkimFound }> {
  const key = await keyById(desk.read(actor), id)
  const texts = await desk.mail.texts(nameOf(key)).catch(error => {
    desk.log.warn({ err: error }, 'no answer from the name system')
    throw new AppError('name_system_silent')
  })
  const found = texts.length === 0 ? 'nothing' : texts.some(text => holds(text, key)) ? 'key' : 'other'
  await desk.transact(actor, async ctx => {
    await ctx.db.updateTable('dkim_keys').set({ found, checked_at: ctx.now }).where('id', '=', id).execute()
  })
  return { found }
}

/** Spaces and other tags don't matter. */
const holds = (text: string, { public_key }: { public_key: string }): boolean =>
  /(?:^|;)\s*p\s*=([^;]*)/i.exec(text)?.[1]?.replace(/\s+/g, '') === public_key

/** The key for mail from an address, if its domain has one in use. */
export async function signerFor(
  { db, secrets }: Pick<ReadContext, 'db' | 'secrets'>,
  from: string | null,
): Promise<DkimSigner | null> {
  if (!from) return null
  const key = await db
    .selectFrom('dkim_keys')
    .select(['domain', 'selector', 'sealed_private_key'])
    .where('domain', '=', domainOf(from).toLowerCase())
    .where('active', '=', true)
    .executeTakeFirst()
  if (!key) return null
  const privateKey = secrets.decrypt(purpose, key.sealed_private_key).toString()
  return { domain: key.domain, selector: key.selector, privateKey }
}

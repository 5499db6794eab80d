// Where a mailbox is fetched from, as administrators set it; the password is kept encrypted and never told again.
import type { z } from 'zod'
import type { SaveImap } from '../../../../../contract/imap.ts'
import type { ImportLogin } from '../../../../../contract/mail-import.ts'
import type { Context, Desk, ReadContext } from '../../../../platform/context.ts'
import { AppError, notFound } from '../../../../platform/errors.ts'
import { newId } from '../../../../platform/ids.ts'
import type { ImapServer } from '../../../../platform/imap.ts'
import { mailboxById } from '../mailboxes.ts'
import { type AccountRow, accountOf, removeImap } from './account-rows.ts'

type Wanted = z.output<typeof SaveImap>

const purpose = 'imap_password'

/**
 * Has the mailbox fetched from there, from now on.
 * @throws AppError not_found, imap_password_needed
 */
export async function saveImap(ctx: Context, mailboxId: string, wanted: Wanted): Promise<void> {
  const { password } = await serverWanted(ctx, mailboxId, wanted)
  const { host, port, security, user, folder, moveTo, start } = wanted
  const before = await accountOf(ctx, mailboxId)
  const isSamePlace =
    before?.host === host && before.port === port && before.username === user && before.folder === folder
  const place = { host, port, security, username: user, folder, move_to: moveTo, start }
  const row = {
    ...place,
    sealed_password: sealPassword(ctx, password),
    revision: newId(),
    ...fresh,
    ...(isSamePlace ? {} : atTheStart),
  }
  await ctx.db
    .insertInto('imap_accounts')
    .values({ ...row, mailbox_id: mailboxId })
    .onConflict(conflict => conflict.column('mailbox_id').doUpdateSet(row))
    .execute()
}

/** Whoever holds the connection finds another revision, and begins anew. */
const fresh = { connected_at: null, fault: null, fault_at: null, retry_at: null }
const atTheStart = {
  uid_validity: null,
  last_uid: null,
  taken_uid: null,
  began_at: null,
  old_until: null,
  trying_uid: null,
  tries: 0,
  passed_over: 0,
  last_mail_at: null,
}

/** Has a mailbox fetched no more, whether it was or not. Throws `not_found`. */
export async function stopImap(ctx: Context, mailboxId: string): Promise<void> {
  if (!(await mailboxById(ctx, mailboxId))) throw notFound()
  await removeImap(ctx, mailboxId)
}

/**
 * The server as the administrator wants it; without a password, with the one that is known. That one never goes to another
 * server or user, nor out with less protection: whoever may change settings doesn't learn it that way.
 * @throws AppError not_found, imap_password_needed
 */
export async function serverWanted(
  ctx: ReadContext,
  mailboxId: string,
  { host, port, security, user, password }: ImportLogin,
): Promise<ImapServer> {
  if (!(await mailboxById(ctx, mailboxId))) throw notFound()
  if (password !== null) return { host, port, security, user, password }
  const known = await accountOf(ctx, mailboxId)
  const isSame =
    known?.host === host && known.port === port && known.username === user && known.security === security
  if (!isSame) throw new AppError('imap_password_needed')
  return { host, port, security, user, password: passwordOf(ctx, known.sealed_password) }
}

type Login = Pick<AccountRow, 'host' | 'port' | 'security' | 'username' | 'sealed_password'>

/** The server of a mailbox, with its password. */
export const serverOf = (desk: Pick<Desk, 'secrets'>, row: Login): ImapServer => ({
  host: row.host,
  port: row.port,
  security: row.security,
  user: row.username,
  password: passwordOf(desk, row.sealed_password),
})

export const sealPassword = ({ secrets }: Pick<Desk, 'secrets'>, password: string): Buffer =>
  secrets.encrypt(purpose, Buffer.from(password))

const passwordOf = ({ secrets }: Pick<Desk, 'secrets'>, sealed: Buffer): string =>
  secrets.decrypt(purpose, sealed).toString()

// Imports of old mail as administrators have them: begun, stopped, continued; and which folders there are to choose from.
import type { z } from 'zod'
import type { ImportFolder, ImportLogin, StartImport } from '../../../../../contract/mail-import.ts'
import type { Actor, Context, Desk } from '../../../../platform/context.ts'
import { notFound } from '../../../../platform/errors.ts'
import { newId } from '../../../../platform/ids.ts'
import { audit } from '../../../identity/index.ts'
import { sealPassword, serverWanted } from '../imap/account.ts'
import { accountOf } from '../imap/account-rows.ts'
import { visit } from '../imap/visit.ts'
import { dropLater, dropNever } from './drop-stopped.ts'

const mostFolders = 500

/** The folders that may be imported from, and how many mails are in each. Throws as `visit` does. */
export const foldersOf = (
  desk: Desk,
  actor: Actor,
  mailboxId: string,
  login: ImportLogin,
): Promise<ImportFolder[]> =>
  visit(desk, actor, mailboxId, login, async client => {
    const found = await client.list({ statusQuery: { messages: true } })
    return found
      .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
      .slice(0, mostFolders)
      .map(({ path, status }) => ({ path, mails: status?.messages ?? 0 }))
  })

/**
 * Has the folders read from now on. What arrives later is none of the import's, nor what the desk fetches itself.
 * @throws AppError not_found, imap_password_needed
 */
export async function startImport(
  ctx: Context,
  mailboxId: string,
  wanted: z.output<typeof StartImport>,
): Promise<{ id: string }> {
  const { host, port, security, user, password } = await serverWanted(ctx, mailboxId, wanted)
  const id = newId()
  await ctx.db
    .insertInto('mail_imports')
    .values({
      id,
      mailbox_id: mailboxId,
      created_at: ctx.now,
      host,
      port,
      security,
      username: user,
      sealed_password: sealPassword(ctx, password),
      folders: wanted.folders,
      since: wanted.since === null ? null : new Date(wanted.since),
      until: await untilOf(ctx, mailboxId),
      state: 'running',
    })
    .execute()
  await audit(ctx, 'mail_import.started', { kind: 'mailbox', id: mailboxId }, { importId: id })
  return { id }
}

/** What came after the desk began to fetch the mailbox is fetched: a customer waits for an answer to it. */
async function untilOf(ctx: Context, mailboxId: string): Promise<Date> {
  const account = await accountOf(ctx, mailboxId)
  return account?.began_at && account.began_at < ctx.now ? account.began_at : ctx.now
}

/** Whoever reads notices with the next few mails. Throws `not_found`. */
export async function stopImport(ctx: Context, id: string): Promise<void> {
  await changeState(ctx, id, 'running', 'stopped')
  await dropLater(ctx, id)
}

/** Goes on behind the last mail that was looked at. Throws `not_found`. */
export async function continueImport(ctx: Context, id: string): Promise<void> {
  await changeState(ctx, id, 'stopped', 'running')
  await dropNever(ctx, id)
}

/** Does nothing where it is so already, or done. */
async function changeState(
  ctx: Context,
  id: string,
  from: 'running' | 'stopped',
  to: 'running' | 'stopped',
): Promise<void> {
  const known = await ctx.db
    .selectFrom('mail_imports')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!known) throw notFound()
  if (known.state !== from) return
  await ctx.db
    .updateTable('mail_imports')
    .set({ state: to, per_second: null, fault: null, fault_at: null, retry_at: null })
    .where('id', '=', id)
    .execute()
}

// What is known of mailboxes that are fetched by IMAP, and what administrators are shown of it.
import type { ImapAccount } from '../../../../../contract/imap.ts'
import type { Context, ReadContext, Statement } from '../../../../platform/context.ts'

export const accountOf = (ctx: Pick<ReadContext, 'db'>, mailboxId: string) =>
  ctx.db.selectFrom('imap_accounts').selectAll().where('mailbox_id', '=', mailboxId).executeTakeFirst()

export type AccountRow = NonNullable<Awaited<ReturnType<typeof accountOf>>>

/** Has the mailbox fetched no more, and forgets the password. Does nothing where it wasn't. */
export async function removeImap(ctx: Context, mailboxId: string): Promise<void> {
  await ctx.db.deleteFrom('imap_accounts').where('mailbox_id', '=', mailboxId).execute()
}

/** A connection is there only as long as the node that holds it. */
const shown: Statement = {
  name: 'imap_accounts_shown',
  text: `select imap_accounts.*, exists (select from nodes where nodes.id = node_id) as held from imap_accounts`,
}

/** How mailboxes are fetched, by their ids. */
export async function accountsShown(ctx: ReadContext): Promise<Map<string, ImapAccount>> {
  const rows = await ctx.run<AccountRow & { held: boolean }>(shown, [])
  return new Map(rows.map(row => [row.mailbox_id, shape(row)]))
}

const shape = (row: AccountRow & { held: boolean }): ImapAccount => ({
  host: row.host,
  port: row.port,
  security: row.security,
  user: row.username,
  folder: row.folder,
  moveTo: row.move_to,
  start: row.start,
  state: {
    connectedSince: row.held ? at(row.connected_at) : null,
    lastMailAt: at(row.last_mail_at),
    fault: row.fault,
    faultAt: at(row.fault_at),
    retryAt: at(row.retry_at),
    passedOver: row.passed_over,
  },
})

const at = (stamp: Date | null): string | null => stamp?.toISOString() ?? null

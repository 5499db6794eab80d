// One mailbox in the hands of one node: whatever is written about it is written only as long as that holds.
import type { UpdateObject } from 'kysely'
import type { ImapFault } from '../../../../../contract/imap.ts'
import { type Context, type Desk, system } from '../../../../platform/context.ts'
import type { Tables } from '../../../../platform/db.ts'
import { type AccountRow, accountOf } from './account-rows.ts'

export interface Post {
  mailboxId: string
  /** The node that holds it. */
  nodeId: string
  /** Of the account's settings. */
  revision: string
}

/** Another node has the mailbox now, or its settings have changed. */
export class NotOurs extends Error {}

export const author = system('imap')

/** Throws NotOurs. */
export async function loadAccount(desk: Desk, { mailboxId, nodeId, revision }: Post): Promise<AccountRow> {
  const row = await accountOf(desk.read(author), mailboxId)
  if (row?.node_id !== nodeId || row.revision !== revision) throw new NotOurs()
  return row
}

/** Writes down how far it is, or how it goes. Throws NotOurs, which ends the transaction. */
export async function note(
  ctx: Context,
  { mailboxId, nodeId, revision }: Post,
  set: UpdateObject<Tables, 'imap_accounts'>,
): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('imap_accounts')
    .set(set)
    .where('mailbox_id', '=', mailboxId)
    .where('node_id', '=', nodeId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotOurs()
}

/** Notes that the connection is gone, and when it is tried again. */
export const noteFault = (desk: Desk, post: Post, fault: ImapFault, wait: number): Promise<void> =>
  desk.transact(author, ctx =>
    note(ctx, post, {
      connected_at: null,
      fault,
      fault_at: ctx.now,
      retry_at: new Date(ctx.now.getTime() + wait),
    }),
  )

/** Lets another node have it at once. */
export const giveUp = (desk: Desk, post: Post): Promise<void> =>
  desk.transact(author, ctx => note(ctx, post, { node_id: null, connected_at: null }))

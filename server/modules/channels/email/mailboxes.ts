// Mailboxes: kept by administrators, looked up for each recipient of a mail that comes in.
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Mailbox, SaveMailbox } from '../../../../contract/email.ts'
import type { Context, ReadContext, Statement } from '../../../platform/context.ts'
import type { Tables } from '../../../platform/db.ts'
import { AppError, isUniqueViolation, notFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { splitFrom } from '../../conversations/index.ts'
import { teamById } from '../../identity/index.ts'
import { accountsShown, removeImap } from './imap/account-rows.ts'
import { identitiesShown } from './senders.ts'

export async function listMailboxes(ctx: ReadContext): Promise<Mailbox[]> {
  const rows = await ctx.db
    .selectFrom('mailboxes')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('address')
    .execute()
  const accounts = await accountsShown(ctx)
  const identities = await identitiesShown(ctx)
  return rows.map(row => ({
    id: row.id,
    address: row.address,
    name: row.name,
    teamId: row.team_id,
    signature: row.signature,
    createdAt: row.created_at.toISOString(),
    forwardsIn: row.forwards_in,
    imap: accounts.get(row.id) ?? null,
    identities: identities.filter(one => one.mailboxId === row.id).map(({ mailboxId: _, ...one }) => one),
  }))
}

/** Where customers may write to. */
export async function mailboxAddresses(ctx: Pick<ReadContext, 'db'>): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('mailboxes')
    .select('address')
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.map(({ address }) => address)
}

/** Makes a mailbox, or changes the one with `id`. Throws `already_exists` when its address is taken. */
export async function saveMailbox(
  ctx: Context,
  wanted: z.output<typeof SaveMailbox>,
  id?: string,
): Promise<{ id: string }> {
  const { teamId: team_id, address, name, signature, forwardsIn: forwards_in } = wanted
  if (team_id && !(await teamById(ctx, team_id))) throw notFound()
  const row = { address: address.toLowerCase(), name, team_id, signature, forwards_in }
  try {
    if (id === undefined) return await addMailbox(ctx, row)
    const changed = await ctx.db
      .updateTable('mailboxes')
      .set(row)
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw notFound()
    return { id }
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('already_exists') : error
  }
}

async function addMailbox(
  ctx: Context,
  row: Pick<Selectable<Tables['mailboxes']>, 'address' | 'name' | 'team_id' | 'signature' | 'forwards_in'>,
): Promise<{ id: string }> {
  const id = newId()
  await ctx.db
    .insertInto('mailboxes')
    .values({ ...row, id, created_at: ctx.now })
    .execute()
  return { id }
}

/** Takes a mailbox out of use; what came through it stays. */
export async function removeMailbox(ctx: Context, id: string): Promise<void> {
  const removed = await ctx.db
    .updateTable('mailboxes')
    .set({ removed_at: ctx.now })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw notFound()
  await removeImap(ctx, id)
}

/** The mailbox that a mail to `address` is for, with whatever stands behind a plus; undefined when it is nobody's here. */
export const mailboxOf = async (ctx: Pick<ReadContext, 'run'>, address: string) =>
  (await mailboxesOf(ctx, [address])).get(address)

/** The same for many. */
export async function mailboxesOf(
  ctx: Pick<ReadContext, 'run'>,
  addresses: readonly string[],
): Promise<Map<string, { id: string }>> {
  const own = addresses.map(ownAddress)
  const rows = await ctx.run<{ id: string; address: string }>(findMailboxes, [own])
  const ids = new Map(rows.map(({ id, address }) => [address, id]))
  return new Map(
    addresses.flatMap((address, index) => {
      const id = ids.get(own[index]!)
      return id ? [[address, { id }]] : []
    }),
  )
}

function ownAddress(address: string): string {
  const [, local = '', domain = ''] = /^([^+@]+)(?:\+[^@]*)?@([^@]+)$/.exec(address.toLowerCase()) ?? []
  return `${local}@${domain}`
}

const findMailboxes: Statement = {
  name: 'find_mailboxes',
  text: 'select id, address from mailboxes where address = any($1) and removed_at is null',
}

/** All that are or were the desk's, in lower case. */
export async function addressesOfDesk(ctx: Pick<ReadContext, 'db'>): Promise<Set<string>> {
  const rows = await ctx.db.selectFrom('mailboxes').select('address').execute()
  return new Set(rows.map(({ address }) => address))
}

/** The addresses of all mailboxes in use. */
export async function ownAddresses(ctx: Pick<ReadContext, 'db'>): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('mailboxes')
    .select('address')
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(({ address }) => address)
}

/** A mailbox in use. */
export const mailboxById = (ctx: Pick<ReadContext, 'db'>, id: string) =>
  ctx.db
    .selectFrom('mailboxes')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()

/** Through which a conversation came, or the one that it was split from; undefined when it is out of use. */
export async function mailboxOfConversation(
  ctx: Pick<ReadContext, 'db'>,
  id: string,
): Promise<Awaited<ReturnType<typeof mailboxById>>> {
  const mail = await ctx.db
    .selectFrom('mails')
    .select('mailbox_id')
    .where('conversation_id', '=', id)
    .where('state', 'in', ['filed', 'unreadable'])
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst()
  if (mail) return mailboxById(ctx, mail.mailbox_id)
  const from = await splitFrom(ctx, id)
  return from === null ? undefined : mailboxOfConversation(ctx, from)
}

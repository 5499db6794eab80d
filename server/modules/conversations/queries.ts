// Reads one conversation and its entries, in the reader's shape.
import type { CustomerConversation, CustomerEntry, StaffEntry } from '../../../contract/conversations.ts'
import type { ReadContext, Statement } from '../../platform/context.ts'
import { type ConversationRow, loadConversation } from './access.ts'
import { directoryFor } from './directory.ts'
import { dueClocksOf } from './due-clocks.ts'
import { positionOf } from './queue.ts'
import {
  type Directory,
  toCustomerConversation,
  toCustomerEntry,
  toStaffConversation,
  toStaffEntry,
} from './shapes.ts'
import type { EntryRow } from './write.ts'

export interface Range {
  /** Entries above this `seq`, oldest first. */
  after?: number
  /** Entries below this `seq`, the newest of them. */
  before?: number
  limit: number
}

/** Entries of a conversation the caller may see, in order; `more` tells whether there are others beyond the limit. */
export async function readEntries(
  ctx: ReadContext,
  id: string,
  { after, before, limit }: Range,
): Promise<EntryRow[]> {
  if (before === undefined) return ctx.run<EntryRow>(entriesAfter, [id, after ?? 0, limit])
  return (await ctx.run<EntryRow>(entriesBefore, [id, before, limit])).reverse()
}

export async function staffPage(ctx: ReadContext, id: string, range: Range) {
  const row = await loadConversation(ctx, id)
  const { entries, more } = await page(ctx, id, range)
  const [directory, clocks] = await Promise.all([directoryFor(ctx, [row], entries), dueClocksOf(ctx, [id])])
  const shaped: StaffEntry[] = entries.map(entry => toStaffEntry(entry, directory))
  const clock = clocks.get(id) ?? null
  return { conversation: { ...toStaffConversation(row, directory), clock }, entries: shaped, more }
}

export async function customerPage(ctx: ReadContext, id: string, range: Range) {
  const row = await loadConversation(ctx, id)
  const { entries, more } = await page(ctx, id, range)
  return { ...(await forCustomer(ctx, row, entries)), more }
}

/** Both in the customer's shape. */
export async function forCustomer(
  ctx: ReadContext,
  row: ConversationRow,
  entries: EntryRow[],
  known?: Directory,
): Promise<{ conversation: CustomerConversation; entries: CustomerEntry[] }> {
  const directory = known ?? (await directoryFor(ctx, [row], entries))
  const position = await positionOf(ctx, row)
  return {
    conversation: toCustomerConversation(row, directory, position),
    entries: entries.map(entry => toCustomerEntry(entry, directory)),
  }
}

/** All conversations of the customer who asks, newest first. */
export async function customersOwn(ctx: ReadContext, customerId: string): Promise<CustomerConversation[]> {
  const rows = await ctx.db
    .selectFrom('conversations')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('last_entry_at', 'desc')
    .limit(100)
    .execute()
  const directory = await directoryFor(ctx, rows)
  return Promise.all(
    rows.map(async row => toCustomerConversation(row, directory, await positionOf(ctx, row))),
  )
}

async function page(
  ctx: ReadContext,
  id: string,
  range: Range,
): Promise<{ entries: EntryRow[]; more: boolean }> {
  const found = await readEntries(ctx, id, { ...range, limit: range.limit + 1 })
  const more = found.length > range.limit
  if (!more) return { entries: found, more }
  return { entries: range.before === undefined ? found.slice(0, -1) : found.slice(1), more }
}

const entriesAfter: Statement = {
  name: 'entries_after',
  text: 'select * from entries where conversation_id = $1 and seq > $2 order by seq limit $3',
}

const entriesBefore: Statement = {
  name: 'entries_before',
  text: 'select * from entries where conversation_id = $1 and seq < $2 order by seq desc limit $3',
}

/** What tells a conversation apart, whoever asks: for those who decide by something else who may write to it. */
export async function conversationHead(
  ctx: Pick<ReadContext, 'db'>,
  by: { id: string } | { number: number },
) {
  const heads = ctx.db
    .selectFrom('conversations')
    .select([
      'id',
      'number',
      'customer_id',
      'status',
      'channel',
      'subject',
      'merged_into',
      'team_id',
      'locale',
    ])
  const one = 'id' in by ? heads.where('id', '=', by.id) : heads.where('number', '=', by.number)
  return one.executeTakeFirst()
}

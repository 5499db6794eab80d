// Messages about something else become a conversation of their own: copies, which say where they are from.
import type { SplitOff } from '../../../contract/related.ts'
import { type Actor, type Context, system } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { screen } from '../safety/index.ts'
import { type ConversationRow, lockConversation } from './access.ts'
import { blankRow } from './blank-row.ts'
import { isMerged } from './continued.ts'
import { byName } from './lock-both.ts'
import { type EntryRow, insert, type NewEntry, type Written, write } from './write.ts'

/**
 * Makes a conversation of these messages of the customer's; gives its id. The same `clientId` again gives the same one.
 * Throws `not_found` for anything but messages of the customer's that are still there.
 */
export async function split(ctx: Context, id: string, wanted: SplitOff): Promise<string> {
  const row = await lockConversation(ctx, id)
  if (row.status === 'merged') throw isMerged(row)
  const made = await madeBefore(ctx, row, wanted.clientId)
  if (made) return made
  const seqs = [...new Set(wanted.seqs)].sort((one, other) => one - other)
  const messages = await messagesOf(ctx, row, seqs)
  if (messages.length < seqs.length) throw notFound()
  const subject = wanted.subject ? screen(wanted.subject).text : null
  const [written] = insert(ctx, [
    {
      row: { ...rowOf(ctx, row), client_id: wanted.clientId, subject },
      entries: [origin(ctx, row, seqs), ...messages.map(copyOf)],
    },
  ])
  await settle(ctx, row, written!, seqs)
  return written!.row.id
}

async function settle(ctx: Context, from: ConversationRow, { row, entries }: Written, seqs: number[]) {
  const about = { conversationId: row.id }
  ctx.emit('conversation.opened', { customerId: row.customer_id, status: row.status, live: row.live }, about)
  await ctx.db
    .insertInto('splits')
    .values({ conversation_id: row.id, from_id: from.id, seqs, at: ctx.now })
    .execute()
  const files = [...new Set(entries.flatMap(entry => entry.attachment_ids))]
  if (files.length > 0) {
    const shared = files.map(file => ({ attachment_id: file, conversation_id: row.id }))
    await ctx.db.insertInto('shared_files').values(shared).execute()
  }
  // What was awaited came behind the new row, so its number is here.
  const values = { by: byName(ctx), number: row.number, conversationId: row.id }
  write(ctx, [{ row: from, entries: [{ kind: 'line', author: ctx.actor, code: 'split_into', values }] }])
}

const origin = (ctx: Context, { id, number }: ConversationRow, seqs: number[]): NewEntry => ({
  kind: 'line',
  author: ctx.actor,
  code: 'split_from',
  values: { by: byName(ctx), number, conversationId: id, seqs: seqs.join(' ') },
})

function copyOf({ body, attachment_ids, author_id: id }: EntryRow): NewEntry {
  const author: Actor = id
    ? { kind: 'customer', id, verified: false, sessionId: '' }
    : system('conversations')
  return { kind: 'message', author, body, attachmentIds: attachment_ids }
}

async function madeBefore(ctx: Context, row: ConversationRow, clientId: string): Promise<string | undefined> {
  const made = await ctx.db
    .selectFrom('conversations')
    .innerJoin('splits', 'splits.conversation_id', 'conversations.id')
    .select('conversations.id')
    .where('customer_id', '=', row.customer_id)
    .where('client_id', '=', clientId)
    .where('from_id', '=', row.id)
    .executeTakeFirst()
  if (made) return made.id
  const taken = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('customer_id', '=', row.customer_id)
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  if (taken) throw new AppError('already_exists')
}

const messagesOf = (ctx: Context, row: ConversationRow, seqs: number[]): Promise<EntryRow[]> =>
  ctx.db
    .selectFrom('entries')
    .selectAll()
    .where('conversation_id', '=', row.id)
    .where('seq', 'in', seqs)
    .where('kind', '=', 'message')
    .where('author_kind', '=', 'customer')
    .where('deleted_at', 'is', null)
    .orderBy('seq')
    .execute()

/** With the same people, on the same way to the customer; nobody waits in it live. */
const rowOf = ({ now }: Context, row: ConversationRow): ConversationRow => ({
  ...row,
  ...blankRow(now),
  status: 'open',
})

/** The conversation that one was split from, if it was: for those who look for what led to it. */
export async function splitFrom(ctx: Pick<Context, 'db'>, id: string): Promise<string | null> {
  const query = ctx.db.selectFrom('splits').select('from_id').where('conversation_id', '=', id)
  return (await query.executeTakeFirst())?.from_id ?? null
}

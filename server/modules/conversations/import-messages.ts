// What was said long ago, elsewhere: becomes conversations that are over, with their own dates; nobody is told and nothing follows.
import type { ChannelName } from '../../../contract/conversations.ts'
import type { Context, CustomerActor, Statement } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { attachTo } from '../safety/index.ts'
import type { ConversationRow } from './access.ts'
import { blankRow } from './blank-row.ts'
import { recordCountChanges } from './counts.ts'
import { previewOf } from './rules.ts'
import { redactSplitSecrets } from './split-secrets.ts'
import {
  type EntryRow,
  insertConversations,
  insertEntries,
  type NewEntry,
  roughly,
  toRow,
  updateState,
  type Writing,
} from './write.ts'

export interface ImportedMessage {
  /** The same one again must not be imported. */
  clientId: string
  /** The customer, or the desk under this name. */
  from: 'customer' | { name: string }
  at: Date
  /** Screened already. */
  body: string
  /** Files of the customer's. */
  attachmentIds: string[]
  secretsRemoved: number
}

/** Messages of one conversation, in the order in which they are to stand. */
export interface ImportedThread {
  /** The one that they go on with, out of `untouchedImports`; null begins one. */
  into: ConversationRow | null
  customer: CustomerActor
  channel: ChannelName
  subject: string | null
  locale: string
  teamId: string | null
  tags: string[]
  /** Index in `priorities`. */
  priority: number
  messages: ImportedMessage[]
}

export interface ImportedPlace {
  conversationId: string
  /** Of the messages, in their order. */
  seqs: number[]
}

/** Writes them all, solved and read; gives where each thread stands. Every message is told of by `conversation.imported` alone. */
export async function importMessages(
  ctx: Context,
  threads: readonly ImportedThread[],
): Promise<ImportedPlace[]> {
  if (threads.length === 0) return []
  const drafts = threads.map(thread => draftOf(ctx, thread))
  await redactSplitSecrets(
    ctx,
    drafts.flatMap(({ writing, said }) => said.map(({ entry }) => ({ writing, entry }))),
  )
  const written = drafts.map(rowsOf)
  const opened = written.filter((_, index) => threads[index]!.into === null)
  const gone = written.filter((_, index) => threads[index]!.into !== null)
  if (opened.length > 0) ctx.send(...insertConversations(opened.map(({ row }) => row)))
  if (gone.length > 0) ctx.send(...updateState(gone.map(({ row }) => row)))
  ctx.send(...insertEntries(written.flatMap(({ entries }) => entries)))
  recordCountChanges(
    ctx,
    opened.map(({ row }) => ({ after: row })),
  )
  await attachAll(ctx, drafts)
  for (const [index, { row }] of written.entries()) {
    const from = drafts[index]!.writing.row.seq + 1
    ctx.emit('conversation.imported', { from, to: row.seq }, { conversationId: row.id })
  }
  return drafts.map(({ writing: { row, entries }, said }) => ({
    conversationId: row.id,
    seqs: said.map(({ entry }) => row.seq + entries.indexOf(entry) + 1),
  }))
}

/** Imported conversations among these that nobody has touched since, locked until the end of the transaction. */
export async function untouchedImports(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, ConversationRow>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.run<ConversationRow>(lockUntouched, [[...new Set(ids)]])
  return new Map(rows.map(row => [row.id, row]))
}

// What is opened any other way is solved by a change, and that is another version.
const lockUntouched: Statement = {
  name: 'lock_untouched_imports',
  text: `select * from conversations where id = any($1::uuid[]) and status = 'solved' and version = 1
    order by id for update`,
}

interface Draft {
  thread: ImportedThread
  writing: Writing
  said: { entry: NewEntry; message: ImportedMessage }[]
}

const desk = { kind: 'system', name: 'import' } as const

function draftOf(ctx: Context, thread: ImportedThread): Draft {
  const said = thread.messages.map(message => {
    const { from, clientId, body, attachmentIds } = message
    const author = from === 'customer' ? thread.customer : desk
    return { message, entry: { kind: 'message', author, clientId, body, attachmentIds } satisfies NewEntry }
  })
  const entries = said.flatMap(({ entry, message }): NewEntry[] =>
    message.secretsRemoved > 0 ? [entry, { kind: 'line', author: desk, code: 'secret_removed' }] : [entry],
  )
  return { thread, said, writing: { row: thread.into ?? rowOf(ctx, thread), entries } }
}

/** The rows as they are to stand. What the desk adds, such as a line about a secret, is as old as the message before it. */
function rowsOf({ writing: { row, entries }, said }: Draft): { row: ConversationRow; entries: EntryRow[] } {
  const messages = new Map(said.map(({ entry, message }) => [entry, message]))
  let { at } = said[0]!.message
  const rows = entries.map((entry, index) => {
    const message = messages.get(entry)
    at = message?.at ?? at
    const written = toRow(at, row.id, row.seq + index + 1, entry)
    return message && message.from !== 'customer' ? { ...written, ...ofDesk(message.from.name) } : written
  })
  return { row: rowAfter(row, rows), entries: rows }
}

const ofDesk = (name: string) => ({ author_kind: 'staff', author_id: null, author_name: name }) as const

function rowAfter(row: ConversationRow, rows: EntryRow[]): ConversationRow {
  const seq = row.seq + rows.length
  const newest = rows
    .filter(({ kind }) => kind === 'message')
    .reduce((last, one) => (one.at >= last.at ? one : last))
  const after = { ...row, seq, read_by_desk: seq, read_by_customer: seq }
  if (row.seq > 0 && newest.at < row.last_entry_at) return after
  const preview = previewOf(newest.body, newest.attachment_ids.length)
  return {
    ...after,
    preview,
    public_preview: preview,
    last_author: newest.author_kind,
    last_entry_at: newest.at,
    active_at: roughly(newest.at),
  }
}

async function attachAll(ctx: Context, drafts: readonly Draft[]): Promise<void> {
  for (const { thread, writing, said } of drafts) {
    const attachmentIds = said.flatMap(({ message }) => message.attachmentIds)
    await attachTo(ctx, { conversationId: writing.row.id, attachmentIds, actor: thread.customer })
  }
}

const rowOf = (
  ctx: Context,
  { customer, messages: [first], channel, subject, locale, priority, teamId, tags }: ImportedThread,
): ConversationRow => ({
  ...blankRow(first?.at ?? ctx.now),
  customer_id: customer.id,
  client_id: first?.clientId ?? newId(),
  channel,
  subject,
  topic: null,
  locale,
  status: 'solved',
  priority,
  complexity: 1,
  assignee_id: null,
  team_id: teamId,
  tags,
  page: null,
})

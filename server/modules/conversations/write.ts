// Where every entry and every change of state is written: numbers entries under the row's lock, keeps the counters, tells the desk.
import type { Selectable } from 'kysely'
import { customerLineCodes, type LineCode, type LineValues } from '../../../contract/conversations.ts'
import { type Actor, actorId, type Context, type Statement } from '../../platform/context.ts'
import { inserting, updating } from '../../platform/rows.ts'
import type { ConversationRow } from './access.ts'
import { recordCountChanges } from './counts.ts'
import { previewOf } from './rules.ts'
import type { EntriesTable } from './tables.ts'

export type EntryRow = Selectable<EntriesTable>

/** Somebody in copy who wrote on the customer's side. */
export interface Participant {
  customerId: string
  name: string
}

export interface NewEntry {
  kind: EntryRow['kind']
  author: Actor
  /** Who wrote it, where that is somebody beside the customer. */
  by?: Participant
  clientId?: string | null
  body?: string
  attachmentIds?: string[]
  mentions?: string[]
  target?: number
  code?: LineCode
  values?: LineValues
  /** Of an edit or a deletion: whether its target is hidden from the customer. */
  internal?: boolean
}

/** What one conversation gets in one transaction. */
export interface Writing {
  /** The locked row as it was; or one that is remembered, with its `mark`, which fails the transaction when it's another by now. */
  row: ConversationRow
  mark?: string
  entries: NewEntry[]
  set?: Partial<ConversationRow>
}

export interface Written {
  row: ConversationRow
  entries: EntryRow[]
  /** Of the row as it was written, where it was written alone: nobody has changed it as long as the database's is the same. */
  mark?: string
}

/** Writes to any number of conversations whose rows are locked, or to one remembered; gives what stands once this is committed. */
export function write(ctx: Context, writings: Writing[]): Written[] {
  if (writings.length === 0) return []
  const written = writings.map(writing => next(ctx, writing))
  const rows = written.map(({ row }) => row)
  const entries = written.flatMap(one => one.entries)
  // First the row: where it wasn't locked before, it is now, and others wait for it as they do for a lock.
  const update = writings.some(({ set }) => set) ? updateState : updateActivity
  const [statement, values] = update(rows, writings.length === 1 ? writings[0]!.mark : undefined)
  ctx.send(statement, values, ([answer]: { mark: string }[]) => {
    if (answer) written[0]!.mark = answer.mark
  })
  if (entries.length > 0) ctx.send(...insertEntries(entries))
  const moves = written.map(({ row }, index) => ({ before: writings[index]!.row, after: row }))
  recordCountChanges(ctx, moves)
  for (const [index, one] of written.entries()) announce(ctx, writings[index]!.row, one)
  return written
}

/**
 * Inserts new conversations with their first entries; gives each as it stands once this is committed. `row` is a blank
 * one; its number is there with the commit. The transaction fails where the customer's `client_id` has one already.
 */
export function insert(ctx: Context, writings: Writing[]): Written[] {
  const written = writings.map(writing => next(ctx, writing))
  const rows = written.map(({ row }) => row)
  const [statement, values] = insertConversations(rows)
  ctx.send(statement, values, (numbered: { id: string; number: number }[]) => {
    const numbers = new Map(numbered.map(({ id, number }) => [id, number]))
    for (const row of rows) row.number = numbers.get(row.id)!
  })
  ctx.send(...insertEntries(written.flatMap(({ entries }) => entries)))
  recordCountChanges(
    ctx,
    rows.map(after => ({ after })),
  )
  const live = rows.filter(row => row.live).map(row => row.id)
  if (live.length > 0) ctx.send(insertPresences, [live])
  for (const one of written) announce(ctx, { ...one.row, seq: 0 }, one)
  return written
}

/** Whether a transaction failed because the customer's `client_id` has a conversation already. */
export const opensAgain = (error: unknown): boolean =>
  constraintOf(error) === 'conversations_customer_id_client_id_key'

/** Whether a transaction failed because an entry with the `client_id` is in its conversation already. */
export const appendsAgain = (error: unknown): boolean => constraintOf(error) === 'entries_client_id'

const constraintOf = (error: unknown) => (error as { constraint?: string }).constraint

function next(ctx: Context, { row, entries, set = {} }: Writing): Written {
  const rows = entries.map((entry, index) => toRow(ctx.now, row.id, row.seq + index + 1, entry))
  const messages = rows.filter(entry => entry.kind === 'message')
  const fromCustomer = messages.filter(entry => entry.author_kind === 'customer').length
  const toCustomer = messages.length - fromCustomer
  const isAnswered = messages.some(isAnswer)
  const newest = rows.findLast(entry => entry.kind === 'message' || entry.kind === 'note')
  const preview = newest && previewOf(newest.body, newest.attachment_ids.length)
  return {
    entries: rows,
    row: {
      ...row,
      ...(newest && {
        preview: preview!,
        ...(!newest.internal && { public_preview: preview! }),
        last_author: newest.author_kind,
        last_entry_at: ctx.now,
        active_at: roughly(ctx.now),
      }),
      // An answer means that the desk has read what stood there.
      unread_by_desk: isAnswered ? fromCustomerAfterAnswer(messages) : row.unread_by_desk + fromCustomer,
      unread_by_customer: row.unread_by_customer + toCustomer,
      waiting_since: waitingSince(ctx.now, row.waiting_since, messages),
      ...(isAnswered && { read_by_desk: beforeAnswer(messages) }),
      ...set,
      seq: row.seq + rows.length,
      version: row.version + (Object.keys(set).length > 0 ? 1 : 0),
    },
  }
}

/** What a rule sends by itself is no answer: the customer goes on waiting, and nobody has read what they wrote. */
const isAnswer = ({ author_kind: author }: EntryRow): boolean => author !== 'customer' && author !== 'system'

const fromCustomerAfterAnswer = (messages: EntryRow[]): number =>
  messages.slice(messages.findLastIndex(isAnswer) + 1).filter(entry => entry.author_kind === 'customer')
    .length

/** Up to the answer, also where the customer wrote in the very batch that holds it. */
const beforeAnswer = (messages: EntryRow[]): number => messages.findLast(isAnswer)!.seq - 1

function waitingSince(now: Date, before: Date | null, messages: EntryRow[]): Date | null {
  const last = messages.findLast(entry => entry.author_kind !== 'system')
  if (!last) return before
  return last.author_kind === 'customer' ? (before ?? now) : null
}

export function toRow(now: Date, conversationId: string, seq: number, entry: NewEntry): EntryRow {
  const { author } = entry
  return {
    conversation_id: conversationId,
    seq,
    kind: entry.kind,
    at: now,
    author_kind:
      author.kind === 'customer'
        ? 'customer'
        : author.kind === 'staff' || author.kind === 'key'
          ? 'staff'
          : 'system',
    author_id: entry.by?.customerId ?? actorId(author),
    // A name on the customer's side is that of somebody in copy: the customer's own is looked up.
    author_name: author.kind === 'staff' || author.kind === 'key' ? author.name : (entry.by?.name ?? null),
    client_id: entry.clientId ?? null,
    body: entry.body ?? '',
    target: entry.target ?? null,
    code: entry.code ?? null,
    line_values: entry.values ?? null,
    mentions: entry.mentions ?? [],
    attachment_ids: entry.attachmentIds ?? [],
    edited_at: null,
    deleted_at: null,
    internal: entry.internal ?? isInternal(entry),
  }
}

const customersLines = new Set<string>(customerLineCodes)

const isInternal = ({ kind, code }: NewEntry): boolean =>
  kind === 'note' || (kind === 'line' && !customersLines.has(code ?? ''))

function announce(ctx: Context, before: ConversationRow, written: Written): void {
  const { row, entries } = written
  const about = { conversationId: row.id, hint: written }
  if (entries.length > 0) {
    const wrote = (kind: string) =>
      entries.some(entry => entry.kind === 'message' && entry.author_kind === kind)
    const data = {
      from: before.seq + 1,
      to: row.seq,
      customerWrote: wrote('customer'),
      staffWrote: wrote('staff'),
      customerWaits: row.waiting_since !== null,
    }
    ctx.emit('entries.appended', data, about)
    const { from, to } = data
    if (data.staffWrote || wrote('system'))
      ctx.emit('customer.answered', { channel: row.channel, from, to }, { conversationId: row.id })
  }
  if (row.version === before.version) return
  if (row.side_of && isDone(row) && !isDone(before))
    ctx.emit('side.settled', { ofId: row.side_of, version: row.version }, { conversationId: row.id })
  ctx.emit(
    'conversation.changed',
    {
      status: row.status,
      previousStatus: before.status,
      assigneeId: row.assignee_id,
      previousAssigneeId: before.assignee_id,
      teamId: row.team_id,
      previousTeamId: before.team_id,
      live: row.live,
      ...(row.tags !== before.tags && { addedTags: row.tags.filter(tag => !before.tags.includes(tag)) }),
      seq: row.seq,
      version: row.version,
    },
    about,
  )
}

const isDone = ({ status }: ConversationRow): boolean => status === 'solved' || status === 'closed'

/** To ten seconds; see the migration. */
export const roughly = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 10_000) * 10_000)

/** What every message changes, and nothing else. */
const activityColumns = [
  'seq',
  'preview',
  'public_preview',
  'last_author',
  'last_entry_at',
  'active_at',
  'waiting_since',
  'read_by_desk',
  'unread_by_desk',
  'unread_by_customer',
] as const

const stateColumns = [
  'version',
  'status',
  'live',
  'priority',
  'complexity',
  'subject',
  'topic',
  'assignee_id',
  'team_id',
  'tags',
  'queued_at',
  'snoozed_until',
  'read_by_customer',
] as const

const identityColumns = ['id', 'customer_id', 'client_id', 'channel', 'locale', 'page', 'created_at'] as const

const entryColumns = [
  'conversation_id',
  'seq',
  'kind',
  'at',
  'author_kind',
  'author_id',
  'author_name',
  'client_id',
  'body',
  'target',
  'code',
  'line_values',
  'mentions',
  'attachment_ids',
  'internal',
] as const

/** Of new ones they are what the database takes for granted. */
const mergeColumns = ['merged_into', 'merged_number', 'unmerged'] as const

export const insertConversations = inserting(
  'conversations',
  [...identityColumns, ...activityColumns, ...stateColumns],
  'id, number',
)
export const insertEntries = inserting('entries', entryColumns)
const updateActivity = updating('conversations', 'write_messages', activityColumns)
export const updateState = updating('conversations', 'write_with_state', [
  ...activityColumns,
  ...stateColumns,
  ...mergeColumns,
])

const insertPresences: Statement = {
  name: 'insert_presences',
  text: 'insert into customer_presences (conversation_id, seen_at) select id, now() from unnest($1::uuid[]) as given(id)',
}

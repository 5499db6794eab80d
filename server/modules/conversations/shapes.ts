// What staff and customers get to see of a row. The customer's shapes have no room for what isn't theirs.
import {
  type Attachment,
  type Author,
  type Conversation,
  type CustomerConversation,
  type CustomerEntry,
  complexities,
  type customerLineCodes,
  priorities,
  type StaffEntry,
  type Topic,
} from '../../../contract/conversations.ts'
import type { ConversationRow } from './access.ts'
import type { EntryRow } from './write.ts'

/** Names that stand for ids, and files; loaded once for all rows of an answer. */
export interface Directory {
  staff: ReadonlyMap<string, string>
  teams: ReadonlyMap<string, string>
  customers: ReadonlyMap<
    string,
    { name: string | null; email: string | null; verified: boolean; tier: string | null }
  >
  attachments: ReadonlyMap<string, Attachment>
}

export function toStaffConversation(row: ConversationRow, directory: Directory): Conversation {
  const customer = directory.customers.get(row.customer_id)
  return {
    ...common(row),
    unread: row.unread_by_desk,
    priority: priorities[row.priority] ?? 'normal',
    complexity: complexities[row.complexity] ?? 'normal',
    assignee: named(directory.staff, row.assignee_id),
    team: named(directory.teams, row.team_id),
    tags: row.tags,
    customer: {
      id: row.customer_id,
      name: customer?.name ?? null,
      verified: customer?.verified ?? false,
      email: customer?.email ?? null,
      tier: customer?.tier ?? null,
    },
    preview: row.preview,
    lastAuthor: row.last_author as Conversation['lastAuthor'],
    queuedAt: row.queued_at?.toISOString() ?? null,
    waitingSince: row.waiting_since?.toISOString() ?? null,
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    readByCustomer: row.read_by_customer,
    mergedInto: goesOnIn(row),
    sideOf:
      row.side_of !== null && row.side_of_number !== null
        ? { id: row.side_of, number: row.side_of_number }
        : null,
  }
}

/** `preview` of a note is not the customer's: theirs comes from their own entries. */
export function toCustomerConversation(
  row: ConversationRow,
  directory: Directory,
  position: number | null,
): CustomerConversation {
  return {
    ...common(row),
    // How the desk sorts its work is the desk's business.
    status: row.status === 'on_hold' || row.status === 'snoozed' ? 'open' : row.status,
    unread: row.unread_by_customer,
    agent: row.assignee_id ? { name: directory.staff.get(row.assignee_id) ?? '' } : null,
    readByDesk: row.read_by_desk,
    preview: row.public_preview,
    position,
    reachable: Boolean(directory.customers.get(row.customer_id)?.email),
    continuedIn: goesOnIn(row),
  }
}

const goesOnIn = ({ merged_into: id, merged_number: number }: ConversationRow) =>
  id !== null && number !== null ? { id, number } : null

function common(row: ConversationRow) {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    topic: row.topic as Topic | null,
    locale: row.locale,
    channel: row.channel,
    status: row.status,
    live: row.live,
    seq: row.seq,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    lastEntryAt: row.last_entry_at.toISOString(),
  }
}

const named = (names: ReadonlyMap<string, string>, id: string | null) =>
  id ? { id, name: names.get(id) ?? '' } : null

export function toStaffEntry(row: EntryRow, directory: Directory): StaffEntry {
  const base = { ...baseOf(row), author: authorOf(row, directory) }
  if (row.kind === 'note') return { ...base, ...textOf(row, directory), kind: 'note', mentions: row.mentions }
  if (row.kind === 'message') return { ...base, ...textOf(row, directory), kind: 'message' }
  if (row.kind === 'line') return { ...base, kind: 'line', code: row.code!, values: row.line_values ?? {} }
  if (row.kind === 'edit') return { ...base, kind: 'edit', target: row.target!, body: row.body }
  return { ...base, kind: 'deletion', target: row.target! }
}

export function toCustomerEntry(row: EntryRow, directory: Directory): CustomerEntry {
  const base = { ...baseOf(row), author: authorOf(row, directory) }
  if (row.internal || row.kind === 'note') return { ...baseOf(row), kind: 'hidden' }
  if (row.kind === 'message') return { ...base, ...textOf(row, directory), kind: 'message' }
  if (row.kind === 'edit') return { ...base, kind: 'edit', target: row.target!, body: row.body }
  if (row.kind === 'deletion') return { ...base, kind: 'deletion', target: row.target! }
  const code = row.code as (typeof customerLineCodes)[number]
  return { ...base, kind: 'line', code, values: row.line_values ?? {} }
}

const baseOf = (row: EntryRow) => ({
  conversationId: row.conversation_id,
  seq: row.seq,
  at: row.at.toISOString(),
})

const textOf = (row: EntryRow, { attachments }: Directory) => ({
  clientId: row.client_id,
  body: row.body,
  attachments: row.attachment_ids.map(id => attachments.get(id)).filter(file => file !== undefined),
  editedAt: row.edited_at?.toISOString() ?? null,
  deletedAt: row.deleted_at?.toISOString() ?? null,
})

function authorOf(row: EntryRow, { customers }: Directory): Author {
  const { author_kind, author_id: id, author_name } = row
  if (author_kind !== 'customer') return { kind: author_kind, id, name: author_name }
  if (author_name !== null) return { kind: 'participant', id, name: author_name }
  return { kind: author_kind, id, name: customers.get(id ?? '')?.name ?? null }
}

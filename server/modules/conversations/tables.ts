// The tables of this module.
import type { ColumnType, Generated } from 'kysely'
import type { DueClock } from '../../../contract/clocks.ts'
import type { ChannelName, LineCode, LineValues, Status } from '../../../contract/conversations.ts'

type Stamp = ColumnType<Date, Date | string, Date | string>
type MaybeStamp = ColumnType<Date | null, Date | string | null, Date | string | null>

export interface ConversationsTable {
  id: string
  number: number
  customer_id: string
  client_id: string
  channel: ChannelName
  subject: string | null
  topic: string | null
  locale: string
  status: Status
  live: boolean
  priority: Generated<number>
  /** Index in `complexities`. */
  complexity: Generated<number>
  assignee_id: string | null
  team_id: string | null
  tags: Generated<string[]>
  page: string | null
  seq: number
  version: Generated<number>
  preview: string
  public_preview: string
  last_author: string
  last_entry_at: Stamp
  active_at: Stamp
  created_at: Stamp
  queued_at: MaybeStamp
  waiting_since: MaybeStamp
  snoozed_until: MaybeStamp
  read_by_desk: Generated<number>
  read_by_customer: Generated<number>
  unread_by_desk: Generated<number>
  unread_by_customer: Generated<number>
  merged_into: string | null
  merged_number: number | null
  unmerged: Generated<boolean>
  side_of: string | null
  side_of_number: number | null
}

export interface EntriesTable {
  conversation_id: string
  seq: number
  kind: 'message' | 'note' | 'line' | 'edit' | 'deletion'
  at: Stamp
  author_kind: 'customer' | 'staff' | 'assistant' | 'system'
  author_id: string | null
  author_name: string | null
  client_id: string | null
  body: Generated<string>
  target: number | null
  code: LineCode | null
  line_values: ColumnType<LineValues | null, string | null, string | null>
  mentions: Generated<string[]>
  attachment_ids: Generated<string[]>
  edited_at: MaybeStamp
  deleted_at: MaybeStamp
  internal: boolean
}

/** What a merge takes from a conversation; instants as ISO 8601. */
export interface BeforeMerge {
  status: Status
  snoozedUntil: string | null
  waitingSince: string | null
  unread: number
}

export interface TasksTable {
  id: string
  conversation_id: string
  title: string
  due_at: Date | null
  assignee_id: string | null
  created_at: Date
  done_at: Date | null
}

export interface ConversationTables {
  conversations: ConversationsTable
  entries: EntriesTable
  entry_versions: { conversation_id: string; seq: number; replaced_by: number; body: string }
  customer_presences: { conversation_id: string; seen_at: Stamp }
  tasks: TasksTable
  mentions: { staff_id: string; conversation_id: string; seq: number; at: Stamp }
  drafts: { conversation_id: string; staff_id: string; kind: 'message' | 'note'; body: string; at: Stamp }
  conversation_counts: { status: Status; team_id: string | null; assignee_id: string | null; n: number }
  conversation_count_changes: {
    id: Generated<number>
    status: Status
    team_id: string | null
    assignee_id: string | null
    delta: number
  }
  due_clocks: {
    conversation_id: string
    due_at: Date | null
    clock: ColumnType<DueClock, string, string>
  }
  entry_search: { conversation_id: string; seq: number; at: Stamp; terms: string }
  merges: {
    conversation_id: string
    into_id: string
    at: Stamp
    before: ColumnType<BeforeMerge, string, never>
    undone_at: MaybeStamp
  }
  conversation_links: { low_id: string; high_id: string; at: Stamp }
  sides: { conversation_id: string; of_id: string; at: Stamp }
  splits: { conversation_id: string; from_id: string; seqs: number[]; at: Stamp }
  shared_files: { attachment_id: string; conversation_id: string }
  same_requests: { conversation_id: string; of_id: string; at: Stamp; dismissed_at: MaybeStamp }
}

declare module '../../platform/db.ts' {
  interface Tables extends ConversationTables {}
}

// The tables of this module.
import type { ColumnType } from 'kysely'
import type { BulkReply, Macro, Reason, Rule, RuleRun } from '../../../contract/automation.ts'
import type { VersionedTable, VersionTable } from '../../platform/versions.ts'

type Stamp = ColumnType<Date, Date | string, Date | string>
type Json<T> = ColumnType<T, string, string>

export interface CannedRepliesTable {
  id: string
  shortcut: string
  title: string
  body: string
  locale: string | null
  team_id: string | null
  created_by: string
  updated_at: Stamp
}

export interface MacrosTable {
  id: string
  version: number
  shortcut: string
  name: string
  team_id: string | null
  content: Json<Pick<Macro, 'send' | 'actions'>>
  created_by: string
  updated_at: Stamp
}

export interface BulkRepliesTable {
  id: string
  staff_id: string
  body: string
  next_status: 'waiting' | 'solved' | null
  state: BulkReply['state']
  created_at: Date
  starts_at: Date
}

export interface RuleRunsTable {
  id: string
  at: Date
  rule_id: string
  rule_version: number
  conversation_id: string
  number: number
  cause: string
  outcome: RuleRun['outcome']
  reasons: Json<Reason[]>
  steps: Json<RuleRun['steps']>
  seq_from: number
  seq_to: number
  chain: string[]
}

declare module '../../platform/db.ts' {
  interface Tables {
    canned_replies: CannedRepliesTable
    macros: MacrosTable
    macro_runs: {
      conversation_id: string
      client_id: string
      macro_id: string
      macro_version: number
      at: Date
    }
    rules: VersionedTable
    rule_versions: VersionTable<Rule> & { rule_id: string }
    rule_runs: RuleRunsTable
    bulk_replies: BulkRepliesTable
    bulk_reply_targets: {
      bulk_reply_id: string
      place: number
      conversation_id: string
      seen: number
      outcome: ColumnType<'sent' | 'skipped' | null, undefined, 'sent' | 'skipped'>
      code: ColumnType<string | null, undefined, string | null>
    }
    rule_clocks: { rule_id: string; hours: number; at: Date; conversation_id: string }
  }
}

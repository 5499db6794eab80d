// The tables of this module.
import type { ColumnType } from 'kysely'

export interface CannedRepliesTable {
  id: string
  shortcut: string
  title: string
  body: string
  locale: string | null
  team_id: string | null
  created_by: string
  updated_at: ColumnType<Date, Date | string, Date | string>
}

declare module '../../platform/db.ts' {
  interface Tables {
    canned_replies: CannedRepliesTable
  }
}

// The tables of this module.
import type { ColumnType, Generated } from 'kysely'

type Stamp = ColumnType<Date, Date | string, Date | string>

export interface PresencesTable {
  staff_id: string
  available: boolean
  capacity: Generated<number>
  since: Stamp
  assigned_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  seen_at: Generated<Stamp>
}

declare module '../../platform/db.ts' {
  interface Tables {
    presences: PresencesTable
  }
}

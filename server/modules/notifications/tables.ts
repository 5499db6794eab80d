// The tables of this module.
import type { ColumnType, Generated } from 'kysely'
import type { Template } from './templates.ts'

type Stamp = ColumnType<Date, Date, Date>
type MaybeStamp = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface OutgoingMailsTable {
  id: string
  recipient: string
  template: Template
  locale: string
  /** Values of the template, encrypted; gone as soon as the mail is sent or given up. */
  sealed_values: Buffer | null
  tries: Generated<number>
  created_at: Stamp
  claimed_until: MaybeStamp
  sent_at: MaybeStamp
  failed_at: MaybeStamp
  failure: ColumnType<string | null, string | null | undefined, string | null>
}

declare module '../../platform/db.ts' {
  interface Tables {
    outgoing_mails: OutgoingMailsTable
  }
}

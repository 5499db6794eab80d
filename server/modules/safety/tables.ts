// The table of uploaded files; their bytes are in the storage, under keys that no name leads to.
import type { ColumnType } from 'kysely'

declare module '../../platform/db.ts' {
  interface Tables {
    attachments: {
      id: string
      storage_key: string
      name: string
      size: number
      type: string
      image: boolean
      owner_kind: string
      owner_id: string
      conversation_id: ColumnType<string | null, undefined, string>
      created_at: Date
    }
  }
}

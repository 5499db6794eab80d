// The tables of this module.
import type { ColumnType, Generated } from 'kysely'
import type { Permission, Role } from '../../../contract/permissions.ts'

type Stamp = ColumnType<Date, Date, Date>
type MaybeStamp = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface StaffTable {
  id: string
  name: string
  email: string
  role: Role
  locale: Generated<string>
  password_hash: string | null
  totp_secret: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  totp_confirmed_at: MaybeStamp
  totp_last_step: ColumnType<number | null, number | null | undefined, number | null>
  disabled_at: MaybeStamp
  created_at: Stamp
}

export interface StaffSessionsTable {
  id: string
  token_hash: Buffer
  staff_id: string
  second_factor: boolean
  ip: string
  user_agent: string
  created_at: Stamp
  seen_at: Stamp
  expires_at: Stamp
  ended_at: MaybeStamp
}

export interface OneTimeLinksTable {
  id: string
  kind: 'welcome' | 'invitation' | 'reset'
  token_hash: Buffer
  staff_id: string | null
  email: string | null
  role: Role | null
  team_ids: Generated<string[]>
  created_by: string | null
  created_at: Stamp
  expires_at: Stamp
  used_at: MaybeStamp
}

export interface ApiKeysTable {
  id: string
  name: string
  prefix: string
  key_hash: Buffer
  permissions: Permission[]
  created_by: string
  created_at: Stamp
  last_used_at: MaybeStamp
  expires_at: MaybeStamp
  revoked_at: MaybeStamp
}

export interface AuditLogTable {
  id: Generated<number>
  at: Stamp
  actor_kind: string
  actor_id: string | null
  action: string
  subject_kind: string
  subject_id: string | null
  data: ColumnType<Record<string, unknown>, string, never>
  ip: string | null
}

export interface IdentityTables {
  staff: StaffTable
  recovery_codes: { staff_id: string; code_hash: Buffer; used_at: MaybeStamp }
  teams: {
    id: string
    name: string
    public_names: ColumnType<Record<string, string>, string | undefined, string>
    created_at: Stamp
    deleted_at: MaybeStamp
  }
  team_members: { team_id: string; staff_id: string }
  staff_sessions: StaffSessionsTable
  one_time_links: OneTimeLinksTable
  api_keys: ApiKeysTable
  audit_log: AuditLogTable
  attempts: { id: Generated<number>; key: string; at: Stamp }
}

declare module '../../platform/db.ts' {
  interface Tables extends IdentityTables {}
}

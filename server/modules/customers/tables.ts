// Tables of customers; names and addresses sit apart from everything else.
import type { ColumnType } from 'kysely'
import type { KeyAlgorithm } from '../../../contract/customers.ts'
import type { Attributes } from './claims.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    customers: { id: string; locale: string; created_at: Date; seen_at: Date }
    customer_profiles: {
      customer_id: string
      name: string | null
      email: string | null
      tier: ColumnType<string | null, string | null | undefined, string | null>
      attributes: ColumnType<Attributes, Attributes | undefined, Attributes>
    }
    customer_identities: { issuer: string; subject: string; customer_id: string; created_at: Date }
    customer_addresses: { address: string; proven: boolean; customer_id: string; created_at: Date }
    customer_sessions: {
      id: string
      token_hash: Buffer
      customer_id: string
      verified: boolean
      address: string | null
      created_at: Date
      expires_at: Date
      ended_at: ColumnType<Date | null, undefined, Date>
    }
    customer_links: {
      id: string
      address: string
      locale: string
      request_number: number | null
      created_at: Date
      expires_at: Date
      mailed_at: ColumnType<Date | null, undefined, Date>
      used_at: ColumnType<Date | null, undefined, Date>
    }
    identity_keys: {
      id: string
      kid: string
      algorithm: KeyAlgorithm
      key_material: Buffer
      created_at: Date
      retired_at: ColumnType<Date | null, undefined, Date>
    }
    used_token_ids: { jti: string; expires_at: Date }
  }
}

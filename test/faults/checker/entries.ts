// What the database holds of every conversation: the truth the rest is compared with.
import type pg from 'pg'

export interface Entry {
  conversationId: string
  seq: number
  kind: string
  authorKind: string
  clientId: string | null
  body: string
  /** Hidden from the customer. */
  internal: boolean
}

export interface StoredConversation {
  id: string
  number: number
  seq: number
  entries: Entry[]
}

export async function readConversations(pool: pg.Pool): Promise<StoredConversation[]> {
  const { rows } = await pool.query<Entry>(
    `select conversation_id as "conversationId", seq, kind, author_kind as "authorKind", client_id as "clientId", body, internal
     from entries order by conversation_id, seq`,
  )
  const conversations = await pool.query<Omit<StoredConversation, 'entries'>>(
    'select id, number::int, seq from conversations order by id',
  )
  const byId = Map.groupBy(rows, row => row.conversationId)
  return conversations.rows.map(row => ({ ...row, entries: byId.get(row.id) ?? [] }))
}

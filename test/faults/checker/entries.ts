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

/** Everything that was said here, as of one instant. */
export async function readConversations(pool: pg.Pool): Promise<StoredConversation[]> {
  const { rows } = await pool.query<{ conversations: StoredConversation[] }>(
    `select coalesce(json_agg(c order by c.id), '[]') as conversations from (
       select id, number, seq, (
         select coalesce(json_agg(e order by e.seq), '[]') from (
           select conversation_id as "conversationId", seq, kind, author_kind as "authorKind",
             client_id as "clientId", body, internal
           from entries where conversation_id = conversations.id
         ) e
       ) as entries from conversations where not 'imported' = any(tags)
     ) c`,
  )
  return rows[0]!.conversations
}

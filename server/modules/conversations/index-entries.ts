// Keeps what full-text search reads: the terms of each entry that says something.
import { sql } from 'kysely'
import type { ReadContext, Statement } from '../../platform/context.ts'
import { toSearchVector } from '../../text/search-vector.ts'

interface Text {
  conversation_id: string
  seq: number
  at: Date
  body: string
}

/** Indexes the text of entries; leaves out what was deleted since. Idempotent. */
export async function indexEntries(
  ctx: ReadContext,
  ranges: { id: string; from: number; to: number }[],
): Promise<void> {
  const rows = await ctx.run<Text>(readTexts, [JSON.stringify(ranges)])
  if (rows.length === 0) return
  const indexed = rows.map(row => ({
    conversation_id: row.conversation_id,
    seq: row.seq,
    at: row.at,
    terms: toSearchVector(row.body),
  }))
  await ctx.run(writeTerms, [JSON.stringify(indexed)])
}

/** Takes entries out of the index. */
export const dropFromIndex = (ctx: ReadContext, conversationId: string, seq: number) =>
  sql`delete from entry_search where conversation_id = ${conversationId} and seq = ${seq}`.execute(ctx.db)

// `offset 0` has each range looked up by the key, whatever the planner believes about the size of the table.
const readTexts: Statement = {
  name: 'read_texts_to_index',
  text: `select e.conversation_id, e.seq, e.at, e.body
    from jsonb_to_recordset($1::jsonb) as r(id uuid, "from" int, "to" int), lateral (
      select coalesce(target, seq) as seq from entries
      where conversation_id = r.id and seq between r."from" and r."to" and kind in ('message', 'note', 'edit') offset 0
    ) as written, lateral (
      select conversation_id, seq, at, body from entries
      where conversation_id = r.id and seq = written.seq and deleted_at is null and body <> '' offset 0
    ) as e`,
}

const writeTerms: Statement = {
  name: 'write_search_terms',
  text: `insert into entry_search (conversation_id, seq, at, terms)
    select distinct on (conversation_id, seq) conversation_id, seq, at, terms::tsvector
    from jsonb_to_recordset($1::jsonb) as r(conversation_id uuid, seq int, at timestamptz, terms text)
    on conflict (conversation_id, seq) do update set terms = excluded.terms`,
}

// Full-text search over what was said, Chinese and English: indexed entries by their terms, the newest ones directly.
import { sql } from 'kysely'
import { may, type ReadContext, type Statement } from '../../platform/context.ts'
import { snippet } from '../../text/highlight.ts'
import { toSearchQuery } from '../../text/search-query.ts'
import { toSearchVector } from '../../text/search-vector.ts'
import { directoryFor } from './directory.ts'
import { conversationsById } from './list.ts'
import { toStaffConversation } from './shapes.ts'

interface Hit {
  conversation_id: string
  seq: number
  at: Date
  body: string
}

/** Candidates read from the index before access is checked: enough for a page, and bounded on any desk. */
const maxCandidates = 400
const pageSize = 30

/** Finds entries, newest first, one for each conversation. `before` is the instant where the last page ended. */
export async function searchEntries(ctx: ReadContext, text: string, before?: string) {
  const numbered = before ? [] : await withNumber(ctx, text)
  const query = toSearchQuery(text)
  if (!query) return { hits: numbered, next: null }
  const upTo = before ?? 'infinity'
  const hits = newestOfEach(
    await ctx.run<Hit>(
      may(ctx.actor, 'conversations.read_all') ? findAll : findVisible,
      values(ctx, query, upTo),
    ),
  )
  const rows = new Map(
    (
      await conversationsById(
        ctx,
        hits.map(hit => hit.conversation_id),
      )
    ).map(row => [row.id, row]),
  )
  const readable = hits.filter(hit => rows.has(hit.conversation_id)).slice(0, pageSize)
  const directory = await directoryFor(ctx, [...rows.values()])
  const last = readable.at(-1)
  const found = readable.map(hit => ({
    conversation: toStaffConversation(rows.get(hit.conversation_id)!, directory),
    seq: hit.seq,
    snippet: snippet(hit.body, text),
  }))
  return {
    hits: [...numbered, ...found.filter(hit => hit.conversation.id !== numbered[0]?.conversation.id)],
    next: readable.length === pageSize && last ? last.at.toISOString() : null,
  }
}

/** The conversation whose number was typed, with or without `#`, as a first hit. */
async function withNumber(ctx: ReadContext, text: string) {
  const number = /^\s*#?(\d{1,9})\s*$/.exec(text)?.[1]
  if (!number) return []
  const known = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('number', '=', Number(number))
    .execute()
  const rows = await conversationsById(
    ctx,
    known.map(({ id }) => id),
  )
  const directory = await directoryFor(ctx, rows)
  return rows.map(row => ({
    conversation: toStaffConversation(row, directory),
    seq: row.seq,
    snippet: [{ text: row.preview, hit: false }],
  }))
}

function values({ actor }: ReadContext, query: string, upTo: string): unknown[] {
  const base = [query, upTo, maxCandidates]
  if (may(actor, 'conversations.read_all')) return base
  const { id, teamIds } = actor.kind === 'staff' ? actor : { id: null, teamIds: [] }
  return [...base, id, teamIds]
}

function newestOfEach(hits: Hit[]): Hit[] {
  const seen = new Set<string>()
  return hits.filter(hit => !seen.has(hit.conversation_id) && seen.add(hit.conversation_id))
}

const find = (join: string) => `
  select e.conversation_id, e.seq, e.at, e.body from (
    select s.conversation_id, s.seq, s.at from entry_search s ${join}
    where s.terms @@ $1::tsquery and s.at < $2::timestamptz
    order by s.at desc limit $3
  ) as found
  join entries e on e.conversation_id = found.conversation_id and e.seq = found.seq and e.deleted_at is null
  order by e.at desc`

const findAll: Statement = { name: 'search_all_entries', text: find('') }

const findVisible: Statement = {
  name: 'search_visible_entries',
  text: find(`join conversations c on c.id = s.conversation_id
    and (c.team_id is null or c.assignee_id = $4 or c.team_id = any($5::uuid[]))`),
}

/** Indexes the text of entries; leaves out what was deleted since. Idempotent. */
export async function indexEntries(
  ctx: ReadContext,
  ranges: { id: string; from: number; to: number }[],
): Promise<void> {
  const rows = await ctx.run<Hit>(readTexts, [JSON.stringify(ranges)])
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

const readTexts: Statement = {
  name: 'read_texts_to_index',
  text: `select e.conversation_id, coalesce(t.seq, e.seq) as seq, coalesce(t.at, e.at) as at, coalesce(t.body, e.body) as body
    from jsonb_to_recordset($1::jsonb) as r(id uuid, "from" int, "to" int)
    join entries e on e.conversation_id = r.id and e.seq between r."from" and r."to"
    left join entries t on e.kind = 'edit' and t.conversation_id = e.conversation_id and t.seq = e.target
    where e.kind in ('message', 'note', 'edit') and coalesce(t.deleted_at, e.deleted_at) is null
      and coalesce(t.body, e.body) <> ''`,
}

const writeTerms: Statement = {
  name: 'write_search_terms',
  text: `insert into entry_search (conversation_id, seq, at, terms)
    select distinct on (conversation_id, seq) conversation_id, seq, at, terms::tsvector
    from jsonb_to_recordset($1::jsonb) as r(conversation_id uuid, seq int, at timestamptz, terms text)
    on conflict (conversation_id, seq) do update set terms = excluded.terms`,
}

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
/** A surge may hold the indexing job up for this long. */
const indexedWithinMs = 30_000

/** Finds entries, newest first, one for each conversation. `before` is the instant where the last page ended. */
export async function searchEntries(ctx: ReadContext, text: string, before?: string) {
  const numbered = before ? [] : await withNumber(ctx, text)
  const query = toSearchQuery(text)
  if (!query) return { hits: numbered, next: null }
  const upTo = before ?? 'infinity'
  const indexed = ctx.run<Hit>(
    may(ctx.actor, 'conversations.read_all') ? findAll : findVisible,
    values(ctx, query, upTo),
  )
  const hits = newestOfEach([...(before ? [] : await findUnindexed(ctx, query)), ...(await indexed)])
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

/** Entries so new that the indexing job has not reached them: few, and looked at one by one. */
async function findUnindexed(ctx: ReadContext, query: string): Promise<Hit[]> {
  const since = new Date(ctx.now.getTime() - indexedWithinMs)
  const fresh = await ctx.run<Hit>(readUnindexed, [since])
  if (fresh.length === 0) return []
  const terms = fresh.map(({ body }) => toSearchVector(body))
  const matching = await ctx.run<{ n: number }>(matchTerms, [terms, query])
  return matching.map(({ n }) => fresh[n - 1]!)
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

const readUnindexed: Statement = {
  name: 'read_unindexed_entries',
  text: `select e.conversation_id, e.seq, e.at, e.body
    from (
      select id, seq from conversations
      where active_at >= $1::timestamptz - interval '10 seconds'
        and status in ('assistant', 'queued', 'open', 'waiting', 'on_hold', 'snoozed')
      order by active_at desc, id desc limit 200
    ) c
    join entries e on e.conversation_id = c.id and e.seq > c.seq - 10 and e.at >= $1
    where e.kind in ('message', 'note') and e.deleted_at is null and e.body <> ''
      and not exists (select 1 from entry_search s where s.conversation_id = e.conversation_id and s.seq = e.seq)
    order by e.at desc, e.seq desc limit 200`,
}

const matchTerms: Statement = {
  name: 'match_terms',
  text: `select n from unnest($1::text[]) with ordinality as given(terms, n) where terms::tsvector @@ $2::tsquery order by n`,
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
    and (c.team_id is null and c.side_of is null or c.assignee_id = $4 or c.team_id = any($5::uuid[]))`),
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

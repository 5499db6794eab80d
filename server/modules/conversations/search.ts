// Search over conversations: by number, by what was said in Chinese and English, and by what they are.
import { sql } from 'kysely'
import type { SearchConversations } from '../../../contract/search.ts'
import type { ReadContext } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { snippet } from '../../text/highlight.ts'
import { searchParts, toLiteral } from '../../text/search-query.ts'
import type { ConversationRow } from './access.ts'
import { directoryFor } from './directory.ts'
import { findEntries, type Hit, type Place, startingAt } from './search-entries.ts'
import { conditionsOn } from './search-filters.ts'
import { findUnindexed } from './search-unindexed.ts'
import { toStaffConversation } from './shapes.ts'

const pageSize = 30

/** A page of conversations, newest first; those where nothing is looked for are all that fit the filters. */
export async function searchConversations(ctx: ReadContext, asked: SearchConversations) {
  const cursor = asked.cursor === undefined ? null : readCursor(asked.cursor)
  const parts = searchParts(asked.q)
  if (!parts) return hasFilters(asked) ? listed(ctx, asked, cursor) : { hits: [], next: null, back: null }
  const from = asked.from ? new Date(asked.from) : null
  const to = startingAt(new Date(asked.to ?? '9999-01-01'))
  const entries = findEntries({
    ctx,
    parts,
    conditions: conditionsOn(ctx, asked),
    filtered: filterNames.some(name => asked[name] !== undefined),
    range: { from, before: cursor && cursor.at < to.at ? cursor : to },
    wanted: pageSize,
    selective: [asked.tag, asked.customer, asked.assignee].some(one => one !== undefined && one !== 'none'),
  })
  // Waited for together: one that fails while nobody waits for it would end the whole node.
  const unindexed = cursor ? [] : findUnindexed(ctx, toLiteral(parts)!)
  const [fresh, { hits, next }] = await Promise.all([unindexed, entries])
  const inTime = fresh.filter(({ at }) => (!from || at >= from) && at < to.at)
  const numbered = cursor ? [] : await withNumber(ctx, asked)
  const shown = await shownHits(ctx, asked, newestOfEach([...numbered, ...inTime, ...hits]))
  return {
    hits: shown,
    next: next && writeCursor(next),
    back: next && hits.length < pageSize ? next.at.toISOString() : null,
  }
}

/** What is asked of a conversation. */
const filterNames = ['status', 'channel', 'team', 'assignee', 'tag', 'locale', 'files', 'customer'] as const

const hasFilters = (asked: SearchConversations): boolean =>
  [...filterNames, 'from' as const, 'to' as const].some(name => asked[name] !== undefined)

function newestOfEach<T extends { conversation_id: string }>(hits: T[]): T[] {
  const seen = new Set<string>()
  return hits.filter(hit => !seen.has(hit.conversation_id) && seen.add(hit.conversation_id))
}

/** Once more only what the reader may see and what fits: entries that came from elsewhere than the index were not asked. */
async function shownHits(ctx: ReadContext, asked: SearchConversations, hits: Omit<Hit, 'at'>[]) {
  if (hits.length === 0) return []
  const ids = hits.map(hit => hit.conversation_id)
  const { rows } = await sql<ConversationRow>`
    select c.* from conversations c where c.id = any(${ids}::uuid[]) and ${conditionsOn(ctx, asked) ?? sql`true`}`.execute(
    ctx.db,
  )
  const known = new Map(rows.map(row => [row.id, row]))
  const directory = await directoryFor(ctx, rows)
  return hits.flatMap(({ conversation_id: id, seq, body }) => {
    const row = known.get(id)
    if (!row) return []
    return [{ conversation: toStaffConversation(row, directory), seq, snippet: snippet(body, asked.q) }]
  })
}

/** The conversation whose number was typed, with or without `#`, as a first hit. */
async function withNumber({ db }: ReadContext, { q }: SearchConversations): Promise<Omit<Hit, 'at'>[]> {
  const number = /^\s*#?(\d{1,9})\s*$/.exec(q)?.[1]
  if (!number) return []
  return db
    .selectFrom('conversations')
    .select(['id as conversation_id', 'seq', 'preview as body'])
    .where('number', '=', Number(number))
    .execute()
}

/**
 * By filters alone, in the order in which something was last said. Each state has an index of its own in this order, or one
 * with the others that are active.
 */
async function listed(ctx: ReadContext, asked: SearchConversations, cursor: Place | null) {
  const conditions = [
    conditionsOn(ctx, asked),
    asked.from && sql`c.active_at >= ${asked.from}::timestamptz`,
    asked.to && sql`c.active_at < ${asked.to}::timestamptz`,
    cursor && sql`(c.active_at, c.id) < (${cursor.at}::timestamptz, ${cursor.conversationId}::uuid)`,
  ].filter(condition => typeof condition === 'object' && condition !== null)
  const where = sql.join(conditions, sql` and `)
  const length = sql.raw(String(pageSize + 1))
  const parts = states.map(
    state =>
      sql`(select c.* from conversations c where ${sql.raw(state)} and ${where} order by c.active_at desc, c.id desc limit ${length})`,
  )
  const { rows } = await sql<ConversationRow>`
    select * from (${sql.join(parts, sql` union all `)}) as c order by active_at desc, id desc limit ${length}`.execute(
    ctx.db,
  )
  const shown = rows.slice(0, pageSize)
  const directory = await directoryFor(ctx, shown)
  const last = shown.at(-1)
  const hits = shown.map(row => ({
    conversation: toStaffConversation(row, directory),
    seq: row.seq,
    snippet: [{ text: row.preview, hit: false }],
  }))
  const next = rows.length > pageSize && last ? { at: last.active_at, conversationId: last.id } : null
  return { hits, next: next && writeCursor(next), back: null }
}

const states = [
  `c.status in ('assistant', 'queued', 'open', 'waiting', 'on_hold', 'snoozed')`,
  `c.status = 'solved'`,
  `c.status = 'closed'`,
  `c.status = 'merged'`,
]

const writeCursor = ({ at, conversationId }: Place): string => `${at.toISOString()}_${conversationId}`

function readCursor(cursor: string): Place {
  const [, at, conversationId] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (!at || !conversationId || Number.isNaN(Date.parse(at)) || !isId.test(conversationId))
    throw new AppError('invalid_input', { fields: [{ path: 'cursor', message: 'unknown' }] })
  return { at: new Date(at), conversationId }
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

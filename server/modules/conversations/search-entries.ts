// Finds what was said, the newest first: by the index within slices of time, until a page is full or the budget is used up.
import { type RawBuilder, sql } from 'kysely'
import type { ReadContext } from '../../platform/context.ts'
import { type SearchParts, toLiteral } from '../../text/search-query.ts'
import { type Frequencies, frequenciesOf } from './search-frequencies.ts'
import { slicesOf, stepsOf, type Way, wayOf } from './search-steps.ts'

export interface Hit {
  conversation_id: string
  seq: number
  at: Date
  body: string
}

export interface Place {
  at: Date
  conversationId: string
}

export interface Range {
  /** Nothing that was said before. */
  from: Date | null
  /** Only what was said before this, in the order of a page. */
  before: Place
}

export interface Found {
  /** At most one for each conversation. */
  hits: Hit[]
  /** Where to go on; null where all was looked at. */
  next: Place | null
}

const nobody = '00000000-0000-0000-0000-000000000000'
/** Before any of an instant's conversations. */
export const startingAt = (at: Date): Place => ({ at, conversationId: nobody })

/** Conversations that fit a filter, which are looked through one by one where they are no more than this. */
const few = 800
const worthCounting = 3
const rowsAtOnce = 80

interface Asked {
  ctx: ReadContext
  parts: SearchParts
  /** On `c`, the conversation; null where any will do. */
  conditions: RawBuilder<unknown> | null
  /** Whether more is asked of a conversation than that its reader may see it. */
  filtered: boolean
  range: Range
  wanted: number
  /** Whether a filter may leave only few conversations, and the database finds them without looking at all. */
  selective: boolean
}

/** The newest entries with these words in conversations that fit. */
export async function findEntries(asked: Asked): Promise<Found> {
  const { ctx, parts, range } = asked
  const known = await frequenciesOf(ctx)
  const way = wayOf(parts, known, asked.filtered)
  const ids = asked.selective && way.cost * known.total > worthCounting ? await fewOf(asked) : null
  if (ids) return collect(asked, [null], before => amongFew(asked, ids, before))
  const upTo = Math.min(range.before.at.getTime(), ctx.now.getTime())
  return collect(asked, stepsWithin(way, known, upTo, range.from), (before, from) =>
    inSlice(asked, way, before, from),
  )
}

/** Steps back to where the search shall end; null stands for there. */
function* stepsWithin(way: Way, known: Frequencies, upTo: number, end: Date | null): Generator<Date | null> {
  for (const { from } of stepsOf(way, known, upTo)) {
    const last = from === null || (end !== null && from <= end.getTime())
    yield last ? null : new Date(from)
    if (last) return
  }
}

async function collect(
  { range, wanted }: Asked,
  steps: Iterable<Date | null>,
  look: (before: Place, from: Date | null) => Promise<Hit[]>,
): Promise<Found> {
  const found = new Map<string, Hit>()
  let before = range.before
  for (const from of steps) {
    for (;;) {
      const rows = await look(before, from)
      for (const row of rows) {
        if (!found.has(row.conversation_id)) found.set(row.conversation_id, row)
        before = { at: row.at, conversationId: row.conversation_id }
        if (found.size === wanted) return { hits: [...found.values()], next: before }
      }
      if (rows.length < rowsAtOnce) break
    }
    if (from === null) return { hits: [...found.values()], next: null }
    before = startingAt(from)
  }
  return { hits: [...found.values()], next: before }
}

async function fewOf({ ctx, conditions }: Asked): Promise<string[] | null> {
  const { rows } = await sql<{ id: string }>`
    select c.id from conversations c where ${conditions ?? sql`true`} limit ${sql.raw(String(few + 1))}`.execute(
    ctx.db,
  )
  return rows.length > few ? null : rows.map(({ id }) => id)
}

async function amongFew(
  { ctx, parts, range, conditions }: Asked,
  ids: string[],
  before: Place,
): Promise<Hit[]> {
  const matching = sql`
    select s.conversation_id, s.seq, s.at from unnest(${ids}::uuid[]) as given(id), lateral (
      select conversation_id, seq, at from entry_search s
      where s.conversation_id = given.id and (s.terms @@ ${toLiteral(parts)}::tsquery) is true and ${within(range, before)}
      offset 0
    ) as s order by s.at desc, s.conversation_id desc`
  return readable(ctx, matching, conditions)
}

async function inSlice(asked: Asked, way: Way, before: Place, from: Date | null): Promise<Hit[]> {
  const { ctx, parts, range, conditions } = asked
  const byIndex = toLiteral(way.prefixByIndex ? parts : { ...parts, typing: null })
  const upTo = Math.min(before.at.getTime(), ctx.now.getTime())
  const slices = from
    ? slicesOf(from.getTime(), upTo)
    : range.from
      ? slicesOf(range.from.getTime(), upTo)
      : null
  const conditionsOnEntry = [
    within({ ...range, from: from ?? range.from }, before),
    byIndex && sql`s.terms @@ ${byIndex}::tsquery`,
    slices && sql`search_slices(s.at) && ${slices}::int[]`,
    !way.prefixByIndex && parts.typing && sql`(s.terms @@ ${toLiteral(parts)}::tsquery) is true`,
  ].filter(condition => typeof condition === 'object' && condition !== null)
  const matching = sql`
    select s.conversation_id, s.seq, s.at from entry_search s
    where ${sql.join(conditionsOnEntry, sql` and `)} order by s.at desc, s.conversation_id desc`
  return readable(ctx, matching, conditions)
}

const within = ({ from }: Range, before: Place) =>
  from
    ? sql`s.at >= ${from} and (s.at, s.conversation_id) < (${before.at}::timestamptz, ${before.conversationId}::uuid)`
    : sql`(s.at, s.conversation_id) < (${before.at}::timestamptz, ${before.conversationId}::uuid)`

/**
 * The first of these, already in order, that the reader may see and that fit. `offset 0` has each conversation and each text
 * looked up by its key, and only until there are enough.
 */
async function readable(
  ctx: ReadContext,
  matching: RawBuilder<unknown>,
  conditions: RawBuilder<unknown> | null,
): Promise<Hit[]> {
  const seen = conditions
    ? sql`lateral (select from conversations c where c.id = s.conversation_id and ${conditions} offset 0) as seen,`
    : sql``
  const { rows } = await sql<Hit>`
    select s.conversation_id, s.seq, s.at, e.body from (${matching}) as s,
      ${seen} lateral (
        select body from entries e where e.conversation_id = s.conversation_id and e.seq = s.seq and e.deleted_at is null
        offset 0
      ) as e
    order by s.at desc, s.conversation_id desc limit ${sql.raw(String(rowsAtOnce))}`.execute(ctx.db)
  return rows
}

// What searches say: what is missing, what still led to a contact, and what agents send by hand.
import { sql } from 'kysely'
import type { ReadContext } from '../../../platform/context.ts'
import { normalise } from '../../../text/normalise.ts'
import type { Span } from './report.ts'

type Reader = Pick<ReadContext, 'db' | 'now'>

const most = 50
/** Different texts that are looked at: the most frequent of a year of a large desk. */
const mostTexts = 5_000

/** Searches without results, grouped by what is said, however it is spelt; shown as it was typed most. */
export async function gapsIn({ db }: Reader, { from, until }: Span) {
  const { rows } = await sql<{ query: string; locale: string; count: number }>`
    select query, locale, count(*)::int as count from searches
    where at >= ${from} and at < ${until} and found = 0 and query <> ''
    group by query, locale order by count(*) desc, query limit ${mostTexts}`.execute(db)
  const gaps = new Map<string, { query: string; count: number; locales: Record<string, number> }>()
  for (const { query, locale, count } of rows) {
    const key = normalise(query)
      .replace(/[\p{P}\p{S}\s]+/gu, ' ')
      .trim()
    const gap = gaps.get(key) ?? { query, count: 0, locales: {} }
    gap.count += count
    gap.locales[locale] = (gap.locales[locale] ?? 0) + count
    gaps.set(key, gap)
  }
  return [...gaps.values()]
    .filter(isMany)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, most)
}

/** What is long is what somebody wrote to the desk, and shows itself only where several wrote the same. */
const isMany = ({ query, count }: { query: string; count: number }): boolean =>
  query.length <= longestQuery || count >= fewestOfOne

const longestQuery = 80
const fewestOfOne = 3

/** Articles by how many of those who opened them from a search wrote all the same. */
export async function contactsByArticle({ db }: Reader, { from, until }: Span) {
  const { rows } = await sql<{ id: string; opened: number; contacted: number }>`
    select article as id, count(*)::int as opened, count(conversation_id)::int as contacted
    from searches, unnest(opened) article where at >= ${from} and at < ${until}
    group by article order by count(conversation_id) desc, count(*) desc, article limit ${most}`.execute(db)
  return rows
}

/** Every day, also those without any. Whether somebody wrote is known a day after the search. */
export async function contactsByDay({ db, now }: Reader, { from, until }: Span) {
  const known = new Date(now.getTime() - 86_400_000)
  const { rows } = await sql<{
    day: string
    searches: number
    opened: number
    contacted: number
    deflected: number
  }>`
    with counted as (
      select (at at time zone 'UTC')::date as day, count(*)::int as searches,
        count(*) filter (where opened <> '{}')::int as opened, count(conversation_id)::int as contacted,
        count(*) filter (where opened <> '{}' and conversation_id is null and at < ${known})::int as deflected
      from searches where at >= ${from} and at < ${until} and place <> 'console' group by 1
    )
    select to_char(d, 'YYYY-MM-DD') as day, coalesce(searches, 0) as searches, coalesce(opened, 0) as opened,
      coalesce(contacted, 0) as contacted, coalesce(deflected, 0) as deflected
    from generate_series(${from}::timestamptz at time zone 'UTC', ${until}::timestamptz at time zone 'UTC' - interval '1 day', interval '1 day') d
    left join counted on counted.day = d::date order by d`.execute(db)
  return rows
}

/** Each message counts an article once. */
export async function sentByAgents({ db }: Reader, { from, until }: Span) {
  const { rows } = await sql<{ id: string; count: number }>`
    select article_id as id, count(*)::int as count from article_sends where at >= ${from} and at < ${until}
    group by article_id order by count(*) desc, article_id limit ${most}`.execute(db)
  return rows
}

// A desk on which much was said: a million entries in two languages, with words as often as people use them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { toSearchVector } from '../server/text/search-vector.ts'

export const entries = 1_000_000
const perConversation = 5
const distinctTexts = 20_000

/** Fills an empty desk; two years, one entry a minute, nine conversations of ten solved, five teams, fifty agents. */
export async function fillWithSpeech(pool: pg.Pool, staffId: string): Promise<void> {
  await pool.query('create table texts (n int primary key, locale text, body text, terms tsvector)')
  const texts = Array.from({ length: distinctTexts }, (_, n) => sayOne(n))
  for (let from = 0; from < texts.length; from += 2_000) {
    const some = texts.slice(from, from + 2_000)
    await pool.query(
      `insert into texts select n, locale, body, terms::tsvector
       from jsonb_to_recordset($1::jsonb) as t(n int, locale text, body text, terms text)`,
      [JSON.stringify(some.map((one, at) => ({ n: from + at, ...one, terms: toSearchVector(one.body) })))],
    )
  }
  for (const statement of people) await pool.query(statement)
  await pool.query(conversations, [staffId, entries / perConversation, perConversation, distinctTexts])
  await pool.query('drop index entry_search_found')
  await pool.query(spoken, [entries, perConversation, distinctTexts])
  await pool.query(indexed, [entries, perConversation, distinctTexts])
  await pool.query(foundBy)
  await pool.query(`insert into conversation_counts select status, team_id, assignee_id, count(*) from conversations group by 1, 2, 3
    on conflict (status, team_id, assignee_id) do update set n = excluded.n`)
  await pool.query('drop table texts')
  await pool.query('vacuum analyze')
}

/** As the migration makes it; a million rows are written faster without it. */
const [foundBy = ''] =
  /create index entry_search_found[^;]*;/.exec(
    readFileSync(join(import.meta.dirname, '..', 'migrations', '0025_search_by_time.sql'), 'utf8'),
  ) ?? []

/** What the starter articles say, cut where somebody might have begun and ended. */
const articles = ['en', 'zh'].map(locale => {
  const folder = join(import.meta.dirname, '..', 'content', 'articles')
  const files = readdirSync(folder).filter(name => name.endsWith(`.${locale}.md`))
  const bodies = files.map(name => readFileSync(join(folder, name), 'utf8').split('---').slice(2).join(' '))
  return { locale, text: bodies.join(' ').replaceAll(/\s+/g, ' ') }
})

/** The same each time, for the same `n`. */
function sayOne(n: number): { locale: string; body: string } {
  const { locale, text } = articles[n % 2]!
  const [longest, shortest] = locale === 'zh' ? [90, 8] : [320, 20]
  const length = shortest + Math.floor(drawn(n, 1) ** 2 * longest)
  const start = Math.floor(drawn(n, 2) * (text.length - length))
  return { locale, body: text.slice(start, start + length) }
}

/** A number from 0 to 1 that looks like chance. */
function drawn(n: number, salt: number): number {
  const x = Math.sin(n * 12.9898 + salt * 78.233) * 43_758.5453
  return x - Math.floor(x)
}

const people = [
  `insert into staff (id, name, email, role, created_at)
    select gen_random_uuid(), 'Agent ' || n, 'agent' || n || '@bench.test', 'agent', now() from generate_series(1, 49) n`,
  `insert into teams (id, name, created_at) select gen_random_uuid(), 'Team ' || n, now() from generate_series(1, 5) n`,
  `insert into team_members (team_id, staff_id) select t.id, s.id from (select id from teams order by name limit 1) t,
    (select id from staff where role = 'agent') s`,
  `insert into customers (id, created_at, seen_at) select gen_random_uuid(), now(), now() from generate_series(1, 50000)`,
  `insert into customer_profiles (customer_id, name, email)
    select id, 'Customer ' || n, 'customer' || n || '@bench.test'
    from (select id, row_number() over () as n from customers) c`,
]

/** Conversation n began 5n minutes ago; entries lie a minute apart. */
const conversations = `
  with people as (select array_agg(id) as ids from customers), agents as (select array_agg(id) as ids from staff),
    groups as (select array_agg(id order by name) as ids from teams)
  insert into conversations (id, number, customer_id, client_id, channel, locale, status, live, assignee_id, team_id, tags, seq,
    preview, public_preview, last_author, last_entry_at, active_at, created_at)
  select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, nextval('conversation_numbers'), people.ids[1 + n % 50000],
    gen_random_uuid(), (array['chat', 'email', 'form'])[1 + n % 3], case when n % $4 % 2 = 0 then 'en' else 'zh' end,
    case when n < $2 / 10 then (array['open', 'waiting'])[1 + n % 2] else 'solved' end, false,
    case when n % 1000 = 0 then $1 when n % 7 = 0 then null else agents.ids[1 + n % 50] end,
    case when n % 3 = 0 then null else groups.ids[1 + n % 5] end,
    case when n % 1009 = 0 then array['vip'] when n % 20 = 0 then array['refund'] else '{}' end, $3::int, 'Hello', 'Hello', 'customer',
    now() - n * interval '5 minutes', now() - n * interval '5 minutes', now() - n * interval '5 minutes'
  from generate_series(1, $2::int) n, people, agents, groups`

/** Which text entry n has; each has an id of its own at its end. Oldest first, as they were said. */
const each = `
  from (select n, ('00000000-0000-4000-8000-' || lpad(to_hex(1 + (n - 1) / $2), 12, '0'))::uuid as id,
      $2::int - (n - 1) % $2::int as seq, (1 + (n - 1) / $2 + 2 * ((n::bigint * 7919 / 2) % ($3 / 2)))::int % $3::int as text
    from (select generate_series($1::int, 1, -1) as n) s) e
  join texts t on t.n = e.text`

const spoken = `insert into entries (conversation_id, seq, kind, at, author_kind, body, internal)
  select e.id, e.seq, 'message', now() - e.n * interval '1 minute', 'customer', t.body || ' tx' || md5(e.n::text), false ${each}`

const indexed = `insert into entry_search (conversation_id, seq, at, terms)
  select e.id, e.seq, now() - e.n * interval '1 minute', t.terms || ('''tx' || md5(e.n::text) || ''':900')::tsvector ${each}
  order by e.n desc`

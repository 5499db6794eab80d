// The inbox with a million conversations: list and counts through HTTP, beside the bare SQL that reads the same rows.

import { staffCookie } from './customers.ts'
import { type Ground, runDesk } from './desk.ts'
import { atMost, type Figure, percentile, say } from './figures.ts'

const total = 1_000_000
const samples = 600
const warmUps = 200

export async function inbox(ground: Ground): Promise<Figure[]> {
  const desk = await runDesk(ground)
  const { cookie, staffId } = await staffCookie(ground)
  say(`writing ${total} conversations`)
  await fill(ground, staffId)
  const { pool } = ground
  const figures: Figure[] = []
  const pages = {
    all: [`/api/conversations`, bareList('')],
    mine: [`/api/conversations?view=mine`, bareList(`and assignee_id = '${staffId}'`)],
    unassigned: [`/api/conversations?view=unassigned`, bareList('and assignee_id is null')],
    counts: ['/api/conversations/counts', `select status, team_id, assignee_id, n from conversation_counts`],
  } as const
  for (const [name, [path, sql]] of Object.entries(pages)) {
    const times = { ours: [] as number[], bare: [] as number[] }
    for (let n = 0; n < warmUps + samples; n++) {
      times.bare.push(await time(() => pool.query(sql)))
      times.ours.push(
        await time(async () => {
          const response = await fetch(`${desk.url}${path}`, { headers: { cookie } })
          if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
          await response.arrayBuffer()
        }),
      )
    }
    // Both have compiled what they run often before anything counts.
    const [ours, bare] = [times.ours.slice(warmUps), times.bare.slice(warmUps)]
    const [p95, bareP95] = [percentile(ours, 0.95), percentile(bare, 0.95)]
    say(
      `${name}: p95 ${p95.toFixed(1)} ms, bare SQL ${bareP95.toFixed(1)} ms; p50 ${percentile(ours, 0.5).toFixed(2)} ${percentile(bare, 0.5).toFixed(2)}`,
    )
    figures.push(
      atMost(`inbox.${name}_p95_ms`, p95, 30, 'ms'),
      atMost(`inbox.${name}_over_bare_ms`, p95 - bareP95, 5, 'ms'),
    )
  }
  await desk.stop()
  return figures
}

const bareList = (condition: string) => `select * from conversations
  where status in ('assistant', 'queued', 'open', 'waiting', 'on_hold', 'snoozed') ${condition}
  order by active_at desc, id desc limit 51`

async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** A desk of some years: most solved, one in ten in work, fifty agents, five teams. */
async function fill({ pool }: Ground, staffId: string): Promise<void> {
  await pool.query(`insert into staff (id, name, email, role, created_at)
    select gen_random_uuid(), 'Agent ' || n, 'agent' || n || '@bench.test', 'agent', now() from generate_series(1, 49) n`)
  await pool.query(
    `insert into teams (id, name, created_at) select gen_random_uuid(), 'Team ' || n, now() from generate_series(1, 5) n`,
  )
  await pool.query(
    `insert into customers (id, created_at, seen_at) select gen_random_uuid(), now(), now() from generate_series(1, 50000)`,
  )
  await pool.query(
    `with people as (select array_agg(id) as ids from customers), agents as (select array_agg(id) as ids from staff),
       groups as (select array_agg(id) as ids from teams)
     insert into conversations (id, number, customer_id, client_id, channel, locale, status, live, assignee_id, team_id, seq,
       preview, public_preview, last_author, last_entry_at, active_at, created_at)
     select gen_random_uuid(), nextval('conversation_numbers'), people.ids[1 + n % 50000], gen_random_uuid(), 'chat', 'en',
       case when n % 10 > 0 then 'solved' when n % 30 = 0 then 'waiting' else 'open' end, false,
       case when n % 1000 = 0 then $1 when n % 7 = 0 then null else agents.ids[1 + n % 50] end,
       case when n % 3 = 0 then null else groups.ids[1 + n % 5] end, 1, 'Where is my deposit?', 'Where is my deposit?', 'customer',
       now() - n * interval '1 minute', now() - n * interval '1 minute', now() - n * interval '1 minute'
     from generate_series(1, $2::int) n, people, agents, groups`,
    [staffId, total],
  )
  await pool.query(`insert into conversation_counts select status, team_id, assignee_id, count(*) from conversations group by 1, 2, 3
    on conflict (status, team_id, assignee_id) do update set n = excluded.n`)
  await pool.query('vacuum analyze')
}

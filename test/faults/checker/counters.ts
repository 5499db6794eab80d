// Everything that is counted or derived beside the entries, against a fresh computation from them.
import type pg from 'pg'
import { toSearchVector } from '../../../server/text/search-vector.ts'
import { secondsUntil } from '../waiting.ts'

/** Far beyond the goal: what is still being worked on can't be compared. */
const patienceSeconds = 180

/** Seconds until no job is late, a killed node's included; Infinity when that takes too long. */
export const drained = (pool: pg.Pool): Promise<number> =>
  secondsUntil(() => isDrained(pool), patienceSeconds)

/** Faults by what they are about, once the jobs are done. */
export async function checkCounters(pool: pg.Pool): Promise<Record<string, string[]>> {
  return {
    'jobs that are not done': await describeJobs(pool),
    'unread counts that are wrong': (await pool.query<Fault>(unread)).rows.map(({ fault }) => fault),
    'conversation counts that are wrong': (await pool.query<Fault>(counts)).rows.map(({ fault }) => fault),
    'search terms that are wrong': await wrongTerms(pool),
  }
}

interface Fault {
  fault: string
}

// The rounds of the schedule come and go; what has been due for a second is late.
const open = `from graphile_worker.jobs where run_at < now() - interval '1 second'`

async function isDrained(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ n: number }>(
    `select ((select count(*) ${open}) + (select count(*) from events where (tx, id) > (select tx, event_id from followed)))::int as n`,
  )
  return rows[0]!.n === 0
}

async function describeJobs(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<Fault>(
    `select concat_ws(' ', task_identifier, 'attempts', attempts, 'locked', locked_by, last_error) as fault ${open}
     union all select concat_ws(' ', 'the background is at event', event_id) from followed
     where exists (select 1 from events e where (e.tx, e.id) > (followed.tx, followed.event_id))`,
  )
  return rows.map(({ fault }) => fault)
}

/** An answer means that the desk has read what stood before it. */
const unread = `
  select format('%s: %s and %s instead of %s and %s', id, unread_by_desk, unread_by_customer, desk, customer) as fault
  from conversations c, lateral (
    select
      count(*) filter (where author_kind = 'customer' and e.seq > greatest(read_by_desk, answered)) as desk,
      count(*) filter (where author_kind <> 'customer' and e.seq > read_by_customer) as customer
    from entries e, lateral (
      select coalesce(max(a.seq), 0) as answered from entries a
      where a.conversation_id = c.id and a.kind = 'message' and a.author_kind <> 'customer'
    ) as last_answer
    where e.conversation_id = c.id and e.kind = 'message'
  ) as counted
  where (unread_by_desk, unread_by_customer) is distinct from (desk, customer)`

const counts = `
  select format('%s %s %s: off by %s', status, team_id, assignee_id, sum(n)) as fault
  from (
    select status, team_id, assignee_id, n from conversation_counts
    union all
    select status, team_id, assignee_id, delta from conversation_count_changes
    union all
    select status, team_id, assignee_id, -1 from conversations
  ) as all_parts
  group by status, team_id, assignee_id having sum(n) <> 0`

async function wrongTerms(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; seq: number; body: string }>(
    `select conversation_id as id, seq, body from entries
     where kind in ('message', 'note') and deleted_at is null and body <> ''`,
  )
  const wanted = rows.map(({ id, seq, body }) => ({ id, seq, terms: toSearchVector(body) }))
  const { rows: faults } = await pool.query<Fault>(
    `select format('%s of %s', coalesce(r.seq, s.seq), coalesce(r.id, s.conversation_id)) as fault
     from jsonb_to_recordset($1::jsonb) as r(id uuid, seq int, terms text)
     full join entry_search s on s.conversation_id = r.id and s.seq = r.seq
     where s.terms is distinct from r.terms::tsvector`,
    [JSON.stringify(wanted)],
  )
  return faults.map(({ fault }) => fault)
}

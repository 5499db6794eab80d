// One transaction: begin, the work, then its events, jobs and the wake-up of other nodes in one statement, commit.
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import { type Actor, actorId, type Context, type Desk, type ReadContext, type Statement } from './context.ts'
import type { Tables } from './db.ts'
import { sqlState } from './errors.ts'
import type { DeskEvent, EventType } from './events.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'
import type { Secrets } from './secrets.ts'
import type { Storage } from './storage.ts'

export interface DeskParts {
  pool: pg.Pool
  db: Kysely<Tables>
  clock: Clock
  log: Log
  secrets: Secrets
  storage: Storage
  publicUrl: string
  mail: Mailer
  nodeId: string
  /** The jobs that follow an event. */
  reactionsTo(type: string): readonly string[]
  /** Hears of committed events, hints included. */
  onCommitted(events: DeskEvent[]): void
}

interface Outcome {
  events: DeskEvent[]
  jobs: { identifier: string; payload: unknown }[]
}

const maxTries = 4
const worthAnotherTry = new Set(['40001', '40P01'])

/** Builds the desk of one node: transactions and reads over its pool. */
export function createDesk(parts: DeskParts): Desk {
  const { pool, db, clock, log, secrets, storage, publicUrl, mail } = parts
  const shared = { clock, log, secrets, storage, publicUrl, mail }

  const read = (actor: Actor): ReadContext => ({
    db,
    run: async (statement, values) => (await pool.query(prepared(statement, values))).rows,
    actor,
    now: clock(),
    log,
    secrets,
    storage,
    publicUrl,
    mail,
  })

  async function transact<T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(actor, work)
      } catch (error) {
        if (attempt === maxTries || !worthAnotherTry.has(sqlState(error) ?? '')) throw error
      }
    }
  }

  async function once<T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const outcome: Outcome = { events: [], jobs: [] }
    let broken: Error | undefined
    try {
      const begun = client.query('begin')
      begun.catch(() => {})
      const result = await work(contextOn(client, actor, outcome))
      await begun
      const recorded = record(client, outcome)
      recorded.catch(() => {})
      const [, { command }] = await Promise.all([recorded, client.query('commit')])
      // The database answers a commit with a rollback when a statement failed and nobody said so.
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
      parts.onCommitted(outcome.events)
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  function contextOn(client: pg.PoolClient, actor: Actor, outcome: Outcome): Context {
    const now = clock()
    return {
      db: kyselyOn(client),
      run: async (statement, values) => (await client.query(prepared(statement, values))).rows,
      actor,
      now,
      log,
      secrets,
      storage,
      publicUrl,
      mail,
      emit: (type, data, about = {}) => {
        const conversationId = about.conversationId ?? null
        const by = { kind: actor.kind, id: actorId(actor) }
        outcome.events.push({
          type,
          at: now.toISOString(),
          actor: by,
          conversationId,
          data,
          hint: about.hint,
        })
      },
      enqueue: (task, payload) => {
        outcome.jobs.push({ identifier: task, payload: { v: 1, ...payload } })
      },
      enqueueAt: async (key, due, task, payload) => {
        if (!due) await client.query('delete from timers where key = $1', [key])
        else await client.query(prepared(setTimer, [key, due, task, JSON.stringify({ v: 1, ...payload })]))
      },
    }
  }

  async function record(client: pg.PoolClient, { events, jobs }: Outcome): Promise<void> {
    if (events.length === 0 && jobs.length === 0) return
    const all = [...jobs, ...reactionJobs(events, parts.reactionsTo)]
    const rows = events.map(({ hint: _, ...event }) => event)
    const values = [JSON.stringify(rows), JSON.stringify(all), parts.nodeId]
    await client.query(prepared(recordOutcome, values))
  }

  return { ...shared, transact, read }
}

/** One job for each reaction, with all the events of its type. */
function reactionJobs(events: DeskEvent[], reactionsTo: DeskParts['reactionsTo']) {
  const byType = new Map<EventType, DeskEvent[]>()
  for (const { hint: _, ...event } of events) {
    const same = byType.get(event.type)
    if (same) same.push(event)
    else byType.set(event.type, [event])
  }
  return [...byType].flatMap(([type, same]) =>
    reactionsTo(type).map(identifier => ({ identifier, payload: { v: 1, events: same } })),
  )
}

/** The statements of the hot paths are short: what takes this long is lost, and the sender is told while it still waits. */
const longestStatementMs = 7_000

const prepared = ({ name, text }: Statement, values: readonly unknown[]) => ({
  name,
  text,
  values: [...values],
  query_timeout: longestStatementMs,
})

const setTimer: Statement = {
  name: 'set_timer',
  text: `insert into timers (key, due_at, task, payload) values ($1, $2, $3, $4)
    on conflict (key) do update set due_at = excluded.due_at, task = excluded.task, payload = excluded.payload`,
}

// The wake-up names the transaction, not its rows: one small notification, however large the batch.
const recordOutcome: Statement = {
  name: 'record_outcome',
  text: `with recorded as (
      insert into events (type, at, actor_kind, actor_id, conversation_id, data)
      select e->>'type', (e->>'at')::timestamptz, e->'actor'->>'kind', (e->'actor'->>'id')::uuid,
        (e->>'conversationId')::uuid, e->'data'
      from jsonb_array_elements($1::jsonb) with ordinality as given(e, n) order by n
      returning 1
    ), queued as (
      select graphile_worker.add_jobs(array(
        select json_populate_record(null::graphile_worker.job_spec, j) from json_array_elements($2::json) as given(j)
      ))
      where json_array_length($2::json) > 0
    )
    select (select count(*) from recorded), (select count(*) from queued),
      pg_notify('ballast_events', $3 || ' ' || pg_current_xact_id()::text)`,
}

const onClient = new WeakMap<object, Kysely<Tables>>()

/** The query builder bound to one connection: a transaction's. */
function kyselyOn(client: pg.PoolClient): Kysely<Tables> {
  const known = onClient.get(client)
  if (known) return known
  const lent = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => lent, end: async () => {} } as unknown as PostgresPool
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  onClient.set(client, kysely)
  return kysely
}

// One transaction: begin, the work, then its events, jobs and the wake-up of other nodes, and commit, none of them waited for but the last.
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import { type Actor, actorId, type Context, type Desk, type ReadContext, type Statement } from './context.ts'
import type { Tables } from './db.ts'
import { sqlState } from './errors.ts'
import type { DeskEvent, EventType, Reaction, Reactions } from './events.ts'
import type { Imap } from './imap.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'
import type { OwnJobs, Payload } from './own-jobs.ts'
import { inserting } from './rows.ts'
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
  imap: Imap
  nodeId: string
  ownJobs: Pick<OwnJobs, 'worker' | 'push'>
  reactions: Reactions
  /** Names of reactions that nobody waits for: they follow the record of events. */
  background: ReadonlySet<string>
  /** Whether other nodes have to be woken. */
  hasCompany(): boolean
  /** Hears of committed events, hints included. */
  onCommitted(events: DeskEvent[]): void
}

interface Outcome {
  events: DeskEvent[]
  jobs: { identifier: string; payload: unknown }[]
  ownJobs: { task: string; payload: Payload }[]
  /** Of the first statement that failed; those behind it only tell that it did. */
  failure?: unknown
}

const maxTries = 4
const worthAnotherTry = new Set(['40001', '40P01'])

/** Builds the desk of one node: transactions and reads over its pool. */
export function createDesk(parts: DeskParts): Desk {
  const { pool, db, clock, log, secrets, storage, publicUrl, mail, imap } = parts
  const shared = { clock, log, secrets, storage, publicUrl, mail, imap }

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
    const outcome: Outcome = { events: [], jobs: [], ownJobs: [] }
    let broken: Error | undefined
    try {
      const sent = sentOn(client, outcome)
      sent('begin')
      const result = await work(contextOn(client, actor, outcome))
      record(sent, outcome)
      const { command } = await client.query('commit')
      // It answers a commit with a rollback when a statement before failed.
      if (command !== 'COMMIT' || outcome.failure) throw new Error('the transaction was rolled back')
      for (const { task, payload } of outcome.ownJobs) parts.ownJobs.push(task, payload)
      parts.onCommitted(outcome.events)
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      throw outcome.failure ?? error
    } finally {
      client.release(broken)
    }
  }

  function contextOn(client: pg.PoolClient, actor: Actor, outcome: Outcome): Context {
    const now = clock()
    const sent = sentOn(client, outcome)
    const worker = parts.ownJobs.worker()
    const enqueue = (task: string, payload: Payload) => {
      outcome.jobs.push({ identifier: task, payload: { v: 1, ...payload } })
    }
    return {
      db: kyselyOn(client),
      send: (statement, values, heard) => sent(prepared(statement, values), heard),
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
      enqueue,
      worker,
      enqueueOwn: (task, payload) => {
        if (worker) outcome.ownJobs.push({ task, payload })
        else enqueue(task, payload)
      },
      enqueueAt: async (key, due, task, payload) => {
        if (!due) await client.query('delete from timers where key = $1', [key])
        else await client.query(prepared(setTimer, [key, due, task, JSON.stringify({ v: 1, ...payload })]))
      },
    }
  }

  function record(sent: Send, { events, jobs }: Outcome): void {
    const all = [...jobs, ...reactionJobs(events, parts)]
    if (events.length > 0) sent(prepared(...insertEvents(events.map(toRow))))
    if (all.length > 0) sent(prepared(recordJobs, [JSON.stringify(all)]))
    if (events.length > 0 && parts.hasCompany()) sent(prepared(wakeOthers, [parts.nodeId]))
  }

  return { ...shared, transact, read }
}

type Send = (query: string | pg.QueryConfig, heard?: (rows: never[]) => void) => void

/** Sends statements without waiting, and keeps what the first of them fails with. */
const sentOn =
  (client: pg.PoolClient, outcome: Outcome): Send =>
  (query, heard) => {
    client.query(query as string).then(
      ({ rows }) => heard?.(rows as never[]),
      error => {
        outcome.failure ??= error
      },
    )
  }

/** One job for each reaction that somebody waits for, with all the events of its type that concern it. */
function reactionJobs(events: DeskEvent[], { reactions, background }: DeskParts) {
  const byType = new Map<EventType, DeskEvent[]>()
  for (const { hint: _, ...event } of events) {
    const same = byType.get(event.type)
    if (same) same.push(event)
    else byType.set(event.type, [event])
  }
  return [...byType].flatMap(([type, same]) =>
    Object.entries((reactions[type] ?? {}) as Record<string, Reaction<EventType>>)
      .filter(([identifier]) => !background.has(identifier))
      .map(([identifier, { concerns = () => true }]) => ({ identifier, events: same.filter(concerns) }))
      .filter(job => job.events.length > 0)
      .map(job => ({ identifier: job.identifier, payload: { v: 1, events: job.events } })),
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

const toRow = ({ type, at, actor, conversationId, data }: DeskEvent) => ({
  type,
  at,
  actor_kind: actor.kind,
  actor_id: actor.id,
  conversation_id: conversationId,
  data,
})

const insertEvents = inserting('events', ['type', 'at', 'actor_kind', 'actor_id', 'conversation_id', 'data'])

const recordJobs: Statement = {
  name: 'record_jobs',
  text: `select graphile_worker.add_jobs(array(
    select json_populate_record(null::graphile_worker.job_spec, j) from json_array_elements($1::json) as given(j)
  ))`,
}

// It names the transaction, not its rows: one small notification, however large the batch.
const wakeOthers: Statement = {
  name: 'wake_others',
  text: `select pg_notify('ballast_events', $1 || ' ' || pg_current_xact_id()::text)`,
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

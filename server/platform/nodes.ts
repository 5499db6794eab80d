// The nodes that share one database: each tells that it lives, and knows whether anybody else does.
import type pg from 'pg'
import type { Log } from './log.ts'

export interface NodeParts {
  pool: pg.Pool
  nodeId: string
  log: Log
}

export interface Nodes {
  /** Begins to tell the others; knows before it resolves whether there are any. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Whether another node may be there: true until the database said otherwise. */
  hasCompany(): boolean
  /** Another node has just come, says the bus. */
  greeted(nodeId: string): void
  /** Under which names this node locks jobs, from its next heartbeat on. */
  setWorkers(names: () => string[]): void
  /** Tells that this node lives, with the names of its workers. */
  beat(): Promise<void>
}

const heartbeatMs = 5_000
/** Without a heartbeat for this long, a node counts as dead. By the database's clock, because the nodes' may differ. */
export const deadAfterSeconds = 15

/** Builds the node's place among the others. The bus must listen before it starts, or a greeting could be missed. */
export function createNodes({ pool, nodeId, log }: NodeParts): Nodes {
  let company = true
  let greetings = 0
  let workers = (): string[] => []
  let timer: NodeJS.Timeout | undefined

  async function beat(): Promise<void> {
    const heard = greetings
    const { rows: mine } = await pool.query<{ new: boolean }>(tell, [nodeId, workers(), deadAfterSeconds])
    if (mine[0]?.new) await pool.query(`select pg_notify('ballast_nodes', $1)`, [nodeId])
    await pool.query('delete from nodes where seen_at < now() - make_interval(secs => $1)', [
      deadAfterSeconds,
    ])
    const { rows } = await pool.query('select 1 from nodes where id <> $1 limit 1', [nodeId])
    // One that came meanwhile may not have been there yet for the query.
    if (heard === greetings) company = rows.length > 0
  }

  return {
    start: async () => {
      await beat()
      timer = setInterval(() => {
        beat().catch(error => log.warn({ err: error }, 'no heartbeat'))
      }, heartbeatMs)
      timer.unref()
    },
    stop: async () => {
      clearInterval(timer)
      await pool.query('delete from nodes where id = $1', [nodeId]).catch(() => {})
    },
    hasCompany: () => company,
    greeted: id => {
      if (id === nodeId) return
      greetings += 1
      company = true
    },
    setWorkers: names => {
      workers = names
    },
    beat,
  }
}

// One that was thought dead comes as a new one, and greets again.
const tell = `insert into nodes (id, workers) values ($1, $2)
  on conflict (id) do update set seen_at = now(), workers = excluded.workers,
    started_at = case when nodes.seen_at < now() - make_interval(secs => $3) then now() else nodes.started_at end
  returning xmax = 0 as new`

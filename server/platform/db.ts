// The database: one pool, one typed query builder. Each module declares the tables it owns by extending `Tables`.
import type { Socket } from 'node:net'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'

/** Every table of the desk; modules add theirs in `tables.ts` by declaration merging. */
// biome-ignore lint: merged into by the modules
export interface Tables {}

export type Db = Kysely<Tables> | Transaction<Tables>

export interface DatabaseOptions {
  /** A connection URL, or the folder of a private socket. */
  connection: pg.ClientConfig
  poolSize: number
  onError: (error: Error) => void
}

/** A database that stands still must not hold requests for ever; nothing the desk asks takes nearly as long. */
const longestQueryMs = 30_000

// Numbers of conversations and counts stay far below 2^53; strings would leak into every shape.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Opens the pool. Nothing connects before the first query. */
export function openDatabase(options: DatabaseOptions): { pool: pg.Pool; db: Kysely<Tables> } {
  const pool = new pg.Pool({
    ...options.connection,
    max: options.poolSize,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    query_timeout: longestQueryMs,
    application_name: 'ballast',
    pipeline: true,
  } as pg.PoolConfig)
  pool.on('error', options.onError)
  // A connection that is lost while it is lent out reports here, and its query fails by itself.
  pool.on('connect', client => {
    client.on('error', () => {})
    sendTogether(client)
  })
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) }
}

/** What is asked in one turn of the event loop leaves in one piece: for short statements that is most of what they cost. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  let isHeld = false
  client.query = ((...given: unknown[]) => {
    if (!isHeld) {
      isHeld = true
      stream.cork()
      process.nextTick(() => {
        isHeld = false
        stream.uncork()
      })
    }
    return query(...given)
  }) as typeof client.query
}

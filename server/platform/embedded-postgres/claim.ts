// Two supervisors of one data folder would stop each other's database, so one living connection holds the claim.
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { EmbeddedPostgresError } from './failure.ts'
import { maintenanceClient } from './probe.ts'
import { isRunning } from './process.ts'
import { type Connection, database } from './transport.ts'

/** Held as long as its connection lives; the database itself forgets the claim of a killed process. */
export type Claim = {
  client: pg.Client
  /** Resolves when the connection has ended for whatever reason. */
  lost: Promise<void>
}

const namePrefix = 'ballast supervisor '
// Any two numbers will do that nobody else uses in the maintenance database.
const claimKeys = [0x62616c6c, 0x61737400]
const tooLateMs = 3000

/**
 * Claims the running database for this process.
 * @throws EmbeddedPostgresError `in_use` when another living process holds it
 */
export async function takeClaim(connection: Connection, folder: string): Promise<Claim> {
  const client = maintenanceClient(connection, `${namePrefix}${process.pid}`)
  const lost = new Promise<void>(resolve => client.once('end', () => resolve()))
  client.on('error', () => {})
  await client.connect()
  try {
    const deadline = Date.now() + tooLateMs
    while (!(await tryClaim(client))) await waitForHolder(client, folder, deadline)
  } catch (error) {
    await client.end()
    throw error
  }
  return { client, lost }
}

/** Makes Ballast's own database when the files are new. */
export async function ensureDatabase({ client }: Claim): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (rowCount === 0) await client.query(`create database ${database}`)
}

async function tryClaim(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1, $2) as taken',
    claimKeys,
  )
  return rows[0]?.taken === true
}

// The server needs a moment to notice that the process behind a connection was killed.
async function waitForHolder(client: pg.Client, folder: string, deadline: number): Promise<void> {
  const holder = await holderOf(client)
  if (holder === null) return
  if (isRunning(holder) || Date.now() > deadline) {
    const message =
      `Another Ballast (process ${holder}) already runs on ${folder}. Stop it first, or give this one a folder of its own (BALLAST_DATA). ` +
      'To run several processes on one desk, use a PostgreSQL server (DATABASE_URL).'
    throw new EmbeddedPostgresError('in_use', message)
  }
  await pause(20)
}

async function holderOf(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ application_name: string }>(
    `select application_name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and classid = $1::bigint and objid = $2::bigint`,
    claimKeys,
  )
  const name = rows[0]?.application_name
  return name?.startsWith(namePrefix) ? Number(name.slice(namePrefix.length)) : null
}

// Every desk of a test has a database of its own, copied from one that was migrated once.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrateJobs } from '../server/platform/jobs.ts'
import { silentLog } from '../server/platform/log.ts'
import { migrate } from '../server/platform/migrate.ts'
import { startShippedServer, type TestServer } from './postgres.ts'

/** Tells the processes of one test run which server is theirs; made by `test/run.ts`. */
const variable = 'BALLAST_TEST_DATABASE'

/** What `test/run.ts` puts into the environment of the processes it starts. */
export const environmentOf = ({ connection }: TestServer): Record<string, string> => ({
  [variable]: JSON.stringify(connection),
})

const template = 'ballast_template'

/** Makes the database that all others are copied from. */
export async function makeTemplate({ connection }: TestServer): Promise<void> {
  await administer(connection, `create database ${template}`)
  const pool = new pg.Pool({ ...connection, database: template, max: 1 })
  pool.on('error', () => {}).on('connect', client => client.on('error', () => {}))
  try {
    const client = await pool.connect()
    await migrate(client, silentLog()).finally(() => client.release())
    await migrateJobs(pool, silentLog())
  } finally {
    await pool.end()
  }
}

let own: Promise<TestServer> | undefined

/** The server of this run; a test file that is run alone starts one for itself. */
async function serverConnection(): Promise<pg.ClientConfig> {
  const given = process.env[variable]
  if (given) return JSON.parse(given)
  own ??= startOwnServer()
  return (await own).connection
}

// A database outlives the process that started it, so one that ends before its tests do must take it along.
async function startOwnServer(): Promise<TestServer> {
  const server = await startShippedServer()
  endWith(server)
  await makeTemplate(server)
  return server
}

function endWith(server: TestServer): void {
  const kill = () => server.kill()
  const exit = () => process.exit(1)
  process.once('exit', kill).once('SIGTERM', exit).once('SIGINT', exit)
  const { stop } = server
  server.stop = async () => {
    process.off('exit', kill).off('SIGTERM', exit).off('SIGINT', exit)
    await stop()
  }
}

/** Stops the server if this process started it. */
export async function stopOwnServer(): Promise<void> {
  const server = await own
  own = undefined
  await server?.stop()
}

export interface TestDatabase {
  connection: pg.ClientConfig
  drop(): Promise<void>
}

/** Makes a fresh database; `migrated: false` gives an empty one. */
export async function createDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const server = await serverConnection()
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name} template ${migrated ? template : 'template0'}`)
  return {
    connection: { ...server, database: name },
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  }
}

async function administer(connection: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

// Brings the database up to date without serving.
import pg from 'pg'
import type { Config } from '../platform/config.ts'
import { migrateJobs } from '../platform/jobs.ts'
import { createLog, type Log } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { connect } from './connect.ts'

/** Applies the missing migrations, the job runner's included. */
export async function migrateNow(config: Config, say: (text: string) => void): Promise<void> {
  const log = createLog(config.logLevel)
  const database = await connect(config, log)
  try {
    const applied = await migrateDatabase(database.connection, log)
    say(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
  } finally {
    await database.stop()
  }
}

/** Gives the names of the migrations that were applied. */
export async function migrateDatabase(connection: pg.ClientConfig, log: Log): Promise<string[]> {
  const pool = new pg.Pool({ ...connection, max: 2 })
  pool.on('error', error => log.warn({ err: error }, 'a database connection was lost'))
  const client = await pool.connect()
  try {
    const applied = await migrate(client, log)
    await migrateJobs(pool, log)
    return applied
  } finally {
    client.release()
    await pool.end()
  }
}

// Every command begins here: the configuration, the log, and the database, embedded or a server's.
import type pg from 'pg'
import type { Config } from '../platform/config.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import type { Log } from '../platform/log.ts'

export interface Database {
  connection: pg.ClientConfig
  /** Ends the embedded database; a server's is left alone. */
  stop(): Promise<void>
}

/** Starts the embedded database, or takes the one that is named in the configuration. */
export async function connect(config: Config, log: Log): Promise<Database> {
  if (config.databaseUrl) {
    return { connection: { connectionString: config.databaseUrl }, stop: async () => {} }
  }
  return startEmbeddedPostgres({ folder: config.dataFolder, user: config.runAs, log })
}

// Moves the desk's data: into a backup and back, and from the embedded database to a server.
import { resolve } from 'node:path'
import type { Progress } from '../platform/backup/copier.ts'
import { backup } from '../platform/backup.ts'
import type { Config } from '../platform/config.ts'
import { borrowEmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { createLog } from '../platform/log.ts'
import { moveToPostgres } from '../platform/move-to-postgres.ts'
import { restore } from '../platform/restore.ts'
import { migrateDatabase } from './migrate.ts'
import { UsageError } from './usage-error.ts'

type Say = (text: string) => void

const usage = (text: string) => new UsageError(`Usage: npm start -- ${text}`)
/** Tells how far it is, once a second. */
function progressTo(say: Say): (progress: Progress) => void {
  let told = performance.now()
  return ({ phase, files, bytes }) => {
    if (performance.now() - told < 1_000) return
    told = performance.now()
    say(`  ${phase}: ${files} files, ${megabytes(bytes)}`)
  }
}

const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(1)} MB`

/** `backup <folder>`: beside a running desk or not. */
export async function backUp(config: Config, [into]: string[], say: Say): Promise<void> {
  if (!into) throw usage('backup <new folder>')
  const { dataFolder, databaseUrl } = config
  const shared = { dataFolder, into, log: quietLog(config), onProgress: progressTo(say) }
  const manifest = databaseUrl
    ? await backup({ ...shared, connection: { connectionString: databaseUrl }, embedded: false })
    : await borrowEmbeddedPostgres({ folder: dataFolder, user: config.runAs, log: shared.log }, connection =>
        backup({ ...shared, connection, embedded: true }),
      )
  say(`The backup is in ${resolve(into)}: ${manifest.files} files, ${megabytes(manifest.bytes)}.`)
}

/** `restore <backup>`: into an empty data folder. */
export async function restoreFrom(config: Config, [from]: string[], say: Say): Promise<void> {
  if (!from) throw usage('restore <folder of the backup>')
  const log = quietLog(config)
  const server = config.databaseUrl ? { url: config.databaseUrl, migrate: migrateAt(config) } : undefined
  const rows = await restore({
    from,
    into: config.dataFolder,
    user: config.runAs,
    log,
    onProgress: progressTo(say),
    server,
  })
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  say(`Restored into ${config.dataFolder}: ${total} rows in ${Object.keys(rows).length} tables.`)
}

/** `move-to-postgres <url>`: everything in the embedded database to an empty one on a server. */
export async function moveTo(config: Config, [to]: string[], say: Say): Promise<void> {
  if (!to) throw usage('move-to-postgres <postgres://…>')
  if (config.databaseUrl) throw new UsageError('DATABASE_URL is set: this desk is on a server already.')
  const log = quietLog(config)
  // Started, not borrowed: while a desk runs it would go on writing to the old database.
  const source = await startEmbeddedPostgres({ folder: config.dataFolder, user: config.runAs, log })
  try {
    say('Copying …')
    const counts = await moveToPostgres({ from: source.connection, to, migrate: migrateAt(config), log })
    say(`${'table'.padEnd(44)}${'here'.padStart(12)}${'there'.padStart(12)}`)
    for (const { table, from, to: there } of counts) {
      say(`${table.padEnd(44)}${String(from).padStart(12)}${String(there).padStart(12)}`)
    }
    say(
      'Done. Start the desk with DATABASE_URL set from now on; uploaded files and secret.key stay where they are.',
    )
  } finally {
    await source.stop()
  }
}

const migrateAt = (config: Config) => async (url: string) => {
  await migrateDatabase({ connectionString: url }, quietLog(config))
}

/** Progress is told in words; the log only has what went wrong. */
const quietLog = ({ logLevel }: Config) => createLog(logLevel === 'info' ? 'warn' : logLevel)

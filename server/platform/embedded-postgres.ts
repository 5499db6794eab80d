// A desk on one machine needs no database server of its own making; this runs the real PostgreSQL beside it.
import { realpathSync } from 'node:fs'
import { findBinaries, reachableBinaries } from './embedded-postgres/binaries.ts'
import { ensureDatabase, takeClaim } from './embedded-postgres/claim.ts'
import { ensureCluster } from './embedded-postgres/cluster.ts'
import { EmbeddedPostgresError } from './embedded-postgres/failure.ts'
import { placeIn } from './embedded-postgres/place.ts'
import { adopt, type Reporter, reachPostmaster, type Setting } from './embedded-postgres/postmaster.ts'
import { supervise } from './embedded-postgres/supervise.ts'
import { type Connection, urlOf } from './embedded-postgres/transport.ts'
import { type RunAs, startedAsRoot } from './run-as.ts'
import { prepareDataFolder } from './secret-key.ts'

export { findBinaries } from './embedded-postgres/binaries.ts'
export { EmbeddedPostgresError } from './embedded-postgres/failure.ts'
export type { Reporter } from './embedded-postgres/postmaster.ts'
export type { Connection } from './embedded-postgres/transport.ts'

export type EmbeddedPostgres = {
  connection: Connection
  /** The same as a URL. */
  url: string
  /** Whether the database was left running by a Ballast that was killed. */
  adopted: boolean
  /** Ends the database cleanly; afterwards another process may start it. */
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = {
  /** Ballast's data folder; the database lives in `postgres` inside it. Made when missing. */
  folder: string
  /** Whom the database runs as when the process is root; else null. */
  user: RunAs | null
  log: Reporter
  /** How long a server that lives but doesn't answer may take before this gives up, in ms. */
  patienceMs?: number
}

/**
 * Starts the embedded PostgreSQL, or takes over the one that a killed Ballast left behind, and keeps it running.
 * A Ballast that is killed leaves it running; `stop` ends it.
 * @throws EmbeddedPostgresError when it can't be, with the remedy in its message
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const controller = new AbortController()
  const setting = await prepare(options, controller.signal)
  const postmaster = await reachPostmaster(setting)
  const claim = await takeClaim(postmaster.connection, setting.place.folder)
  const stop = supervise(setting, postmaster, claim, () => controller.abort())
  const { connection, adopted } = postmaster
  try {
    await ensureDatabase(claim)
  } catch (error) {
    await stop()
    throw error
  }
  return { connection, url: urlOf(connection), adopted, stop }
}

/**
 * Lends a connection to the database of this folder: the one that runs, whoever supervises it, or one that is started
 * for the purpose and ended afterwards. For commands such as a backup, which work beside a running desk.
 */
export async function borrowEmbeddedPostgres<T>(
  options: EmbeddedPostgresOptions,
  act: (connection: Connection) => Promise<T>,
): Promise<T> {
  const running = await adopt(await prepare(options, new AbortController().signal))
  if (running) return act(running.connection)
  const started = await startEmbeddedPostgres(options)
  try {
    return await act(started.connection)
  } finally {
    await started.stop()
  }
}

async function prepare(options: EmbeddedPostgresOptions, signal: AbortSignal): Promise<Setting> {
  const { user, log, patienceMs = 30_000 } = options
  if (startedAsRoot() && !user) {
    throw new EmbeddedPostgresError(
      'cannot_run',
      'PostgreSQL refuses to run as root; name an unprivileged user in BALLAST_USER.',
    )
  }
  const found = findBinaries()
  prepareDataFolder(options.folder, user)
  const place = placeIn(realpathSync(options.folder))
  const binaries = reachableBinaries(found, place, user)
  await ensureCluster(place, binaries, user)
  return { place, binaries, user, log, signal, patienceMs }
}

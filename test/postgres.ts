// One PostgreSQL serves a whole test run; its files may be lost, so it never waits for the disk.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startEmbeddedPostgres } from '../server/platform/embedded-postgres.ts'
import { lookUpUser, type RunAs, startedAsRoot } from '../server/platform/run-as.ts'

export interface TestServer {
  /** Connects to the database `postgres` as a superuser. */
  connection: pg.ClientConfig
  stop(): Promise<void>
  /** The same for a process that has no time left: at once, without a proper end. */
  kill(): void
}

/** How an unprivileged process must be started; null when this one is unprivileged already. */
const unprivileged = (): RunAs | null =>
  startedAsRoot() ? (lookUpUser('postgres') ?? lookUpUser('nobody')) : null

const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** Starts the PostgreSQL that ships with the desk, in a folder of its own. */
export async function startShippedServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-test-'))
  const user = unprivileged()
  chmodSync(folder, 0o755)
  if (user) chownSync(folder, user.uid, user.gid)
  const lines = Object.entries(forgetful).map(([name, value]) => `${name} = '${value}'`)
  writeFileSync(join(folder, 'postgres.conf'), `${lines.join('\n')}\n`)
  const quiet = () => {}
  const server = await startEmbeddedPostgres({
    folder,
    user,
    log: { info: quiet, warn: quiet, error: quiet },
  })
  return {
    connection: { ...server.connection, database: 'postgres' },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    kill: () => killServer(join(folder, 'postgres'), folder),
  }
}

/** The `bin` folder of the newest PostgreSQL >= 15 that is installed on this machine, or null. */
export function findInstalledServer(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).filter(name => Number(name) >= 15) : []
  const newest = versions.sort((one, other) => Number(other) - Number(one))[0]
  const folders = [newest && join(debian, newest, 'bin'), ...(process.env.PATH ?? '').split(delimiter)]
  return folders.find(folder => folder && isRecentServer(folder)) ?? null
}

function isRecentServer(folder: string): boolean {
  if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return false
  const version = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)(\.\d+)?/.exec(version)?.[1]) >= 15
}

/** Starts an installed PostgreSQL on a cluster of its own; the machine's own clusters are left alone. */
export async function startInstalledServer(bin: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-pg-test-'))
  const user = unprivileged()
  const cluster = join(folder, 'cluster')
  mkdirSync(cluster, { mode: 0o700 })
  for (const path of user ? [folder, cluster] : []) chownSync(path, user!.uid, user!.gid)
  const as = { cwd: folder, ...(user && { uid: user.uid, gid: user.gid }) }
  const initdb = ['-D', cluster, '-U', 'ballast', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '-N']
  execFileSync(join(bin, 'initdb'), initdb, { ...as, stdio: ['ignore', 'ignore', 'inherit'] })
  const settings = { ...forgetful, listen_addresses: '', unix_socket_directories: folder }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(bin, 'postgres'), ['-D', cluster, ...args], { ...as, stdio: 'ignore' })
  const connection = { host: folder, port: 5432, user: 'ballast', database: 'postgres' }
  await answers(connection)
  return { connection, stop: () => stopServer(child, folder), kill: () => killServer(cluster, folder) }
}

async function answers(connection: pg.ClientConfig): Promise<void> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const client = new pg.Client(connection)
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await pause(50)
    }
  }
}

async function stopServer(child: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise(resolve => child.once('exit', resolve))
  if (child.exitCode === null) {
    child.kill('SIGINT')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
}

function killServer(cluster: string, folder: string): void {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGQUIT')
    const tick = new Int32Array(new SharedArrayBuffer(4))
    for (let ms = 0; ms < 2_000 && process.kill(pid, 0); ms += 20) Atomics.wait(tick, 0, 0, 20)
  } catch {
    // It has ended.
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}

// Starts what is measured: a database, the desk as a process of its own, and the bare servers, all on loopback.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../server/platform/embedded-postgres.ts'
import { silentLog } from '../server/platform/log.ts'
import { lookUpUser, startedAsRoot } from '../server/platform/run-as.ts'

export interface Running {
  url: string
  process: ChildProcess
  stop(): Promise<void>
}

export interface Ground {
  folder: string
  postgres: EmbeddedPostgres
  pool: pg.Pool
  clear(): Promise<void>
}

/** A database as the desk ships it, fsync and all. */
export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-bench-'))
  const user = startedAsRoot() ? lookUpUser('nobody') : null
  const postgres = await startEmbeddedPostgres({ folder, user, log: silentLog() })
  const pool = new pg.Pool({ ...postgres.connection, max: 4 })
  // A database that is started anew takes idle connections along.
  pool.on('error', () => {})
  const clear = async () => {
    await pool.end()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, postgres, pool, clear }
}

/** Runs the desk, or a bare server of this folder, on a free port. */
export async function runServer(
  ground: Ground,
  script: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', script), ...args], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: ground.postgres.url,
      BALLAST_DATA: join(ground.folder, 'data'),
      BALLAST_RATE_FACTOR: '100000',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout!.once('data', () => resolve())
    child.once('exit', code => reject(new Error(`${script} ended with ${code}`)))
  })
  const stop = async () => {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { url: `http://127.0.0.1:${port}`, process: child, stop }
}

export const runDesk = (ground: Ground, env: Record<string, string> = {}) =>
  runServer(ground, 'server/main.ts', ['serve'], env)

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}

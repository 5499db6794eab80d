// A PostgreSQL of the run's own, with full durability, that can be restarted, killed, and made to stand still.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { lookUpUser, startedAsRoot } from '../../server/platform/run-as.ts'
import { freePort } from './ports.ts'
import { until } from './waiting.ts'

export interface Cluster {
  connection: pg.ClientConfig
  url: string
  start(): Promise<void>
  /** `SIGINT`: a fast stop; `SIGQUIT`: an immediate one; resolves when the postmaster is gone. */
  stop(how: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void>
  /** Every process of the cluster stands still, as on a machine that hangs. */
  freeze(): void
  thaw(): void
  /** Process ids of the backends that serve clients. */
  backends(): number[]
}

const settings = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  log_min_duration_statement: '500ms',
  log_line_prefix: '%m [%p] %a ',
}

const stopWithinMs = 15_000

/** Makes a cluster in `folder` and starts it. */
export async function startCluster(bin: string, folder: string): Promise<Cluster> {
  const user = startedAsRoot() ? (lookUpUser('postgres') ?? lookUpUser('nobody')) : null
  const data = join(folder, 'cluster')
  mkdirSync(data, { mode: 0o700 })
  if (user) chownSync(data, user.uid, user.gid)
  const as = { cwd: folder, ...(user && { uid: user.uid, gid: user.gid }) }
  const initdb = ['-D', data, '-U', 'ballast', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '-N']
  execFileSync(join(bin, 'initdb'), initdb, { ...as, stdio: ['ignore', 'ignore', 'inherit'] })
  const port = await freePort()
  const options = { ...settings, port: String(port), unix_socket_directories: data }
  const args = ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const log = openSync(join(folder, 'postgres.log'), 'a')
  const connection = { host: '127.0.0.1', port, user: 'ballast', database: 'postgres' }
  let child: ChildProcess | undefined

  const cluster: Cluster = {
    connection,
    url: `postgres://ballast@127.0.0.1:${port}/postgres`,
    start: async () => {
      child = spawn(join(bin, 'postgres'), args, { ...as, stdio: ['ignore', log, log] })
      await until('PostgreSQL answers', () => answers(connection))
    },
    stop: async how => {
      const running = child
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const left = new Promise(resolve => running.once('exit', resolve))
      const rest = childrenOf(running.pid!)
      running.kill(how)
      // Asked to end in the middle of a recovery, it may wait for ever.
      const forced = setTimeout(() => signal([running.pid!, ...rest], 'SIGKILL'), stopWithinMs)
      await left
      clearTimeout(forced)
    },
    // The postmaster first, so that it starts no others meanwhile.
    freeze: () => signal([child!.pid!, ...childrenOf(child!.pid!)], 'SIGSTOP'),
    thaw: () => signal([...childrenOf(child!.pid!), child!.pid!], 'SIGCONT'),
    backends: () => childrenOf(child!.pid!).filter(pid => /^postgres: ballast /.test(titleOf(pid))),
  }
  await cluster.start()
  return cluster
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 1_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } finally {
    await client.end().catch(() => {})
  }
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      // It ended by itself.
    }
  }
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return pids.filter(pid => parentOf(pid) === parent).map(Number)
}

function parentOf(pid: string): number {
  // The name in brackets may hold blanks; what follows it doesn't.
  const stat = read(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

const titleOf = (pid: number): string => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

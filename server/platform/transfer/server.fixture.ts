// Tests need a PostgreSQL server that isn't ours: the machine's own where there is one, else a second embedded one.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openYard, user } from '../embedded-postgres/harness.fixture.ts'
import { query } from './desk.fixture.ts'

const installed = [15, 16, 17, 18]
  .map(major => `/usr/lib/postgresql/${major}/bin`)
  .find(path => existsSync(path))

/** Starts a server in `folder`. `create` makes an empty database, owned by a role that isn't a superuser. */
export async function startServer({ fresh, start }: ReturnType<typeof openYard>) {
  const folder = fresh('server')
  const { url, stop } = installed ? await startInstalled(installed, folder) : await start(folder)
  const admin = new URL(url)
  admin.pathname = '/template1'
  await query({ connectionString: admin.href }, 'create role desk login')
  const create = async (name: string): Promise<string> => {
    await query({ connectionString: admin.href }, `create database ${name} owner desk template template0`)
    const made = new URL(url)
    made.pathname = `/${name}`
    made.username = 'desk'
    return made.href
  }
  return { create, stop }
}

async function startInstalled(bin: string, folder: string) {
  const options = { uid: user?.uid, gid: user?.gid, cwd: folder, stdio: 'ignore' as const }
  const cluster = join(folder, 'cluster')
  const args = ['-D', cluster, '-U', 'owner', '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync']
  await once(spawn(join(bin, 'initdb'), args, options), 'exit')
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off']
  const child = spawn(join(bin, 'postgres'), ['-D', cluster, ...settings], options)
  const exited = once(child, 'exit')
  const url = `postgresql://owner@localhost:5432/postgres?host=${encodeURIComponent(folder)}`
  const deadline = Date.now() + 30_000
  while (!(await answers(url))) {
    if (Date.now() > deadline || child.exitCode !== null)
      throw new Error('The server of the machine does not start')
    await pause(20)
  }
  const stop = async () => {
    child.kill('SIGINT')
    await exited
  }
  return { url, stop }
}

async function answers(url: string): Promise<boolean> {
  try {
    await query({ connectionString: url }, 'select 1')
    return true
  } catch {
    return false
  }
}

// Only Ballast's own user may reach the embedded database: through a private socket, or by password on Windows.
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { blockedFor, type RunAs, startedAsRoot } from '../run-as.ts'
import { superuser } from './cluster.ts'
import type { Place } from './place.ts'

export const database = 'ballast'

/** What node-postgres needs to connect. On Unix `host` is the folder of the socket. */
export type Connection = {
  host: string
  port: number
  user: string
  database: string
  password?: string
  ssl: false
}

export type Transport = { host: string; port: number; args: string[] }

// sun_path holds 108 bytes with the closing zero; 103 is what macOS leaves.
const longestSocketPath = process.platform === 'darwin' ? 103 : 107
const socketPort = 5432
const shortPrefix = 'ballast-pg-'

/** Chooses where the server will listen and makes the folder for it. */
export async function openTransport(place: Place, user: RunAs | null): Promise<Transport> {
  if (process.platform === 'win32') {
    const port = await freePort()
    return { host: '127.0.0.1', port, args: ['-c', 'listen_addresses=127.0.0.1', '-c', `port=${port}`] }
  }
  const host = socketFolder(place, user)
  const args = [
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${host}`,
    '-c',
    `port=${socketPort}`,
  ]
  return { host, port: socketPort, args }
}

export function connectionTo(place: Place, { host, port }: { host: string; port: number }): Connection {
  const password = existsSync(place.password) ? { password: readFileSync(place.password, 'utf8') } : {}
  return { host, port, user: superuser, database, ssl: false, ...password }
}

/** The same connection as a URL that node-postgres and libpq both understand. */
export function urlOf({ host, port, user, database: name, password }: Connection): string {
  const secret = password ? `:${encodeURIComponent(password)}` : ''
  if (!host.startsWith('/')) return `postgresql://${user}${secret}@${host}:${port}/${name}`
  return `postgresql://${user}${secret}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
}

/** Removes a socket folder that was made outside the data folder. */
export function closeTransport(host: string): void {
  if (basename(host).startsWith(shortPrefix)) rmSync(host, { recursive: true, force: true })
}

function socketFolder(place: Place, user: RunAs | null): string {
  const fits = Buffer.byteLength(join(place.socket, `.s.PGSQL.${socketPort}`)) <= longestSocketPath
  const folder = fits ? place.socket : mkdtempSync(join(shortRoot(user), shortPrefix))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  if (user && startedAsRoot()) chownSync(folder, user.uid, user.gid)
  return folder
}

// Root's temporary folder may be root's alone.
function shortRoot(user: RunAs | null): string {
  const usual = tmpdir()
  return user && blockedFor(user, usual) ? '/tmp' : usual
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (!address || typeof address === 'string') throw new Error('The system gave no free port')
  return address.port
}

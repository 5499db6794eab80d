// Postmaster.pid is how a running database tells who it is, where it listens and whether it is ready.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place.ts'

export type PidFile = {
  pid: number
  port: number
  /** Folder of the socket, or the address on Windows; empty until the server listens. */
  host: string
  ready: boolean
}

/** What the database in this place wrote about itself, or null when it wrote nothing yet or ended cleanly. */
export function readPidFile(place: Place): PidFile | null {
  const lines = linesOf(join(place.cluster, 'postmaster.pid'))
  const [pid = '', , , port = '', socket = '', address = '', , status = ''] = lines
  if (!/^\d+$/.test(pid)) return null
  return { pid: Number(pid), port: Number(port), host: socket || address, ready: status.trim() === 'ready' }
}

/** Removes the file of a server that was killed; the caller has made sure that nobody runs. */
export function removePidFile(place: Place): void {
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
}

const socketName = '.s.PGSQL.5432'

/** The process that a socket's lock file names, dead or alive; null when there is no such file. */
export function socketHolder(folder: string): number | null {
  const [pid = ''] = linesOf(join(folder, `${socketName}.lock`))
  return /^\d+$/.test(pid) ? Number(pid) : null
}

/** Removes a socket whose server was killed; PostgreSQL itself gives up when the id lives on in a stranger. */
export function removeSocket(folder: string): void {
  for (const name of [socketName, `${socketName}.lock`]) rmSync(join(folder, name), { force: true })
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}

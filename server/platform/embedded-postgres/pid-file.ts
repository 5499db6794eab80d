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
  const [pid = '', , , port = '', socket = '', address = '', , status = ''] = linesOf(place)
  if (!/^\d+$/.test(pid)) return null
  return { pid: Number(pid), port: Number(port), host: socket || address, ready: status.trim() === 'ready' }
}

/** Removes the file of a server that was killed; the caller has made sure that nobody runs. */
export function removePidFile(place: Place): void {
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
}

function linesOf(place: Place): string[] {
  try {
    return readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

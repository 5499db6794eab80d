// When the database refuses to start, its own last words are the explanation.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Place } from './place.ts'

/** Where the log ends now; what comes later belongs to the next start. */
export function logEnd(place: Place): number {
  return statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
}

/** What the log says since `from` (at most 4 kB), or from its start when it was turned over meanwhile. */
export function lastLines(place: Place, from: number): string {
  const size = logEnd(place)
  const start = Math.max(size < from ? 0 : from, size - 4096)
  const bytes = Buffer.alloc(size - start)
  if (bytes.length === 0) return 'it left no message'
  const handle = openSync(place.log, 'r')
  readSync(handle, bytes, 0, bytes.length, start)
  closeSync(handle)
  return bytes.toString('utf8').trim()
}

// Uploaded bytes under random keys; no name that a stranger chose ever becomes a path.
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Storage {
  /** Writes the stream and gives its key and size once all of it is on the disk; leaves nothing behind when it fails. */
  put(content: Readable, through?: Transform[]): Promise<{ key: string; size: number }>
  /**
   * The whole file, or its bytes from `from` up to and without `to`, which is larger. The stream fails with `ENOENT` when the
   * key is unknown.
   */
  get(key: string, part?: { from: number; to: number }): Readable
  remove(key: string): Promise<void>
  /** At most so many files behind a key, by their keys; also what was never written to its end. */
  list(after: string | null, most: number): Promise<StoredFile[]>
}

export interface StoredFile {
  key: string
  writtenAt: Date
  /** By the clock that dated the file, the machine's: the desk's own may be ahead of it for a drill. */
  ageMs: number
}

const unfinished = '.partial'
const shelfShape = /^[0-9a-f]{2}$/
const keyShape = /^[0-9a-f]{2}\/[0-9a-f]{62}(\.partial)?$/

/** Keeps files in a local folder. */
export function localStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!keyShape.test(key)) throw new Error('not a storage key')
    return join(folder, key)
  }
  return {
    put: async (content, through = []) => {
      const random = randomBytes(32).toString('hex')
      const key = `${random.slice(0, 2)}/${random.slice(2)}`
      const path = pathOf(key)
      const partial = `${path}${unfinished}`
      await mkdir(dirname(path), { recursive: true })
      try {
        const file = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true })
        await pipeline([content, ...through, file])
        await rename(partial, path)
        return { key, size: file.bytesWritten }
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
    get: (key, part) => createReadStream(pathOf(key), part && { start: part.from, end: part.to - 1 }),
    remove: key => rm(pathOf(key), { force: true }),
    list: (after, most) => listFiles(folder, after ?? '', most),
  }
}

async function listFiles(folder: string, after: string, most: number): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  for (const shelf of await namesIn(folder)) {
    if (!shelfShape.test(shelf) || shelf < after.slice(0, 2)) continue
    for (const name of await namesIn(join(folder, shelf))) {
      const key = `${shelf}/${name}`
      if (!keyShape.test(key) || key <= after) continue
      // One that is gone meanwhile is none.
      const found = await stat(join(folder, key)).catch(() => null)
      if (!found) continue
      files.push({ key, writtenAt: found.mtime, ageMs: Date.now() - found.mtimeMs })
      if (files.length === most) return files
    }
  }
  return files
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.sort()
}

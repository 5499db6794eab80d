// Uploaded bytes under random keys; no name that a stranger chose ever becomes a path.
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
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
  /** From then on it is as old as if it had been written just now. */
  move(key: string, to: string): Promise<void>
  /** At most so many files behind a key, by their keys; also what was never written to its end, and what was set aside. */
  list(after: string | null, most: number): Promise<StoredFile[]>
  /** The id that a folder was given while it was empty; null where it has none. */
  owner(): Promise<string | null>
  /** Gives the folder an id if it is empty. */
  ownEmpty(id: string): Promise<void>
}

export interface StoredFile {
  key: string
  /** By the clock that dated the file, the machine's: the desk's own may be ahead of it for a drill. */
  ageMs: number
}

const unfinished = '.partial'
const aside = 'stray'
const ownerFile = 'desk-id'
const shelfShape = /^[0-9a-f]{2}$/
const keyShape = /^(stray\/)?[0-9a-f]{2}\/[0-9a-f]{62}(\.partial)?$/

/** Where a file that belongs to nothing waits until it is wiped, and where one that waits there came from. */
export const asideOf = (key: string): string => `${aside}/${key}`
export const homeOf = (key: string): string =>
  key.startsWith(`${aside}/`) ? key.slice(aside.length + 1) : key

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
    move: async (key, to) => {
      const now = new Date()
      await mkdir(dirname(pathOf(to)), { recursive: true })
      // Dated first: one that is moved and keeps its old date would be wiped at once.
      await utimes(pathOf(key), now, now)
      await rename(pathOf(key), pathOf(to))
    },
    list: (after, most) => listFiles(folder, after ?? '', most),
    owner: () => ownerOf(folder),
    ownEmpty: async id => {
      if ((await namesIn(folder)).length > 0) return
      await mkdir(folder, { recursive: true })
      // Another node of the same database may be doing the same.
      await writeFile(join(folder, ownerFile), `${id}\n`, { mode: 0o600, flush: true })
    },
  }
}

async function listFiles(folder: string, after: string, most: number): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  const isShelf = (name: string) => shelfShape.test(name)
  const shelves = (await namesIn(folder)).filter(isShelf)
  const shelvesAside = (await namesIn(join(folder, aside))).filter(isShelf).map(asideOf)
  for (const shelf of [...shelves, ...shelvesAside]) {
    if (after !== '' && shelf < dirname(after)) continue
    for (const name of await namesIn(join(folder, shelf))) {
      const key = `${shelf}/${name}`
      if (!keyShape.test(key) || key <= after) continue
      // One that is gone meanwhile is none.
      const found = await stat(join(folder, key)).catch(() => null)
      if (!found) continue
      files.push({ key, ageMs: Date.now() - found.mtimeMs })
      if (files.length === most) return files
    }
  }
  return files
}

async function ownerOf(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, ownerFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : text.trim()
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.sort()
}

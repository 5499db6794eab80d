// Uploaded bytes under random keys; no name that a stranger chose ever becomes a path.
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Storage {
  /** Writes the stream and gives its key and size once all of it is on the disk; leaves nothing behind when it fails. */
  put(content: Readable, through?: Transform[]): Promise<{ key: string; size: number }>
  /** Throws `ENOENT` when the key is unknown. */
  get(key: string): Readable
  remove(key: string): Promise<void>
}

const keyShape = /^[0-9a-f]{2}\/[0-9a-f]{62}$/

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
      const partial = `${path}.partial`
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
    get: key => createReadStream(pathOf(key)),
    remove: key => rm(pathOf(key), { force: true }),
  }
}

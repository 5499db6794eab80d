// Copies files and remembers what they held, so that a backup can be checked byte for byte, also by sha256sum.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Reporter } from '../embedded-postgres.ts'
import { hasCode } from '../errno.ts'

export type Progress = { phase: string; files: number; bytes: number }

/** Path (with slashes, below the backup's folder), length in bytes and SHA-256 in hex. */
export type Copied = { path: string; bytes: number; sha256: string }

export type Copier = ReturnType<typeof createCopier>

const chunkBytes = 1024 ** 2
const atOnce = 4

/** Copies into `root`. Tells about its progress once a second. */
export function createCopier(
  root: string,
  log: Reporter,
  onProgress: (progress: Progress) => void = () => {},
) {
  const list: Copied[] = []
  const progress: Progress = { phase: '', files: 0, bytes: 0 }
  let told = Date.now()
  const tell = () => {
    onProgress({ ...progress })
    if (Date.now() - told < 1000) return
    told = Date.now()
    log.info({ ...progress, megabytes: Math.round(progress.bytes / 1e6) }, 'copying')
  }

  const add = (copied: Copied) => {
    list.push(copied)
    progress.files++
    progress.bytes += copied.bytes
    tell()
  }

  /** @returns what was copied, or null when the file vanished, as a table's file may when it is dropped. */
  const copy = async (from: string, path: string): Promise<Copied | null> => {
    const source = await openIfThere(from)
    if (!source) return null
    try {
      const copied = { path, ...(await copyBytes(source, join(root, path))) }
      add(copied)
      return copied
    } finally {
      await source.close()
    }
  }

  const write = async (path: string, content: string | Buffer): Promise<void> => {
    const bytes = Buffer.from(content)
    await mkdir(dirname(join(root, path)), { recursive: true, mode: 0o700 })
    await writeFile(join(root, path), bytes, { mode: 0o600 })
    list.push({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  }

  const copyAll = async (files: { from: string; path: string }[]): Promise<void> => {
    await inParallel(files, ({ from, path }) => copy(from, path))
  }

  /** Makes all of it durable. One flush of the file system costs a fraction of one per file. */
  const settle = async (): Promise<void> => {
    begin('flush')
    if (await flushFileSystem(root)) return
    await inParallel(list, async ({ path }) => {
      const file = await open(join(root, path), 'r+')
      await file.sync()
      await file.close()
    })
  }

  const begin = (phase: string) => {
    progress.phase = phase
    onProgress({ ...progress })
  }
  return { root, list, begin, add, copy, copyAll, write, settle }
}

function flushFileSystem(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(false)
  return new Promise(resolve => {
    execFile('sync', ['--file-system', folder], error => resolve(error === null))
  })
}

async function inParallel<T>(list: T[], act: (each: T) => Promise<unknown>): Promise<void> {
  const queue = list.values()
  const work = async () => {
    for (const each of queue) await act(each)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

async function copyBytes(source: FileHandle, to: string) {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const target = await open(to, 'wx', 0o600)
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(chunkBytes)
  let bytes = 0
  try {
    for (;;) {
      const { bytesRead } = await source.read(buffer, 0, chunkBytes)
      if (bytesRead === 0) break
      const chunk = buffer.subarray(0, bytesRead)
      hash.update(chunk)
      await target.writeFile(chunk)
      bytes += bytesRead
    }
  } finally {
    await target.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

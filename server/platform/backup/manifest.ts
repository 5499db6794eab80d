// A backup says what it is and how to know that it is whole; without its manifest it isn't a backup.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from '../errno.ts'
import type { Copied } from './copier.ts'

export type Manifest = {
  format: number
  /** Version of Ballast that made it. */
  ballast: string
  /** Version of PostgreSQL the data came from. */
  postgres: string
  /** `cluster`: the embedded database's own files. `tables`: one COPY text per table. */
  kind: 'cluster' | 'tables'
  startedAt: string
  finishedAt: string
  files: number
  bytes: number
  uploads: number
  uploadBytes: number
  /** Rows per table; only for kind `tables`, where they are exact. */
  rows?: Record<string, number>
  /** SHA-256 of checksums.sha256, which lists every other file in the format of sha256sum. */
  checksums: string
}

export type Origin = Pick<Manifest, 'postgres' | 'kind' | 'startedAt' | 'rows'>

const sumsName = 'checksums.sha256'
const sumsLine = /^([0-9a-f]{64}) {2}(.+)$/

/** Writes the list of checksums, then the manifest. */
export async function writeManifest(root: string, list: Copied[], origin: Origin): Promise<Manifest> {
  const sorted = list.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  const sums = sorted.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')
  await writeFile(join(root, sumsName), sums, { mode: 0o600, flush: true })
  const uploads = list.filter(each => each.path.startsWith('files/'))
  const manifest: Manifest = {
    format: 1,
    ballast: await ownVersion(),
    ...origin,
    finishedAt: new Date().toISOString(),
    files: list.length,
    bytes: total(list),
    uploads: uploads.length,
    uploadBytes: total(uploads),
    checksums: sha256(sums),
  }
  await writeFile(join(root, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  })
  return manifest
}

/**
 * Reads the manifest and the checksum of every file, by path.
 * @throws Error when there is no manifest, or the list isn't the one it was made with
 */
export async function readManifest(from: string): Promise<{ manifest: Manifest; sums: Map<string, string> }> {
  const text = await readFile(join(from, 'manifest.json'), 'utf8').catch(error => {
    if (hasCode(error, 'ENOENT')) throw new Error(`${from} is no backup: it has no manifest.json`)
    throw error
  })
  const manifest: Manifest = JSON.parse(text)
  if (manifest.format !== 1)
    throw new Error(`${from} was made by a newer Ballast (format ${manifest.format})`)
  const list = await readFile(join(from, sumsName), 'utf8')
  if (sha256(list) !== manifest.checksums)
    throw new Error(`${from} is damaged: ${sumsName} isn't the one it was made with`)
  const sums = new Map<string, string>()
  for (const line of list.split('\n')) {
    const [, sum, path] = sumsLine.exec(line) ?? []
    if (sum && path) sums.set(path, sum)
  }
  return { manifest, sums }
}

function total(list: Copied[]): number {
  return list.reduce((sum, { bytes }) => sum + bytes, 0)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8'))
  return version
}

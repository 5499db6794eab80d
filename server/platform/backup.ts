// Copies a running desk, database and files, into a folder that is whole or isn't there.
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type pg from 'pg'
import { type Copier, createCopier, type Progress } from './backup/copier.ts'
import { copyCluster } from './backup/copy-cluster.ts'
import { type Manifest, type Origin, writeManifest } from './backup/manifest.ts'
import { writeTables } from './backup/write-tables.ts'
import type { Reporter } from './embedded-postgres.ts'
import { hasCode } from './errno.ts'

export type BackupOptions = {
  connection: pg.ClientConfig
  /** Whether the connection leads to the embedded database of this data folder, or to a server elsewhere. */
  embedded: boolean
  dataFolder: string
  /** The folder to make; must not exist yet. */
  into: string
  log: Reporter
  onProgress?: (progress: Progress) => void
}

/**
 * Backs up the database, the uploaded files and the secret key while the desk runs. All that was committed before the
 * database's part ended is in it. Files are copied after the database, so that every row finds its file; a file
 * that was deleted in between is missing, as it will be wanted.
 *
 * From a server (`embedded: false`) it is one COPY text per table out of one snapshot, to be restored into the same
 * version of Ballast; pg_dump and the server's own archiving are the alternative, and the better one beyond some 50 GB.
 * @throws Error when `into` exists or anything can't be copied; nothing is left behind then
 */
export async function backup(options: BackupOptions): Promise<Manifest> {
  const into = resolve(options.into)
  if (existsSync(into)) throw new Error(`${into} exists already; a backup goes into a folder of its own`)
  const draft = `${into}.partial-${process.pid}`
  await mkdir(draft, { recursive: true, mode: 0o700 })
  try {
    const copier = createCopier(draft, options.log, options.onProgress)
    const origin = await copyDatabase(options, copier)
    await copyFiles(options.dataFolder, copier)
    await copier.settle()
    const manifest = await writeManifest(draft, copier.list, origin)
    await rename(draft, into)
    await syncFolder(dirname(into))
    options.log.info(
      { into, files: manifest.files, bytes: manifest.bytes, uploads: manifest.uploads },
      'the backup is complete',
    )
    return manifest
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function copyDatabase(
  { connection, embedded, dataFolder }: BackupOptions,
  copier: Copier,
): Promise<Origin> {
  const startedAt = new Date().toISOString()
  copier.begin('database')
  if (!embedded) return { kind: 'tables', startedAt, ...(await writeTables(connection, copier)) }
  const postgres = await copyCluster(connection, join(dataFolder, 'postgres'), copier)
  return { kind: 'cluster', startedAt, postgres }
}

async function copyFiles(dataFolder: string, copier: Copier): Promise<void> {
  copier.begin('files')
  await copier.copy(join(dataFolder, 'secret.key'), 'secret.key')
  const names = await filesIn(join(dataFolder, 'files'))
  await copier.copyAll(names.map(name => ({ from: join(dataFolder, 'files', name), path: `files/${name}` })))
}

// Half an upload isn't anybody's file yet.
async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter(entry => entry.isFile() && !entry.name.endsWith('.partial'))
    return files.map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

// Puts a backup back, checked byte for byte, and proves that the database in it recovers before it counts as restored.
import { createReadStream } from 'node:fs'
import { chown, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { createCopier, type Progress } from './backup/copier.ts'
import { type Manifest, readManifest } from './backup/manifest.ts'
import { type Index, pathOf } from './backup/write-tables.ts'
import { type Reporter, startEmbeddedPostgres } from './embedded-postgres.ts'
import { hasCode } from './errno.ts'
import { type RunAs, startedAsRoot } from './run-as.ts'
import { copyIn, countRows, nameOf, tablesOf } from './transfer/catalogue.ts'
import { load, openEmptyTarget } from './transfer/load.ts'

export type RestoreOptions = {
  from: string
  /** The data folder; must be missing, empty, or hold nothing but a key that a start has just made. */
  into: string
  /** Whom everything will belong to when the process is root; else null. */
  user: RunAs | null
  log: Reporter
  onProgress?: (progress: Progress) => void
  /** Where a backup of kind `tables` goes: an empty database, and how to bring this version's schema into it. */
  server?: { url: string; migrate: (url: string) => Promise<void> }
}

/**
 * Restores a backup into an empty data folder.
 * @returns the rows of each table, counted in the restored database
 * @throws Error when the target isn't empty, a byte differs from the manifest, or the database doesn't recover; the
 * target is untouched then
 */
export async function restore(options: RestoreOptions): Promise<Record<string, number>> {
  const { log, user } = options
  const into = resolve(options.into)
  const { manifest, sums } = await readManifest(options.from)
  if (manifest.kind === 'tables' && !options.server) {
    throw new Error(
      'This backup was made from a PostgreSQL server: name an empty database in DATABASE_URL to restore it into',
    )
  }
  await refuseUsed(into)
  const draft = `${into}.restoring-${process.pid}`
  try {
    await mkdir(draft, { recursive: true, mode: 0o700 })
    await copyChecked(options, manifest, sums, draft)
    if (user && startedAsRoot()) await handOver(draft, user)
    const rows = await bringUp(options, manifest, draft)
    await putInPlace(draft, into)
    log.info({ into, made: manifest.startedAt, rows }, 'the backup is restored')
    return rows
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function refuseUsed(into: string): Promise<void> {
  const used = (await namesIn(into)).filter(name => name !== 'secret.key')
  if (used.length === 0) return
  throw new Error(
    `${into} isn't empty (${used.slice(0, 3).join(', ')}). Restore into another folder (BALLAST_DATA), or move this one away.`,
  )
}

async function copyChecked(
  options: RestoreOptions,
  manifest: Manifest,
  sums: Map<string, string>,
  draft: string,
) {
  const copier = createCopier(draft, options.log, options.onProgress)
  copier.begin('restore')
  const outside = [...sums.keys()].find(path => path.split('/').includes('..'))
  if (outside) throw new Error(`${options.from} names a file outside of it: ${outside}`)
  if (manifest.kind === 'cluster') await makeFolders(join(options.from, 'postgres'), join(draft, 'postgres'))
  await copier.copyAll([...sums.keys()].map(path => ({ from: join(options.from, path), path })))
  const there = new Map(copier.list.map(({ path, sha256 }) => [path, sha256]))
  const damaged = [...sums].filter(([path, sum]) => there.get(path) !== sum).map(([path]) => path)
  if (damaged.length === 0) return copier.settle()
  throw new Error(
    `The backup is damaged: ${damaged.length} file(s) differ or are missing, first ${damaged[0]}`,
  )
}

// PostgreSQL wants its empty folders too, and a list of files can't name them.
async function makeFolders(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeFolders(join(from, entry.name), join(to, entry.name))
  }
}

async function bringUp(
  options: RestoreOptions,
  manifest: Manifest,
  draft: string,
): Promise<Record<string, number>> {
  if (manifest.kind === 'tables' && options.server) return loadTables(options.server, manifest, draft)
  const { user, log } = options
  const postgres = await startEmbeddedPostgres({ folder: draft, user, log })
  try {
    return await countAll(postgres.connection)
  } finally {
    await postgres.stop()
  }
}

async function countAll(connection: pg.ClientConfig): Promise<Record<string, number>> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const counts: Record<string, number> = {}
    for (const table of await tablesOf(client)) counts[nameOf(table)] = await countRows(client, table)
    return counts
  } finally {
    await client.end()
  }
}

async function loadTables(server: NonNullable<RestoreOptions['server']>, manifest: Manifest, draft: string) {
  const index: Index = JSON.parse(await readFile(join(draft, 'tables/index.json'), 'utf8'))
  const target = await openEmptyTarget(server.url)
  try {
    await server.migrate(server.url)
    const counts = await load(target, {
      ...index,
      bring: async (client, table) => {
        await pipeline(createReadStream(join(draft, pathOf(table))), client.query(copyFrom(copyIn(table))))
        return manifest.rows?.[nameOf(table)] ?? 0
      },
    })
    await rm(join(draft, 'tables'), { recursive: true })
    return Object.fromEntries(counts.map(({ table, to }) => [table, to]))
  } finally {
    await target.end()
  }
}

// A key that a start has just made gives way to the backup's; without one in the backup it stays.
async function putInPlace(draft: string, into: string): Promise<void> {
  const [kept] = await namesIn(into)
  const hasOwn = (await namesIn(draft)).includes('secret.key')
  if (kept && !hasOwn) await rename(join(into, kept), join(draft, kept))
  else if (kept) await rm(join(into, kept))
  if (process.platform === 'win32') await rm(into, { recursive: true, force: true })
  await rename(draft, into)
}

async function handOver(folder: string, { uid, gid }: RunAs): Promise<void> {
  await chown(folder, uid, gid)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await chown(join(entry.parentPath, entry.name), uid, gid)
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

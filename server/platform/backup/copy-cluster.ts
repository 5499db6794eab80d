// Copies the files of a running database so that they recover to one moment: the end of the copy.
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { hasCode } from '../errno.ts'
import type { Copier } from './copier.ts'

// What PostgreSQL's manual lists as useless or harmful in a copy; the folders themselves must exist.
const emptied = new Set(
  ['wal', 'replslot', 'dynshmem', 'notify', 'serial', 'snapshots', 'stat_tmp', 'subtrans'].map(
    name => `pg_${name}`,
  ),
)
const left =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest|current_logfiles.*|pg_internal\.init.*|pgsql_tmp.*)$/
const control = 'global/pg_control'
const walSegment = /^[0-9A-F]{24}$/

/**
 * Copies the embedded database in `cluster` to `postgres/` of the backup while it runs. Everything that was
 * committed before this returns is in the copy.
 * @returns the version of PostgreSQL
 */
export async function copyCluster(
  connection: pg.ClientConfig,
  cluster: string,
  copier: Copier,
): Promise<string> {
  const client = new pg.Client({ ...connection, application_name: 'ballast backup' })
  await client.connect()
  try {
    await refuseTablespaces(cluster)
    // The slot keeps the log since the start from being recycled; it vanishes with this session.
    await client.query(
      `select pg_create_physical_replication_slot('ballast_backup_${process.pid}', true, true)`,
    )
    const start = await one<{ lsn: string }>(client, `select pg_backup_start('ballast', true)::text as lsn`)
    await copyFiles(cluster, copier)
    await finish(client, start.lsn, cluster, copier)
    const { version } = await one<{ version: string }>(
      client,
      `select current_setting('server_version') as version`,
    )
    return version
  } finally {
    await client.end()
  }
}

async function copyFiles(cluster: string, copier: Copier): Promise<void> {
  const files: { from: string; path: string }[] = []
  for await (const path of walk(cluster, '', copier.root)) {
    if (path !== control) files.push({ from: join(cluster, path), path: `postgres/${path}` })
  }
  await copier.copyAll(files)
  await copier.write(`postgres/${control}`, await steady(join(cluster, control)))
}

async function finish(client: pg.Client, startLsn: string, cluster: string, copier: Copier): Promise<void> {
  copier.begin('log')
  type Stop = { lsn: string; labelfile: string; spcmapfile: string | null }
  const stop = await one<Stop>(client, 'select lsn::text, labelfile, spcmapfile from pg_backup_stop(false)')
  await copier.write('postgres/backup_label', stop.labelfile)
  if (stop.spcmapfile?.trim()) await copier.write('postgres/tablespace_map', stop.spcmapfile)
  const range = await one<{ first: string; last: string }>(
    client,
    'select pg_walfile_name($1::pg_lsn) as first, pg_walfile_name($2::pg_lsn) as last',
    [startLsn, stop.lsn],
  )
  const names = await readdir(join(cluster, 'pg_wal'))
  const isNeeded = (name: string) =>
    (walSegment.test(name) && name >= range.first && name <= range.last) || name.endsWith('.history')
  const needed = names.filter(isNeeded)
  if (!needed.includes(range.first) || !needed.includes(range.last)) {
    throw new Error(`The database recycled its log during the backup (${range.first} to ${range.last})`)
  }
  await copier.copyAll(
    needed.map(name => ({ from: join(cluster, 'pg_wal', name), path: `postgres/pg_wal/${name}` })),
  )
}

/** Every file worth copying, relative to the cluster; makes the folders in the backup on its way. */
async function* walk(cluster: string, folder: string, root: string): AsyncGenerator<string> {
  await mkdir(join(root, 'postgres', folder), { recursive: true, mode: 0o700 })
  const entries = await readdir(join(cluster, folder), { withFileTypes: true }).catch(error => {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  })
  const isEmptied = emptied.has(folder.split('/')[0] ?? '')
  for (const entry of entries) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (left.test(entry.name)) continue
    if (entry.isDirectory() && !path.startsWith('pg_replslot/')) yield* walk(cluster, path, root)
    else if (entry.isFile() && !isEmptied) yield path
  }
}

// The server may be writing this one file while it is read; two equal reads are a whole one.
async function steady(path: string): Promise<Buffer> {
  let last = await readFile(path)
  for (;;) {
    const next = await readFile(path)
    if (next.equals(last)) return next
    last = next
  }
}

async function refuseTablespaces(cluster: string): Promise<void> {
  const spaces = await readdir(join(cluster, 'pg_tblspc'))
  if (spaces.length > 0)
    throw new Error('The database uses tablespaces of its own; back it up with PostgreSQL’s tools')
}

async function one<T extends pg.QueryResultRow>(
  client: pg.Client,
  sql: string,
  values: unknown[] = [],
): Promise<T> {
  const { rows } = await client.query<T>(sql, values)
  if (!rows[0]) throw new Error(`No answer to: ${sql}`)
  return rows[0]
}

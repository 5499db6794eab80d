// From a server that isn't ours to copy, a backup is the text of every table out of one snapshot.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  copyOut,
  countRows,
  nameOf,
  type Sequence,
  sequencesOf,
  type Table,
  tablesOf,
} from '../transfer/catalogue.ts'
import type { Copier } from './copier.ts'

/** What `tables/index.json` holds: enough to load the texts again. */
export type Index = { tables: Table[]; sequences: Sequence[] }

export const pathOf = (table: Table) => `tables/${nameOf(table)}.copy`

/** @returns the server's version, and the rows of each table in the snapshot */
export async function writeTables(connection: pg.ClientConfig, copier: Copier) {
  const client = new pg.Client({ ...connection, application_name: 'ballast backup' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const index: Index = { tables: await tablesOf(client), sequences: await sequencesOf(client) }
    await mkdir(join(copier.root, 'tables'), { mode: 0o700 })
    const rows: Record<string, number> = {}
    for (const table of index.tables) {
      rows[nameOf(table)] = await countRows(client, table)
      await writeTable(client, table, copier)
    }
    await copier.write('tables/index.json', JSON.stringify(index, null, 2))
    const { rows: versions } = await client.query<{ server_version: string }>('show server_version')
    return { postgres: versions[0]?.server_version ?? '', rows }
  } finally {
    await client.end()
  }
}

async function writeTable(client: pg.Client, table: Table, copier: Copier): Promise<void> {
  const path = pathOf(table)
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const file = createWriteStream(join(copier.root, path), { mode: 0o600, flags: 'wx' })
  await pipeline(client.query(copyTo(copyOut(table))), measure, file)
  copier.add({ path, bytes, sha256: hash.digest('hex') })
}

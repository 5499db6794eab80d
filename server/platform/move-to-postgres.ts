// A desk that outgrows the embedded database takes everything with it to a server, and counts it on both sides.
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Reporter } from './embedded-postgres.ts'
import { copyIn, copyOut, countRows, nameOf, sequencesOf, tablesOf } from './transfer/catalogue.ts'
import { type Counted, load, openEmptyTarget } from './transfer/load.ts'

export type MoveOptions = {
  /** The embedded database, with nobody writing to it. */
  from: pg.ClientConfig
  /** URL of an empty database on PostgreSQL 15 or newer. */
  to: string
  /** Brings the schema of this version into the target, the job queue's included. */
  migrate: (url: string) => Promise<void>
  log: Reporter
}

/**
 * Copies every table and sequence to a server, in one transaction there. Uploaded files and the secret key stay where
 * they are. The source is only read.
 * @returns the rows of each table on both sides, which are equal
 * @throws Error when the target isn't empty or too old, when the schemas differ, or a row didn't arrive
 */
export async function moveToPostgres({ from, to, migrate, log }: MoveOptions): Promise<Counted[]> {
  const target = await openEmptyTarget(to)
  const source = new pg.Client({ ...from, application_name: 'ballast move' })
  source.on('error', () => {})
  try {
    await source.connect()
    await migrate(to)
    await source.query('begin isolation level repeatable read read only')
    const cargo = { tables: await tablesOf(source), sequences: await sequencesOf(source), bring }
    const counts = await load(target, cargo)
    for (const { table, from: here, to: there } of counts)
      log.info({ table, source: here, target: there }, 'rows')
    return counts
  } finally {
    await source.end()
    await target.end()
  }

  async function bring(client: pg.Client, table: Parameters<typeof copyOut>[0]): Promise<number> {
    const begun = Date.now()
    const rows = await countRows(source, table)
    log.info({ table: nameOf(table), rows }, 'copying')
    await pipeline(source.query(copyTo(copyOut(table))), client.query(copyFrom(copyIn(table))))
    if (Date.now() - begun > 1000) log.info({ table: nameOf(table), ms: Date.now() - begun }, 'copied')
    return rows
  }
}

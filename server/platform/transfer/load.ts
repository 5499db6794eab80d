// Fills a migrated database with another's rows in one transaction: all of them arrive, checked, or none.
import pg from 'pg'
import { countRows, nameOf, quoted, type Sequence, sequencesOf, type Table, tablesOf } from './catalogue.ts'
import { renumberEvents } from './renumber.ts'

/** What is to be loaded: tables, sequences, and how to bring the rows of one table. @returns rows brought */
export type Cargo = {
  tables: Table[]
  sequences: Sequence[]
  bring: (client: pg.Client, table: Table) => Promise<number>
}

export type Counted = { table: string; from: number; to: number }

type Constraint = { table: string; name: string; definition: string }

const oldestServer = 150_000

/**
 * Connects to a server that must be PostgreSQL 15 or newer and hold nothing yet.
 * @throws Error otherwise
 */
export async function openEmptyTarget(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'ballast move' })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    )
    if (Number(rows[0]?.number) < oldestServer)
      throw new Error(`The server is PostgreSQL ${rows[0]?.version}; Ballast needs 15 or newer`)
    const tables = await tablesOf(client)
    if (tables.length > 0)
      throw new Error(
        `The target isn't empty: it has ${tables.map(nameOf).slice(0, 5).join(', ')}. Create a new database for the desk.`,
      )
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

/**
 * Replaces whatever the migrations put into the target by the cargo. Foreign keys are taken off and put on again,
 * which checks them all; triggers rest meanwhile, for what they do has been done at the source.
 * @returns rows on both sides
 * @throws Error when the schemas or the counts differ; the target then holds what the migrations made
 */
export async function load(target: pg.Client, cargo: Cargo): Promise<Counted[]> {
  const tables = await matching(target, cargo.tables)
  await target.query('begin')
  try {
    const constraints = await takeOffForeignKeys(target)
    const names = tables.map(quoted)
    for (const name of names) await target.query(`alter table ${name} disable trigger user`)
    if (names.length > 0) await target.query(`truncate ${names.join(', ')}`)
    const counts: Counted[] = []
    for (const table of tables) {
      const from = await cargo.bring(target, table)
      counts.push({ table: nameOf(table), from, to: await countRows(target, table) })
    }
    const wrong = counts.filter(({ from, to }) => from !== to)
    if (wrong.length > 0)
      throw new Error(
        `Rows were lost: ${wrong.map(({ table, from, to }) => `${table} ${to} of ${from}`).join(', ')}`,
      )
    for (const name of names) await target.query(`alter table ${name} enable trigger user`)
    for (const { table, name, definition } of constraints) {
      await target.query(`alter table ${table} add constraint ${pg.escapeIdentifier(name)} ${definition}`)
    }
    await setSequences(target, cargo.sequences)
    await renumberEvents(target)
    await target.query('commit')
    await target.query('analyze')
    return counts
  } catch (error) {
    await target.query('rollback')
    throw error
  }
}

/** The target's tables, if they are the source's, column by column. */
async function matching(target: pg.Client, wanted: Table[]): Promise<Table[]> {
  const there = new Map((await tablesOf(target)).map(table => [nameOf(table), table.columns.join()]))
  const differing = wanted.filter(table => there.get(nameOf(table)) !== table.columns.join()).map(nameOf)
  if (differing.length === 0 && there.size === wanted.length) return wanted
  const surplus = [...there.keys()].filter(name => !wanted.some(table => nameOf(table) === name))
  throw new Error(
    `The two databases aren't of the same version of Ballast; they differ in ${[...differing, ...surplus].join(', ')}. ` +
      'Start this version once on the source, then try again with a new, empty target.',
  )
}

async function takeOffForeignKeys(target: pg.Client): Promise<Constraint[]> {
  const { rows } = await target.query<Constraint>(`
    select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition
      from pg_constraint
     where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text !~ '^pg_' order by 1, 2`)
  for (const { table, name } of rows) {
    await target.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`)
  }
  return rows
}

async function setSequences(target: pg.Client, sequences: Sequence[]): Promise<void> {
  const known = new Set((await sequencesOf(target)).map(nameOf))
  for (const sequence of sequences.filter(each => known.has(nameOf(each)))) {
    const { last, start } = sequence
    await target.query('select setval($1::regclass, $2::bigint, $3)', [
      quoted(sequence),
      last ?? start,
      last !== null,
    ])
  }
}

// Asks a database what tables and sequences it has, so that whole desks move without a list that somebody must keep.
import pg from 'pg'

/** A table with the columns that can be written, in order. */
export type Table = { schema: string; name: string; columns: string[] }
export type Sequence = { schema: string; name: string; last: string | null; start: string }

/** Every table outside PostgreSQL's own schemas; partitions come through their parents. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname::text as schema, c.relname::text as name,
           array_agg(a.attname::text order by a.attname) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by 1, 2 order by 1, 2`)
  return rows
}

export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select schemaname::text as schema, sequencename::text as name,
           last_value::text as last, start_value::text as start
      from pg_sequences where schemaname !~ '^pg_' order by 1, 2`)
  return rows
}

/** Number of rows, exactly. */
export async function countRows(client: pg.ClientBase, table: Table): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `select count(*)::text as count from ${quoted(table)}`,
  )
  return Number(rows[0]?.count)
}

export function quoted({ schema, name }: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
}

export function nameOf({ schema, name }: { schema: string; name: string }): string {
  return `${schema}.${name}`
}

export function copyOut(table: Table): string {
  return `copy (select ${columnList(table)} from ${quoted(table)}) to stdout`
}

export function copyIn(table: Table): string {
  return `copy ${quoted(table)} (${columnList(table)}) from stdin`
}

function columnList({ columns }: Table): string {
  return columns.map(column => pg.escapeIdentifier(column)).join(', ')
}

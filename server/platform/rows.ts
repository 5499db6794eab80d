// Rows of one table on their way: few are written as plain values, which costs the database least, many as one document; wide ones are read as documents.
import type { Statement } from './context.ts'
import { sqlState } from './errors.ts'

/** A statement with its values, as `ctx.send` takes them. */
export type Prepared = [statement: Statement, values: unknown[]]

/** Beyond, one document: for each number of rows up to this one a statement of its own is prepared. */
const mostAsValues = 4

/**
 * Gives what inserts rows, at least one. Made once for each table, after which its statements are named. A column that a row
 * doesn't have is null; `returning` is a list of columns. A row whose `unless` (columns of a unique key) is there already is
 * left out.
 */
export function inserting(
  table: string,
  columns: readonly string[],
  returning?: string,
  unless?: string,
): (rows: readonly object[]) => Prepared {
  const into = `insert into ${table} (${columns.join(', ')})`
  const passing = unless ? ` on conflict (${unless}) do nothing` : ''
  const end = passing + (returning ? ` returning ${returning}` : '')
  const placeholders = (row: number) => columns.map((_, index) => `$${row * columns.length + index + 1}`)
  const few = Array.from({ length: mostAsValues }, (_, index) => {
    const tuples = Array.from({ length: index + 1 }, (__, row) => `(${placeholders(row).join(', ')})`)
    return { name: `insert_${table}_${index + 1}`, text: `${into} values ${tuples.join(', ')}${end}` }
  })
  const many = {
    name: `insert_${table}`,
    text: `${into} select ${columns.join(', ')} from ${documentOf(table)}${end}`,
  }
  return rows =>
    rows.length <= mostAsValues
      ? [few[rows.length - 1]!, rows.flatMap(row => valuesOf(row, columns))]
      : [many, [asDocument(rows, columns)]]
}

/**
 * Gives what sets `columns` in rows, at least one, found by their `id`. Its statements are named `name`. Of a single row its
 * new `mark` comes back; given the `mark` it had, the transaction fails (see isOutdated) when it has another by now.
 */
export function updating(
  table: string,
  name: string,
  columns: readonly string[],
): (rows: readonly object[], mark?: string) => Prepared {
  const all = ['id', ...columns]
  const set = `update ${table} set ${columns.map((column, index) => `${column} = $${index + 2}`).join(', ')} where id = $1`
  const one = { name: `${name}_1`, text: `${set} returning xmin::text as mark` }
  const marked = {
    name: `${name}_marked`,
    text: `with written as (${set} and xmin = $${all.length + 1}::xid returning xmin::text as mark)
      select coalesce((select mark from written), row_is_outdated()) as mark`,
  }
  const many = {
    name,
    text: `update ${table} t set ${columns.map(column => `${column} = n.${column}`).join(', ')}
      from ${documentOf(table)} n where t.id = n.id`,
  }
  return (rows, mark) => {
    if (rows.length > 1) return [many, [asDocument(rows, all)]]
    const values = valuesOf(rows[0]!, all)
    return mark === undefined ? [one, values] : [marked, [...values, mark]]
  }
}

/** What the database fails with where a row is no longer what it was taken for. */
export const outdated = (): Error =>
  Object.assign(new Error('the row has changed meanwhile'), { code: 'BA001' })

/** Whether a transaction failed because a row was no longer what it was taken for. */
export const isOutdated = (error: unknown): boolean => sqlState(error) === 'BA001'

/** A row as `select row_to_json(t) as document` gives it. */
export interface InDocument<Row> {
  document: Row
}

/**
 * Takes rows out of their documents, with dates where `instants` says. For wide rows of the hot paths: for each column
 * the driver takes about as long as for a document of all.
 */
export function fromDocuments<Row>(rows: InDocument<Row>[], instants: readonly (keyof Row)[]): Row[] {
  return rows.map(({ document }) => {
    for (const name of instants) {
      const value = document[name]
      if (value !== null) document[name] = new Date(value as string) as Row[keyof Row]
    }
    return document
  })
}

const documentOf = (table: string) => `json_populate_recordset(null::${table}, $1::json)`

function valuesOf(row: object, columns: readonly string[]): unknown[] {
  return columns.map(column => {
    const value = (row as Record<string, unknown>)[column]
    // The driver would write it in the time zone of this machine, which takes it longer.
    return value instanceof Date ? value.toISOString() : value
  })
}

/** Without nulls, which a document needn't say. */
function asDocument(rows: readonly object[], columns: readonly string[]): string {
  // Rows of a batch share their instants, and writing those is most of the work.
  const instants = new Map<number, string>()
  const written = (instant: Date) => {
    const known = instants.get(instant.getTime())
    if (known !== undefined) return known
    const fresh = instant.toISOString()
    instants.set(instant.getTime(), fresh)
    return fresh
  }
  const documents = rows.map(row => {
    const document: Record<string, unknown> = {}
    for (const column of columns) {
      const value = (row as Record<string, unknown>)[column]
      if (value !== null) document[column] = inDocument(value, written)
    }
    return document
  })
  return JSON.stringify(documents)
}

function inDocument(value: unknown, written: (instant: Date) => string): unknown {
  if (value instanceof Date) return written(value)
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}

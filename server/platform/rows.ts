// Statements that write rows of one table: a few as plain values, which costs the database least, many as one document.
import type { Statement } from './context.ts'

/** A statement with its values, as `ctx.send` takes them. */
export type Prepared = [statement: Statement, values: unknown[]]

/** Beyond, one document: for each number of rows up to this one a statement of its own is prepared. */
const mostAsValues = 4

/**
 * Gives what inserts rows, at least one. Made once for each table, after which its statements are named. A column that a row
 * doesn't have is null; `returning` is a list of columns.
 */
export function inserting(
  table: string,
  columns: readonly string[],
  returning?: string,
): (rows: readonly object[]) => Prepared {
  const into = `insert into ${table} (${columns.join(', ')})`
  const end = returning ? ` returning ${returning}` : ''
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

/** Gives what sets `columns` in rows, at least one, found by their `id`. Its statements are named `name`. */
export function updating(
  table: string,
  name: string,
  columns: readonly string[],
): (rows: readonly object[]) => Prepared {
  const all = ['id', ...columns]
  const one = {
    name: `${name}_1`,
    text: `update ${table} set ${columns.map((column, index) => `${column} = $${index + 2}`).join(', ')} where id = $1`,
  }
  const many = {
    name,
    text: `update ${table} t set ${columns.map(column => `${column} = n.${column}`).join(', ')}
      from ${documentOf(table)} n where t.id = n.id`,
  }
  return rows => (rows.length === 1 ? [one, valuesOf(rows[0]!, all)] : [many, [asDocument(rows, all)]])
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
  const documents = rows.map(row => {
    const document: Record<string, unknown> = {}
    for (const column of columns) {
      const value = (row as Record<string, unknown>)[column]
      if (value !== null) document[column] = value
    }
    return document
  })
  return JSON.stringify(documents)
}

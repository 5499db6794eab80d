// The whole schema on one readable page, from the catalogue of a migrated database rather than from the migrations' history.
import pg from 'pg'
import { readSources } from './structure/source.ts'
import { ownersOfTables } from './structure/tables.ts'

interface Column {
  table: string
  name: string
  type: string
  required: boolean
  default: string | null
}

interface Part {
  table: string
  name: string
  definition: string
}

/** Markdown with tables, columns, constraints and indexes. */
export async function describeSchema(connection: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const columns = (await client.query<Column>(columnsOf)).rows
    const constraints = (await client.query<Part>(constraintsOf)).rows
    const indexes = (await client.query<Part>(indexesOf)).rows
    return render(columns, constraints, indexes)
  } finally {
    await client.end()
  }
}

function render(columns: Column[], constraints: Part[], indexes: Part[]): string {
  const owners = ownersOfTables(readSources())
  const byTable = Object.entries(Object.groupBy(columns, ({ table }) => table))
  const tables = byTable.map(([table, own]) => {
    const of = (parts: Part[]) =>
      parts.filter(part => part.table === table).map(({ definition }) => definition)
    const rows = own!.map(column => `| ${column.name} | ${column.type} | ${about(column)} |`)
    const rest = [...of(constraints), ...of(indexes).map(shortIndex)].map(text => `- ${text}`)
    const owner = owners.get(table)
    return [
      `## ${table}`,
      owner ? `Owned by ${owner}.\n` : '',
      '| column | type | |\n| --- | --- | --- |',
      ...rows,
      rest.length > 0 ? `\n${rest.join('\n')}` : '',
    ]
      .filter(Boolean)
      .join('\n')
  })
  const intro =
    'Written by “npm run gen” from the catalogue of a migrated database; the jobs’ own schema is left out.'
  return `# Tables\n\n${intro}\n\n${tables.join('\n\n')}\n`
}

const about = ({ required, default: value }: Column): string =>
  [required ? '' : 'may be null', value ? `default ${value.replaceAll('|', '\\|')}` : '']
    .filter(Boolean)
    .join(', ')

const shortIndex = (definition: string): string =>
  definition
    .replace(
      /^CREATE (UNIQUE )?INDEX (\S+) ON \S+ USING /,
      (_, unique = '', name) => `${unique}INDEX ${name} `,
    )
    .replace(/ btree /, ' ')

const ours = `n.nspname = 'public' and t.relkind in ('r', 'p')`

const columnsOf = `
  select t.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    case when a.attidentity <> '' then 'identity' else pg_get_expr(d.adbin, d.adrelid) end as default
  from pg_class t join pg_namespace n on n.oid = t.relnamespace
  join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
  where ${ours} order by t.relname collate "C", a.attnum`

// Before version 18 "not null" is no constraint of its own, so it is shown with the columns only.
const constraintsOf = `
  select t.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
  from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
  where ${ours} and c.contype <> 'n' order by position(c.contype::text in 'pufcx'), c.conname collate "C"`

const indexesOf = `
  select t.relname as table, i.relname as name, pg_get_indexdef(i.oid) as definition
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  join pg_namespace n on n.oid = t.relnamespace
  where ${ours} and not exists (select 1 from pg_constraint c where c.conindid = i.oid and c.contype in ('p', 'u', 'x'))
  order by i.relname collate "C"`

// What is kept in versions: each change is a new one and none is ever altered, so that it can be told what something went by.
import type { ColumnType } from 'kysely'
import { actorId, type Context, type ReadContext, type Statement } from './context.ts'
import { AppError, notFound } from './errors.ts'
import { newId } from './ids.ts'

/** The table of a noun; a row is one of its kind, whatever its version. */
export interface VersionedTable {
  id: string
  /** The newest one. */
  version: number
  archived_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/** The table of its versions, which also has the id of the noun: `rule_id` in `rule_versions`. */
export interface VersionTable<Content> {
  version: number
  content: ColumnType<Content, string, never>
  created_at: Date
  created_by: string | null
}

export interface VersionOf {
  id: string
  version: number
}

export type VersionReader = Pick<ReadContext, 'run' | 'now' | 'secrets'>

/** The newest version, its content under the name of the noun; `changedAt` is ISO 8601. */
type Kept<Noun extends string, Content> = VersionOf & { changedAt: string } & Record<Noun, Content>

/**
 * Keeps `table` (`rules`) and the versions of its noun (`rule_versions`, of a `rule`). Archived ones are not there any more:
 * `not_found`. Contents are shared by all who read them: nobody may change one.
 */
export function versioned<Noun extends string, Content>(table: string, noun: Noun) {
  const statements = statementsFor(table, noun)
  const contentsOf = remembering<Content>(statements.contents)

  async function newest(ctx: VersionReader, only: string | null): Promise<Kept<Noun, Content>[]> {
    const rows = await ctx.run<VersionOf & { created_at: Date }>(statements.newest, [only])
    const contents = await contentsOf(ctx, rows)
    return rows.map(({ id, version, created_at: at }, place) => {
      const kept = { id, version, changedAt: at.toISOString(), [noun]: contents[place] }
      return kept as Kept<Noun, Content>
    })
  }

  async function lock(ctx: Context, id: string): Promise<number> {
    const [row] = await ctx.run<{ version: number }>(statements.lock, [id])
    if (!row) throw notFound()
    return row.version
  }

  const valuesOf = (ctx: Context, content: Content) => [JSON.stringify(content), ctx.now, actorId(ctx.actor)]

  return {
    /** All that are not archived, the oldest first: ids are made in order of time. */
    list: (ctx: VersionReader) => newest(ctx, null),

    find: async (ctx: VersionReader, id: string) => (await newest(ctx, id))[0],

    /** The content of a version, old or new, archived or not. */
    at: async (ctx: VersionReader, one: VersionOf): Promise<Content> => {
      const [content] = await contentsOf(ctx, [one])
      if (!content) throw new Error(`${noun} ${one.id} has no version ${one.version}`)
      return content
    },

    create: async (ctx: Context, content: Content): Promise<{ id: string }> => {
      const id = newId()
      await ctx.run(statements.create, [id, ...valuesOf(ctx, content)])
      return { id }
    },

    /** Makes what `make` gives, asked under the lock, the newest version. Throws `stale_version` when `version` isn't it. */
    change: async (
      ctx: Context,
      id: string,
      version: number,
      make: () => Content | Promise<Content>,
    ): Promise<{ id: string }> => {
      if ((await lock(ctx, id)) !== version) throw new AppError('stale_version')
      await ctx.run(statements.change, [id, ...valuesOf(ctx, await make())])
      return { id }
    },

    /** Takes it out of use, unless `check`, asked under the lock, throws. */
    archive: async (ctx: Context, id: string, check?: () => Promise<void>): Promise<void> => {
      await lock(ctx, id)
      await check?.()
      await ctx.run(statements.archive, [id, ctx.now])
    },
  }
}

/** Many more than a desk goes by at a time. */
const mostRemembered = 1_000

/**
 * Reads contents, in the order in which they are wanted, each once: a version never changes, so a node may remember it for
 * good, and which version is the newest is asked each time. Undefined where there is no such version.
 */
function remembering<Content>(read: Statement) {
  // By the secrets object because each desk has exactly one: several desks may run in one process.
  const memories = new WeakMap<object, Map<string, Content>>()
  return async (ctx: VersionReader, wanted: readonly VersionOf[]): Promise<(Content | undefined)[]> => {
    const known = memories.get(ctx.secrets) ?? new Map<string, Content>()
    memories.set(ctx.secrets, known)
    const found = new Map(wanted.map(one => [nameOf(one), known.get(nameOf(one))]))
    const missing = wanted.filter(one => found.get(nameOf(one)) === undefined)
    const values = [missing.map(({ id }) => id), missing.map(({ version }) => version)]
    const rows = missing.length > 0 ? await ctx.run<Read<Content>>(read, values) : []
    for (const row of rows) {
      found.set(nameOf(row), row.content)
      // What this transaction has written itself may yet be taken back, and the number given again.
      if (row.created_at >= ctx.now) continue
      if (known.size >= mostRemembered) known.clear()
      known.set(nameOf(row), row.content)
    }
    return wanted.map(one => found.get(nameOf(one)))
  }
}

interface Read<Content> extends VersionOf {
  content: Content
  created_at: Date
}

const nameOf = ({ id, version }: VersionOf): string => `${id} ${version}`

function statementsFor(table: string, noun: string) {
  const versions = `${noun}_versions`
  const columns = `(${noun}_id, version, content, created_at, created_by)`
  const statement = (name: string, text: string): Statement => ({ name: `${table}_${name}`, text })
  return {
    newest: statement(
      'newest',
      `select kept.id, kept.version, created_at from ${table} kept
        join ${versions} v on v.${noun}_id = kept.id and v.version = kept.version
        where archived_at is null and ($1::uuid is null or kept.id = $1) order by kept.id`,
    ),
    contents: statement(
      'contents',
      `select ${noun}_id as id, version, content, created_at from ${versions}
        where (${noun}_id, version) in (select * from unnest($1::uuid[], $2::int[]))`,
    ),
    lock: statement('lock', `select version from ${table} where id = $1 and archived_at is null for update`),
    create: statement(
      'create',
      `with made as (insert into ${table} (id, version) values ($1, 1))
        insert into ${versions} ${columns} values ($1, 1, $2, $3, $4)`,
    ),
    change: statement(
      'change',
      `with changed as (update ${table} set version = version + 1 where id = $1 returning id, version)
        insert into ${versions} ${columns} select id, version, $2::jsonb, $3::timestamptz, $4::uuid from changed`,
    ),
    archive: statement('archive', `update ${table} set archived_at = $2 where id = $1`),
  }
}

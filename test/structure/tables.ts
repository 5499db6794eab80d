// Who writes which table. A table that two modules write has no one who answers for it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../files.ts'
import { isTest, moduleOf, place, type Rule, type Source, walk } from './source.ts'

const platforms = ['migrations', 'events', 'followed', 'timers', 'nodes', 'files_owner']

/** Every table by its owner: the module that declares it in `tables.ts`, or `platform`. */
export function ownersOfTables(sources: readonly Source[]): Map<string, string> {
  const owners = new Map(platforms.map(table => [table, 'platform']))
  for (const source of sources) {
    const owner = /^server\/modules\/([^/]+)\/tables\.ts$/.exec(source.path)?.[1]
    if (owner) for (const table of declaredIn(source)) owners.set(table, owner)
  }
  return owners
}

/** The members of `interface Tables`, also of the interfaces in the same file that it extends. */
function declaredIn(source: Source): string[] {
  const interfaces = new Map<string, ts.InterfaceDeclaration>()
  walk(source, node => {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node)
  })
  const members = (name: string): string[] => {
    const found = interfaces.get(name)
    if (!found) return []
    const own = found.members.flatMap(member => (member.name ? [member.name.getText(source.tree)] : []))
    const bases = (found.heritageClauses ?? []).flatMap(clause => clause.types)
    return [...own, ...bases.flatMap(base => members(base.expression.getText(source.tree)))]
  }
  return members('Tables')
}

/** The tables that the migrations make. */
export function tablesInMigrations(): Set<string> {
  const folder = join(root, 'migrations')
  const all = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  return new Set(
    [...all.matchAll(/^create (?:unlogged )?table (?:if not exists )?(\w+)/gim)].map(([, name]) => name!),
  )
}

const builders = new Set([
  ...['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto', 'copyTo'],
  ...['inserting', 'updating', 'versioned'],
])
const statements = [
  /\b(?:insert|merge)\s+into\s+(?:only\s+)?"?(\w+)"?(?!\.)/gi,
  /\bupdate\s+(?:only\s+)?"?(\w+)"?(?:\s+(?:as\s+)?\w+)?\s+set\b/gi,
  /\bdelete\s+from\s+(?:only\s+)?"?(\w+)"?(?!\.)/gi,
  /\btruncate\s+(?:table\s+)?(?:only\s+)?"?(\w+)"?(?!\.)/gi,
  /\bcopy\s+"?(\w+)"?\s*(?:\([^)]*\)\s*)?from\b/gi,
]

interface Write {
  table: string
  at: string
}

function writesIn(source: Source): Write[] {
  const writes: Write[] = []
  walk(source, node => {
    const sql = textOf(node)
    if (sql === undefined) return
    const call = node.parent
    if (call && ts.isCallExpression(call) && call.arguments[0] === node && builders.has(calledBy(call)))
      writes.push({ table: sql.split(/\s/)[0]!, at: place(source, node) })
    for (const statement of statements) {
      for (const [, table] of sql.matchAll(statement)) writes.push({ table: table!, at: place(source, node) })
    }
  })
  return writes
}

const calledBy = ({ expression }: ts.CallExpression): string =>
  (ts.isPropertyAccessExpression(expression) ? expression.name : expression).getText()

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return
  return node.head.text + node.templateSpans.map(span => `?${span.literal.text}`).join('')
}

/** `tables` are those that exist; words of other statements are none. */
export const ownersWriteAlone =
  (tables: ReadonlySet<string>): Rule =>
  sources => {
    const owners = ownersOfTables(sources)
    return sources
      .filter(source => source.path.startsWith('server/') && !isTest(source))
      .flatMap(source => {
        const writer =
          moduleOf(source.path) ?? (source.path.startsWith('server/platform/') ? 'platform' : source.path)
        return writesIn(source).flatMap(({ table, at }) => {
          if (!tables.has(table) && !owners.has(table)) return []
          const owner = owners.get(table)
          if (!owner)
            return [`${at} writes ${table}, which nobody owns: declare it in the owner's tables.ts.`]
          if (owner === writer) return []
          return [
            `${at} writes ${table} of ${owner}: call a command of ${owner}, or emit an event that it reacts to.`,
          ]
        })
      })
  }

export const tablesHaveOneOwner: Rule = sources => {
  const seen = new Map<string, string>()
  return sources.flatMap(source => {
    if (!/\/tables\.ts$/.test(source.path)) return []
    return declaredIn(source).flatMap(table => {
      const first = seen.get(table) ?? (platforms.includes(table) ? 'server/platform' : undefined)
      seen.set(table, source.path)
      return first
        ? [`${source.path} declares ${table}, which ${first} declares too: a table has one owner.`]
        : []
    })
  })
}

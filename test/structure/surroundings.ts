// Where the process may touch the world around it: the environment, the network and the clock each have one door.
import ts from 'typescript'
import { isTest, place, type Rule, type Source, walk } from './source.ts'

const inServer = (source: Source) => source.path.startsWith('server/') && !isTest(source)

const tools = /^(test|bench|demo)\/|^web\/(dev|build|proxy)\.ts$|(^|\/)[\w.-]*vite\.config\.ts$/

export const oneFileReadsTheEnvironment: Rule = sources =>
  sources
    .filter(source => !isTest(source) && !tools.test(source.path))
    .filter(({ path }) => !['server/platform/config.ts', 'server/launch.js'].includes(path))
    .flatMap(source => {
      const found: string[] = []
      walk(source, node => {
        const reads =
          ts.isPropertyAccessExpression(node) &&
          node.name.text === 'env' &&
          ['process', 'globalThis.process'].includes(node.expression.getText(source.tree))
        if (reads || importsEnvironment(node)) {
          found.push(
            `${place(source, node)} reads the environment: add the setting to server/platform/config.ts, where it is checked and explained, and pass it in.`,
          )
        }
      })
      return found
    })

const importsEnvironment = (node: ts.Node) =>
  ts.isImportSpecifier(node) &&
  (node.propertyName ?? node.name).text === 'env' &&
  /process['"]$/.test(node.parent.parent.parent.moduleSpecifier.getText())

/** Those who connect to the desk's own database, mail server, Redis or the processes it has started itself. */
const mayConnect =
  /^server\/(platform\/(outbound|db|bus|mail|redis|s3)\.ts|platform\/(outbound|embedded-postgres|redis|mail)\/|launch\.js|backup\/)/

const connecting = new Set(['request', 'get', 'connect', 'createConnection', 'fetch'])
const networks = new Set([
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'undici',
])

export const oneDoorToTheOutside: Rule = sources =>
  sources
    .filter(source => inServer(source) && !mayConnect.test(source.path))
    .flatMap(source => {
      const named = namesFromNetworks(source)
      const found: string[] = []
      walk(source, node => {
        if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return
        const called = node.expression.getText(source.tree)
        if (['fetch', 'globalThis.fetch', 'WebSocket', 'EventSource'].includes(called) || named.has(called)) {
          found.push(
            `${place(source, node)} connects to the outside with ${called}: use server/platform/outbound.ts, which guards addresses, time and proxies.`,
          )
        }
      })
      return found
    })

/** What could be called in this file to open a connection, such as `connect` or `http.request`. */
function namesFromNetworks(source: Source): Set<string> {
  const names = new Set<string>()
  walk(source, node => {
    if (!ts.isImportDeclaration(node) || !networks.has((node.moduleSpecifier as ts.StringLiteral).text))
      return
    const { name, namedBindings } = node.importClause ?? {}
    const whole = [
      name,
      namedBindings && ts.isNamespaceImport(namedBindings) ? namedBindings.name : undefined,
    ]
    for (const each of whole) if (each) for (const verb of connecting) names.add(`${each.text}.${verb}`)
    if (!namedBindings || !ts.isNamedImports(namedBindings)) return
    for (const item of namedBindings.elements) {
      if (connecting.has((item.propertyName ?? item.name).text)) names.add(item.name.text)
    }
  })
  return names
}

/** Signs of life of sockets: several nodes compare them, so they follow the database's clock as `nodes` does. */
const signsOfLife = new Set([
  'server/modules/conversations/presence.ts',
  'server/modules/workforce/absence.ts',
  'server/modules/workforce/set-presence.ts',
])

/** A conversation that begins writes the customer's first sign of life in its own statement. */
const withoutSigns = (sql: string): string =>
  sql.replace(/\bcustomer_presences \([^)]*\) select id, now\(\)/g, '')

const timeless = /^(server\/(modules|text)|rules)\//

export const timeComesFromTheContext: Rule = sources =>
  sources
    .filter(source => timeless.test(source.path) && !signsOfLife.has(source.path) && !isTest(source))
    .flatMap(source => {
      const found: string[] = []
      walk(source, node => {
        const text = node.getText(source.tree)
        const asks =
          (ts.isCallExpression(node) && text === 'Date.now()') ||
          (ts.isNewExpression(node) && text === 'new Date()') ||
          ((ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) &&
            /\b(now\(\)|current_timestamp|clock_timestamp\(\))/i.test(withoutSigns(text)))
        if (asks) {
          found.push(
            `${place(source, node)} asks the machine for the time: use ctx.now or desk.clock(), so that days can be simulated in minutes.`,
          )
        }
      })
      return found
    })

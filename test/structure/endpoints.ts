// Every endpoint is on one page with who may use it; what isn't on that page is listed here.
import ts from 'typescript'
import { permissions } from '../../contract/permissions.ts'
import type { Route } from '../../server/platform/routes.ts'
import { isTest, place, type Rule, walk } from './source.ts'

const allowed = new Set<string>([...permissions, 'public', 'staff', 'customer'])

/** Routes outside /api/: what browsers open or embed directly. */
const elsewhere = ['/files/', '/widget/', '/demo/']

export function faultsOfRoutes(routes: readonly Route[]): string[] {
  const seen = new Set<string>()
  return routes.flatMap(({ method, path, allow, summary, tag }) => {
    const name = `${method} ${path}`
    const faults: string[] = []
    if (!allowed.has(allow)) faults.push(`${name} doesn't say who may: give “allow” a permission.`)
    if (!summary || !tag) faults.push(`${name} has no summary or tag: the API reference is made of them.`)
    if (!path.startsWith('/api/') && !elsewhere.some(prefix => path.startsWith(prefix))) {
      faults.push(`${name} is outside /api/: move it, or list its prefix in test/structure/endpoints.ts.`)
    }
    if (seen.has(name)) faults.push(`${name} is there twice.`)
    seen.add(name)
    return faults
  })
}

/** Addresses that are served without being in server/routes.ts, each for a reason. */
const direct: Record<string, string> = {
  '/healthz': 'asked by load balancers',
  '/readyz': 'asked by load balancers',
  '/metrics': 'asked by Prometheus, behind a token of its own',
  '/api/openapi.json': 'describes the routes',
  '/docs/api': 'describes the routes',
  '/widget.js': 'the loader as it was built',
  '/widget/frame': 'the widget’s page as it was built, with its policy',
  '/widget/*': 'what the widget’s page loads',
  '/*': 'the console as it was built',
  '/api/realtime/stream': 'stays open, and authenticates like a socket',
}

export const endpointsAreOnOnePage: Rule = sources =>
  sources
    .filter(source => source.path.startsWith('server/') && !isTest(source))
    .flatMap(source => {
      const found: string[] = []
      walk(source, node => {
        if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
        const { expression, name } = node.expression
        const [path] = node.arguments
        const isApp = ['app', 'http', 'server', 'fastify'].includes(expression.getText(source.tree))
        if (!isApp || !['get', 'post', 'put', 'patch', 'delete', 'all'].includes(name.text)) return
        if (!path || !ts.isStringLiteralLike(path) || path.text in direct || !path.text.startsWith('/'))
          return
        found.push(
          `${place(source, node)} serves ${path.text} directly: declare it with route() in a module's routes.ts, or list it with a reason in test/structure/endpoints.ts.`,
        )
      })
      return found
    })

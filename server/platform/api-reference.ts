// The API reference: one page that needs no script and no other server, made from the same description that clients use.
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { operationsOf, renderOperation } from './api-reference/operation.ts'
import { escape, renderShape } from './api-reference/shape.ts'
import { styles } from './api-reference/styles.ts'
import { type ApiDescription, describeApi } from './openapi.ts'
import type { Route } from './routes.ts'

const styleHash = createHash('sha256').update(styles).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Serves the page at /docs/api; it is made when it is first asked for. */
export function addApiReference(app: FastifyInstance, routes: readonly Route[]): void {
  let made: Promise<string> | undefined
  app.get('/docs/api', { schema: { hide: true } as never }, async (_, reply) => {
    made ??= describeApi(routes).then(renderReference)
    return reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .serializer(String)
      .send(await made)
  })
}

/** The whole page as HTML. */
export function renderReference(description: ApiDescription): string {
  const groups = Object.entries(Object.groupBy(operationsOf(description), ({ tag }) => tag))
  const links = groups.map(([tag]) => `<a href="#${anchor(tag)}">${escape(tag)}</a>`)
  const sections = groups.map(
    ([tag, operations]) =>
      `<section><h2 id="${anchor(tag)}">${escape(tag)}</h2>${operations!.map(renderOperation).join('')}</section>`,
  )
  const shapes = Object.entries(description.components.schemas).map(
    ([name, schema]) =>
      `<article id="shape-${escape(name)}"><h3>${escape(name)}</h3><pre tabindex="0">${renderShape(schema)}</pre></article>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>API reference · ${escape(description.info.title)}</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>API reference</h1>
<p>${escape(description.info.description ?? '')} Version ${escape(description.info.version)},
<a href="/api/openapi.json">OpenAPI ${escape(description.openapi)}</a>.</p>
<nav aria-label="Contents">${links.join(' ')} <a href="#shapes">Shapes</a></nav>
</header>
<main>
${sections.join('\n')}
<section><h2 id="shapes">Shapes</h2>${shapes.join('\n')}</section>
</main>
</body>
</html>
`
}

const anchor = (tag: string) => `tag-${tag.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

// Serves the console and the widget: who may frame them, what they may load, and every address the console's router knows.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { notFound } from './errors.ts'
import { cacheControlOf, readStaticFiles, type StaticFiles, sendStatic } from './static.ts'

export interface FacesParts {
  /** Holds `console` and `widget` as they were built. */
  folder: string
  publicOrigin: string
  /** Sources that may frame the widget, for its policy; null when there is no widget. */
  widgetAncestors: () => Promise<string[] | null>
}

const hidden = { schema: { hide: true } as never }
const everywhere = { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' }
const unbuilt = 'The web pages have not been built. Run “npm run build” on the server and start it again.\n'

/** Adds both faces. Nothing is read from the disk afterwards. */
export function addFaces(app: FastifyInstance, parts: FacesParts): void {
  addWidget(app, readStaticFiles(join(parts.folder, 'widget')), parts)
  addConsole(app, readStaticFiles(join(parts.folder, 'console')), parts)
}

function addWidget(app: FastifyInstance, files: StaticFiles, { publicOrigin, widgetAncestors }: FacesParts) {
  app.get('/widget.js', hidden, async (request, reply) => {
    const loader = files.get('/loader.js')
    if (!loader) return sayUnbuilt(reply)
    return sendStatic(request, reply, loader, {
      'cache-control': cacheControlOf('/loader.js'),
      ...everywhere,
    })
  })
  app.get('/widget/frame', hidden, async (request, reply) => {
    const ancestors = await widgetAncestors()
    if (!ancestors) throw notFound()
    const page = files.get('/frame.html')
    if (!page) return sayUnbuilt(reply)
    const policy = widgetPolicy(publicOrigin, ancestors)
    return sendStatic(request, reply, page, { 'content-security-policy': policy, ...pageHeaders })
  })
  app.get<{ Params: { '*': string } }>('/widget/*', hidden, async (request, reply) => {
    const path = `/${request.params['*']}`
    const file = path.endsWith('.html') ? undefined : files.get(path)
    if (!file) throw notFound()
    return sendStatic(request, reply, file, { 'cache-control': cacheControlOf(path), ...everywhere })
  })
}

/** What begins like this is never a page of the console. */
const notPages = new Set([
  ...['api', 'files', 'widget', 'widget.js', 'docs', 'healthz', 'readyz', 'metrics'],
  // The public site's.
  ...['help', 'requests', 'site', 'unsubscribe'],
])

function addConsole(app: FastifyInstance, files: StaticFiles, { publicOrigin }: FacesParts) {
  app.get<{ Params: { '*': string } }>('/*', hidden, async (request, reply) => {
    const path = `/${request.params['*']}`
    if (notPages.has(path.split('/')[1] ?? '')) throw notFound()
    if (path === '/index.html') return sendConsole(files, reply, publicOrigin)
    const file = files.get(path)
    if (file) return sendStatic(request, reply, file, { 'cache-control': cacheControlOf(path) })
    // A missing script must not be answered with a page.
    if (/\.\w+$/.test(path)) throw notFound()
    return sendConsole(files, reply, publicOrigin)
  })
}

function sendConsole(files: StaticFiles, reply: FastifyReply, publicOrigin: string): FastifyReply {
  const page = files.get('/index.html')
  if (!page) return sayUnbuilt(reply)
  const nonce = randomBytes(16).toString('base64')
  // Component libraries add style elements as they go; they find the nonce that lets them here.
  const html = page.content.toString().replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`)
  return reply
    .headers({
      'content-type': page.type,
      'content-security-policy': consolePolicy(publicOrigin, nonce),
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      ...pageHeaders,
    })
    .serializer(String)
    .send(html)
}

const pageHeaders = { 'cache-control': 'no-store', 'referrer-policy': 'same-origin' }

const common = (publicOrigin: string) => [
  "default-src 'none'",
  "script-src 'self'",
  `connect-src 'self' ${publicOrigin.replace(/^http/, 'ws')}`,
  "img-src 'self' blob: data:",
  "media-src 'self' blob: data:",
  "base-uri 'none'",
]

const widgetPolicy = (publicOrigin: string, ancestors: string[]) =>
  [
    ...common(publicOrigin),
    "style-src 'self'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ')

const consolePolicy = (publicOrigin: string, nonce: string) =>
  [
    ...common(publicOrigin),
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    // Of mails that customers wrote: each such page forbids itself everything.
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const sayUnbuilt = (reply: FastifyReply): FastifyReply =>
  reply.status(404).header('content-type', 'text/plain; charset=utf-8').serializer(String).send(unbuilt)

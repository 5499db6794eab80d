// The made-up exchange: a few server-rendered pages, the token that vouches for its customers, and their data as JSON.
import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Bank, openBank, type WantedOrder } from './bank.ts'
import { addData } from './data-routes.ts'
import { html } from './html.ts'
import { marketOf } from './markets.ts'
import { accountPage } from './pages/account.ts'
import { landing, marketRows } from './pages/landing.ts'
import { layout, logo, type Page, type Surroundings } from './pages/layout.ts'
import { chart } from './pages/parts.ts'
import { board, trade } from './pages/trade.ts'
import { wallet } from './pages/wallet.ts'
import { script } from './script.ts'
import { style } from './style.ts'
import { type SupportKey, supportToken } from './support-token.ts'
import { filled } from './texts.ts'
import { cookieNames, themes, type Visitor, visitorOf } from './visitor.ts'

export interface ExchangeOptions {
  /** Origin of the desk. */
  desk: string
  key: SupportKey
  clock: () => Date
}

/** Builds the exchange; listening is the caller's business. */
export async function createExchange({ desk, key, clock }: ExchangeOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 16_384, forceCloseConnections: true })
  await app.register(cookie)
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  const bank = openBank(clock)
  const around = (): Surroundings => ({ desk, bank, now: clock() })
  const visitor = (request: FastifyRequest): Visitor =>
    visitorOf(request.cookies, bank, request.headers['accept-language'])
  const show = (request: FastifyRequest, reply: FastifyReply, page: Page) => {
    const nonce = randomBytes(16).toString('base64')
    reply.header('content-security-policy', policy(desk, nonce)).header('cache-control', 'no-store')
    return reply.type('text/html; charset=utf-8').send(layout(page, visitor(request), around(), nonce))
  }
  const vouch = async ({ account, language: locale }: Visitor): Promise<string | null> => {
    if (!account) return null
    const { uid, name, email, level } = account
    return supportToken(key, { uid, name, email, locale, attributes: { level } }, clock())
  }
  app.addHook('onSend', async (_, reply) => {
    reply.header('x-content-type-options', 'nosniff')
  })
  addFiles(app)
  addData(app, bank)
  addPreferences(app, bank)
  addTrading(app, bank, visitor, around, show)

  app.get('/', (request, reply) => show(request, reply, landing(visitor(request), around())))
  app.get('/wallet', (request, reply) => show(request, reply, wallet(visitor(request), around())))
  app.get('/account', async (request, reply) => {
    const who = visitor(request)
    return show(request, reply, accountPage(who, { desk, token: await vouch(who) }))
  })
  app.get('/live', async request => {
    const { now } = around()
    const rows = marketRows(visitor(request), now)
    return {
      markets: html`${rows}`.text,
      chart: chart(marketOf('BTC-USDT')!, now.getTime(), 'BTC/USDT').text,
    }
  })
  app.post('/support-token', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const token = await vouch(visitor(request))
    return token === null ? reply.code(401).send({ error: 'nobody is logged in' }) : { token }
  })
  app.setNotFoundHandler((request, reply) => {
    const { t } = visitor(request)
    const body = html`<div class="note"><p>${t.not_found}</p><a class="button small" href="/">${t.to_markets}</a></div>`
    return show(request, reply.code(404), { title: t.not_found, path: '/', topic: null, body })
  })
  return app
}

/** Own files, the desk's loader and the desk's frame; nothing else runs on these pages. */
const policy = (desk: string, nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' ${desk}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${desk}`,
    `form-action 'self' ${desk}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

function addFiles(app: FastifyInstance): void {
  const file = (path: string, type: string, content: string) =>
    app.get(path, (_, reply) => reply.type(type).header('cache-control', 'no-cache').send(content))
  file('/style.css', 'text/css; charset=utf-8', style)
  file('/exchange.js', 'text/javascript; charset=utf-8', script)
  const icon = logo.text
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(/var\(--[\w-]+, (#\w+)\)/g, '$1')
  file('/icon.svg', 'image/svg+xml', icon)
}

const kept = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 30 * 86_400 } as const

function addPreferences(app: FastifyInstance, bank: Bank): void {
  app.post('/preferences', async (request, reply) => {
    const given = fields(request)
    const { customer, language, theme } = given
    if (customer === 'nobody' || bank.account(customer ?? ''))
      reply.setCookie(cookieNames.customer, customer!, kept)
    if (language === 'en' || language === 'zh') reply.setCookie(cookieNames.language, language, kept)
    if (themes.some(one => one === theme)) reply.setCookie(cookieNames.theme, theme!, kept)
    // Only to a page of our own: neither `//elsewhere` nor `/\elsewhere`.
    const back = /^\/(?![/\\])[\w/-]*$/.test(given.back ?? '') ? given.back! : '/'
    return reply.redirect(back, 303)
  })
}

function addTrading(
  app: FastifyInstance,
  bank: Bank,
  visitor: (request: FastifyRequest) => Visitor,
  around: () => Surroundings,
  show: (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply,
): void {
  const marketIn = (request: FastifyRequest) => marketOf((request.params as { slug: string }).slug)
  app.get('/trade/:slug', (request, reply) => {
    const market = marketIn(request)
    if (!market) return reply.callNotFound()
    const who = visitor(request)
    const { placed } = request.query as { placed?: string }
    const order = who.account?.orders.find(one => one.id === placed)
    const notice = order ? { good: true, text: filled(who.t.placed, { id: order.id }) } : null
    return show(request, reply, trade(market, who, around(), notice))
  })
  app.get('/live/:slug', (request, reply) => {
    const market = marketIn(request)
    if (!market) return reply.callNotFound()
    const pieces = Object.entries(board(market, visitor(request), around().now))
    return reply.send(Object.fromEntries(pieces.map(([id, piece]) => [id, piece.text])))
  })
  app.post('/trade/:slug/orders', (request, reply) => {
    const market = marketIn(request)
    const who = visitor(request)
    if (!market) return reply.callNotFound()
    const given = fields(request)
    const placed = who.account ? bank.place(who.account, market, wantedIn(given)) : 'log_in_first'
    // Elsewhere after success, so that a reload doesn't order again.
    if (typeof placed !== 'string') return reply.redirect(`/trade/${market.slug}?placed=${placed.id}`, 303)
    const notice = { good: false, text: who.t[placed] }
    return show(request, reply.code(400), trade(market, who, around(), notice, given))
  })
}

const wantedIn = ({ side, type, price = '', amount = '' }: Record<string, string>): WantedOrder => ({
  side: side === 'sell' ? 'sell' : 'buy',
  type: type === 'market' ? 'market' : 'limit',
  price,
  amount,
})

const fields = ({ body }: FastifyRequest): Record<string, string> =>
  typeof body === 'object' && body !== null ? (body as Record<string, string>) : {}

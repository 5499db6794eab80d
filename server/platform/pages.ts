// Pages without scripts: made on the server, in the reader's language, with one door for sessions, origins and limits.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CustomerActor, Desk } from './context.ts'
import { AppError, notFound } from './errors.ts'
import { callerOf, inFastify, toAppError } from './http.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import { type Form, formIn, formLimit, noForm } from './pages/form.ts'
import { isKept, isKnown, type Kept, keptPagesOf, toKeep, zipped } from './pages/kept.ts'
import { languageFor, type Offered } from './pages/language.ts'
import { type SentFile, sendFile } from './pages/sent-file.ts'
import type { Caller } from './routes.ts'

/** Whoever is signed in on the pages: as whom they act, the usual one first. */
export interface Reader {
  actors: readonly [CustomerActor, ...CustomerActor[]]
}

export interface Visit<R extends Reader = Reader> {
  desk: Desk
  reader: R | undefined
  /** The session's, as the browser shows it; it may be over. */
  token: string | undefined
  locale: string
  /** The languages to choose from. */
  locales: readonly string[]
  /** Without what stands behind the question mark. */
  path: string
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  form: Form
  caller: Caller
  /** The search from which they came to what they read, within two hours. */
  searchId: string | undefined
}

/** `session` signs in; null signs out. */
type Session = { token: string; expiresAt: Date } | null

export type Shown =
  | { html: string; status?: number; seen?: (userAgent: string) => void }
  /** `searchId`: remembered for two hours. */
  | { to: string; session?: Session; permanent?: true; searchId?: string }
  /** What is no page, such as a style sheet or a feed; browsers may keep it and ask about it. */
  | { text: string; type: string }
  | { file: SentFile }

export interface Page<R extends Reader = Reader> {
  method: 'GET' | 'POST'
  /** `{name}` is a parameter; `{locale}` is the language, before any other choice. */
  path: `/${string}`
  /** `customer`: whoever isn't signed in is shown `strangers` instead. */
  allow: 'public' | 'customer'
  /** Visits a minute by one reader, beyond which 429 is answered. */
  perMinute?: number
  /** Takes files with its form. */
  upload?: boolean
  /** Asks for nobody's session, so its form may come from anywhere: programs that read mails send it without an origin. */
  knowsNobody?: boolean
  /** Whether pages of another origin may send this form; only the desk's own may when left out. */
  takesFrom?: (desk: Desk, origin: string) => Promise<boolean>
  /**
   * It is the same for all who aren't signed in, or for everybody, but for its address and these parts of its query, and is
   * kept in memory. A visit of it knows no other part.
   */
  kept?: { by: readonly string[]; for: 'strangers' | 'everybody' }
  run(visit: Visit<R>): Promise<Shown>
}

export interface Site<R extends Reader> {
  pages: readonly Page<R>[]
  languages(desk: Desk): Promise<Offered>
  /** Who a session's token stands for. */
  readerOf(desk: Desk, token: string): Promise<R | undefined>
  strangers(visit: Visit<R>): Promise<Shown>
  failure(visit: Visit<R>, error: AppError, requestId: string): Promise<Shown & { html: string }>
}

export interface PagesParts<R extends Reader> {
  desk: Desk
  site: Site<R>
  /** Multiplies every limit. */
  rateFactor: number
}

const usualPerMinute = 120
/** What is kept costs next to nothing, and a whole office or network may come from one address. */
const keptPerMinute = 1_200
const yearSeconds = 365 * 24 * 3_600
const searchSeconds = 2 * 3_600

/** Adds all pages; their errors are pages, too. */
export function addPages<R extends Reader>(app: FastifyInstance, parts: PagesParts<R>): void {
  const limiter = createLimiter(parts.desk.clock, parts.rateFactor)
  app.register(async scope => {
    const whole = { parseAs: 'string', bodyLimit: formLimit } as const
    scope.addContentTypeParser('application/x-www-form-urlencoded', whole, (_, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    for (const page of parts.site.pages) {
      scope.route({
        method: page.method,
        url: inFastify(page.path),
        bodyLimit: formLimit,
        schema: { hide: true } as never,
        handler: (request, reply) =>
          answerAtOnce(parts, limiter, page, request, reply) ?? answer(parts, limiter, page, request, reply),
        errorHandler: (error, request, reply) => void fail(parts, page, error, request, reply),
      })
    }
  })
}

/**
 * The way of the crowd: what is kept behind this very address goes out without another look. Only addresses that name
 * their language, and nothing behind a question mark, are found so.
 */
function answerAtOnce<R extends Reader>(
  parts: PagesParts<R>,
  limiter: Limiter,
  page: Page<R>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined | Promise<FastifyReply> {
  if (!page.kept || !isSameFor(parts, page.kept, request)) return undefined
  const known = keptPagesOf(parts.desk).known(request.url)
  if (!known) return undefined
  limit(limiter, page, request.ip)
  return sendKept(request, reply, known)
}

async function answer<R extends Reader>(
  parts: PagesParts<R>,
  limiter: Limiter,
  page: Page<R>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (page.method === 'POST' && !page.knowsNobody) await refuseForeign(parts, page, request)
  const locale = await localeOf(parts, request, reply)
  if (page.kept && isSameFor(parts, page.kept, request)) {
    limit(limiter, page, request.ip)
    return showKept(parts, page, request, reply, locale)
  }
  const visit = await visitOf(parts, page, request, locale)
  limit(limiter, page, visit.reader?.actors[0].id ?? request.ip)
  if (page.method === 'POST') visit.form = await formIn(request)
  try {
    const isStranger = page.allow === 'customer' && !visit.reader
    const shown = await (isStranger ? parts.site.strangers(visit) : page.run(visit))
    return show(parts, request, reply, shown)
  } finally {
    visit.form.leave()
  }
}

/** @throws AppError not_found where the address names a language that the desk doesn't offer */
async function localeOf<R extends Reader>(
  { desk, site }: PagesParts<R>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const offered = await site.languages(desk)
  const { locale } = request.params as { locale?: string }
  if (locale !== undefined && !offered.locales.includes(locale)) throw notFound()
  return chosenLanguage(desk, offered, request, reply)
}

const isSameFor = <R extends Reader>(
  { desk }: PagesParts<R>,
  kept: NonNullable<Page<R>['kept']>,
  { cookies }: FastifyRequest,
): boolean => kept.for === 'everybody' || !cookies[cookieName(desk, 'customer')]

async function showKept<R extends Reader>(
  parts: PagesParts<R>,
  page: Page<R>,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: string,
): Promise<FastifyReply> {
  const { desk } = parts
  const given = request.query as Record<string, unknown>
  const query: Record<string, string> = {}
  for (const name of page.kept!.by) if (typeof given[name] === 'string') query[name] = given[name]
  const key = keyOf(page.path, locale, onlyTexts(request.params), query)
  const make = async () => {
    const visit = { ...(await visitOf(parts, { ...page, knowsNobody: true }, request, locale)), query }
    const shown = await page.run(visit)
    const keepable = keepableIn(shown)
    return keepable ? toKeep(keepable, desk.clock()) : shown
  }
  const made = await keptPagesOf(desk).get<Shown>(key, make)
  return isKept(made) ? sendKept(request, reply, made) : show(parts, request, reply, made)
}

/** The address as it is usually written, where that names the language and there is no query. */
function keyOf(path: string, locale: string, params: Record<string, string>, query: object): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const rest = Object.keys(query).length > 0 ? JSON.stringify(query) : ''
  return params.locale === undefined || rest !== '' ? `${locale} ${address} ${rest}` : address
}

function keepableIn(shown: Shown) {
  if ('text' in shown) return { text: shown.text, headers: { ...keptHeaders, 'content-type': shown.type } }
  if (!('html' in shown) || (shown.status ?? 200) !== 200) return undefined
  return { text: shown.html, headers: { ...pageHeaders, ...keptHeaders }, seen: shown.seen }
}

function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Kept,
): FastifyReply | Promise<FastifyReply> {
  const { headers } = request
  page.seen?.(headers['user-agent'] ?? '')
  reply.headers(page.headers)
  if (isKnown(headers['if-none-match'], page.etag)) return reply.status(304).send()
  const isZipped = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))
  return isZipped ? sendZipped(reply, page) : reply.send(page.body)
}

const sendZipped = async (reply: FastifyReply, page: Kept) =>
  reply.header('content-encoding', 'gzip').send(await zipped(page))

/** Cookies travel with forms that other pages send, so it has to be known that this one came from here. */
async function refuseForeign<R extends Reader>(
  { desk }: PagesParts<R>,
  { takesFrom }: Page<R>,
  { headers }: FastifyRequest,
): Promise<void> {
  const { origin } = headers
  if (origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : origin === originOf(desk)) return
  if (origin !== undefined && (await takesFrom?.(desk, origin))) return
  throw new AppError('origin_not_allowed')
}

const originOf = ({ publicUrl }: Desk) => new URL(publicUrl).origin

async function visitOf<R extends Reader>(
  { desk, site }: PagesParts<R>,
  { knowsNobody }: Page<R>,
  request: FastifyRequest,
  locale: string,
): Promise<Visit<R>> {
  const token = knowsNobody ? undefined : request.cookies[cookieName(desk, 'customer')]
  return {
    desk,
    reader: token ? await site.readerOf(desk, token) : undefined,
    token,
    locale,
    locales: (await site.languages(desk)).locales,
    path: request.url.split('?')[0]!,
    params: onlyTexts(request.params),
    query: onlyTexts(request.query),
    form: noForm(),
    caller: callerOf(request),
    searchId: knowsNobody ? undefined : request.cookies[cookieName(desk, 'search')],
  }
}

/** As the address says, else as the reader chose or the browser asks for. */
function chosenLanguage(desk: Desk, offered: Offered, request: FastifyRequest, reply: FastifyReply): string {
  const { locale: named } = request.params as { locale?: string }
  const { lang } = request.query as { lang?: unknown }
  const asked = typeof lang === 'string' ? lang : undefined
  const remembered = request.cookies[cookieName(desk, 'language')]
  const locale =
    named !== undefined && offered.locales.includes(named)
      ? named
      : languageFor(offered, [asked, remembered], request.headers['accept-language'])
  if (asked === locale && remembered !== locale) remember(reply, desk, 'language', locale, yearSeconds)
  return locale
}

const onlyTexts = (given: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )

function limit<R extends Reader>(limiter: Limiter, page: Page<R>, who: string): void {
  const own = page.perMinute ? `${page.method} ${page.path}` : page.kept ? 'kept' : ''
  const retryAfter = limiter(`${who} ${own}`, page.perMinute ?? (page.kept ? keptPerMinute : usualPerMinute))
  if (retryAfter > 0) throw new AppError('too_many_requests', { retryAfter })
}

type Cookie = 'customer' | 'language' | 'search'

/** `__Host-` binds a cookie to this very host, but browsers take it over HTTPS only. */
const cookieName = ({ publicUrl }: Desk, name: Cookie) =>
  `${publicUrl.startsWith('https:') ? '__Host-' : ''}ballast_${name}`

function remember(reply: FastifyReply, desk: Desk, name: Cookie, value: string, maxAge: number): void {
  const secure = desk.publicUrl.startsWith('https:')
  // Strict would lose whoever comes by a link in a mail, or is sent on from the exchange.
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge } as const
  reply.setCookie(cookieName(desk, name), value, attributes)
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "media-src 'self'",
  ].join('; '),
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  // Without any, browsers would hide from the desk that its own forms are its own.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

const keptHeaders = { 'cache-control': 'public, no-cache', vary: 'cookie, accept-language, accept-encoding' }

async function show<R extends Reader>(
  { desk }: PagesParts<R>,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> {
  if ('text' in shown) return sendKept(request, reply, toKeep(keepableIn(shown)!, desk.clock()))
  if ('file' in shown) return sendFile(request, reply, shown.file)
  if ('html' in shown) {
    shown.seen?.(request.headers['user-agent'] ?? '')
    return send(reply.headers(pageHeaders).status(shown.status ?? 200), shown.html)
  }
  const { to, session, permanent, searchId } = shown
  if (searchId) remember(reply, desk, 'search', searchId, searchSeconds)
  if (session === null) remember(reply, desk, 'customer', '', 0)
  else if (session) {
    const seconds = Math.floor((session.expiresAt.getTime() - desk.clock().getTime()) / 1_000)
    remember(reply, desk, 'customer', session.token, seconds)
  }
  return reply.header('referrer-policy', 'same-origin').redirect(to, permanent ? 301 : 303)
}

const send = (reply: FastifyReply, text: string) => reply.serializer(String).send(text)

async function fail<R extends Reader>(
  parts: PagesParts<R>,
  page: Page<R>,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const known = toAppError(error as AppError)
  if (known.code === 'internal') request.log.error({ err: error, requestId: request.id }, 'page failed')
  if (known.details.retryAfter) reply.header('retry-after', Math.ceil(known.details.retryAfter))
  reply.status(known.status)
  try {
    const locale = chosenLanguage(parts.desk, await parts.site.languages(parts.desk), request, reply)
    const { html } = await parts.site.failure(await visitOf(parts, page, request, locale), known, request.id)
    return send(reply.headers(pageHeaders), html)
  } catch (worse) {
    // Without its database, the desk doesn't even know its own name.
    request.log.error({ err: worse, requestId: request.id }, 'a page about an error failed')
    return send(reply.type('text/plain; charset=utf-8'), `${known.code} ${request.id}\n`)
  }
}

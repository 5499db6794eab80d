// The HTTP server: every route behind authentication, validation, limits, and errors with stable codes.
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { limits } from '../../contract/common.ts'
import type { ErrorBody } from '../../contract/errors.ts'
import { pickLocale, sentence } from '../../locales/index.ts'
import { addApiReference } from './api-reference.ts'
import { type Actor, type Desk, may } from './context.ts'
import { AppError, asAppError } from './errors.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import type { Log } from './log.ts'
import { addApiDescription } from './openapi.ts'
import { type Allow, Answer, type Caller, Download, type Route } from './routes.ts'
import { cutOffSlowSenders, type Patience, usualPatience } from './slow-senders.ts'

/** Finds out who sends a request; gives `nobody` rather than throwing when there are no credentials. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor>

export interface HttpParts {
  desk: Desk
  log: Log
  routes: readonly Route[]
  authenticate: Authenticate
  /** Where the console lives: the only origin whose pages may use a staff cookie. */
  publicOrigin: string
  trustProxy: boolean | number | string[]
  /** Multiplies every limit on requests. */
  rateFactor: number
  /** Paths beside the routes that take files. */
  uploadPaths?: readonly string[]
  /** How long slow senders are waited for; the usual when left out. */
  patience?: Partial<Patience>
}

const bodyLimit = 256 * 1024
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Builds the server with all routes; listening is the caller's business. */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const patience = { ...usualPatience, ...parts.patience }
  const app = Fastify({
    loggerInstance: parts.log as unknown as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: parts.trustProxy as never,
    bodyLimit,
    genReqId: () => randomUUID(),
    // Nothing is logged with a request but its failure, which names it.
    childLoggerFactory: logger => logger,
    requestTimeout: patience.upload,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply))
  app.setNotFoundHandler((request, reply) => answerError(new AppError('not_found'), request, reply))
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fileSize: limits.file, files: 1, fields: 5, fieldSize: 1_000, headerPairs: 50 },
    throwFileSizeLimit: true,
  })
  const pathsWith = (kind: 'upload' | 'mail') =>
    new Set<string | undefined>(parts.routes.filter(route => route[kind]).map(({ path }) => inFastify(path)))
  const mails = pathsWith('mail')
  app.addContentTypeParser('message/rfc822', { parseAs: 'buffer' }, ({ routeOptions }, body, done) =>
    mails.has(routeOptions.url) ? done(null, body) : done(new AppError('unsupported_media_type'), undefined),
  )
  // Not async, like the other hooks of every request: what is answered from memory need not wait for turns of the loop.
  app.addHook('onSend', (request, reply, _, done) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done()
  })
  const beside = (parts.uploadPaths ?? []).map(inFastify)
  const large = new Set([...pathsWith('upload'), ...mails, ...beside])
  cutOffSlowSenders(app, request => large.has(request.routeOptions.url), patience)
  const limiter = createLimiter(parts.desk.clock, parts.rateFactor)
  for (const route of parts.routes) addRoute(app, parts, limiter, route)
  addApiDescription(app, parts.routes)
  addApiReference(app, parts.routes)
  return app
}

/** `/x/{id}` as the router writes it. */
export const inFastify = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

function addRoute(app: FastifyInstance, parts: HttpParts, limiter: Limiter, route: Route): void {
  const { params, query, body } = route
  app.route({
    method: route.method,
    url: inFastify(route.path),
    bodyLimit: route.bodyLimit ?? bodyLimit,
    schema: {
      summary: route.summary,
      tags: [route.tag],
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      response: { 200: route.answer },
    },
    // Validation must not tell a stranger more than that they are one.
    preValidation: async request => {
      const actor = await parts.authenticate(request)
      refuseForeignOrigin(request, actor, parts.publicOrigin)
      limit(limiter, route, actor, request)
      allow(actor, route.allow)
      Object.assign(request, { actor })
    },
    handler: async (request, reply) => {
      const { actor } = request as FastifyRequest & { actor: Actor }
      const input = {
        params: request.params,
        query: request.query,
        body: request.body,
        caller: callerOf(request),
        raw: request,
      }
      return answer(reply, await route.run(parts.desk, actor, input as never))
    },
  })
}

/** Throws unless the actor may use a route; an unknown caller and a forbidden one are told apart by status only. */
function allow(actor: Actor, wanted: Allow): void {
  if (wanted === 'public') return
  if (actor.kind === 'nobody') throw new AppError('not_signed_in')
  if (wanted === 'customer' ? actor.kind === 'customer' : wanted === 'staff' && actor.kind === 'staff') return
  if (wanted === 'customer' || wanted === 'staff' || !may(actor, wanted)) throw new AppError('forbidden')
}

// A cookie travels with requests that other pages cause; a token in a header doesn't.
function refuseForeignOrigin(request: FastifyRequest, actor: Actor, publicOrigin: string): void {
  if (!unsafe.has(request.method) || actor.kind !== 'staff') return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin ? origin !== publicOrigin : site !== undefined && site !== 'same-origin') {
    throw new AppError('origin_not_allowed')
  }
}

function limit(limiter: Limiter, route: Route, actor: Actor, request: FastifyRequest): void {
  const who = actor.kind === 'nobody' || actor.kind === 'system' ? request.ip : actor.id
  const perMinute = route.perMinute ?? (actor.kind === 'nobody' ? 300 : 1_200)
  const key = `${who} ${route.perMinute ? `${route.method} ${route.path}` : ''}`
  const retryAfter = limiter(key, perMinute)
  if (retryAfter > 0) throw new AppError('too_many_requests', { retryAfter })
}

export const callerOf = (request: FastifyRequest): Caller => ({
  ip: request.ip,
  userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
  locale: pickLocale(request.headers['accept-language']),
  headers: request.headers,
})

function answer(reply: FastifyReply, result: unknown): unknown {
  if (result instanceof Download) return reply.headers(result.headers).serializer(String).send(result.content)
  if (result instanceof Answer) {
    reply.headers(result.headers)
    return result.body
  }
  return result
}

function answerError(
  error: FastifyError | AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const known = toAppError(error)
  if (known.code === 'internal') request.log.error({ err: error, requestId: request.id }, 'request failed')
  const { fields, ...details } = known.details as { fields?: ErrorBody['error']['fields'] }
  const locale = pickLocale(request.headers['accept-language'])
  const body: ErrorBody = {
    error: {
      code: known.code,
      message: sentence(locale, known.code, details),
      ...(fields && { fields }),
      ...(Object.keys(details).length > 0 && { details }),
      requestId: request.id,
    },
  }
  if (known.details.retryAfter) reply.header('retry-after', Math.ceil(known.details.retryAfter))
  return reply
    .status(known.status)
    .header('content-type', 'application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(body)
}

const fastifyCodes: Record<string, AppError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new AppError('body_too_large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new AppError('unsupported_media_type'),
  FST_REQ_FILE_TOO_LARGE: new AppError('file_too_large', { limit: limits.file }),
  FST_FILES_LIMIT: new AppError('too_many_files'),
}

/** Whatever went wrong, as a code that readers may know. */
export function toAppError(error: FastifyError | AppError): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map(fault => ({
      path: fault.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: fault.message ?? '',
    }))
    return new AppError('invalid_input', { fields })
  }
  const known = fastifyCodes[error.code]
  if (known) return known
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new AppError('invalid_input')
  return asAppError(error)
}

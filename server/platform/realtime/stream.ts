// The same frames as server-sent events, for those whom no WebSocket reaches.
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LocaleTag } from '../../../contract/common.ts'
import { pickLocale } from '../../../locales/index.ts'
import type { Actor } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Connection, Hub } from '../hub.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'

const beatMs = 12_000
const StreamQuery = z.object({ rooms: z.array(z.string().max(80)).max(20), locale: LocaleTag.optional() })

export interface StreamHooks {
  limit(who: string): void
  greet(connection: Connection, actor: Actor): void
  join(connection: Connection, room: string): Promise<void>
  disconnected(connection: Connection): Promise<void>
}

export interface StreamParts {
  log: Log
  authenticateCookie: (request: IncomingMessage) => Promise<Actor>
  authenticateToken: (token: string) => Promise<Actor>
  originAllowed: (origin: string | undefined, cookie: boolean) => boolean
}

/** The fallback where WebSockets don't get through: frames down as server-sent events, writes up by plain HTTP. */
export function addStream(
  app: FastifyInstance,
  { authenticateToken, authenticateCookie, originAllowed, log }: StreamParts,
  hub: Hub,
  hooks: StreamHooks,
): void {
  app.post(
    '/api/realtime/stream',
    { schema: { hide: true } as never },
    async (request: FastifyRequest, reply) => {
      const query = StreamQuery.safeParse(request.body)
      if (!query.success) throw new AppError('invalid_input')
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
      const actor = token ? await authenticateToken(token) : await authenticateCookie(request.raw)
      if (actor.kind !== 'staff' && actor.kind !== 'customer') throw new AppError('not_signed_in')
      if (!originAllowed(request.headers.origin, actor.kind === 'staff'))
        throw new AppError('origin_not_allowed')
      hooks.limit(actor.id)
      reply.hijack()
      const response = reply.raw
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      const connection: Connection = {
        id: newId(),
        actor,
        locale: pickLocale(request.headers['accept-language']),
        audience: 'customer',
        rooms: new Set(),
        send: frame => void response.write(`data: ${frame}\n\n`),
        waiting: () => response.writableLength,
        close: (code, retryAfter) => {
          response.end(`data: ${JSON.stringify({ type: 'bye', code, retryAfter })}\n\n`)
          setTimeout(() => response.destroy(), 1_000).unref()
        },
      }
      const beating = setInterval(() => response.write(': still here\n\n'), beatMs)
      response.on('error', () => {})
      response.on('close', () => {
        clearInterval(beating)
        hub.remove(connection)
        void hooks.disconnected(connection)
      })
      hooks.greet(connection, actor)
      try {
        for (const room of query.data.rooms) await hooks.join(connection, room)
      } catch (error) {
        log.warn({ err: error }, 'a stream could not join its rooms')
        connection.close('restart', 1)
      }
    },
  )
}

// The endpoints that operators and load balancers ask: is the process alive, can it work, how does it do.
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Registry } from 'prom-client'
import { AppError } from './errors.ts'

export interface OperationsParts {
  pool: pg.Pool
  registry: Registry
  draining: () => boolean
  /** Bearer token for /metrics; null leaves it open to whoever reaches the server. */
  metricsToken: string | null
}

export function addOperations(
  app: FastifyInstance,
  { pool, registry, draining, metricsToken }: OperationsParts,
): void {
  app.get('/healthz', { schema: { hide: true } as never }, async () => ({ status: 'ok' }))

  app.get('/readyz', { schema: { hide: true } as never }, async () => {
    if (draining()) throw new AppError('unavailable', { retryAfter: 1 })
    await pool.query('select 1')
    return { status: 'ready' }
  })

  app.get('/metrics', { schema: { hide: true } as never }, async (request, reply) => {
    if (metricsToken && !sameToken(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) {
      throw new AppError('not_signed_in')
    }
    return reply.header('content-type', registry.contentType).send(await registry.metrics())
  })
}

function sameToken(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

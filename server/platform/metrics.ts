// What a monitor wants to know, in Prometheus' text format.
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { DeskEvent } from './events.ts'
import type { Hub } from './hub.ts'

/** Metrics of one node; `observe` is told of every committed event. */
export function createMetrics(pool: pg.Pool, hub: Hub) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'ballast_' })
  const registers = [registry]
  const requests = new Histogram({
    name: 'ballast_http_request_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const events = new Counter({
    name: 'ballast_events_total',
    help: 'Events committed here.',
    labelNames: ['type'],
    registers,
  })
  new Gauge({
    name: 'ballast_realtime_connections',
    help: 'Open sockets and streams.',
    registers,
    collect() {
      this.set([...hub.connections()].length)
    },
  })
  new Gauge({
    name: 'ballast_database_connections',
    help: 'Connections of the pool.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'awaited' }, pool.waitingCount)
    },
  })
  new Gauge({
    name: 'ballast_jobs_waiting',
    help: 'Jobs that wait or have failed.',
    labelNames: ['state'],
    registers,
    async collect() {
      const { rows } = await pool.query<{ waiting: number; failed: number; background: number }>(
        `select count(*) filter (where attempts < max_attempts) as waiting,
           count(*) filter (where attempts >= max_attempts) as failed,
           (select count(*) from events where (tx, id) > (select tx, event_id from followed)) as background
         from graphile_worker.jobs`,
      )
      this.set({ state: 'waiting' }, rows[0]?.waiting ?? 0)
      this.set({ state: 'failed' }, rows[0]?.failed ?? 0)
      this.set({ state: 'background' }, rows[0]?.background ?? 0)
    },
  })
  return {
    registry,
    observe: (committed: DeskEvent[]) => {
      for (const { type } of committed) events.inc({ type })
    },
    watch: (app: FastifyInstance) => {
      app.addHook('onResponse', (request, reply, done) => {
        const route = request.routeOptions.url ?? 'unknown'
        requests.observe(
          { method: request.method, route, status: reply.statusCode },
          reply.elapsedTime / 1000,
        )
        done()
      })
    },
  }
}

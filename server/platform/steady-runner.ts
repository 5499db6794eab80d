// Keeps a job runner going while the database comes and goes: left alone, the library ends the process over a lost answer.
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Runner, type RunnerOptions, run, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { asAppError } from './errors.ts'
import type { Log } from './log.ts'

export interface SteadyRunner {
  /** The names under which jobs are locked now. What is locked under earlier ones is free to be run elsewhere. */
  names(): string[]
  stop(): Promise<void>
}

interface Parts {
  pool: pg.Pool
  log: Log
  options: Omit<RunnerOptions, 'pgPool' | 'events'>
}

interface Generation {
  names: string[]
  lost: boolean
  runner?: Runner
}

const retryMs = 500

/** Starts a runner. One that loses its database is replaced, and what it held is freed as a dead node's is. */
export async function startSteadyRunner({ pool, log, options }: Parts): Promise<SteadyRunner> {
  let stopped = false
  let current: Generation = { names: [], lost: false }

  async function begin(): Promise<Generation> {
    const generation: Generation = { names: [], lost: false }
    const events: WorkerEvents = new EventEmitter()
    events.on('pool:create', ({ workerPool }) => generation.names.push(workerPool.id))
    events.on('worker:create', ({ worker }) => generation.names.push(worker.workerId))
    const lost = (error: unknown) => {
      log.warn({ err: error }, 'the job runner lost the database and starts anew')
      generation.lost = true
      if (generation === current) void replace()
    }
    generation.runner = await run({ ...options, events, pgPool: guard(pool, lost) })
    generation.runner.promise.catch(error => log.error({ err: error }, 'a job runner stopped'))
    return generation
  }

  async function replace(): Promise<void> {
    while (!stopped && current.lost) {
      end(current).catch(error => log.warn({ err: error }, 'a lost job runner did not end well'))
      await sleep(retryMs, undefined, { ref: false })
      const next = await begin().catch(() => undefined)
      if (next) current = next
    }
    if (stopped) await end(current)
  }

  current = await begin()
  if (current.lost) void replace()
  return {
    names: () => (current.lost ? [] : current.names),
    stop: async () => {
      stopped = true
      await end(current)
    },
  }
}

/** Ends a runner once; the names it had are given up at once. */
async function end(generation: Generation): Promise<void> {
  const { runner } = generation
  generation.runner = undefined
  generation.names = []
  await runner?.stop()
}

/**
 * A pool that never shows a runner a lost connection: from the first one on, it answers that there is nothing to do and
 * that all is done. A job that was done but not noted runs again, which jobs must bear anyway.
 */
function guard(pool: pg.Pool, lost: (error: unknown) => void): pg.Pool {
  let gone = false
  const onFault = (error: unknown): typeof nothing => {
    if (asAppError(error).code !== 'unavailable') throw error
    if (!gone) lost(error)
    gone = true
    return nothing
  }
  const guarded = (client: pg.PoolClient): pg.PoolClient =>
    replaced(client, {
      query: async (...given: unknown[]) => {
        if (gone) return nothing
        return (client.query as (...all: unknown[]) => Promise<pg.QueryResult>)(...given).catch(onFault)
      },
    })
  return replaced(pool, {
    connect: async (listen?: Parameters<pg.Pool['connect']>[0]) => {
      // The connection that listens is looked after by the library itself.
      if (listen) return pool.connect(listen)
      if (gone) return silent
      return pool.connect().then(guarded, error => {
        onFault(error)
        return silent
      })
    },
  })
}

const nothing = { rows: [], rowCount: 0 }
const silent = { query: async () => nothing, release: () => {} }

/** The object with some of its methods replaced; everything else is its own. */
function replaced<T extends object>(object: T, methods: Record<string, unknown>): T {
  return new Proxy(object, {
    get: (target, name) => {
      if (Object.hasOwn(methods, name)) return methods[name as string]
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

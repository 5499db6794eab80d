// Carries committed events and fleeting signals to the other nodes. PostgreSQL only wakes; the events table is the truth.
import pg from 'pg'
import { type DeskEvent, eventOf, type RecordedEvent } from './events.ts'
import type { Log } from './log.ts'

/** Something that isn't stored: who is typing, who is looking. */
export type Signal = { kind: string } & Record<string, unknown>

export interface BusParts {
  connection: pg.ClientConfig
  pool: pg.Pool
  nodeId: string
  log: Log
  /** Whether there are other nodes to hear from and to speak to. */
  hasCompany: () => boolean
  /** Another node, or this one, has come. */
  onGreeting: (nodeId: string) => void
  onEvents: (events: DeskEvent[]) => void
  onSignal: (signal: Signal) => void
}

export interface Bus {
  start(): Promise<void>
  stop(): Promise<void>
  /** Reaches the other nodes, at most once; lost when they are out of reach. */
  signal(signal: Signal): void
}

const pollMs = 5_000
const retryMs = 500
const maxRemembered = 20_000

/** Connects the node to the others through NOTIFY, with a slow poll behind it for wake-ups that were lost. */
export function createBus(parts: BusParts): Bus {
  const { connection, pool, nodeId, log, hasCompany, onGreeting, onEvents, onSignal } = parts
  const seen = new Set<string>()
  let listener: pg.Client | undefined
  let stopped = false
  let horizon = '0'
  let poll: NodeJS.Timeout | undefined

  async function listen(): Promise<void> {
    const client = new pg.Client({ ...connection, application_name: 'ballast-bus', keepAlive: true })
    client.on('error', () => {})
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'ballast_signals') receiveSignal(payload)
      else if (channel === 'ballast_nodes') onGreeting(payload)
      else receiveWakeUp(payload)
    })
    await client.connect()
    await client.query('listen ballast_events; listen ballast_signals; listen ballast_nodes')
    listener = client
    // Only a connection that stood is missed; one that couldn't be made is tried again by whoever wanted it.
    client.on('end', () => {
      if (listener === client) void again()
    })
  }

  async function again(): Promise<void> {
    listener = undefined
    while (!stopped && !listener) {
      await new Promise(resolve => setTimeout(resolve, retryMs))
      await listen()
        .then(catchUp)
        .catch(error => log.warn({ err: error }, 'no connection to the bus'))
    }
  }

  function receiveSignal(payload: string): void {
    const { from, ...signal } = JSON.parse(payload) as Signal & { from: string }
    if (from !== nodeId) onSignal(signal as Signal)
  }

  function receiveWakeUp(payload: string): void {
    const [from, tx] = payload.split(' ') as [string, string]
    if (from === nodeId) return remember(tx)
    readEvents('tx = $1::xid8', tx).catch(error =>
      log.warn({ err: error }, 'events will come with the next poll'),
    )
  }

  // Transactions older than the oldest that was still running at the last poll can't appear any more.
  async function catchUp(): Promise<void> {
    const { rows } = await pool.query<{ xmin: string }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
    )
    if (horizon !== '0' && hasCompany()) await readEvents('tx >= $1::xid8', horizon)
    horizon = rows[0]!.xmin
  }

  async function readEvents(condition: string, tx: string): Promise<void> {
    const { rows } = await pool.query<RecordedEvent & { tx: string }>(
      `select tx::text, type, at, actor_kind, actor_id, conversation_id, data from events where ${condition} order by id`,
      [tx],
    )
    const fresh = rows.filter(row => !seen.has(row.tx))
    for (const row of fresh) remember(row.tx)
    if (fresh.length > 0) onEvents(fresh.map(eventOf))
  }

  function remember(tx: string): void {
    seen.add(tx)
    if (seen.size > maxRemembered)
      for (const oldest of [...seen].slice(0, maxRemembered / 2)) seen.delete(oldest)
  }

  return {
    start: async () => {
      await listen()
      await catchUp()
      poll = setInterval(() => {
        catchUp().catch(error => log.warn({ err: error }, 'poll for events failed'))
      }, pollMs)
      poll.unref()
    },
    stop: async () => {
      stopped = true
      clearInterval(poll)
      await listener?.end()
    },
    signal: signal => {
      if (!hasCompany()) return
      const payload = JSON.stringify({ ...signal, from: nodeId })
      listener?.query('select pg_notify($1, $2)', ['ballast_signals', payload]).catch(() => {})
    },
  }
}

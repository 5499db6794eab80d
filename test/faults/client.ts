// A customer or a member of staff: the clients' own code, wired as the faces wire it, without a screen.
import { randomUUID } from 'node:crypto'
import type { StaffEntry } from '../../contract/conversations.ts'
import type { StaffFrame } from '../../contract/realtime.ts'
import { createAppender } from '../../web/api/append.ts'
import { memoryKeep } from '../../web/api/keep.ts'
import { createOutbox, type Outgoing } from '../../web/api/outbox.ts'
import { type ConnectionState, createRealtime } from '../../web/api/realtime.ts'
import { asRefusal, refusalOf } from '../../web/api/refusal.ts'
import type { History } from './history.ts'
import { createThreads, type Threads } from './threads.ts'

export interface ClientOptions {
  name: string
  side: 'customer' | 'staff'
  /** Origin of the desk; of staff with their session in it. */
  base: string
  /** A customer's. */
  token?: string
  conversationIds: readonly string[]
  history: History
  /** Never by a frame: as where sockets are blocked. */
  httpOnly?: boolean
}

export interface Client {
  name: string
  side: 'customer' | 'staff'
  base: string
  token: string | undefined
  conversationIds: readonly string[]
  threads: Threads
  write(conversationId: string, body: string): void
  /** Messages the desk has not confirmed. */
  waiting(): number
  /** Connected, and in every room. */
  there(): boolean
  readonly state: ConnectionState
  readonly way: string
  get<T>(path: string): Promise<T>
  text(path: string): Promise<string>
  /** To an address of its own, such as one behind a proxy. */
  post(address: string, body: unknown): Promise<{ seq: number }>
  /** The network is back, says the browser. */
  wake(): void
  close(): void
}

const answerWithinMs = 15_000
/** How long a frame may follow its acknowledgement before it is fetched. */
const frameWithinMs = 500

/** Connects at once. */
export function createClient(options: ClientOptions): Client {
  const { name, side, base, token, conversationIds, history } = options
  const prefix = side === 'staff' ? '/api/conversations' : '/api/customer/conversations'
  const threads = createThreads({ fetchPage, read: readUpTo, seen: settle })
  const rooms = new Set<string>()
  let way = ''
  let state: ConnectionState = 'connecting'

  async function request(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(path.startsWith('/') ? base + path : path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(answerWithinMs),
    })
    if (!answer.ok) throw await refusalOf(answer)
    return answer
  }
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await request(method, path, body)).json() as Promise<T>

  function fetchPage(id: string) {
    const after = threads.of(id).upTo
    return ask<{ conversation: never; entries: StaffEntry[]; more: boolean }>(
      'GET',
      `${prefix}/${id}/entries?after=${after}&limit=200`,
    )
  }

  function readUpTo(conversationId: string, seq: number): void {
    realtime.send({ type: 'read', conversationId, seq })
  }

  const appender = createAppender(() => (options.httpOnly ? undefined : realtime))
  const outbox = createOutbox<string>({ keep: memoryKeep(), send, changed: noteFailed })

  async function send({ clientId, lane, payload }: Outgoing<string>): Promise<void> {
    const entry = { clientId, body: payload, attachments: [] }
    try {
      const seq = await (appender.append(lane, entry) ??
        ask<{ seq: number }>('POST', `${prefix}/${lane}/entries`, entry).then(answer => answer.seq))
      history.ok(clientId, seq)
      setTimeout(() => {
        if (threads.of(lane).upTo < seq) threads.sync(lane).catch(() => {})
      }, frameWithinMs).unref()
    } catch (error) {
      history.refused(clientId, asRefusal(error).code)
      throw error
    }
  }

  function noteFailed(): void {
    for (const one of outbox.all()) if (one.state === 'failed') history.failed(one.clientId, one.code ?? '')
  }

  function take(frame: StaffFrame): void {
    appender.take(frame)
    if (frame.type === 'left' || frame.type === 'joined')
      rooms[frame.type === 'left' ? 'delete' : 'add'](frame.room)
    if (frame.type === 'read' && conversationIds.includes(frame.conversationId)) threads.take(frame)
    if (frame.type === 'entries') threads.take(frame)
  }

  /** What the thread holds needs no place in the outbox, by whatever way it got there. */
  function settle(entries: readonly StaffEntry[]): void {
    const own = new Set(outbox.all().map(({ clientId }) => clientId))
    for (const entry of entries) {
      if (!('clientId' in entry) || !entry.clientId || !own.has(entry.clientId)) continue
      history.ok(entry.clientId, entry.seq)
      outbox.settled(entry.clientId)
    }
  }

  const realtime = createRealtime<StaffFrame>({
    base,
    ...(token && { token: async () => token }),
    frame: take,
    joined: room => void threads.sync(room.slice('conversation:'.length)).catch(() => {}),
    state: (next, nextWay) => {
      way = nextWay
      if (next !== 'open') rooms.clear()
      if (next === 'lost') appender.lost()
      if (next === 'open' && state !== 'open') outbox.flush()
      state = next
    },
    poll: async () => {
      for (const id of conversationIds) await threads.sync(id)
      outbox.flush()
    },
  })
  for (const id of conversationIds) realtime.join(`conversation:${id}`)

  return {
    name,
    side,
    base,
    token,
    conversationIds,
    threads,
    write: (conversationId, body) => {
      const clientId = randomUUID()
      history.invoke({ clientId, by: name, side, conversationId, body })
      outbox.add({ clientId, lane: conversationId, payload: body })
    },
    waiting: () => outbox.all().filter(one => one.state !== 'failed').length,
    there: () => state === 'open' && rooms.size === conversationIds.length,
    get way() {
      return way
    },
    get state() {
      return state
    },
    get: path => ask('GET', path),
    post: (address, body) => ask('POST', address, body),
    text: async path => (await request('GET', path)).text(),
    wake: () => realtime.wake(),
    close: () => {
      outbox.close()
      realtime.close()
    },
  }
}

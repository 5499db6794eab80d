// Messages on their way: kept until the desk has them, sent again in order after any interruption, never sent as two.
import { backoffMs } from './backoff.ts'
import type { Keep } from './keep.ts'
import { asRefusal, type Refusal } from './refusal.ts'

export interface Outgoing<P> {
  clientId: string
  /** What is sent one after the other: a conversation's id. */
  lane: string
  payload: P
  /** Milliseconds since 1970 by the client's clock; orders what was written before a reload. */
  at: number
  /** `waiting` also while offline; `failed` needs the writer: the desk said no. */
  state: 'waiting' | 'sending' | 'failed'
  /** Why it failed, or what delays it. */
  code?: Refusal['code']
  message?: string
}

export interface OutboxOptions<P> {
  keep: Keep
  /** Sends one message and resolves once the desk has it. The same `clientId` may be sent again. */
  send(outgoing: Outgoing<P>): Promise<unknown>
  /** Something in `all` changed. */
  changed(): void
}

export interface Outbox<P> {
  /** In the order in which they were written. */
  all(lane?: string): Outgoing<P>[]
  add(outgoing: { clientId: string; lane: string; payload: P }): void
  /** The desk has it, seen by another way than the answer: an entry of the thread carries its `clientId`. */
  settled(clientId: string): void
  /** Sends a failed one again, in the same place. */
  retry(clientId: string): void
  /** Gives up on one and hands it back, so that its text can return to the writer. */
  take(clientId: string): Outgoing<P> | undefined
  /** What waits in one lane goes on in another: a conversation got its id. */
  move(from: string, to: string): void
  /** Connected again: everything that waits is tried now. */
  flush(): void
  /** Stops sending; what is kept stays kept. */
  close(): void
  /** Forgets everything. */
  wipe(): void
}

const prefix = 'outgoing:'

/** Takes up what an earlier page left behind, and starts with it on `flush`. */
export function createOutbox<P>({ keep, send, changed }: OutboxOptions<P>): Outbox<P> {
  const waiting = new Map<string, Outgoing<P>>(restore<P>(keep).map(one => [one.clientId, one]))
  const busy = new Set<string>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const moved = new Map<string, string>()
  let closed = false
  let last = 0

  const laneNow = (lane: string) => moved.get(lane) ?? lane
  const all = (lane?: string) =>
    [...waiting.values()]
      .filter(one => lane === undefined || one.lane === laneNow(lane))
      .sort((a, b) => a.at - b.at)

  function put(outgoing: Outgoing<P>): void {
    waiting.set(outgoing.clientId, outgoing)
    keep.set(prefix + outgoing.clientId, JSON.stringify(outgoing))
    changed()
  }
  function drop(clientId: string): Outgoing<P> | undefined {
    const one = waiting.get(clientId)
    waiting.delete(clientId)
    keep.remove(prefix + clientId)
    if (one) changed()
    return one
  }

  /** One at a time and in order within a lane; a failed one is passed over, a delayed one is waited for. */
  async function run(lane: string, failures = 0): Promise<void> {
    const next = all(lane).find(one => one.state !== 'failed')
    if (!next || next.state === 'sending' || busy.has(lane) || closed) return
    busy.add(lane)
    clearTimeout(timers.get(lane))
    timers.delete(lane)
    put({ ...next, state: 'sending' })
    const refusal = await send(next).then(
      () => undefined,
      error => asRefusal(error),
    )
    busy.delete(lane)
    if (closed) return
    const now = waiting.get(next.clientId)
    if (refusal && now) delayOrFail(now, refusal, failures + 1)
    else drop(next.clientId)
    if (!refusal?.passing || !now) void run(now?.lane ?? lane)
  }
  function delayOrFail(one: Outgoing<P>, refusal: Refusal, failures: number): void {
    const { code, message, retryAfter } = refusal
    put({ ...one, state: refusal.passing ? 'waiting' : 'failed', code, message })
    if (!refusal.passing) return
    const ms = retryAfter ? retryAfter * 1000 + Math.random() * 500 : backoffMs(failures)
    timers.set(
      one.lane,
      setTimeout(() => void run(one.lane, failures), ms),
    )
  }
  function runAll(): void {
    for (const lane of new Set(all().map(one => one.lane))) void run(lane)
  }

  return {
    all,
    add: outgoing => {
      // Two messages of the same millisecond keep their order.
      last = Math.max(Date.now(), last + 1, ...all().map(one => one.at + 1))
      const lane = laneNow(outgoing.lane)
      put({ ...outgoing, lane, at: last, state: 'waiting' })
      if (!timers.has(lane)) void run(lane)
    },
    settled: clientId => void drop(clientId),
    retry: clientId => {
      const one = waiting.get(clientId)
      if (one?.state !== 'failed') return
      put({ ...one, state: 'waiting', code: undefined, message: undefined })
      void run(one.lane)
    },
    take: drop,
    move: (from, to) => {
      const going = all(from)
      moved.set(from, to)
      for (const one of going) put({ ...one, lane: to })
      void run(to)
    },
    flush: runAll,
    close: () => {
      closed = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
    wipe: () => {
      for (const { clientId } of all()) drop(clientId)
    },
  }
}

function restore<P>(keep: Keep): Outgoing<P>[] {
  return keep
    .keys()
    .filter(key => key.startsWith(prefix))
    .flatMap(key => {
      try {
        const one = JSON.parse(keep.get(key) ?? '') as Outgoing<P>
        return [{ ...one, state: one.state === 'failed' ? 'failed' : 'waiting' } as Outgoing<P>]
      } catch {
        keep.remove(key)
        return []
      }
    })
}

// What every sender tried and was told, by a clock that only goes forward: the checker compares it with what is there.

export interface Sent {
  clientId: string
  /** Who wrote it: a client of the run. */
  by: string
  side: 'customer' | 'staff'
  conversationId: string
  /** Counts a sender's messages in the order of writing. */
  n: number
  body: string
  invokedAt: number
  /** `waiting` until an answer came; `failed`: the desk said no for good. */
  state: 'waiting' | 'ok' | 'failed'
  seq?: number
  endedAt?: number
  /** What passing refusals said, by code. */
  refusals: string[]
}

export interface History {
  all(): readonly Sent[]
  invoke(sent: Pick<Sent, 'clientId' | 'by' | 'side' | 'conversationId' | 'body'>): void
  /** The desk has it; told by its answer or by the entry itself. */
  ok(clientId: string, seq: number): void
  failed(clientId: string, code: string): void
  refused(clientId: string, code: string): void
  /** Two acknowledgements that disagree, and others that nobody asked for. */
  oddities(): readonly string[]
  readonly waiting: number
  /** Whether everything that was written before has its answer. */
  isSettled(before: number): boolean
  /** When the newest acknowledgement came. */
  readonly lastOkAt: number
}

export function createHistory(): History {
  const byId = new Map<string, Sent>()
  const written = new Map<string, number>()
  const oddities: string[] = []
  const waiting = new Map<string, Sent>()
  let lastOkAt = 0

  function end(clientId: string, state: 'ok' | 'failed', seq?: number): void {
    const sent = byId.get(clientId)
    if (!sent) return void oddities.push(`an answer for ${clientId}, which nobody sent`)
    if (sent.state === 'ok' && seq !== sent.seq)
      oddities.push(`${clientId} was acknowledged as ${sent.seq} and as ${seq}`)
    if (sent.state !== 'waiting') return
    waiting.delete(clientId)
    Object.assign(sent, { state, seq, endedAt: performance.now() })
    if (state === 'ok') lastOkAt = sent.endedAt!
  }

  return {
    all: () => [...byId.values()],
    invoke: given => {
      const n = (written.get(given.by) ?? 0) + 1
      written.set(given.by, n)
      const sent: Sent = { ...given, n, invokedAt: performance.now(), state: 'waiting', refusals: [] }
      byId.set(given.clientId, sent)
      waiting.set(given.clientId, sent)
    },
    ok: (clientId, seq) => end(clientId, 'ok', seq),
    failed: (clientId, code) => {
      end(clientId, 'failed')
      byId.get(clientId)?.refusals.push(code)
    },
    refused: (clientId, code) => void byId.get(clientId)?.refusals.push(code),
    // In the order of writing, so the first is the oldest.
    isSettled: before => (waiting.values().next().value?.invokedAt ?? Infinity) >= before,
    oddities: () => oddities,
    get waiting() {
      return waiting.size
    },
    get lastOkAt() {
      return lastOkAt
    },
  }
}

/** Milliseconds from writing to acknowledgement, of those written from `from` on. */
export const ackTimes = (history: History, from = 0, to = Infinity): number[] =>
  history
    .all()
    .filter(sent => sent.state === 'ok' && sent.invokedAt >= from && sent.invokedAt < to)
    .map(sent => sent.endedAt! - sent.invokedAt)

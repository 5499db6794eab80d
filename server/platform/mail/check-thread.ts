// Checks senders in a thread of its own: hashing a large mail takes most of a second, and nobody else shall wait for it.
import { Worker } from 'node:worker_threads'
import type { DNSResolver } from 'mailauth'
import type { MailVerdict } from '../../../contract/email.ts'
import { type MailEnvelope, uncheckable, unknown } from './check.ts'

export interface Check {
  id: number
  raw: Uint8Array
  envelope: MailEnvelope
}

export interface CheckerSettings {
  /** Whether questions to the name system are answered by the desk. */
  asks: boolean
  namesHoldMs: number
}

export type ToChecker =
  | { kind: 'check'; checks: Check[] }
  | { kind: 'named'; question: number; records: unknown; code: string | null }

export type FromChecker =
  | { kind: 'checked'; id: number; verdict: MailVerdict }
  | { kind: 'name'; question: number; name: string; type: string }

interface Pending {
  check: Check
  settle(verdict: MailVerdict): void
}

/** Longer than a check takes with all its questions. */
const longestMs = 20_000
/** How many are in hand at once: their time counts from then on, and each of them takes memory. */
const mostAtOnce = 32
const memoryMb = 256

/**
 * Checks mails as `checkMail` does. A mail on which the thread ends or doesn't come back counts as one that can't be
 * checked; the others are checked again by the next thread.
 * @param resolver answers questions to the name system; the machine's own when left out
 * @param namesHoldMs for how long answers hold
 */
export function createChecker(
  resolver?: DNSResolver,
  namesHoldMs = 60_000,
): (raw: Uint8Array, envelope: MailEnvelope) => Promise<MailVerdict> {
  /** In the order in which they came. */
  const line: Pending[] = []
  const inHand = new Map<number, Pending & { timer: NodeJS.Timeout }>()
  let worker: Worker | null = null
  /** How many are checked one by one, since one of them has ended a thread. */
  let alone = 0
  let isStarting = false
  let last = 0

  function thread(): Worker {
    if (worker) return worker
    const started = new Worker(new URL('./check-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      workerData: { asks: resolver !== undefined, namesHoldMs } satisfies CheckerSettings,
      stdout: true,
      stderr: true,
    })
    started.on('message', (message: FromChecker) => {
      if (message.kind === 'checked') done(message.id, message.verdict)
      else void answer(started, message)
    })
    started.on('error', () => replace(started))
    started.unref()
    worker = started
    return started
  }

  function done(id: number, verdict: MailVerdict): void {
    const one = inHand.get(id)
    if (inHand.delete(id)) alone = Math.max(0, alone - 1)
    clearTimeout(one?.timer)
    one?.settle(verdict)
    if (line.length > 0) startSoon()
    else if (inHand.size === 0) worker?.unref()
  }

  /** Only a mail that was alone is known to be at fault; of several each is checked by itself, and has all its time again. */
  function replace(ended: Worker): void {
    if (worker !== ended) return
    worker = null
    void ended.terminate()
    const [guilty, ...others] = inHand.keys()
    if (guilty !== undefined && others.length === 0) done(guilty, uncheckable)
    else alone = inHand.size
    line.unshift(...inHand.values())
    for (const { timer } of inHand.values()) clearTimeout(timer)
    inHand.clear()
    if (line.length > 0) startSoon()
  }

  async function answer(to: Worker, { question, name, type }: Extract<FromChecker, { kind: 'name' }>) {
    const say = (records: unknown, code: string | null) =>
      to.postMessage({ kind: 'named', question, records, code } satisfies ToChecker)
    await Promise.resolve(resolver?.(name, type)).then(
      records => say(records, null),
      error => say(null, String((error as { code?: string }).code ?? 'ESERVFAIL')),
    )
  }

  /** With all that are asked for in this moment. */
  function startSoon(): void {
    if (isStarting) return
    isStarting = true
    queueMicrotask(() => {
      isStarting = false
      send(line.splice(0, (alone > 0 ? 1 : mostAtOnce) - inHand.size))
    })
  }

  function send(next: Pending[]): void {
    if (next.length === 0) return
    const to = threadFor(next)
    if (!to) return
    for (const one of next) {
      const { id } = one.check
      inHand.set(id, { ...one, timer: setTimeout(() => replace(to), longestMs) })
    }
    // A view would take along all of the memory that it shares with others.
    const checks = next.map(({ check }) => ({ ...check, raw: new Uint8Array(check.raw) }))
    to.ref()
    to.postMessage(
      { kind: 'check', checks } satisfies ToChecker,
      checks.map(({ raw }) => raw.buffer),
    )
  }

  /** Where there is no room for a thread nothing can be found out. */
  function threadFor(next: Pending[]): Worker | null {
    try {
      return thread()
    } catch {
      for (const { settle } of [...next, ...line.splice(0)]) settle(unknown)
      return null
    }
  }

  return (raw, envelope) => {
    const { promise, resolve } = Promise.withResolvers<MailVerdict>()
    line.push({ check: { id: ++last, raw, envelope }, settle: resolve })
    startSoon()
    return promise
  }
}

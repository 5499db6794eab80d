// Checks senders in a thread of its own: hashing a large mail takes most of a second, and nobody else shall wait for it.
import { Worker } from 'node:worker_threads'
import type { DNSResolver } from 'mailauth'
import type { MailVerdict } from '../../../contract/email.ts'
import { type MailEnvelope, uncheckable } from './check.ts'

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
  timer: NodeJS.Timeout
}

/** Longer than a check takes with all its questions. */
const longestMs = 20_000
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
  const pending = new Map<number, Pending>()
  let worker: Worker | null = null
  const unsent: Check[] = []
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
    // Whichever came first was in hand.
    started.on('error', () => replace(started, pending.keys().next().value))
    started.unref()
    worker = started
    return started
  }

  function done(id: number, verdict: MailVerdict): void {
    const one = pending.get(id)
    pending.delete(id)
    clearTimeout(one?.timer)
    one?.settle(verdict)
    if (pending.size === 0) worker?.unref()
  }

  function replace(ended: Worker, guilty: number | undefined): void {
    if (worker !== ended) return
    worker = null
    void ended.terminate()
    if (guilty !== undefined) done(guilty, uncheckable)
    for (const { check } of pending.values()) give(check)
  }

  async function answer(to: Worker, { question, name, type }: Extract<FromChecker, { kind: 'name' }>) {
    const say = (records: unknown, code: string | null) =>
      to.postMessage({ kind: 'named', question, records, code } satisfies ToChecker)
    await Promise.resolve(resolver?.(name, type)).then(
      records => say(records, null),
      error => say(null, String((error as { code?: string }).code ?? 'ESERVFAIL')),
    )
  }

  function give(check: Check): void {
    if (unsent.push(check) === 1) queueMicrotask(send)
  }

  /** Those of one moment together. */
  function send(): void {
    // A view would take along all of the memory that it shares with others.
    const checks = unsent.splice(0).map(check => ({ ...check, raw: new Uint8Array(check.raw) }))
    const to = thread()
    to.ref()
    to.postMessage(
      { kind: 'check', checks } satisfies ToChecker,
      checks.map(({ raw }) => raw.buffer),
    )
  }

  return (raw, envelope) => {
    const id = ++last
    const one = { id, raw, envelope }
    const { promise, resolve } = Promise.withResolvers<MailVerdict>()
    const timer = setTimeout(() => worker && replace(worker, id), longestMs)
    pending.set(id, { check: one, settle: resolve, timer })
    give(one)
    return promise
  }
}

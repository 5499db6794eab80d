// Strangers' mail is read in threads of its own, so that the worst one costs its own thread and delays nobody.
import { availableParallelism } from 'node:os'
import { caps } from './caps.ts'
import { MailUnreadable, type ParsedMail } from './mail.ts'
import { MailThread, type ThreadSettings } from './thread.ts'

export { MailUnreadable } from './mail.ts'

export interface MailParserSettings {
  /** How many mails are read at once. */
  threads?: number
  timeoutMs?: number
  /** Of JavaScript objects in each thread; bytes of mails come on top, a few times their size. */
  memoryMb?: number
  /** What the threads run; tests have one that misbehaves. */
  program?: URL
}

/** `T` is what its threads read out of a mail. */
export interface MailReader<T> {
  /**
   * The mail in `raw`, whose memory is given away: it may be empty afterwards.
   * @throws MailUnreadable
   */
  parse(raw: Uint8Array): Promise<T>
  /** Ends all threads; mails not yet read are refused. */
  close(): Promise<void>
}

export type MailParser = MailReader<ParsedMail>

interface Waiting<T> {
  raw: Uint8Array
  resolve: (mail: Promise<T>) => void
  reject: (error: MailUnreadable) => void
}

const enoughThreads = () => Math.min(4, Math.max(2, availableParallelism() - 1))

/** Reads all of a mail; see `createMailReader`. */
export const createMailParser = (settings: MailParserSettings = {}): MailParser =>
  createMailReader(settings.program ?? new URL('./worker.ts', import.meta.url), settings)

/** Threads start with the first mails and stay; one that a mail has ended is replaced for the next mail. */
export function createMailReader<T>(
  program: URL,
  settings: Omit<MailParserSettings, 'program'>,
): MailReader<T> {
  const { threads = enoughThreads(), timeoutMs = 10_000, memoryMb = 128 } = settings
  const threadSettings: ThreadSettings = { timeoutMs, memoryMb, program }
  const idle: MailThread<T>[] = []
  const busy = new Set<MailThread<T>>()
  const line: Waiting<T>[] = []
  let closed = false

  function takeThread(): MailThread<T> | null {
    const ready = idle.pop()
    if (ready && !ready.isDead) return ready
    if (ready) return takeThread()
    return busy.size < threads ? new MailThread<T>(threadSettings) : null
  }

  function work(): void {
    while (line.length > 0) {
      const thread = takeThread()
      if (!thread) return
      const { raw, resolve } = line.shift()!
      resolve(readIn(thread, raw))
    }
  }

  async function readIn(thread: MailThread<T>, raw: Uint8Array): Promise<T> {
    busy.add(thread)
    try {
      return await thread.read(raw)
    } finally {
      busy.delete(thread)
      if (!thread.isDead && !closed) idle.push(thread)
      work()
    }
  }

  return {
    parse(raw) {
      if (raw.byteLength > caps.rawBytes) return Promise.reject(new MailUnreadable('size'))
      if (closed) return Promise.reject(new MailUnreadable('time'))
      const { promise, resolve, reject } = Promise.withResolvers<T>()
      line.push({ raw, resolve, reject })
      work()
      return promise
    },
    async close() {
      closed = true
      for (const { reject } of line.splice(0)) reject(new MailUnreadable('time'))
      await Promise.all([...idle.splice(0), ...busy].map(thread => thread.close()))
    },
  }
}

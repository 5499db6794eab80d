// Strangers' mail is read in threads of its own, so that the worst one costs its own thread and delays nobody.
import { availableParallelism } from 'node:os'
import { caps } from './caps.ts'
import { MailUnreadable, type ReadMail } from './mail.ts'
import { MailThread, type Reading, type ThreadSettings } from './thread.ts'

export { MailUnreadable } from './mail.ts'

export interface MailParserSettings {
  /** How many mails are read at once. */
  threads?: number
  /** Of a thread's own time. */
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

export type MailParser = MailReader<ReadMail>

/** Small mails, in bytes, go to a thread together: handing one over costs nearly as much as reading it. */
const smallBytes = 64 * 1024
const mostTogether = 16

const enoughThreads = () => Math.min(4, Math.max(2, availableParallelism() - 1))

/** Reads all of a mail, and divides its words; see `createMailReader`. */
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
  const line: Reading<T>[] = []
  let last = 0
  let isStarting = false
  let closed = false

  function takeThread(): MailThread<T> | null {
    const ready = idle.pop()
    if (ready && !ready.isDead) return ready
    if (ready) return takeThread()
    if (busy.size >= threads) return null
    try {
      const thread: MailThread<T> = new MailThread<T>(threadSettings, giveBack, () => {
        busy.delete(thread)
        if (!thread.isDead && !closed) idle.push(thread)
        work()
      })
      return thread
    } catch (error) {
      // There is no room for another one. Those that there are go on; without any nobody would.
      if (busy.size === 0) for (const { reject } of line.splice(0)) reject(error as Error)
      return null
    }
  }

  function giveBack(left: Reading<T>[]): void {
    if (closed) return left.forEach(({ reject }) => reject(new MailUnreadable('time')))
    line.unshift(...left)
    work()
  }

  function work(): void {
    while (line.length > 0) {
      const thread = takeThread()
      if (!thread) return
      busy.add(thread)
      thread.read(nextTogether())
    }
  }

  /** A large one by itself; of small ones no more than leaves as many to the other threads. */
  function nextTogether(): Reading<T>[] {
    const isLarge = ({ raw }: Reading<T>) => raw.byteLength > smallBytes
    const large = line.findIndex(isLarge)
    const small = large < 0 ? line.length : large
    const share = Math.ceil(line.length / (threads - busy.size + 1))
    return line.splice(0, Math.max(1, Math.min(small, share, mostTogether)))
  }

  /** With all that are asked for in this moment. */
  function startSoon(): void {
    if (isStarting) return
    isStarting = true
    queueMicrotask(() => {
      isStarting = false
      work()
    })
  }

  return {
    parse(raw) {
      if (raw.byteLength > caps.rawBytes) return Promise.reject(new MailUnreadable('size'))
      if (closed) return Promise.reject(new MailUnreadable('time'))
      const { promise, resolve, reject } = Promise.withResolvers<T>()
      line.push({ id: ++last, raw, resolve, reject })
      startSoon()
      return promise
    },
    async close() {
      closed = true
      for (const { reject } of line.splice(0)) reject(new MailUnreadable('time'))
      await Promise.all([...idle.splice(0), ...busy].map(thread => thread.close()))
    },
  }
}

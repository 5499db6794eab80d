// One thread that reads mails, and everything that may become of it: an answer, too much time, too much memory.
import { Worker } from 'node:worker_threads'
import { MailUnreadable, type ParsedMail, type Unreadable } from './mail.ts'

/** `T` is what is read out of a mail. */
export type Answer<T = ParsedMail> = { mail: T } | { failed: Unreadable; words: string }

export interface ThreadSettings {
  timeoutMs: number
  memoryMb: number
  program: URL
}

export class MailThread<T> {
  private readonly worker: Worker
  private readonly settings: ThreadSettings
  private reading: { settle: (outcome: Answer<T> | MailUnreadable) => void } | null = null
  private dead = false

  constructor(settings: ThreadSettings) {
    this.settings = settings
    this.worker = new Worker(settings.program, {
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb, maxYoungGenerationSizeMb: 16 },
      // What a mail makes a library print isn't ours to show.
      stdout: true,
      stderr: true,
    })
    this.worker.on('message', (answer: Answer<T>) => this.reading?.settle(answer))
    this.worker.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'malformed'
      this.end(new MailUnreadable(reason, { cause: error }))
    })
    this.worker.on('exit', () => this.end(new MailUnreadable('malformed')))
    // A desk that has nothing else to do may end.
    this.worker.unref()
  }

  get isDead(): boolean {
    return this.dead
  }

  /**
   * Reads one mail; only one at a time. The bytes are given away.
   * @throws MailUnreadable after which the thread is dead, unless the mail alone was at fault.
   */
  read(raw: Uint8Array): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const timer = setTimeout(() => this.end(new MailUnreadable('time')), this.settings.timeoutMs)
    const settle = (outcome: Answer<T> | MailUnreadable) => {
      clearTimeout(timer)
      this.reading = null
      this.worker.unref()
      if (outcome instanceof MailUnreadable) reject(outcome)
      else if ('mail' in outcome) resolve(outcome.mail)
      else reject(new MailUnreadable(outcome.failed, { cause: outcome.words }))
    }
    this.reading = { settle }
    this.worker.ref()
    const { bytes, given } = givenAway(raw)
    this.worker.postMessage(bytes, given)
    return promise
  }

  async close(): Promise<void> {
    this.end(new MailUnreadable('time'))
    await this.worker.terminate()
  }

  private end(why: MailUnreadable): void {
    this.dead = true
    this.reading?.settle(why)
    void this.worker.terminate()
  }
}

/** Bytes that share their memory with others (a small Buffer does) can't be given away; a copy can. */
function givenAway(raw: Uint8Array): { bytes: Uint8Array; given: ArrayBuffer[] } {
  const { buffer } = raw
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === raw.byteLength
  const bytes = new Uint8Array(isAlone ? buffer : raw)
  return { bytes, given: bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [] }
}

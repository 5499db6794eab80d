// One thread that reads mails, and everything that may become of it: answers, too much time, too much memory.
import { Worker } from 'node:worker_threads'
import { MailUnreadable, type ReadMail, type Unreadable } from './mail.ts'

/** Mails in the order in which they are to be read, and what was read out of each, or why it wasn't. */
export type Asked = { id: number; raw: Uint8Array }[]
export type Answered<T = ReadMail> = ({ id: number } & Answer<T>)[]
export type Answer<T> = { mail: T } | { failed: Unreadable; words: string }

export interface ThreadSettings {
  /** Of the thread's own time. */
  timeoutMs: number
  memoryMb: number
  program: URL
}

/** A mail to be read. */
export interface Reading<T> {
  id: number
  raw: Uint8Array
  resolve(mail: T): void
  reject(why: Error): void
}

/** How many times as long as its own time a thread may take: others want the machine as well. */
const longestWall = 6
/** A thread that is held up by one mail for this long gives back those behind it. */
const heldUpMs = 250

export class MailThread<T> {
  private readonly worker: Worker
  private readonly settings: ThreadSettings
  /** What to do with those that it didn't come to, and when it is idle or dead. */
  private readonly giveBack: (left: Reading<T>[]) => void
  private readonly over: () => void
  private reading: Reading<T>[] = []
  /** All that it was given and has not answered, also what it gave back: before that it is not idle. */
  private readonly unanswered = new Set<number>()
  private began = 0
  /** Of the thread's own time, in milliseconds, shortly after it began. */
  private ownAtFirst: Promise<number | null> | undefined
  private timers: NodeJS.Timeout[] = []
  /** The id of the mail that the thread has in hand. */
  private readonly hand = new Int32Array(new SharedArrayBuffer(4))
  private dead = false

  constructor(settings: ThreadSettings, giveBack: (left: Reading<T>[]) => void, over: () => void) {
    this.settings = settings
    this.giveBack = giveBack
    this.over = over
    this.worker = new Worker(settings.program, {
      workerData: this.hand,
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb, maxYoungGenerationSizeMb: 16 },
      // What a mail makes a library print isn't ours to show.
      stdout: true,
      stderr: true,
    })
    this.worker.on('message', (answers: Answered<T>) => this.settle(answers))
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

  /** Reads mails, one after the other; only when it is idle. */
  read(mails: Reading<T>[]): void {
    this.reading = mails
    for (const { id } of mails) this.unanswered.add(id)
    this.worker.ref()
    this.watch()
    // Of several, those behind may be read again.
    const give = mails.length === 1 ? givenAway : (raw: Uint8Array) => new Uint8Array(raw)
    const asked = mails.map(({ id, raw }) => ({ id, raw: give(raw) }))
    this.worker.postMessage(
      asked satisfies Asked,
      asked.map(({ raw }) => raw.buffer),
    )
  }

  async close(): Promise<void> {
    this.end(new MailUnreadable('time'))
    await this.worker.terminate()
  }

  private settle(answers: Answered<T>): void {
    if (this.dead) return
    for (const answer of answers) {
      this.unanswered.delete(answer.id)
      const at = this.reading.findIndex(({ id }) => id === answer.id)
      // One that was given back, and is read elsewhere.
      if (at < 0) continue
      const [one] = this.reading.splice(at, 1)
      if ('mail' in answer) one!.resolve(answer.mail)
      else one!.reject(new MailUnreadable(answer.failed, { cause: answer.words }))
    }
    this.unwatch()
    if (this.unanswered.size > 0) return this.watch()
    this.worker.unref()
    this.over()
  }

  /** Watches over the mail that is read now. */
  private watch(): void {
    this.began = performance.now()
    this.ownAtFirst = undefined
    const { timeoutMs } = this.settings
    this.timers.push(
      setTimeout(() => {
        this.ownAtFirst = ownMsOf(this.worker)
        this.giveBack(this.takeOthers())
      }, heldUpMs),
      setTimeout(() => void this.judge(), timeoutMs),
      // Also where it can't be asked.
      setTimeout(() => this.end(new MailUnreadable('time')), longestWall * timeoutMs),
    )
  }

  private unwatch(): void {
    for (const timer of this.timers.splice(0)) clearTimeout(timer)
  }

  /** Whether the mail has had its time: waiting for the machine isn't the mail's fault. */
  private async judge(): Promise<void> {
    const { timeoutMs } = this.settings
    const { began } = this
    const [first, now] = [await this.ownAtFirst, await ownMsOf(this.worker)]
    if (this.dead || this.began !== began || this.unanswered.size === 0) return
    // It was still starting when it was asked first: its time counts from now on.
    if (now !== null && first === null) this.ownAtFirst = Promise.resolve(now - heldUpMs)
    const own = now === null ? performance.now() - began : heldUpMs + now - (first ?? now - heldUpMs)
    const left = timeoutMs - own
    if (left <= 0) this.end(new MailUnreadable('time'))
    else this.timers.push(setTimeout(() => void this.judge(), Math.max(left, 1)))
  }

  /** All but the one in hand, also those whose answers were not said yet; the first where it has none in hand. */
  private takeOthers(): Reading<T>[] {
    const at = this.reading.findIndex(({ id }) => id === Atomics.load(this.hand, 0))
    const kept = this.reading.splice(Math.max(at, 0), 1)
    const others = this.reading
    this.reading = kept
    return others
  }

  private end(why: MailUnreadable): void {
    if (this.dead) return
    this.dead = true
    this.unwatch()
    const inHand = Atomics.load(this.hand, 0)
    const isBegun = this.unanswered.has(inHand)
    // What it has in hand may have been given back before: then those that are left were read, and are at no fault.
    const isElsewhere = isBegun && this.reading.every(({ id }) => id !== inHand)
    const others = isElsewhere ? this.reading.splice(0) : this.takeOthers()
    this.reading
      .pop()
      ?.reject(isBegun || why.reason === 'time' ? why : new Error('not begun', { cause: why }))
    void this.worker.terminate()
    this.over()
    this.giveBack(others)
  }
}

/** Null where it can't be known; before version 24.6 Node doesn't say. */
async function ownMsOf(worker: Worker): Promise<number | null> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1_000
  } catch {
    return null
  }
}

/** Bytes that share their memory with others (a small Buffer does) can't be given away; a copy can. */
function givenAway(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = raw
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === raw.byteLength
  return new Uint8Array(isAlone ? buffer : raw)
}

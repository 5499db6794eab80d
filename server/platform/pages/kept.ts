// Pages that are the same for many readers, kept in memory for a moment, so that a crowd costs hardly more than one of them.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Clock } from '../clock.ts'
import type { Desk } from '../context.ts'
import { toAppError } from '../http.ts'

/** What may be kept. */
export interface Keepable {
  text: string
  headers: Readonly<Record<string, string>>
  /** Told each time that it is sent, with the reader's program. */
  seen?: ((userAgent: string) => void) | undefined
}

export interface Kept extends Omit<Keepable, 'text'> {
  body: Buffer
  etag: string
  /** Made when somebody first wants it so. */
  zipped?: Promise<Buffer>
  /** By the desk's clock, in milliseconds. */
  madeAt: number
}

/** What begins and ends at a time is late by this much at most. */
const freshMs = 60_000
/** While pages can't be made anew, it is tried again so often. */
const patienceMs = 5_000
const mostPages = 5_000
const mostBytes = 64 * 1024 * 1024

/** The pages that one node keeps for a desk. */
export class KeptPages {
  private readonly clock: Clock
  /** The last used at the end. */
  private readonly pages = new Map<string, Kept>()
  private readonly making = new Map<string, Promise<unknown>>()
  private bytes = 0
  private generation = 0
  private lastUsed: Kept | undefined

  constructor(clock: Clock) {
    this.clock = clock
  }

  /**
   * The page behind the key, made if there is none or if it's old; whoever asks meanwhile waits for the same one. What `make`
   * gives that isn't a `Kept` is passed on and not kept. Where making fails and it's no refusal, the old one goes on.
   */
  async get<T>(key: string, make: () => Promise<Kept | T>): Promise<Kept | T> {
    const known = this.known(key)
    if (known) return known
    const running = this.making.get(key) as Promise<Kept | T> | undefined
    if (running) return running
    const work = this.make(key, make)
    this.making.set(key, work)
    const ended = () => void (this.making.get(key) === work && this.making.delete(key))
    work.then(ended, ended)
    return work
  }

  /** The page behind the key, unless it is old. */
  known(key: string): Kept | undefined {
    const known = this.pages.get(key)
    if (!known || this.clock().getTime() - known.madeAt >= freshMs) return undefined
    if (known !== this.lastUsed) {
      this.pages.delete(key)
      this.pages.set(key, known)
      this.lastUsed = known
    }
    return known
  }

  forget(): void {
    this.generation += 1
    this.pages.clear()
    this.lastUsed = undefined
    this.making.clear()
    this.bytes = 0
  }

  private async make<T>(key: string, make: () => Promise<Kept | T>): Promise<Kept | T> {
    const { generation } = this
    try {
      const made = await make()
      if (generation !== this.generation) return made
      this.drop(key)
      if (isKept(made)) this.put(key, made)
      return made
    } catch (error) {
      const old = this.pages.get(key)
      if (!old || toAppError(error as Error & { code: string }).status < 500) throw error
      old.madeAt = this.clock().getTime() - freshMs + patienceMs
      return old
    }
  }

  private put(key: string, page: Kept): void {
    this.pages.set(key, page)
    this.lastUsed = page
    this.bytes += page.body.length
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= mostPages && this.bytes <= mostBytes) return
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    this.bytes -= this.pages.get(key)?.body.length ?? 0
    this.pages.delete(key)
  }
}

export const isKept = (made: unknown): made is Kept =>
  typeof made === 'object' && made !== null && 'body' in made && Buffer.isBuffer(made.body)

export function toKeep({ text, headers, seen }: Keepable, now: Date): Kept {
  const body = Buffer.from(text)
  // Weak, as it's the same for what is sent zipped.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { body, headers: { ...headers, etag }, etag, seen, madeAt: now.getTime() }
}

const zip = promisify(gzip)

export const zipped = (page: Kept): Promise<Buffer> => (page.zipped ??= zip(page.body, { level: 9 }))

/** Whether an If-None-Match header names what would be sent. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return (
    header === etag || header.split(',', 50).some(one => one.trim().replace(/^W\//, '') === etag.slice(2))
  )
}

// By the secrets object because each desk has exactly one: several desks may run in one process.
const ofDesks = new WeakMap<object, KeptPages>()

export function keptPagesOf({ secrets, clock }: Pick<Desk, 'secrets' | 'clock'>): KeptPages {
  const known = ofDesks.get(secrets)
  if (known) return known
  const made = new KeptPages(clock)
  ofDesks.set(secrets, made)
  return made
}

/** Makes this node put its pages together anew. */
export const forgetPages = (desk: Pick<Desk, 'secrets'>): void => ofDesks.get(desk.secrets)?.forget()

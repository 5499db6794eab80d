// Keeps a mailbox connected for as long as this node holds it: whatever breaks is tried again, later and later.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Desk } from '../../../../platform/context.ts'
import { ImapFailure } from '../../../../platform/imap.ts'
import { waitMs } from './back-off.ts'
import { collect } from './collect.ts'
import { giveUp, NotOurs, noteFault, type Post } from './post.ts'

export interface Kept {
  revision: string
  /** Whether there is nothing left to stop. */
  over(): boolean
  /** Closes the connection; resolves when another node may have the mailbox. */
  stop(): Promise<void>
}

/** A connection that lasted this long was a good one. */
const goodMs = 60_000

export function keep(desk: Desk, post: Post): Kept {
  const ending = new AbortController()
  let isOver = false
  const running = run(desk, post, ending.signal).finally(() => {
    isOver = true
  })
  return {
    revision: post.revision,
    over: () => isOver,
    stop: async () => {
      ending.abort()
      await running
    },
  }
}

async function run(desk: Desk, post: Post, signal: AbortSignal): Promise<void> {
  let faults = 0
  while (!signal.aborted) {
    const since = desk.clock().getTime()
    const error = await collect(desk, post, signal).catch((reason: unknown) => reason)
    if (error instanceof NotOurs) return
    if (signal.aborted) break
    faults = desk.clock().getTime() - since > goodMs ? 1 : faults + 1
    await pauseAfter(desk, post, error, faults, signal)
  }
  await giveUp(desk, post).catch(() => {})
}

async function pauseAfter(
  desk: Desk,
  post: Post,
  error: unknown,
  faults: number,
  signal: AbortSignal,
): Promise<void> {
  const fault = error instanceof ImapFailure ? error.fault : 'internal'
  const wait = waitMs(faults, fault, Math.random(), desk.imap.firstWaitMs)
  desk.log.warn({ err: error, mailboxId: post.mailboxId, fault, wait }, 'a mailbox is not connected')
  await noteFault(desk, post, fault, wait).catch(() => {})
  await sleep(wait, undefined, { signal }).catch(() => {})
}

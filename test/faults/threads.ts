// The conversations a client follows: kept up with frames, fetched where something is missing, with the time holes stay open.
import type { Conversation, StaffEntry } from '../../contract/conversations.ts'
import {
  apply,
  emptyThread,
  missingAfter,
  receive,
  type StaffThread,
  type ThreadFrame,
} from '../../web/api/thread.ts'

export interface Page {
  conversation: Conversation
  entries: StaffEntry[]
  more: boolean
}

export interface Threads {
  of(id: string): StaffThread
  take(frame: ThreadFrame<Conversation, StaffEntry>): void
  /** Fetches what is missing, one run at a time. */
  sync(id: string): Promise<void>
  /** Milliseconds for which the longest hole was open so far. */
  longestHole(): number
}

/** One in so many changes is marked as read: people don't look at everything at once. */
const readsOneIn = 8

export interface ThreadsOptions {
  /** Gives what follows the thread's `upTo`. */
  fetchPage(id: string): Promise<Page>
  /** Is told how far the reader has come. */
  read(id: string, seq: number): void
  /** Gets all entries, however they came. */
  seen(entries: readonly StaffEntry[]): void
}

export function createThreads({ fetchPage, read, seen }: ThreadsOptions): Threads {
  const threads = new Map<string, StaffThread>()
  const syncing = new Map<string, Promise<void>>()
  const holes = new Map<string, number>()
  let longest = 0
  let changes = 0

  const of = (id: string): StaffThread => threads.get(id) ?? emptyThread()

  function put(id: string, thread: StaffThread): void {
    threads.set(id, thread)
    const now = performance.now()
    const since = holes.get(id)
    if (since !== undefined) longest = Math.max(longest, now - since)
    if (missingAfter(thread) === undefined) holes.delete(id)
    else if (since === undefined) holes.set(id, now)
    if (++changes % readsOneIn === 0) read(id, thread.upTo)
  }

  async function run(id: string): Promise<void> {
    for (let more = true; more; ) {
      const before = of(id).upTo
      const page = await fetchPage(id)
      put(id, receive(of(id), page))
      seen(page.entries)
      more = page.more && of(id).upTo > before
    }
  }

  function sync(id: string): Promise<void> {
    const before = syncing.get(id) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(() => run(id))
    syncing.set(id, mine)
    return mine
  }

  return {
    of,
    sync,
    take: frame => {
      const id = frame.type === 'entries' ? frame.conversation.id : frame.conversationId
      put(id, apply(of(id), frame))
      if (frame.type === 'entries') seen(frame.entries)
      if (missingAfter(of(id)) !== undefined) sync(id).catch(() => {})
    },
    longestHole: () => longest,
  }
}

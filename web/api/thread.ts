// One conversation as a client holds it: frames and pages may come late, twice or never, and it still ends in the server's state.
import type {
  Conversation,
  CustomerConversation,
  CustomerEntry,
  StaffEntry,
} from '../../contract/conversations.ts'

type AnyConversation = CustomerConversation | Conversation
type AnyEntry = CustomerEntry | StaffEntry

/** What a frame of type `entries` and a fetched page have in common. */
export interface Batch<C extends AnyConversation, E extends AnyEntry> {
  conversation: C
  entries: readonly E[]
}

/** The frames a thread understands; others leave it as it is. */
export type ThreadFrame<C extends AnyConversation, E extends AnyEntry> =
  | ({ type: 'entries' } & Batch<C, E>)
  | { type: 'read'; conversationId: string; by: 'desk' | 'customer'; seq: number }
  | { type: 'position'; conversationId: string; position: number | null }

export interface Thread<C extends AnyConversation, E extends AnyEntry> {
  readonly conversation: C | undefined
  /** By `seq`; edits and deletions are applied to their targets already. May hold entries beyond a gap. */
  readonly entries: ReadonlyMap<number, E>
  /** Everything after `from` up to and with `upTo` is here: ask the server for what is `after=upTo`. */
  readonly from: number
  readonly upTo: number
}

export type CustomerThread = Thread<CustomerConversation, CustomerEntry>
export type StaffThread = Thread<Conversation, StaffEntry>

/** A thread of which nothing is known yet; `from` > 0 starts a long one at its end, with the earlier part left for later. */
export const emptyThread = <C extends AnyConversation, E extends AnyEntry>(from = 0): Thread<C, E> => ({
  conversation: undefined,
  entries: new Map(),
  from,
  upTo: from,
})

/** Takes a frame of the realtime connection. Frames of other conversations must not be passed. */
export function apply<C extends AnyConversation, E extends AnyEntry>(
  thread: Thread<C, E>,
  frame: ThreadFrame<C, E>,
): Thread<C, E> {
  if (frame.type === 'entries') return receive(thread, frame)
  if (!thread.conversation) return thread
  if (frame.type === 'read') return { ...thread, conversation: withRead(thread.conversation, frame) }
  return { ...thread, conversation: { ...thread.conversation, position: frame.position } }
}

/** Takes a page that was fetched, or the entries of a frame; the two are the same. */
export function receive<C extends AnyConversation, E extends AnyEntry>(
  thread: Thread<C, E>,
  { conversation, entries }: Batch<C, E>,
): Thread<C, E> {
  const known = new Map(thread.entries)
  for (const entry of entries) known.set(entry.seq, entry)
  settle(known, entries)
  let { from, upTo } = thread
  while (known.has(upTo + 1)) upTo++
  while (from > 0 && known.has(from)) from--
  return { conversation: newest(thread.conversation, conversation), entries: known, from, upTo }
}

/** The `after` to fetch from when something is known to be missing; undefined when nothing is. */
export function missingAfter(thread: Thread<AnyConversation, AnyEntry>): number | undefined {
  let newestSeq = thread.conversation?.seq ?? 0
  for (const seq of thread.entries.keys()) newestSeq = Math.max(newestSeq, seq)
  return newestSeq > thread.upTo ? thread.upTo : undefined
}

type Shown<E> = Extract<E, { kind: 'message' | 'note' | 'line' }>

/** What a reader sees, in order and without gaps: messages, notes and system lines. */
export function shown<E extends AnyEntry>(thread: Thread<AnyConversation, E>): Shown<E>[] {
  const list: Shown<E>[] = []
  for (let seq = thread.from + 1; seq <= thread.upTo; seq++) {
    const entry = thread.entries.get(seq)
    if (entry && (entry.kind === 'message' || entry.kind === 'note' || entry.kind === 'line'))
      list.push(entry as Shown<E>)
  }
  return list
}

/** A new entry may change an older one, or have been changed by a newer one that was here first. */
function settle<E extends AnyEntry>(known: Map<number, E>, entries: readonly E[]): void {
  const changes = [...known.values()].filter(({ kind }) => kind === 'edit' || kind === 'deletion')
  const targets = new Set(entries.map(entry => ('target' in entry ? entry.target : entry.seq)))
  for (const target of targets) {
    const own = changes.filter(change => 'target' in change && change.target === target)
    if (own.length > 0) settleTarget(known, target, own)
  }
}

function settleTarget<E extends AnyEntry>(known: Map<number, E>, target: number, changes: E[]): void {
  const written = known.get(target)
  if (!written || (written.kind !== 'message' && written.kind !== 'note')) return
  let { body, editedAt, deletedAt } = written
  for (const change of changes.sort((one, other) => one.seq - other.seq)) {
    if (change.kind === 'deletion') deletedAt = change.at
    if (change.kind !== 'edit') continue
    body = change.body
    editedAt = change.at
  }
  if (deletedAt) wipeEdits(known, changes)
  const wiped = deletedAt ? { body: '', attachments: [] } : { body }
  known.set(target, { ...written, ...wiped, editedAt, deletedAt })
}

/** What was deleted is gone here as well, with its earlier versions, not merely out of sight. */
function wipeEdits<E extends AnyEntry>(known: Map<number, E>, changes: E[]): void {
  for (const change of changes) if (change.kind === 'edit') known.set(change.seq, { ...change, body: '' })
}

/** The later of two states. Both numbers only grow, so the pair says which; what they don't count is settled field by field. */
export function newest<C extends AnyConversation>(old: C | undefined, incoming: C): C {
  if (!old || old.id !== incoming.id) return incoming
  const later = incoming.seq - old.seq || incoming.version - old.version
  const winner = later >= 0 ? incoming : old
  const merged = { ...winner, unread: later === 0 ? Math.min(old.unread, incoming.unread) : winner.unread }
  // Live frames say nothing of the clock.
  if ('clock' in old && !('clock' in incoming && incoming.clock !== undefined)) {
    Object.assign(merged, { clock: old.clock })
  }
  if ('readByDesk' in old && 'readByDesk' in incoming)
    return { ...merged, readByDesk: Math.max(old.readByDesk, incoming.readByDesk) }
  if ('readByCustomer' in old && 'readByCustomer' in incoming)
    return { ...merged, readByCustomer: Math.max(old.readByCustomer, incoming.readByCustomer) }
  return merged
}

function withRead<C extends AnyConversation>(
  conversation: C,
  { by, seq }: { by: 'desk' | 'customer'; seq: number },
): C {
  if (by === 'desk' && 'readByDesk' in conversation)
    return { ...conversation, readByDesk: Math.max(conversation.readByDesk, seq) }
  if (by === 'customer' && 'readByCustomer' in conversation)
    return { ...conversation, readByCustomer: Math.max(conversation.readByCustomer, seq) }
  // One's own reading, in another tab: what was unread up to there is read.
  return seq >= conversation.seq ? { ...conversation, unread: 0 } : conversation
}

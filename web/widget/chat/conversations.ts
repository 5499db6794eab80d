// The customer's conversations and threads: fetched, kept up with frames, and fetched again where something is missing.
import type { CustomerConversation, CustomerEntry } from '../../../contract/conversations.ts'
import type { CustomerFrame } from '../../../contract/realtime.ts'
import { apply, type CustomerThread, emptyThread, missingAfter, newest, receive } from '../../api/thread.ts'
import type { Http } from './http.ts'
import { type AppStore, isNew } from './state.ts'

/** Entries fetched of a long thread at first, and for each "earlier". */
const tail = 150
const pageSize = 200
const typingMs = 8_000

interface Page {
  conversation: CustomerConversation
  entries: CustomerEntry[]
  more: boolean
}

export interface Conversations {
  load(): Promise<void>
  /** Makes sure that a thread is here and complete; also after a gap or a return. */
  sync(id: string): Promise<void>
  earlier(id: string): Promise<void>
  take(frame: CustomerFrame): void
  put(conversation: CustomerConversation, entries?: readonly CustomerEntry[]): void
}

/** `arrived` gets what somebody else wrote, once, as it comes. */
export function createConversations(
  store: AppStore,
  http: Http,
  arrived: (conversation: CustomerConversation, entries: CustomerEntry[]) => void,
): Conversations {
  const syncing = new Map<string, Promise<void>>()
  const path = (id: string) => `/api/customer/conversations/${id}`
  const thread = (id: string): CustomerThread | undefined => store.get().threads[id]

  function list(conversation: CustomerConversation): void {
    const all = store.get().conversations ?? []
    const old = all.find(({ id }) => id === conversation.id)
    const merged = newest(old, conversation)
    const others = all.filter(({ id }) => id !== conversation.id)
    const byTime = (one: CustomerConversation, other: CustomerConversation) =>
      other.lastEntryAt.localeCompare(one.lastEntryAt)
    store.set({ conversations: [merged, ...others].sort(byTime) })
  }

  function update(id: string, next: CustomerThread): void {
    store.set(({ threads }) => ({ threads: { ...threads, [id]: next } }))
    if (next.conversation) list(next.conversation)
  }

  function put(conversation: CustomerConversation, entries: readonly CustomerEntry[] = []): void {
    const old = thread(conversation.id)
    if (!old) return list(conversation)
    update(conversation.id, receive(old, { conversation, entries }))
  }

  async function run(id: string): Promise<void> {
    let held = thread(id)
    if (!held) {
      const known =
        store.get().conversations?.find(one => one.id === id) ??
        (await http.get<{ conversation: CustomerConversation }>(path(id))).conversation
      held = emptyThread(Math.max(0, known.seq - tail))
      update(id, { ...held, conversation: known })
    }
    for (let more = true; more; ) {
      const after = thread(id)?.upTo ?? 0
      const page = await http.get<Page>(`${path(id)}/entries?after=${after}&limit=${pageSize}`)
      put(page.conversation, page.entries)
      more = page.more && (thread(id)?.upTo ?? 0) > after
    }
  }

  /** One at a time; what is asked for meanwhile is asked for once more afterwards. */
  function sync(id: string): Promise<void> {
    if (isNew(id)) return Promise.resolve()
    const before = syncing.get(id) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(() => run(id))
    syncing.set(id, mine)
    const done = () => syncing.get(id) === mine && syncing.delete(id)
    mine.then(done, done)
    return mine
  }

  function entriesFrame(frame: CustomerFrame & { type: 'entries' }): void {
    const { conversation, entries } = frame
    const { id } = conversation
    const seenUpTo = thread(id)?.upTo ?? store.get().conversations?.find(one => one.id === id)?.seq ?? 0
    put(conversation, entries)
    const fresh = entries.filter(
      entry => entry.seq > seenUpTo && entry.kind === 'message' && entry.author.kind !== 'customer',
    )
    if (fresh.length > 0) arrived(conversation, fresh)
    const held = thread(id)
    if (held && missingAfter(held) !== undefined) sync(id).catch(() => {})
  }

  function take(frame: CustomerFrame): void {
    if (frame.type === 'entries') return entriesFrame(frame)
    if (frame.type === 'desk') {
      const { config } = store.get()
      return store.set({ config: { ...config, agentsAvailable: frame.agentsAvailable } })
    }
    if (frame.type === 'typing') return typing(frame)
    if (frame.type !== 'read' && frame.type !== 'position') return
    const id = frame.conversationId
    const known = thread(id) ?? {
      ...emptyThread<CustomerConversation, CustomerEntry>(),
      conversation: undefined,
    }
    const conversation = known.conversation ?? store.get().conversations?.find(one => one.id === id)
    if (!conversation) return
    const next = apply({ ...known, conversation }, frame)
    if (thread(id)) store.set(({ threads }) => ({ threads: { ...threads, [id]: next } }))
    // What these two change is not counted by `version`, so the list takes it as it is.
    const swap = (one: CustomerConversation) => (one.id === id ? next.conversation! : one)
    store.set(({ conversations }) => ({ conversations: conversations?.map(swap) }))
  }

  function typing({ conversationId, person, typing: on }: CustomerFrame & { type: 'typing' }): void {
    if (person.kind !== 'staff') return
    const until = Date.now() + typingMs
    const now = on ? { name: person.name, until } : undefined
    store.set(state => ({ typing: { ...state.typing, [conversationId]: now } }))
    if (!on) return
    setTimeout(() => {
      if (store.get().typing[conversationId]?.until === until)
        store.set(state => ({ typing: { ...state.typing, [conversationId]: undefined } }))
    }, typingMs)
  }

  return {
    load: async () => {
      const { conversations } = await http.get<{ conversations: CustomerConversation[] }>(
        '/api/customer/conversations',
      )
      if (!store.get().conversations) store.set({ conversations: [] })
      for (const conversation of conversations) put(conversation)
    },
    sync,
    earlier: async id => {
      const from = thread(id)?.from ?? 0
      if (from === 0) return
      const after = Math.max(0, from - pageSize)
      const page = await http.get<Page>(`${path(id)}/entries?after=${after}&limit=${from - after}`)
      put(page.conversation, page.entries)
    },
    take,
    put,
  }
}

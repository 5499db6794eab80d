// The app without its looks: everything the screens can do, wired together.
import type { CustomerConversation, CustomerEntry } from '../../../contract/conversations.ts'
import type { CustomerFrame } from '../../../contract/realtime.ts'
import { createDrafts, type Drafts } from '../../api/drafts.ts'
import { browserKeep, type Keep } from '../../api/keep.ts'
import { createRealtime, type Realtime } from '../../api/realtime.ts'
import { shown } from '../../api/thread.ts'
import type { Bridge } from '../bridge.ts'
import { type Conversations, createConversations } from './conversations.ts'
import { createHelp, type Help } from './help.ts'
import { createHttp, type Http } from './http.ts'
import { screen, screenDraft } from './secrets.ts'
import { createSending, type Sending } from './sending.ts'
import { createSession, type Session } from './session.ts'
import { beep } from './sound.ts'
import { type AppStore, isNew, type Opening, type Screen } from './state.ts'
import { openTabs, type Tabs } from './tabs.ts'
import { createUploads, type Uploads } from './uploads.ts'

export interface ChatOptions {
  store: AppStore
  bridge: Bridge
  /** Keeps one customer's things apart from another's on the same machine. */
  scope: string
  firstIdentity: string | null
  /** Somebody else, or nobody, is signed in now: start anew. */
  restart(): void
}

export interface Chat {
  store: AppStore
  http: Http
  session: Session
  drafts: Drafts
  uploads: Uploads
  help: Help
  conversations: Conversations
  /** Screens first. False when it could not be checked and was not sent. */
  open(opening: Omit<Opening, 'kind' | 'searchId'>): Promise<boolean>
  append(id: string, body: string): Promise<boolean>
  retry(clientId: string): void
  /** Puts a message that failed back into the composer. */
  takeBack(clientId: string): void
  show(screen: Screen): void
  typing(id: string, on: boolean): void
  /** The customer sees everything up to the end. */
  read(id: string): void
  act(id: string, what: 'leave' | 'wait' | 'solve'): Promise<void>
  contact(id: string, email: string): Promise<void>
  wake(): void
  /** Forgets everything on this machine and ends the session. */
  wipe(): Promise<void>
  close(): void
}

export const keepOf = (scope: string): Keep => browserKeep(`ballast:${scope}:`)
/** Followed live; the rest is seen when the list is loaded. */
const maxRooms = 15

export function createChat({ store, bridge, scope, firstIdentity, restart }: ChatOptions): Chat {
  const keep = keepOf(scope)
  const locale = () => store.get().texts.locale
  const session = createSession({
    keep,
    identity: store.get().settings.identified ? bridge.identity : undefined,
    firstIdentity,
    locale,
    changed: customer => store.set({ customer, sessionOver: false }),
    over: () => store.set({ sessionOver: true }),
  })
  const http = createHttp(session, locale)
  const conversations = createConversations(store, http, arrived)
  const uploads = createUploads(store, session)
  const help = createHelp(store, keep)
  const drafts = createDrafts(keep, screenDraft)
  const tabs: Tabs = openTabs(scope, {
    wiped: restart,
    read: (id, seq) => conversations.take({ type: 'read', conversationId: id, by: 'customer', seq }),
  })
  const sending: Sending = createSending({
    store,
    http,
    keep,
    conversations,
    realtime: () => realtime,
    opened,
  })
  const { outbox } = sending
  const readUpTo = new Map<string, number>()
  let realtime: Realtime | undefined
  let joinedBefore = false

  /** Only who talks, or looks, needs a connection; everybody else on the page costs nothing. */
  function follow(): void {
    const { open, conversations: list, config } = store.get()
    const active = (list ?? [])
      .filter(({ status }) => status !== 'closed' && status !== 'merged')
      .slice(0, maxRooms)
    if (!session.known() || (!open && active.length === 0)) return
    realtime ??= connect()
    for (const { id } of active) realtime.join(`conversation:${id}`)
    if (open && config.channels.chat) realtime.join('desk')
  }

  const connect = () =>
    createRealtime<CustomerFrame>({
      token: refused => session.token(refused),
      frame: frame => {
        sending.appender.take(frame)
        conversations.take(frame)
      },
      joined: room => {
        const id = room.slice('conversation:'.length)
        if (store.get().threads[id]) conversations.sync(id).catch(() => {})
      },
      state: connection => {
        const before = store.get().connection
        store.set({ connection })
        if (connection === 'lost') sending.appender.lost()
        if (connection !== 'open' || before === 'open') return
        outbox.flush()
        // The first time all was just loaded; after a return the list may have moved on.
        if (joinedBefore) load().catch(() => {})
        joinedBefore = true
      },
      poll: async () => {
        await load()
        const { screen: at } = store.get()
        if (at.name === 'thread') await conversations.sync(at.id)
        outbox.flush()
      },
    })

  async function load(): Promise<void> {
    if (!session.known()) return store.set({ conversations: [] })
    await conversations.load()
    follow()
  }

  function arrived(conversation: CustomerConversation, entries: CustomerEntry[]): void {
    const messages = entries.filter(entry => entry.kind === 'message' && !entry.deletedAt)
    if (messages.length === 0) return
    store.set(({ typing }) => ({ typing: { ...typing, [conversation.id]: undefined } }))
    const { sound, open, screen: at } = store.get()
    const watched = open && document.visibilityState === 'visible' && document.hasFocus()
    if (sound && !(watched && at.name === 'thread' && at.id === conversation.id)) beep()
  }

  function opened(lane: string, { id }: CustomerConversation): void {
    drafts.set(id, drafts.get(lane))
    drafts.set(lane, '')
    const { screen: at, uploads: files } = store.get()
    store.set({ uploads: files.map(file => (file.of === lane ? { ...file, of: id } : file)) })
    if (at.name === 'thread' && at.id === lane) show({ name: 'thread', id })
    follow()
  }

  function show(next: Screen): void {
    store.set({ screen: next })
    if (next.name === 'thread' && !isNew(next.id)) conversations.sync(next.id).catch(() => {})
  }

  async function screened(text: string): Promise<string | undefined> {
    try {
      const { text: safe, removed } = await screen(text)
      if (removed) store.set({ notice: 'secret_removed' })
      return safe
    } catch {
      store.set({ notice: 'secret_unchecked' })
      return undefined
    }
  }

  async function change(id: string, path: string, body: object = {}): Promise<void> {
    const answer = await http.post<{ conversation: CustomerConversation }>(
      `/api/customer/conversations/${id}/${path}`,
      body,
    )
    conversations.put(answer.conversation)
    await conversations.sync(id)
  }

  const restless = store.subscribe(() => {
    if (store.get().conversations) follow()
  })
  const wake = () => {
    realtime?.wake()
    outbox.flush()
  }
  addEventListener('online', wake)
  load()
    .then(() => outbox.flush())
    .catch(() => setTimeout(() => void load().catch(() => {}), 3_000))

  function close(): void {
    restless()
    removeEventListener('online', wake)
    tabs.close()
    outbox.close()
    realtime?.close()
  }

  return {
    store,
    http,
    session,
    drafts,
    uploads,
    help,
    conversations,
    open: async opening => {
      const body = await screened(opening.body)
      if (body === undefined) return false
      const lane = sending.open({ ...opening, body, searchId: help.end() })
      help.typed = ''
      drafts.set('start', '')
      drafts.set('topic', '')
      show({ name: 'thread', id: lane })
      return true
    },
    append: async (id, text) => {
      const body = await screened(text)
      if (body === undefined) return false
      sending.append(id, body, uploads.take(id))
      realtime?.wake()
      return true
    },
    retry: outbox.retry,
    takeBack: clientId => {
      const taken = outbox.take(clientId)
      if (!taken) return
      const { body, attachments } = taken.payload
      const of = taken.payload.kind === 'open' ? 'start' : taken.lane
      drafts.set(of, [drafts.get(of), body].filter(Boolean).join('\n'))
      uploads.giveBack(of, attachments)
      store.set(({ prefill }) => ({ prefill: prefill + 1 }))
      if (taken.payload.kind === 'open') show({ name: 'start' })
    },
    show,
    typing: (id, on) => {
      if (!isNew(id)) realtime?.send({ type: 'typing', conversationId: id, typing: on })
    },
    read: id => {
      const conversation = store.get().threads[id]?.conversation
      const seq = store.get().threads[id]?.upTo ?? 0
      if (!conversation || (readUpTo.get(id) ?? 0) >= seq) return
      readUpTo.set(id, seq)
      conversations.take({ type: 'read', conversationId: id, by: 'customer', seq })
      tabs.read(id, seq)
      if (!realtime?.send({ type: 'read', conversationId: id, seq }))
        http.post(`/api/customer/conversations/${id}/read`, { seq }).catch(() => readUpTo.delete(id))
    },
    act: (id, what) => change(id, what),
    contact: (id, email) => change(id, 'contact', { email }),
    wake,
    wipe: async () => {
      await session.end()
      close()
      for (const key of keep.keys()) keep.remove(key)
      tabs.wiped()
    },
    close,
  }
}

/** Entries a reader sees of a thread, and what of theirs is still on its way. */
export function itemsOf(store: AppStore, id: string) {
  const { threads, outgoing, sent } = store.get()
  const thread = threads[id]
  const here = thread ? shown(thread) : []
  const own = new Set(
    here.flatMap(entry => (entry.kind === 'message' && entry.clientId ? [entry.clientId] : [])),
  )
  const onTheWay = [...sent, ...outgoing].filter(one => one.lane === id && !own.has(one.clientId))
  return { entries: here, onTheWay }
}

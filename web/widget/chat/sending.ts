// What the customer sends: screened, kept until the desk has it, sent over the open connection or by HTTP.
import type { Attachment, CustomerConversation, CustomerEntry } from '../../../contract/conversations.ts'
import { createAppender } from '../../api/append.ts'
import type { Keep } from '../../api/keep.ts'
import { createOutbox, type Outbox, type Outgoing } from '../../api/outbox.ts'
import type { Realtime } from '../../api/realtime.ts'
import type { Conversations } from './conversations.ts'
import type { Http } from './http.ts'
import { type AppStore, type Opening, type Payload } from './state.ts'

/** How long a frame may follow its acknowledgement before it is fetched. */
const frameWithinMs = 500

export interface SendingOptions {
  store: AppStore
  http: Http
  keep: Keep
  conversations: Conversations
  realtime(): Realtime | undefined
  /** The first message of a new conversation arrived: it has an id now. */
  opened(lane: string, conversation: CustomerConversation): void
}

export interface Sending {
  outbox: Outbox<Payload>
  appender: ReturnType<typeof createAppender>
  /** Gives the lane of the new conversation. */
  open(opening: Omit<Opening, 'kind'>): string
  append(id: string, body: string, attachments: Attachment[]): void
}

export function createSending(options: SendingOptions): Sending {
  const { store, http, keep, conversations } = options
  const appender = createAppender(options.realtime)
  const outbox = createOutbox<Payload>({ keep, send, changed: () => store.set({ outgoing: outbox.all() }) })

  async function send(outgoing: Outgoing<Payload>): Promise<void> {
    if (outgoing.payload.kind === 'open') return open(outgoing, outgoing.payload)
    const { clientId, lane, payload } = outgoing
    const entry = { clientId, body: payload.body, attachments: ids(payload.attachments) }
    const path = `/api/customer/conversations/${lane}/entries`
    const seq = await (appender.append(lane, entry) ??
      http.post<{ seq: number }>(path, entry).then(answer => answer.seq))
    if (has(lane, clientId)) return
    // Stays on the screen until the thread holds it, and is fetched when no frame brings it.
    store.set(({ sent }) => ({ sent: [...sent, outgoing] }))
    setTimeout(() => {
      if ((store.get().threads[lane]?.upTo ?? 0) < seq) conversations.sync(lane).catch(() => {})
    }, frameWithinMs)
  }

  async function open({ clientId, lane }: Outgoing<Payload>, payload: Opening): Promise<void> {
    const { kind: _kind, attachments, ...rest } = payload
    const answer = await http.post<{ conversation: CustomerConversation; entries: CustomerEntry[] }>(
      '/api/customer/conversations',
      { ...rest, clientId, attachments: ids(attachments) },
    )
    const { conversation, entries } = answer
    await conversations.sync(conversation.id).catch(() => {})
    conversations.put(conversation, entries)
    outbox.move(lane, conversation.id)
    options.opened(lane, conversation)
  }

  const has = (id: string, clientId: string) =>
    [...(store.get().threads[id]?.entries.values() ?? [])].some(
      entry => entry.kind === 'message' && entry.clientId === clientId,
    )

  /** Once a conversation is merged, what was still sent to it stands where it goes on. */
  const goesOn = (id: string) => Boolean(store.get().threads[id]?.conversation?.continuedIn)
  const isSettled = ({ lane, clientId }: Outgoing<Payload>) => has(lane, clientId) || goesOn(lane)

  // What the thread holds needs no place in the outbox, by whatever way it got there.
  store.subscribe(() => {
    const { sent, outgoing } = store.get()
    const settled = outgoing.filter(one => has(one.lane, one.clientId))
    for (const { clientId } of settled) outbox.settled(clientId)
    if (sent.some(isSettled)) store.set({ sent: sent.filter(one => !isSettled(one)) })
  })

  return {
    outbox,
    appender,
    open: opening => {
      const clientId = newId()
      const lane = `new:${clientId}`
      outbox.add({ clientId, lane, payload: { kind: 'open', ...opening } })
      return lane
    },
    append: (id, body, attachments) =>
      outbox.add({ clientId: newId(), lane: id, payload: { kind: 'append', body, attachments } }),
  }
}

const ids = (attachments: Attachment[]) => attachments.map(({ id }) => id)

/** A random UUID also where the page has no secure context. */
export function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

// The shape of what the app knows.
import type { Attachment, CustomerConversation, Topic } from '../../../contract/conversations.ts'
import type { Customer } from '../../../contract/customers.ts'
import type { PublicDesk } from '../../../contract/desk.ts'
import type { HelpHome } from '../../../contract/help.ts'
import type { Outgoing } from '../../api/outbox.ts'
import type { ConnectionState } from '../../api/realtime.ts'
import type { CustomerThread } from '../../api/thread.ts'
import type { FrameSettings, Theme } from '../protocol.ts'
import type { Texts } from '../texts/texts.ts'
import { createStore, type Store } from './store.ts'

/** What every visitor may know of the desk. */
export type WidgetConfig = PublicDesk & { agentsAvailable: boolean }

interface Written {
  body: string
  attachments: Attachment[]
}
export interface Opening extends Written {
  kind: 'open'
  topic: Topic | null
  subject: string | null
  name: string | null
  email: string | null
  locale: string
  live: boolean
  page: string | null
  /** The search of the help centre that led here. */
  searchId: string | null
}
export type Payload = Opening | (Written & { kind: 'append' })

/** `id` of a thread is the conversation's, or, until it has one, the lane of its first message: `new:<clientId>`. */
export type Screen =
  | { name: 'home' }
  | { name: 'start' }
  | { name: 'thread'; id: string }
  | { name: 'article'; slug: string; back: { name: 'home' } | { name: 'start' } }

export interface Upload {
  key: string
  /** What it belongs to: a conversation's id, or `start`. */
  of: string
  name: string
  size: number
  percent: number
  attachment?: Attachment
  /** Why it can't be attached, as a sentence. */
  problem?: string
  preview?: string
}

export type Notice =
  | 'secret_removed'
  | 'secret_unchecked'
  | 'transcript_failed'
  | 'file_failed'
  | 'pop_out_blocked'

export interface State {
  texts: Texts
  settings: FrameSettings
  config: WidgetConfig
  customer: Customer | undefined
  /** What the help centre shows first; undefined until it is known. */
  help: HelpHome | undefined
  screen: Screen
  /** Whether the chat is open on the page. */
  open: boolean
  /** Undefined until they are known. */
  conversations: CustomerConversation[] | undefined
  threads: Record<string, CustomerThread>
  outgoing: Outgoing<Payload>[]
  /** Acknowledged, but not seen in the thread yet. */
  sent: Outgoing<Payload>[]
  /** Until when somebody types, by conversation. */
  typing: Record<string, { name: string | null; until: number } | undefined>
  uploads: Upload[]
  connection: ConnectionState
  /** The page has to sign the customer in again. */
  sessionOver: boolean
  notice: Notice | undefined
  sound: boolean
  theme: Theme
  /** Raised when a text is put into the composer from outside. */
  prefill: number
}

export type AppStore = Store<State>

export const createState = (
  first: Pick<State, 'texts' | 'settings' | 'config' | 'open' | 'sound' | 'theme' | 'outgoing'>,
): AppStore =>
  createStore<State>({
    ...first,
    customer: undefined,
    help: undefined,
    screen: { name: 'home' },
    conversations: undefined,
    threads: {},
    sent: [],
    typing: {},
    uploads: [],
    connection: 'connecting',
    sessionOver: false,
    notice: undefined,
    prefill: 0,
  })

export const isNew = (id: string): boolean => id.startsWith('new:')

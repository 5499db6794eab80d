// A customer at the desk's public API, as the widget is one.
import { randomUUID } from 'node:crypto'
import type { CustomerConversation, CustomerEntry, Topic } from '../../contract/conversations.ts'
import type { Language } from '../languages.ts'
import { ask, type Line } from './line.ts'

export interface Opening {
  body: string
  topic: Topic
  language: Language
  live: boolean
  page: string
  /** For those whom the exchange doesn't vouch for. */
  name?: string
  email?: string
}

export interface Customer {
  /** Starts the conversation that everything else is about. */
  open(opening: Opening): Promise<CustomerConversation>
  say(text: string): Promise<void>
  /** What is new since this was asked last. */
  news(): Promise<{ conversation: CustomerConversation; entries: CustomerEntry[] }>
  read(): Promise<void>
  leave(): Promise<void>
  solve(): Promise<void>
}

/** Opens a session: by a token of the exchange, or as somebody nobody knows. */
export async function welcomeCustomer(
  line: Line,
  given: { identity?: string; locale: Language },
): Promise<Customer> {
  const { token } = await ask(line, 'POST', '/api/customer/session', { body: given })
  const headers = { authorization: `Bearer ${token}` }
  let id = ''
  let seen = 0
  const about = (path: string) => `/api/customer/conversations/${id}${path}`
  const post = (path: string, body: object = {}) => ask(line, 'POST', about(path), { body, headers })
  return {
    open: async ({ language, ...opening }) => {
      const body = { ...opening, locale: language, clientId: randomUUID() }
      const opened = await ask(line, 'POST', '/api/customer/conversations', { body, headers })
      id = opened.conversation.id
      seen = opened.conversation.seq
      return opened.conversation
    },
    say: async text => {
      await post('/entries', { clientId: randomUUID(), body: text })
    },
    news: async () => {
      const page = await ask(line, 'GET', about(`/entries?after=${seen}`), { headers })
      seen = Math.max(seen, ...page.entries.map((entry: CustomerEntry) => entry.seq))
      return page
    },
    read: async () => {
      await post('/read', { seq: seen })
    },
    leave: async () => {
      await post('/leave')
    },
    solve: async () => {
      await post('/solve')
    },
  }
}

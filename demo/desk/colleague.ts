// A member of staff at the desk's API, as the console is one: signed in by cookie, and again when the session has ended.
import { randomUUID } from 'node:crypto'
import type { AppendByStaff, ChangeConversation } from '../../contract/conversations.ts'
import { type Colleague, password } from '../people.ts'
import { ask, type Line, Refused } from './line.ts'

export interface AtWork {
  person: Colleague
  id: string
  ask: (method: Parameters<Line>[0], path: string, body?: unknown) => Promise<any>
  answer(conversationId: string, text: string, more?: Partial<AppendByStaff>): Promise<void>
  note(conversationId: string, text: string): Promise<void>
  change(conversationId: string, change: ChangeConversation): Promise<void>
  signOut(): Promise<void>
}

/** Signs somebody in; `origin` is the desk's own, from where the console writes. */
export async function signIn(line: Line, person: Colleague, origin: string): Promise<AtWork> {
  const { email, locale } = person
  const common = { origin, 'accept-language': locale }
  let cookie = await enter()

  async function enter(): Promise<string> {
    const reply = await line('POST', '/api/session', { body: { email, password }, headers: common })
    if (reply.status !== 200 || !reply.cookie) throw new Refused(`${email} signs in`, reply)
    return reply.cookie
  }

  async function send(method: Parameters<Line>[0], path: string, body?: unknown) {
    const attempt = () => ask(line, method, path, { body, headers: { ...common, cookie } })
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 401) throw error
      cookie = await enter()
      return attempt()
    }
  }

  const write = (id: string, entry: Partial<AppendByStaff>) =>
    send('POST', `/api/conversations/${id}/entries`, { clientId: randomUUID(), ...entry })
  const { id } = await send('GET', '/api/session')
  return {
    person,
    id,
    ask: send,
    answer: async (conversationId, text, more = {}) => {
      await write(conversationId, { ...more, body: text })
    },
    note: async (conversationId, text) => {
      await write(conversationId, { kind: 'note', body: text })
    },
    change: async (conversationId, change) => {
      await send('PATCH', `/api/conversations/${conversationId}`, change)
    },
    signOut: async () => {
      await line('DELETE', '/api/session', { headers: { ...common, cookie } })
    },
  }
}

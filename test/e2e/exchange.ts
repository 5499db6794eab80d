// A desk, an exchange's page with the widget, and an agent: what the widget's browser tests start from.
import { randomUUID } from 'node:crypto'
import { systemClock } from '../../server/platform/clock.ts'
import { createCustomer, createStaff, type Staff } from '../factories.ts'
import { type TestDesk, testDesk } from '../harness.ts'
import { launchBrowser, type TestBrowser } from './browser.ts'
import { type HostPage, hostPage } from './host-page.ts'

export interface Exchange {
  desk: TestDesk
  /** Of the desk. */
  origin: string
  host: HostPage
  browser: TestBrowser
  agent: Staff
  duty(available: boolean, capacity?: number): Promise<void>
  /** The newest conversation, as staff see it. */
  newest(): Promise<{ id: string; number: number; unread: number; status: string }>
  say(conversationId: string, body: string): Promise<{ seq: number }>
  messages(conversationId: string): Promise<string[]>
  /** Keeps the agent busy, so that the next customer has to wait. */
  keepBusy(): Promise<void>
}

/** The browser's clock is the real one, so the desk's is, too. */
export async function openExchange(): Promise<Exchange> {
  const desk = await testDesk({ clock: systemClock(), jobs: true })
  const origin = await desk.listen()
  const host = await hostPage(desk, origin)
  const agent = await createStaff(desk, { name: 'Mei Lin' })
  const lead = desk.as(await createStaff(desk, { role: 'lead' }))
  const duty = async (available: boolean, capacity = 20) =>
    void (await desk.as(agent).put('/api/presence/me', { available, capacity }))
  const list = async () => (await lead.get('/api/conversations?status=active')).body.conversations
  return {
    desk,
    origin,
    host,
    browser: await launchBrowser(),
    agent,
    duty,
    newest: async () => (await list())[0],
    say: async (id, body) => {
      const message = { clientId: randomUUID(), body, kind: 'message' }
      const answer = await desk.as(agent).post(`/api/conversations/${id}/entries`, message)
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return answer.body
    },
    messages: async id => {
      const { body } = await lead.get(`/api/conversations/${id}/entries`)
      return body.entries
        .filter((entry: { kind: string }) => entry.kind === 'message')
        .map((entry: { body: string }) => entry.body)
    },
    keepBusy: async () => {
      await duty(true, 1)
      const someone = desk.asCustomer(await createCustomer(desk))
      await someone.post('/api/customer/conversations', { clientId: randomUUID(), body: 'Somebody else' })
      await until(async () => {
        const { presences } = (await lead.get('/api/presence')).body
        return presences.some(
          (one: { staffId: string; load: number }) => one.staffId === agent.id && one.load > 0,
        )
      })
    },
  }
}

/**
 * Asks again until it holds; fails after 15 s. For pages instead of the browser's own waitForFunction, which a
 * strict policy of the page forbids after its first look, and which never looks at a page that draws nothing.
 */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 15_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`never came true: ${holds.toString()}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

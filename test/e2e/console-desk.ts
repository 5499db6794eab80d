// A desk in which people work in the console: with staff, customers who wrote, and browsers that are signed in.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Conversation, StaffEntry } from '../../contract/conversations.ts'
import { systemClock } from '../../server/platform/clock.ts'
import { createCustomer, createStaff, type Staff, staffHeaders } from '../factories.ts'
import { type TestDesk, type TestDeskOptions, testDesk } from '../harness.ts'
import { launchBrowser } from './browser.ts'

type PersonOptions = Parameters<Awaited<ReturnType<typeof launchBrowser>>['person']>[0]

export const password = 'quiet harbour lamp 77'

/** The desk's clock is the browser's: what is put off until tomorrow must be tomorrow for both. */
export async function consoleDesk(options: TestDeskOptions = {}) {
  const desk = await testDesk({ clock: systemClock() as never, jobs: true, rateFactor: 100, ...options })
  const url = await desk.listen()
  const launched = await launchBrowser()
  const pages = new Set<Page>()
  const browser = {
    person: async (options?: PersonOptions) => {
      const page = await launched.person(options)
      pages.add(page)
      return page
    },
    /** Every open console follows everything, and the machine has few cores. */
    closePages: async () => {
      await Promise.all([...pages].map(page => page.context().close()))
      pages.clear()
    },
  }
  const agent = await createStaff(desk, {
    name: 'Nora Ellin',
    email: 'nora@desk.test',
    role: 'lead',
    password,
  })
  const colleague = await createStaff(desk, { name: '沈玫 Mei Shen', email: 'mei@desk.test', role: 'agent' })
  return { desk, url, browser, agent, colleague }
}
export type ConsoleDesk = Awaited<ReturnType<typeof consoleDesk>>

/** A browser in which this member of staff is signed in already. */
export async function signedIn(
  { desk, url, browser }: ConsoleDesk,
  staff: Staff,
  options: PersonOptions = {},
) {
  const page = await browser.person({ viewport: { width: 1440, height: 900 }, ...options })
  const { cookie = '' } = await staffHeaders(desk, staff)
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  return page
}

/** A customer writes; gives the conversation as the desk sees it, and how to write more. */
export async function written(
  desk: TestDesk,
  reader: Staff,
  body: string,
  about: { name?: string; locale?: string } = {},
) {
  const customer = await createCustomer(desk, {
    name: about.name ?? 'Alba Arden',
    verified: true,
    locale: about.locale,
  })
  const sender = desk.asCustomer(customer)
  const opening = {
    clientId: randomUUID(),
    body,
    live: false,
    locale: about.locale ?? 'en',
    topic: 'withdrawal',
  }
  const opened = await sender.post('/api/customer/conversations', opening)
  const { id } = opened.body.conversation as { id: string }
  const read = async (): Promise<Conversation> =>
    (await desk.as(reader).get(`/api/conversations/${id}`)).body.conversation
  return {
    ...(await read()),
    read,
    entries: async (): Promise<StaffEntry[]> =>
      (await desk.as(reader).get(`/api/conversations/${id}/entries`)).body.entries,
    write: (text: string) =>
      sender.post(`/api/customer/conversations/${id}/entries`, { clientId: randomUUID(), body: text }),
  }
}

/** The field an answer is written in. */
export const composer = (page: Page) => page.getByRole('textbox', { name: 'Reply', exact: true })

export const row = (page: Page, number: number) => page.getByRole('link', { name: `#${number}` })

/** Opens a conversation from a view's list. */
export async function open({ url }: ConsoleDesk, page: Page, number: number, view = 'all'): Promise<void> {
  await page.goto(`${url}/inbox/${view}`)
  await row(page, number).click()
  await composer(page).waitFor()
}

/** Sends what is written, without the time to take it back. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('button', { name: 'Send now' }).click()
}

export const messagesOf = async (conversation: Awaited<ReturnType<typeof written>>) =>
  (await conversation.entries()).flatMap(entry =>
    entry.kind === 'message' || entry.kind === 'note' ? [entry] : [],
  )

/** Waits until something holds; fails with what was last seen. */
export async function eventually<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  what: string,
): Promise<T> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (Date.now() > deadline) throw new Error(`${what}: ${JSON.stringify(seen)}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

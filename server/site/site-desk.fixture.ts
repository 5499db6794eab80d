// A desk whose mails arrive, with somebody who answers, for tests of the site.
import { after } from 'node:test'
import type { Conversation, StaffEntry } from '../../contract/conversations.ts'
import { createStaff } from '../../test/factories.ts'
import { type TestDeskOptions, testDesk } from '../../test/harness.ts'
import { startMailServer } from '../modules/channels/email/smtp-server.fixture.ts'
import { type Visitor, visitor } from './visitor.fixture.ts'

export async function siteDesk(options: TestDeskOptions = {}) {
  const server = await startMailServer()
  after(() => server.stop())
  const smtp = { url: server.url, from: 'Harbour <desk@harbour.example>' }
  const desk = await testDesk({ smtp, rateFactor: 100, ...options })
  const lead = await createStaff(desk, { name: 'Nora Ellin', role: 'administrator' })
  const staff = desk.as(lead)

  const conversations = async (): Promise<Conversation[]> =>
    (await staff.get('/api/conversations?status=active')).body.conversations
  const entriesOf = async ({ id }: { id: string }): Promise<StaffEntry[]> =>
    (await staff.get(`/api/conversations/${id}/entries`)).body.entries

  /** The link in the newest mail to an address, as a path. */
  async function linkIn(address: string): Promise<string | undefined> {
    await desk.settle()
    const mail = server.mails.findLast(({ recipients }) => recipients.includes(address))
    // Long lines of a mail are broken with “=” at their end.
    const text = mail?.body.replace(/=\r?\n/g, '').replaceAll('=3D', '=')
    return /\/requests\/open\?token=[\w.-]+/.exec(text ?? '')?.[0]
  }

  return {
    desk,
    server,
    lead,
    staff,
    conversations,
    entriesOf,
    linkIn,
    visitor: (language?: string) => visitor(desk, language),
    /** Somebody who opened a link that was sent to their address. */
    mailReader: async (address: string): Promise<Visitor> => {
      const person = visitor(desk)
      await person.send('/requests/link', { email: address })
      const path = await linkIn(address)
      if (!path) throw new Error(`no link came to ${address}`)
      const opened = await person.fill(path, '/requests/open', {})
      if (opened.status !== 200) throw new Error(`the link was refused: ${opened.status}`)
      return person
    },
  }
}

/** A request in good form, of somebody who isn't signed in. */
export const request = {
  subject: 'Deposit has not arrived',
  topic: 'deposit',
  description: 'I sent 20 USDT yesterday.\nNothing came.',
  reference: '0xabc123',
  email: 'flo@customer.example',
}

/** The number on the page that confirms a request. */
export const numberIn = (html: string): number => Number(/class="number">[^<]*?(\d+)/.exec(html)?.[1])

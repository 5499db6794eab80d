// A desk that takes mail and sends it, for tests: a mailbox, a door, names that resolve as told, and a mail server that listens.
import { createTransport } from 'nodemailer'
import { createStaff, type Staff } from '../../../../test/factories.ts'
import { type TestDesk, type TestDeskOptions, testDesk } from '../../../../test/harness.ts'
import { startMailServer, type TestMailServer } from './smtp-server.fixture.ts'

export interface MailDesk {
  desk: TestDesk
  server: TestMailServer
  admin: Staff
  mailboxId: string
  /** TXT records by name. */
  names: Map<string, string>
  /** Hands a mail to the desk as another mail server does; rejects with what the desk says against it. */
  mail(given: Incoming): Promise<void>
  /** Hands over a whole mail, headers and all. */
  mailRaw(raw: string | Buffer, envelope?: { from?: string; to?: string }): Promise<void>
  /** Hands over a whole mail, and doesn’t wait for what follows. */
  keep(raw: string, from: string): Promise<void>
  close(): Promise<void>
}

export interface Incoming {
  from?: string
  to?: string
  cc?: string
  subject?: string
  text?: string
  html?: string
  messageId?: string
  inReplyTo?: string
  headers?: Record<string, string>
  attachments?: { filename: string; content: string | Buffer }[]
}

export const help = 'help@harbour.example'

export async function mailDesk(options: TestDeskOptions = {}): Promise<MailDesk> {
  const server = await startMailServer()
  const names = new Map<string, string>()
  const desk = await testDesk({
    smtp: { url: server.url, from: 'Harbour <desk@harbour.example>' },
    mailDoor: { host: '127.0.0.1', port: 0, lmtp: false },
    mailResolver: resolverOf(names),
    // They change within a test.
    mailNamesHoldMs: 0,
    ...options,
  })
  await desk.listen()
  const admin = await createStaff(desk, { role: 'administrator' })
  const mailbox = { address: help, name: 'Harbour help', signature: 'Harbour, open all night' }
  const { body } = await desk.as(admin).post('/api/mailboxes', mailbox)
  const transport = createTransport({
    host: '127.0.0.1',
    port: desk.app.mailPort()!,
    ignoreTLS: true,
    // Each greeting takes a while, as doors listen for who talks too early.
    pool: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
  })
  return {
    desk,
    server,
    admin,
    mailboxId: body.id,
    names,
    mail: async given => {
      await transport.sendMail({ from: 'Bo Li <bo@customer.example>', to: help, ...given })
      await desk.settle()
    },
    mailRaw: async (raw, { from = 'bo@customer.example', to = help } = {}) => {
      await transport.sendMail({ envelope: { from, to }, raw })
      await desk.settle()
    },
    keep: async (raw, from) => {
      await transport.sendMail({ envelope: { from, to: help }, raw })
    },
    close: async () => {
      transport.close()
      await server.stop()
    },
  }
}

/** The report of a server that could not deliver a mail of ours, by its Message-ID, to an address. */
export const bounceOf = (address: string, messageId: string): string =>
  [
    'From: MAILER-DAEMON@customer.example',
    `To: ${help}`,
    'Subject: Undelivered',
    'Auto-Submitted: auto-replied',
    `Message-ID: <${crypto.randomUUID()}@customer.example>`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; customer.example',
    '',
    `Final-Recipient: rfc822; ${address}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '',
    '--b--',
    '',
  ].join('\r\n')

/** A name system in which only the given names exist. */
export const resolverOf = (names: Map<string, string>) => async (name: string, type: string) => {
  const text = type === 'TXT' ? names.get(name) : undefined
  if (text === undefined) throw Object.assign(new Error(`no ${type} for ${name}`), { code: 'ENOTFOUND' })
  return [[text]]
}

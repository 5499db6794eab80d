// Desks and customers between whom mail really travels, for tests: Exim carries it, Dovecot keeps what customers get.
import { ImapFlow } from 'imapflow'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { type Dovecot, startDovecot } from '../../../../test/dovecot.ts'
import { type Exim, startExim } from '../../../../test/exim.ts'
import { createStaff, type Staff } from '../../../../test/factories.ts'
import { freePort } from '../../../../test/faults/ports.ts'
import { type TestDesk, testDesk } from '../../../../test/harness.ts'
import { until } from './imap/imap-desk.fixture.ts'
import type { ParsedMail } from './parse/mail.ts'
import { parse } from './parse/parse.ts'

export interface DeskInWorld {
  desk: TestDesk
  agent: Staff
  address: string
  domain: string
}

export interface MailWorld {
  desks: DeskInWorld[]
  exim: Exim
  dovecot: Dovecot
  /** Hands a mail to Exim as a customer's program does. */
  send(mail: SendMailOptions): Promise<void>
  /** What lies in the customer's INBOX, as read by IMAP, once it is as many. */
  inbox(count: number): Promise<ParsedMail[]>
  /** Waits until no mail is on its way any more and no desk has anything to do. */
  calm(): Promise<void>
  close(): Promise<void>
}

export interface WorldOptions {
  /** Domains; the mailbox of each is `help`. */
  desks?: string[]
  lmtp?: boolean
  away?: string[]
}

/** The customer with a mailbox; also everybody at this domain who is `away`. */
export const bo = 'bo@customer.example'

const noNames = async (name: string) => {
  throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' })
}

export async function mailWorld({
  desks: domains = ['harbour.example'],
  lmtp = false,
  away = [],
}: WorldOptions = {}): Promise<MailWorld> {
  const dovecot = await startDovecot()
  const port = await freePort()
  const desks = await Promise.all(domains.map(domain => deskAt(domain, port, lmtp)))
  const exim = await startExim({
    port,
    desks: desks.map(({ desk, domain }) => ({
      domain,
      mailboxes: ['help'],
      port: desk.app.mailPort()!,
      lmtp,
    })),
    mailboxes: Object.fromEntries([bo, ...away].map(address => [address, dovecot.maildir])),
    away,
  })
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  const settle = () => Promise.all(desks.map(({ desk }) => desk.settle()))
  const world: MailWorld = {
    desks,
    exim,
    dovecot,
    send: async mail => {
      await transport.sendMail(mail)
    },
    inbox: count =>
      until(
        async () => {
          await settle()
          return mailsIn(dovecot)
        },
        mails => mails.length >= count,
        `${count} mails in the customer's mailbox; Exim says\n${exim.log()}`,
      ),
    calm: async () => {
      // Twice the same after everybody had a turn: what one has just taken over another may still answer.
      let before = ''
      await until(
        async () => {
          await settle()
          const now = `${exim.waiting()} ${exim.senders().length}`
          const isCalm = exim.waiting() === 0 && now === before
          before = now
          return isCalm
        },
        isCalm => isCalm,
        'mail goes on and on',
        10_000,
      ).catch(error => {
        throw new Error(`${error.message}\n${exim.log()}`)
      })
    },
    close: async () => {
      transport.close()
      await exim.remove()
      await dovecot.remove()
    },
  }
  return world
}

async function deskAt(domain: string, eximPort: number, lmtp: boolean): Promise<DeskInWorld> {
  const desk = await testDesk({
    smtp: { url: `smtp://127.0.0.1:${eximPort}`, from: `Desk <desk@${domain}>` },
    mailDoor: { host: '127.0.0.1', port: 0, lmtp },
    mailResolver: noNames,
  })
  await desk.listen()
  const admin = await createStaff(desk, { role: 'administrator' })
  const address = `help@${domain}`
  await desk.as(admin).post('/api/mailboxes', { address, name: 'Help' })
  return { desk, agent: await createStaff(desk, { name: 'Ana' }), address, domain }
}

async function mailsIn({ port, ca, user, password }: Dovecot): Promise<ParsedMail[]> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: true,
    auth: { user, pass: password },
    tls: { ca },
    logger: false,
  })
  await client.connect()
  try {
    const { exists } = await client.mailboxOpen('INBOX', { readOnly: true })
    const found = exists > 0 ? await client.fetchAll('1:*', { uid: true, source: true }) : []
    return await Promise.all(found.map(({ source }) => parse(new Uint8Array(source!))))
  } finally {
    client.close()
  }
}

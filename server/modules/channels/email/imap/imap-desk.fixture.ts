// A desk that fetches a mailbox from a real Dovecot, for tests.
import { setTimeout as pause } from 'node:timers/promises'
import type { ImapAccount, SaveImap } from '../../../../../contract/imap.ts'
import { type Dovecot, startDovecot } from '../../../../../test/dovecot.ts'
import { createStaff, type Staff } from '../../../../../test/factories.ts'
import { type TestDesk, type TestDeskOptions, testDesk } from '../../../../../test/harness.ts'
import { systemClock } from '../../../../platform/clock.ts'
import { readBytes } from '../mail-bytes.ts'

export interface ImapDesk {
  desk: TestDesk
  dovecot: Dovecot
  admin: Staff
  mailboxId: string
  /** The settings that work, with STARTTLS. */
  settings: Partial<SaveImap>
  save(change?: Partial<SaveImap>): Promise<{ status: number; body: any }>
  attempt(change?: Partial<SaveImap>): Promise<{ status: number; body: any }>
  account(): Promise<ImapAccount | null>
  /** Subjects of all mails that were taken in, in the order in which they came, once there are `count` of them. */
  subjects(count: number): Promise<string[]>
  /** What nodes beside this one are built with. */
  options: TestDeskOptions
  close(): Promise<void>
}

/** A name of the server that its certificate doesn't know. */
export const strangeName = 'mail.harbour.test'

/**
 * A desk with a mailbox, and a Dovecot with the same. Nothing is fetched before `save`, and nothing by a node that doesn’t
 * `work`.
 */
export async function imapDesk({ works = true } = {}): Promise<ImapDesk> {
  const dovecot = await startDovecot()
  const { port, tlsPort, user, password, ca } = dovecot
  const allow = ['127.0.0.1', `127.0.0.1:${port}`, `127.0.0.1:${tlsPort}`]
  const resolve = async (host: string) => (host === strangeName ? ['127.0.0.1'] : [])
  const options = {
    clock: systemClock() as never,
    rateFactor: 1_000,
    imap: { allow, ca, resolve, firstWaitMs: 20 },
  }
  const desk = await testDesk(options)
  if (works) await desk.listen()
  const admin = await createStaff(desk, { role: 'administrator' })
  const person = desk.as(admin)
  const mailbox = { address: 'help@harbour.example', name: 'Harbour help' }
  const mailboxId: string = (await person.post('/api/mailboxes', mailbox)).body.id
  const settings = { host: '127.0.0.1', port, security: 'starttls', user, password } as const
  const path = `/api/mailboxes/${mailboxId}/imap`
  return {
    desk,
    dovecot,
    admin,
    mailboxId,
    settings,
    save: change => person.put(path, { ...settings, ...change }),
    attempt: change => person.post(`${path}/try`, { ...settings, ...change }),
    account: async () => (await person.get('/api/mailboxes')).body.mailboxes[0].imap,
    subjects: count =>
      until(
        () => subjectsOf(desk),
        seen => seen.length >= count,
        `${count} mails`,
      ),
    options,
    close: () => dovecot.remove(),
  }
}

async function subjectsOf(desk: TestDesk): Promise<string[]> {
  const { rows } = await desk.pool.query('select raw, storage_key from mails order by received_at, id')
  return Promise.all(
    rows.map(async row => {
      const raw = await readBytes(desk.app.desk.storage, row)
      return /^subject: (.*?)\r?$/im.exec(raw.toString())?.[1] ?? ''
    }),
  )
}

/** Waits until something holds; fails with what was last seen. */
export async function until<T>(
  look: () => Promise<T> | T,
  holds: (seen: T) => boolean,
  what: string,
  ms = 15_000,
): Promise<T> {
  const deadline = performance.now() + ms
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (performance.now() > deadline) throw new Error(`${what}: ${JSON.stringify(seen)}`)
    await pause(30)
  }
}

/** A mail as it lies in a folder. */
export const mailOf = (
  subject: string,
  body = 'Hello.',
  id = `${subject.replaceAll(' ', '-')}@customer.example`,
) =>
  [
    'From: Bo Li <bo@customer.example>',
    'To: help@harbour.example',
    `Message-ID: <${id}>`,
    `Subject: ${subject}`,
    'Date: Mon, 2 Mar 2026 09:00:00 +0000',
    '',
    body,
    '',
  ].join('\n')

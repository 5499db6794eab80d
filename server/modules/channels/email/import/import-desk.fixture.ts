// A desk beside a mailbox full of old mail, for tests of imports.
import assert from 'node:assert/strict'
import type { MailImport, StartImport } from '../../../../../contract/mail-import.ts'
import { type ImapDesk, imapDesk, until } from '../imap/imap-desk.fixture.ts'

export interface ImportDesk extends ImapDesk {
  start(change?: Partial<StartImport>): Promise<string>
  shown(id: string): Promise<MailImport>
  /** The import once it is done. */
  finished(id: string): Promise<MailImport>
  /** The conversations that were imported, oldest first. */
  solved(): Promise<any[]>
}

export async function importDesk(options?: { works?: boolean }): Promise<ImportDesk> {
  const at = await imapDesk(options)
  const person = at.desk.as(at.admin)
  const shown = async (id: string) =>
    (await person.get('/api/mail-imports')).body.imports.find((one: MailImport) => one.id === id)
  return {
    ...at,
    start: async change => {
      const body = { ...at.settings, folders: ['INBOX'], ...change }
      const answer = await person.post(`/api/mailboxes/${at.mailboxId}/import`, body)
      assert.equal(answer.status, 200, JSON.stringify(answer.body))
      return answer.body.id
    },
    shown,
    finished: id =>
      until(
        () => shown(id),
        one => one.state === 'done',
        'the import is not done',
        60_000,
      ),
    solved: async () => {
      const { conversations } = (await person.get('/api/conversations?status=solved')).body
      return conversations.toReversed()
    },
  }
}

export interface Old {
  from?: string
  to?: string
  subject: string
  id: string
  answers?: string[]
  date?: string
  headers?: string[]
  body?: string
}

/** An old mail as it lies in a folder. */
export const oldMail = ({
  from = 'Bo Li <bo@customer.example>',
  to = 'help@harbour.example',
  subject,
  id,
  answers = [],
  date = 'Tue, 7 Jan 2025 09:00:00 +0000',
  headers = [],
  body = 'Hello.',
}: Old): string =>
  [
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${id}>`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    ...(answers.length > 0 ? [`References: ${answers.map(one => `<${one}>`).join(' ')}`] : []),
    ...headers,
    '',
    body,
    '',
  ].join('\n')

export const day = (number: number) => new Date(Date.UTC(2025, 0, number, 9))

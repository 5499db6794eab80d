// A conversation that began by mail, for browsers to look at.
import { createTransport } from 'nodemailer'
import type { Conversation } from '../../contract/conversations.ts'
import type { Staff } from '../factories.ts'
import type { TestDesk, TestDeskOptions } from '../harness.ts'
import { eventually } from './console-desk.ts'

/** A desk that takes mail, in a world without names. */
export const mailOptions = (): TestDeskOptions => ({
  mailDoor: { host: '127.0.0.1', port: 0, lmtp: false },
  mailResolver: async name => {
    throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' })
  },
})

const text = `The network was TRON.

On Mon, 2 Mar 2026 at 10:00, Harbour help <help@harbour.example> wrote:
> Which network was it?
`

/** Makes a mailbox, and has somebody write to it. */
export async function writtenByMail(desk: TestDesk, boss: Staff): Promise<Conversation> {
  const person = desk.as(boss)
  await person.post('/api/mailboxes', { address: 'help@harbour.example', name: 'Harbour help' })
  const transport = createTransport({ host: '127.0.0.1', port: desk.app.mailPort()!, ignoreTLS: true })
  await transport.sendMail({
    from: 'Flo Marsh <flo@customer.example>',
    to: 'help@harbour.example',
    subject: 'USDT withdrawal',
    text,
  })
  transport.close()
  const listed = async (): Promise<Conversation[]> =>
    (await person.get('/api/conversations?status=active')).body.conversations
  const byMail = (list: Conversation[]) => list.find(({ channel }) => channel === 'email')
  return byMail(await eventually(listed, list => byMail(list) !== undefined, 'no conversation by mail'))!
}

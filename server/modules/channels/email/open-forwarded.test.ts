// Customers' mail that staff send on to the desk: whose conversation it becomes, who is believed, and that it is off at first.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { createStaff } from '../../../../test/factories.ts'
import { help, mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const agent = at.desk.as(at.admin)
const staff = await createStaff(at.desk, { name: 'Nora Ellin', email: 'nora@harbour.example' })
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
at.names.set('staff._domainkey.harbour.example', `v=DKIM1; p=${publicKey.toString('base64')}`)
const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

interface Given {
  from?: string
  subject?: string
  text?: string
  attachments?: object[]
  signed?: boolean
}

/** A mail of a colleague as the colleague's own server sends it. */
async function sentOn({ signed = true, ...given }: Given) {
  const dkim = { domainName: 'harbour.example', keySelector: 'staff', privateKey }
  const mail = { from: `Nora <${staff.email}>`, to: help, subject: 'Fwd: Missing deposit', ...given }
  const { message } = await composer.sendMail({ ...mail, ...(signed && { dkim }) })
  await at.mailRaw(message as Buffer, { from: staff.email })
}

interface Listed {
  id: string
  subject: string
  customer: { name: string; email: string }
}
const newest = async (): Promise<Listed> => {
  const { conversations } = (await agent.get('/api/conversations?status=active')).body
  return conversations.toSorted((a: { number: number }, b: { number: number }) => b.number - a.number)[0]
}
const entriesOf = async (id: string) => (await agent.get(`/api/conversations/${id}/entries`)).body.entries
const take = async (forwardsIn: boolean) => {
  const box = { address: help, name: 'Harbour help', forwardsIn }
  assert.equal((await agent.put(`/api/mailboxes/${at.mailboxId}`, box)).status, 200)
}

const inline = `Please take this one.

---------- Forwarded message ---------
From: Bo Li <bo@customer.example>
Date: Mon, 2 Mar 2026 at 10:00
Subject: Missing deposit
To: <nora@harbour.example>

I sent 200 USDT yesterday.
`

test('it is off at first: the mail is the colleague’s own', async () => {
  await sentOn({ text: inline })
  assert.equal((await newest()).customer.email, staff.email)
})

test('the mail becomes a conversation of whoever wrote it, unproven and unanswered', async () => {
  await take(true)
  const before = at.server.mails.length
  await sentOn({ text: inline })
  const found = await newest()
  assert.deepEqual([found.customer.name, found.customer.email], ['Bo Li', 'bo@customer.example'])
  assert.equal(found.subject, 'Missing deposit')
  const [message, line, note] = (await entriesOf(found.id)).filter(
    ({ code }: { code?: string }) => code !== 'opened',
  )
  assert.deepEqual([message.author.kind, message.body], ['customer', 'I sent 200 USDT yesterday.'])
  assert.deepEqual([line.code, line.values], ['mail_forwarded_in', { name: 'Nora Ellin' }])
  assert.deepEqual([note.kind, note.body], ['note', 'Please take this one.'])
  assert.equal(at.server.mails.length, before, 'nobody is written to before an agent answers')
  await agent.post(`/api/conversations/${found.id}/entries`, {
    clientId: crypto.randomUUID(),
    body: 'Hello Bo.',
  })
  await at.desk.settle()
  assert.deepEqual(at.server.mails.at(-1)?.recipients, ['bo@customer.example'])
})

test('a mail that was attached is read as it was, files and all', async () => {
  const original = [
    'From: Cy <cy@customer.example>',
    'To: nora@harbour.example',
    'Subject: =?utf-8?B?5o+Q546w5rKh5Yiw6LSm?=',
    'Message-ID: <orig@customer.example>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '我的提现没有到账。',
  ].join('\r\n')
  const attachments = [{ filename: 'mail.eml', contentType: 'message/rfc822', content: original }]
  await sentOn({ subject: 'See attached', text: 'From the phone desk.', attachments })
  const found = await newest()
  assert.deepEqual([found.customer.email, found.subject], ['cy@customer.example', '提现没到账'])
  assert.equal((await entriesOf(found.id))[0].body, '我的提现没有到账。')
})

test('whoever only says to be a colleague is nobody’s, and a stranger’s forward is the stranger’s', async () => {
  await sentOn({ text: inline, signed: false })
  assert.equal((await newest()).customer.email, staff.email)
  const from = 'Eve <eve@customer.example>'
  await sentOn({ from, text: inline, signed: false })
  assert.equal((await newest()).customer.email, 'eve@customer.example')
})

test('a colleague’s mail that forwards nothing is the colleague’s', async () => {
  await sentOn({ subject: 'Fwd: lunch', text: 'Who joins?' })
  assert.equal((await newest()).customer.email, staff.email)
})

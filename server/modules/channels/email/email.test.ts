// Mail in and out, as customers and other mail servers meet it: through the door, into the conversation, and back.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { help, type MailDesk, mailDesk } from './mail-desk.fixture.ts'

const at: MailDesk = await mailDesk()
after(() => at.close())
const agent = at.desk.as(at.admin)

interface Listed {
  id: string
  number: number
  subject: string | null
  channel: string
  status: string
  tags: string[]
  priority: string
  customer: { id: string; name: string | null; email: string | null }
}
type Headers = Record<string, string>

const conversations = async (): Promise<Listed[]> =>
  (await agent.get('/api/conversations?status=active')).body.conversations
const entriesOf = async (id: string) => (await agent.get(`/api/conversations/${id}/entries`)).body.entries
const mailsOf = async (id: string) => (await agent.get(`/api/conversations/${id}/mails`)).body.mails
const header = (mail: { headers: string[] }, name: string) =>
  mail.headers
    .find(line => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim() ?? ''

let sent = 0
/** A conversation that began by mail, with an answer that went out: what the customer can answer. */
async function answered(from = `bo${++sent}@customer.example`) {
  await at.mail({ from: `Bo Li <${from}>`, subject: `Deposit ${sent}`, text: 'Where is my deposit?' })
  const conversation = (await conversations()).find(one => one.customer.email === from)!
  await agent.post(`/api/conversations/${conversation.id}/entries`, {
    clientId: crypto.randomUUID(),
    body: 'Which network was it?',
  })
  await at.desk.settle()
  const answer = at.server.mails.findLast(mail => mail.recipients[0] === from)!
  const replyTo = header(answer, 'reply-to')
  return { from, conversation, answer, replyTo, messageId: header(answer, 'message-id') }
}

test('a mail to a mailbox becomes a conversation with whoever wrote it', async () => {
  await at.mail({
    from: 'Ada Wu <ada@customer.example>',
    subject: 'USDT 提币没到账',
    text: '你好，我的提币三个小时没到账。',
  })
  const found = (await conversations()).find(one => one.customer.email === 'ada@customer.example')
  assert.ok(found)
  assert.deepEqual([found.subject, found.channel, found.status], ['USDT 提币没到账', 'email', 'open'])
  assert.equal(found.customer.name, 'Ada Wu')
  const [message] = await entriesOf(found.id)
  assert.equal(message.body, '你好，我的提币三个小时没到账。')
  assert.equal(message.author.kind, 'customer')
})

test('a mail to nobody here is refused at the door', async () => {
  await assert.rejects(at.mail({ to: 'nobody@harbour.example', text: 'Hello' }), /550/)
  await assert.rejects(at.mail({ to: 'help@elsewhere.example', text: 'Hello' }), /550/)
})

test('an answer goes out once, from the mailbox, to be answered at an address that nobody can guess', async () => {
  const { conversation, answer, replyTo, messageId } = await answered()
  assert.equal(answer.from, help)
  assert.match(header(answer, 'subject'), /^Re: Deposit \d+$/)
  assert.match(replyTo, new RegExp(`^help\\+${conversation.number}-[0-9a-f]{32}@harbour\\.example$`))
  assert.match(messageId, new RegExp(`^<${conversation.number}\\.\\d+\\.[0-9a-f]{32}@harbour\\.example>$`))
  const [{ id }] = await mailsOf(conversation.id)
  assert.ok(id)
  assert.match(header(answer, 'in-reply-to'), /^<.+>$/)
  assert.equal(header(answer, 'auto-submitted'), '', 'a person wrote it')
  assert.match(answer.body, /Which network was it\?\n+-- \nHarbour, open all night/)
  await at.desk.settle()
  assert.equal(at.server.mails.filter(mail => header(mail, 'message-id') === messageId).length, 1)
})

test('an answer to it is appended without what it quotes', async () => {
  const { from, conversation, answer, replyTo, messageId } = await answered()
  const quoted = answer.body.replace(/^/gm, '> ')
  const text = `TRON.\n\nOn Mon, 2 Mar 2026 at 10:00, Harbour help <${help}> wrote:\n${quoted}`
  await at.mail({ from, to: replyTo, subject: 'Re: something else', inReplyTo: messageId, text })
  const messages = (await entriesOf(conversation.id)).filter(
    (entry: { kind: string }) => entry.kind === 'message',
  )
  assert.deepEqual(
    messages.map((entry: { body: string }) => entry.body),
    ['Where is my deposit?', 'Which network was it?', 'TRON.'],
  )
  const [, reply] = await mailsOf(conversation.id)
  assert.match(reply.quoted, /Which network was it\?/)
})

test('V09 whoever writes first is told a number, once a day, and nothing of what was written', async () => {
  const from = 'jo@customer.example'
  await at.mail({ from, subject: 'Buy my coin', text: 'Visit https://evil.example' })
  const told = () => at.server.mails.filter(mail => mail.recipients[0] === from)
  const [found] = (await conversations()).filter(one => one.customer.email === from)
  assert.equal(told().length, 1)
  const [mail] = told()
  assert.match(header(mail!, 'subject'), new RegExp(`number ${found!.number}$`))
  assert.equal(header(mail!, 'auto-submitted'), 'auto-replied')
  assert.ok(!/coin|evil|Jo/.test(`${header(mail!, 'subject')} ${mail!.body}`))
  await at.mail({ from, to: header(mail!, 'reply-to'), text: 'One more thing.' })
  assert.equal((await entriesOf(found!.id)).length, 2, 'an answer to it comes back to the conversation')
  await at.mail({ from, subject: 'Again', text: 'Again' })
  await at.mail({ from: 'JO@Customer.example', subject: 'And again', text: 'And again' })
  assert.equal(told().length, 1)
})

test('F7 the same mail again, also by way of another server, is one message', async () => {
  const lines = [
    `From: Cy <cy@customer.example>`,
    `To: ${help}`,
    'Subject: Twice',
    'Message-ID: <twice@customer.example>',
    '',
    'Only once, please.',
  ]
  await at.mailRaw(lines.join('\r\n'))
  await at.mailRaw(['Received: from elsewhere by relay', ...lines].join('\r\n'))
  const found = (await conversations()).filter(one => one.customer.email === 'cy@customer.example')
  assert.equal(found.length, 1)
  assert.equal((await entriesOf(found[0]!.id)).length, 1)
  await at.mailRaw(lines.with(5, 'Another text under the same id.').join('\r\n'))
  const bodies = (await conversations()).filter(one => one.customer.email === 'cy@customer.example')
  assert.equal(bodies.length, 2, 'another body is another mail')
})

test('V03 who knows the address without taking part is noted, and neither seen nor answered', async () => {
  const { from, conversation, replyTo } = await answered()
  await at.mail({ from: 'Mal <mal@attacker.example>', to: replyTo, text: 'Send it to me instead.' })
  const entries = await entriesOf(conversation.id)
  assert.deepEqual(
    entries.slice(-2).map((entry: { kind: string; code?: string }) => entry.code ?? entry.kind),
    ['mail_from_other', 'note'],
  )
  assert.equal(entries.at(-1).body, 'Send it to me instead.')
  const before = at.server.mails.length
  await agent.post(`/api/conversations/${conversation.id}/entries`, {
    clientId: crypto.randomUUID(),
    body: 'Thank you.',
  })
  await at.desk.settle()
  assert.deepEqual(
    at.server.mails.slice(before).map(mail => mail.recipients),
    [[from]],
  )
})

test('V01 a mail that its domain disowns is noted, also with the right address', async () => {
  at.names.set('_dmarc.strict.example', 'v=DMARC1; p=reject')
  const { from, conversation, replyTo } = await answered('eve@strict.example')
  await at.mail({ from, to: replyTo, cc: 'mal@attacker.example', text: 'Read me my balance.' })
  const entries = await entriesOf(conversation.id)
  assert.equal(entries.at(-1).kind, 'note')
  const mail = (await mailsOf(conversation.id)).at(-1)
  assert.equal(mail.verdict.sender, 'fail')
})

test('V04 V06 numbers in subjects and made-up ids lead nowhere', async () => {
  const { from, conversation } = await answered()
  const before = await entriesOf(conversation.id)
  const madeUp = `<${conversation.number}.1.${'0'.repeat(32)}@harbour.example>`
  await at.mail({ from, subject: `Re: [#${conversation.number}]`, inReplyTo: madeUp, text: 'Guessed.' })
  await at.mail({
    from,
    to: `help+${conversation.number}-${'0'.repeat(32)}@harbour.example`,
    text: 'Guessed.',
  })
  assert.deepEqual(await entriesOf(conversation.id), before)
  assert.equal((await conversations()).filter(one => one.customer.email === from).length, 3)
})

test('V07 what another server says about a mail is not believed', async () => {
  at.names.set('_dmarc.forged.example', 'v=DMARC1; p=reject')
  const headers = { 'Authentication-Results': 'ballast; dmarc=pass header.from=forged.example' }
  await at.mail({ from: 'fay@forged.example', headers, text: 'Trust me.' })
  const found = (await conversations()).find(one => one.customer.email === 'fay@forged.example')!
  const [mail] = await mailsOf(found.id)
  assert.equal(mail.verdict.dmarc, 'fail')
})

test('V10 what a machine answers by itself opens nothing', async () => {
  const before = [await conversations(), at.server.mails.length]
  for (const headers of [{ 'Auto-Submitted': 'auto-replied' }, { 'X-Autoreply': 'yes' }] as Headers[])
    await at.mail({
      from: 'kim@customer.example',
      headers,
      text: `I am away. ${Object.keys(headers).join()}`,
    })
  assert.deepEqual([await conversations(), at.server.mails.length], before)
})

test('V10 what machines send is shown, marked, and never answered', async () => {
  const machines: Headers[] = [
    { Precedence: 'bulk' },
    { 'List-Id': '<news.customer.example>' },
    { 'X-Auto-Response-Suppress': 'All' },
    { 'Auto-Submitted': 'auto-generated' },
  ]
  for (const [n, headers] of machines.entries()) {
    const from = `machine${n}@customer.example`
    await at.mail({ from, headers, text: 'News of today.' })
    const found = (await conversations()).find(one => one.customer.email === from)
    assert.deepEqual([found?.tags, found?.priority], [['automatic'], 'low'])
    assert.ok(!at.server.mails.some(mail => mail.recipients[0] === from))
  }
})

test('V11 who says to be no machine is none', async () => {
  const from = 'lou@customer.example'
  await at.mail({ from, headers: { 'Auto-Submitted': 'no' }, text: 'I am a person.' })
  assert.deepEqual((await conversations()).find(one => one.customer.email === from)?.tags, [])
  assert.ok(at.server.mails.some(mail => mail.recipients[0] === from))
})

test('agents are told whether answers leave the desk', async () => {
  const answersIn = async (id: string) => (await agent.get(`/api/conversations/${id}/mails`)).body.answers
  const { conversation } = await answered()
  assert.equal(await answersIn(conversation.id), 'go_out')
  await at.mailRaw('Subject: No one\r\n\r\nNobody.', { from: '' })
  const nobody = (await conversations()).find(one => one.subject === 'No one')!
  assert.equal(await answersIn(nobody.id), 'no_address')
})

test('a mail without From is kept and shown', async () => {
  await at.mailRaw('Subject: Who am I\r\n\r\nNobody.', { from: 'max@customer.example' })
  const found = (await conversations()).find(one => one.subject === 'Who am I')
  assert.equal(found?.customer.email, 'max@customer.example')
})

test('a bounce of an answer is noted where it was sent from', async () => {
  const { from, conversation, messageId } = await answered()
  const report = [
    'From: MAILER-DAEMON@customer.example',
    `To: ${help}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; customer.example',
    '',
    `Final-Recipient: rfc822; ${from}`,
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
  ]
  await at.mailRaw(report.join('\r\n'), { from: '' })
  const line = (await entriesOf(conversation.id)).at(-1)
  assert.equal(line.code, 'mail_bounced')
  assert.deepEqual([line.values.address, line.values.status], [from, '5.1.1'])
})

test('files come along; what can be run stays out and is named', async () => {
  const attachments = [
    { filename: 'screenshot.txt', content: 'error 1042' },
    { filename: 'open-me.exe', content: Buffer.from('MZ\u0000\u0001') },
  ]
  await at.mail({ from: 'gus@customer.example', text: 'See the file.', attachments })
  const found = (await conversations()).find(one => one.customer.email === 'gus@customer.example')!
  const [message] = await entriesOf(found.id)
  assert.deepEqual(
    message.attachments.map((file: { name: string }) => file.name),
    ['screenshot.txt'],
  )
  const [mail] = await mailsOf(found.id)
  assert.deepEqual(mail.cut, ['open-me.exe'])
})

test('a seed phrase in a mail is taken out before it is kept', async () => {
  const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
  await at.mail({ from: 'hal@customer.example', text: `Here it is: ${words}` })
  const found = (await conversations()).find(one => one.customer.email === 'hal@customer.example')!
  const entries = await entriesOf(found.id)
  assert.ok(!JSON.stringify(entries).includes('sausage'))
})

test('a mail that can’t be read is an agent’s to look at, with the mail as a file', async () => {
  const parts = 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'.repeat(100)
  const raw = `From: ivy@customer.example\r\nSubject: Nested\r\n${parts}`
  await at.mailRaw(raw, { from: 'ivy@customer.example' })
  const found = (await conversations()).find(one => one.customer.email === 'ivy@customer.example')
  assert.ok(found, 'whatever comes is kept and shown')
})

// Mail to a conversation that was merged, and the same mail twice: it lands where it goes on, and the writer learns the number.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type MailDesk, mailDesk } from './mail-desk.fixture.ts'

const at: MailDesk = await mailDesk()
after(() => at.close())
let agent = at.desk.as(at.admin)

interface Listed {
  id: string
  number: number
  customer: { email: string | null }
}

const from = 'Bo Li <bo@customer.example>'
const to = 'bo@customer.example'
const theirs = async (): Promise<Listed[]> =>
  (await agent.get('/api/conversations?status=active&sort=oldest')).body.conversations.filter(
    ({ customer }: Listed) => customer.email === to,
  )
const saidIn = async (id: string): Promise<string[]> =>
  (await agent.get(`/api/conversations/${id}/entries`)).body.entries.flatMap(
    (entry: { kind: string; body: string }) => (entry.kind === 'message' ? [entry.body] : []),
  )
const header = (mail: { headers: string[] }, name: string) =>
  mail.headers
    .find(line => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim() ?? ''
const sentTo = () => at.server.mails.filter(mail => mail.recipients[0] === to)

async function answer(id: string): Promise<{ replyTo: string; messageId: string; references: string }> {
  await agent.post(`/api/conversations/${id}/entries`, { clientId: crypto.randomUUID(), body: 'One moment.' })
  await at.desk.settle()
  const mail = sentTo().at(-1)!
  return {
    replyTo: header(mail, 'reply-to'),
    messageId: header(mail, 'message-id'),
    references: header(mail, 'references'),
  }
}

test('by its address, by a Message-ID of ours, and by a mail of theirs', async () => {
  await at.mail({ from, subject: 'Deposit', text: 'Where is my deposit?' })
  await at.mail({ from, subject: 'Card', text: 'My card is blocked.', messageId: '<card@customer.example>' })
  const [into, merged] = await theirs()
  const { replyTo, messageId } = await answer(merged!.id)
  const before = sentTo().length
  const { status } = await agent.post(`/api/conversations/${merged!.id}/merge`, { into: into!.number })
  assert.equal(status, 200)
  await at.desk.settle()
  assert.equal(sentTo().length, before, 'a merge sends no mail')
  await at.mail({ from, to: replyTo, text: 'By its address.' })
  await at.mail({ from, inReplyTo: messageId, text: 'By our id.' })
  await at.mail({ from, inReplyTo: '<card@customer.example>', text: 'By their id.' })
  assert.deepEqual(await saidIn(into!.id), [
    'Where is my deposit?',
    'By its address.',
    'By our id.',
    'By their id.',
  ])
  assert.deepEqual(await saidIn(merged!.id), ['My card is blocked.', 'One moment.'])
  const mails = (await agent.get(`/api/conversations/${into!.id}/mails`)).body.mails
  assert.equal(mails.length, 4, 'the mails are where their messages are')
  const answered = await answer(into!.id)
  assert.match(answered.replyTo, new RegExp(`\\+${into!.number}-`))
})

test('a bounce of what was sent from it is noted where it goes on', async () => {
  const other = 'Cy <cy@customer.example>'
  await at.mail({ from: other, subject: 'One', text: 'The first of two things.' })
  await at.mail({ from: other, subject: 'Two', text: 'Something else entirely.' })
  const [into, merged]: Listed[] = (
    await agent.get('/api/conversations?status=active&sort=oldest')
  ).body.conversations.filter(({ customer }: Listed) => customer.email === 'cy@customer.example')
  await agent.post(`/api/conversations/${merged!.id}/entries`, {
    clientId: crypto.randomUUID(),
    body: 'We look into it.',
  })
  await at.desk.settle()
  const mail = at.server.mails.findLast(one => one.recipients[0] === 'cy@customer.example')!
  await agent.post(`/api/conversations/${merged!.id}/merge`, { into: into!.number })
  await at.mailRaw(bounceOf(header(mail, 'message-id')), { from: '' })
  const lines = (await agent.get(`/api/conversations/${into!.id}/entries`)).body.entries.filter(
    (entry: { code?: string }) => entry.code === 'mail_bounced',
  )
  assert.equal(lines.length, 1)
  assert.equal(lines[0].values.seq, undefined)
})

const bounceOf = (messageId: string) =>
  [
    'From: MAILER-DAEMON@customer.example',
    'To: help@harbour.example',
    'Subject: Undelivered',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It did not arrive.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; customer.example',
    '',
    'Final-Recipient: rfc822; cy@customer.example',
    'Action: failed',
    'Status: 5.1.1',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '--b--',
    '',
  ].join('\r\n')

test('who sends the same request a day later is told that it is there already', async () => {
  const other = {
    from: 'Di <di@customer.example>',
    subject: 'Deposit',
    text: 'Where is my deposit of 200 USDT?',
  }
  const told = () => at.server.mails.filter(mail => mail.recipients[0] === 'di@customer.example')
  await at.mail(other)
  assert.ok(!told()[0]!.body.includes('already'))
  at.desk.clock.advance(25 * 3_600)
  agent = at.desk.as(at.admin)
  await at.mail({ ...other, text: 'where is my deposit of 200 USDT' })
  const first = /number is (\d+)/.exec(told()[0]!.body)![1]
  assert.equal(told().length, 2)
  assert.match(told()[1]!.body, new RegExp(`already have this as number ${first}\\.`))
})

test('answers in what was split off go out by mail, and what answers them comes back there', async () => {
  const other = 'Ed <ed@customer.example>'
  await at.mail({ from: other, subject: 'Two things', text: 'A deposit is missing, and my card is blocked.' })
  const whole = ((await agent.get('/api/conversations?status=active')).body.conversations as Listed[]).find(
    ({ customer }) => customer.email === 'ed@customer.example',
  )!
  const split = { clientId: crypto.randomUUID(), seqs: [1], subject: 'Card' }
  const { body } = await agent.post(`/api/conversations/${whole.id}/split`, split)
  const { id, number } = body.conversation as Listed
  await agent.post(`/api/conversations/${id}/entries`, {
    clientId: crypto.randomUUID(),
    body: 'It works again.',
  })
  await at.desk.settle()
  const mail = at.server.mails.findLast(one => one.recipients[0] === 'ed@customer.example')!
  assert.match(mail.body, /It works again\./)
  assert.match(header(mail, 'reply-to'), new RegExp(`\\+${number}-`))
  await at.mail({ from: other, to: header(mail, 'reply-to'), text: 'Thank you!' })
  assert.equal((await saidIn(id)).at(-1), 'Thank you!')
})

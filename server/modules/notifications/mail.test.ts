// Mails from their cause to a mail server that really listens.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import { system } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { deliver } from '../channels/email/deliver.ts'
import { startMailServer, type TestMailServer } from '../channels/email/smtp-server.fixture.ts'
import { type NewMail, sendMail } from './send-mail.ts'

const servers: TestMailServer[] = []
after(() => Promise.all(servers.map(server => server.stop())))

async function withMail(): Promise<{ desk: TestDesk; server: TestMailServer }> {
  const server = await startMailServer()
  servers.push(server)
  const smtp = { url: server.url, from: 'Help at Harbour <desk@harbour.example>' }
  return { desk: await testDesk({ smtp }), server }
}

const send = (desk: TestDesk, given: Partial<NewMail> = {}) =>
  desk.app.desk.transact(system('test'), ctx =>
    sendMail(ctx, {
      to: 'bo@customer.example',
      template: 'reply',
      values: { number: '1042', text: 'Your deposit has arrived.' },
      locale: 'en',
      ...given,
    }),
  )

const header = ({ headers }: { headers: string[] }, name: string) =>
  headers
    .filter(line => line.toLowerCase().startsWith(`${name}:`))
    .map(line => line.slice(name.length + 1).trim())

const outgoing = async (desk: TestDesk) => (await desk.pool.query('select * from outgoing_mails')).rows

test('a mail is sent once its cause is committed, in the language of its reader', async () => {
  const { desk, server } = await withMail()
  const id = await send(desk, { locale: 'zh' })
  assert.equal(server.mails.length, 0)
  await desk.settle()
  await desk.settle()
  const [mail, ...more] = server.mails
  assert.ok(mail)
  assert.deepEqual(more, [])
  assert.deepEqual([mail.from, mail.recipients], ['desk@harbour.example', ['bo@customer.example']])
  assert.deepEqual(header(mail, 'message-id'), [`<${id}@harbour.example>`])
  assert.deepEqual(header(mail, 'auto-submitted'), ['auto-generated'])
  assert.match(mail.body, /您在 Ballast 的会话 1042 有新回复/)
  assert.match(mail.body, /Your deposit has arrived\./)
})

test('a cause that is rolled back sends nothing', async () => {
  const { desk, server } = await withMail()
  const failing = desk.app.desk.transact(system('test'), async ctx => {
    await sendMail(ctx, { to: 'bo@customer.example', template: 'reply', values: {}, locale: 'en' })
    throw new Error('after all not')
  })
  await assert.rejects(failing, /after all not/)
  await desk.settle()
  assert.deepEqual(server.mails, [])
})

test('two calls with one id are one mail, and a job that runs twice sends once', async () => {
  const { desk, server } = await withMail()
  const id = newId()
  await send(desk, { id })
  await send(desk, { id })
  await Promise.all([desk, desk].map(({ app }) => deliver(app.desk, { mailId: id })))
  await desk.settle()
  assert.equal(server.mails.length, 1)
})

test('what a mail says is kept encrypted, and only until it is sent', async () => {
  const { desk } = await withMail()
  await send(desk)
  const [before] = await outgoing(desk)
  assert.ok(before.sealed_content && !before.sealed_content.toString('latin1').includes('deposit'))
  await desk.settle()
  const [sent] = await outgoing(desk)
  assert.equal(sent.sealed_content, null)
  assert.deepEqual(sent.sent_at, desk.clock())
})

test('a server that is away, or busy, is asked again later', async () => {
  const { desk, server } = await withMail()
  server.answer = '451 try again'
  await send(desk)
  await desk.settle()
  const [waiting] = await outgoing(desk)
  assert.deepEqual([waiting.sent_at, waiting.failed_at, waiting.failure], [null, null, 'EMESSAGE 451'])
  server.answer = '250 taken'
  desk.clock.advance(59)
  await desk.settle()
  assert.equal(server.mails.length, 1)
  desk.clock.advance(1)
  await desk.settle()
  assert.equal(server.mails.length, 2)
  assert.ok((await outgoing(desk))[0].sent_at)
})

test('a server that is away for two days is given up', async () => {
  const { desk, server } = await withMail()
  await server.stop()
  await send(desk)
  for (let hour = 0; hour < 48; hour++) {
    await desk.settle()
    desk.clock.advance(3_600)
  }
  const [mail] = await outgoing(desk)
  assert.deepEqual([mail.sent_at, mail.tries, mail.sealed_content], [null, 8, null])
  assert.ok(mail.failed_at)
})

test('a refusal for good is not tried again', async () => {
  const { desk, server } = await withMail()
  server.answer = '550 bo@customer.example is unknown here'
  await send(desk)
  await desk.settle()
  desk.clock.advance(86_400)
  await desk.settle()
  const [mail] = await outgoing(desk)
  assert.equal(server.mails.length, 1)
  assert.equal(mail.failure, 'EMESSAGE 550')
  assert.ok(mail.failed_at)
})

test('when the yes of the server is lost, the mail comes again under the same Message-ID', async () => {
  const { desk, server } = await withMail()
  server.hangUp = true
  await send(desk)
  await desk.settle()
  server.hangUp = false
  desk.clock.advance(120)
  await desk.settle()
  const [first, second] = server.mails.map(mail => header(mail, 'message-id')[0])
  assert.ok(first)
  assert.equal(first, second)
  assert.equal(server.mails.length, 2)
})

test('a mail that a dead node had in hand is taken up after two minutes', async () => {
  const { desk, server } = await withMail()
  const id = await send(desk)
  const until = new Date(desk.clock().getTime() + 120_000)
  await desk.pool.query('update outgoing_mails set claimed_until = $1, tries = 1', [until])
  await desk.pool.query(`insert into timers (key, due_at, task, payload) values ($1, $2, 'sendMail', $3)`, [
    `sendMail:${id}`,
    until,
    JSON.stringify({ v: 1, mailId: id }),
  ])
  await desk.settle()
  assert.equal(server.mails.length, 0)
  desk.clock.advance(120)
  await desk.settle()
  assert.equal(server.mails.length, 1)
})

test('V29 line breaks in values make no header, and the recipient stays one', async () => {
  const { desk, server } = await withMail()
  await desk.pool.query(`update desk_settings set settings = jsonb_build_object('name', $1::text)`, [
    'Desk\r\nBcc: eve@evil.example\r\n\r\nhello',
  ])
  await send(desk, { values: { number: '1\r\nTo: eve@evil.example', text: '.\r\nQUIT\r\n' } })
  await desk.settle()
  const [mail] = server.mails
  assert.ok(mail)
  assert.deepEqual(mail.recipients, ['bo@customer.example'])
  assert.equal(header(mail, 'subject').length, 1)
  assert.deepEqual(header(mail, 'to'), ['bo@customer.example'])
  assert.deepEqual(header(mail, 'bcc'), [])
})

const notOne = {
  'a line break': 'bo@customer.example\r\nBcc: eve@evil.example',
  'a bare line feed': 'bo@customer.example\nRCPT TO:<eve@evil.example>',
  'two addresses': 'bo@customer.example, eve@evil.example',
  'two addresses with a semicolon': 'bo@customer.example;eve@evil.example',
  'a group': 'friends: bo@customer.example, eve@evil.example;',
  'a quoted local part': '"bo@evil.example x"@customer.example',
  'a name': 'Bo <bo@customer.example>',
  'a comment': 'bo(eve@evil.example)@customer.example',
  'a null character': 'bo\u0000@customer.example',
  'two at signs': 'bo@evil.example@customer.example',
  'a hundred thousand addresses': 'eve@evil.example,'.repeat(100_000),
  'a hundred thousand nested groups': `${'a:'.repeat(100_000)}bo@customer.example`,
  'a hundred thousand dots': `bo@${'.'.repeat(100_000)}`,
}

for (const [why, to] of Object.entries(notOne)) {
  test(`V29 refused at once as a recipient: ${why}`, async () => {
    const { desk, server } = await withMail()
    await send(desk)
    const before = performance.now()
    assert.equal(await send(desk, { to }), null)
    assert.ok(performance.now() - before < 100)
    await desk.settle()
    assert.equal(server.mails.length, 1)
  })
}

test('without a mail server nothing is written down', async () => {
  const desk = await testDesk()
  assert.equal(await send(desk), null)
  assert.deepEqual(await outgoing(desk), [])
})

test('an invitation goes out by mail, and its link works', async () => {
  const { desk, server } = await withMail()
  const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
  const { body } = await admin.post('/api/invitations', { email: 'new@staff.test', role: 'agent' })
  assert.equal(body.link, null)
  await desk.settle()
  const [mail] = server.mails
  assert.deepEqual(mail?.recipients, ['new@staff.test'])
  const token = /\/invitation\?token=(\S+)/.exec(mail!.body)?.[1]
  const given = { token, name: 'New', password: 'lantern-otter-72-gravel' }
  assert.equal((await desk.nobody.post('/api/invitations/accept', given)).status, 200)
})

test('V25 a reset is mailed to whom it belongs, and to nobody else', async () => {
  const { desk, server } = await withMail()
  const staff = await createStaff(desk, { email: 'Ann@staff.test', locale: 'zh' })
  for (const email of ['ann@staff.test', 'nobody@staff.test', 'not an address'])
    assert.equal((await desk.nobody.post('/api/password-resets', { email })).status, 200)
  await desk.settle()
  assert.deepEqual(
    server.mails.map(({ recipients }) => recipients),
    [[staff.email]],
  )
  const token = /\/reset\?token=(\S+)/.exec(server.mails[0]!.body)?.[1]
  assert.match(server.mails[0]!.body, /一小时内/)
  const confirmed = await desk.nobody.post('/api/password-resets/confirm', {
    token,
    password: 'lantern-otter-72-gravel',
  })
  assert.equal(confirmed.status, 200)
})

test('a customer who left hears of an answer they have not read, once, and not of one they have', async () => {
  const { desk, server } = await withMail()
  const agent = await createStaff(desk)
  const open = async (email: string) => {
    const person = desk.asCustomer(await createCustomer(desk))
    const first = { clientId: newId(), body: 'Where is my deposit?', email, locale: 'en' }
    const { body } = await person.post('/api/customer/conversations', first)
    return { person, id: body.conversation.id as string }
  }
  const answer = (id: string) =>
    desk.as(agent).post(`/api/conversations/${id}/entries`, { clientId: newId(), body: 'It has arrived.' })
  const [gone, there] = [await open('gone@customer.example'), await open('there@customer.example')]
  const { body } = await answer(gone.id)
  await answer(there.id)
  await there.person.post(`/api/customer/conversations/${there.id}/read`, { seq: body.seq + 5 })
  await desk.settle()
  assert.equal(server.mails.length, 0)
  desk.clock.advance(130)
  for (let round = 0; round < 3; round++) await desk.settle()
  assert.deepEqual(
    server.mails.map(mail => mail.recipients),
    [['gone@customer.example']],
  )
  assert.match(server.mails[0]!.body, /It has arrived\./)
})

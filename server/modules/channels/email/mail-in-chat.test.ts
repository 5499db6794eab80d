// A conversation by mail that goes on in a chat: whoever wrote by mail gets the answers of the chat in the thread of their mails.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { bounceOf, type MailDesk, mailDesk } from './mail-desk.fixture.ts'

const at: MailDesk = await mailDesk({ rateFactor: 1_000 })
const { desk, server } = at
after(() => at.close())
const agent = desk.as(at.admin)

interface Listed {
  id: string
  number: number
  channel: string
  customer: { id: string; email: string | null }
}

let writers = 0

/** A customer who writes by mail, and begins a chat. */
async function writer({ live = false } = {}) {
  const to = `writer${++writers}@customer.example`
  const from = `Bo Li <${to}>`
  const messageId = `<${randomUUID()}@customer.example>`
  await at.mail({ from, subject: 'My card', text: 'My card is blocked.', messageId })
  const [mail] = (await list()).filter(({ customer }) => customer.email === to) as [Listed]
  const person = desk.asCustomer({ id: mail.customer.id, name: null, verified: false })
  const opening = { clientId: randomUUID(), body: 'Is anybody there?', live }
  const { body } = await person.post('/api/customer/conversations', opening)
  const chat: Listed = body.conversation
  const sent = () => server.mails.filter(one => one.recipients[0] === to)
  return { from, to, messageId, person, mail, chat, sent, before: sent().length }
}

const list = async (): Promise<Listed[]> =>
  (await agent.get('/api/conversations?limit=100')).body.conversations
const merge = async (from: Listed, into: Listed) =>
  assert.equal((await agent.post(`/api/conversations/${from.id}/merge`, { into: into.number })).status, 200)
const answer = async ({ id }: Listed, body: string): Promise<number> => {
  const reply = await agent.post(`/api/conversations/${id}/entries`, { clientId: randomUUID(), body })
  assert.equal(reply.status, 200)
  await desk.settle()
  return reply.body.seq
}
const header = (mail: { headers: string[] }, name: string) =>
  mail.headers
    .find(line => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim() ?? ''
const wait = async (seconds: number) => {
  desk.clock.advance(seconds)
  for (let round = 0; round < 3; round++) await desk.settle()
}
const long = `${'It takes a while, for these reasons. '.repeat(20)}That is all.`

describe('an answer in a chat into which a mail was merged', () => {
  test('is a mail in the thread of theirs: whole, signed, with the way back', async () => {
    const { from, messageId, mail, chat, sent, before, to } = await writer()
    await merge(mail, chat)
    await answer(chat, long)
    const [out, ...more] = sent().slice(before)
    assert.ok(out)
    assert.deepEqual(more, [])
    const text = out.body.replace(/=\r?\n/g, '').replace(/\r?\n/g, ' ')
    assert.match(text, /That is all\./)
    assert.match(text, /Harbour, open all night/)
    assert.equal(header(out, 'subject'), 'Re: My card')
    assert.equal(header(out, 'in-reply-to'), messageId)
    assert.match(header(out, 'reply-to'), new RegExp(`\\+${chat.number}-`))
    assert.equal(header(out, 'auto-submitted'), '')
    assert.equal(header(out, 'list-unsubscribe'), '', 'no notice')
    await at.mail({ from, to: header(out, 'reply-to'), text: 'Thank you!' })
    const { entries } = (await agent.get(`/api/conversations/${chat.id}/entries`)).body
    assert.equal(entries.findLast(({ kind }: { kind: string }) => kind === 'message').body, 'Thank you!')
    await answer(chat, 'You are welcome.')
    assert.equal(sent().length, before + 2)
    assert.equal(header(sent().at(-1)!, 'references').split(/\s+/).length, 2)
    assert.equal(sent().at(-1)!.recipients.join(), to)
  })

  test('is sent once, however often what follows from it runs', async () => {
    const { mail, chat, sent, before } = await writer()
    await merge(mail, chat)
    await answer(chat, 'The first.')
    await answer(chat, 'The second.')
    await wait(150)
    await desk.pool.query(
      `insert into timers (key, due_at, task, payload) values ('again', $1, 'announceUnread', $2)`,
      [desk.clock(), JSON.stringify({ v: 1, conversationId: chat.id })],
    )
    await wait(1)
    assert.deepEqual(
      sent()
        .slice(before)
        .map(({ body }) => /The (first|second)/.exec(body)?.[1]),
      ['first', 'second'],
    )
  })

  test('waits two minutes while they are in the chat, and isn’t sent when they read it there', async () => {
    await agent.put('/api/presence/me', { available: true })
    const [there, gone] = [await writer({ live: true }), await writer({ live: true })]
    for (const { mail, chat } of [there, gone]) await merge(mail, chat)
    const seq = await answer(there.chat, 'Here I am.')
    await answer(gone.chat, 'Here I am.')
    await there.person.post(`/api/customer/conversations/${there.chat.id}/read`, { seq })
    assert.deepEqual([there.sent().length, gone.sent().length], [there.before, gone.before])
    await wait(130)
    assert.deepEqual([there.sent().length, gone.sent().length], [there.before, gone.before + 1])
    assert.equal(header(gone.sent().at(-1)!, 'subject'), 'Re: My card')
    await agent.put('/api/presence/me', { available: false })
  })

  test('that was given before the merge is announced as ever, and not sent afterwards', async () => {
    const { mail, chat, sent, before } = await writer()
    await answer(chat, 'Before it.')
    await wait(130)
    assert.equal(sent().length, before + 1)
    assert.notEqual(header(sent().at(-1)!, 'list-unsubscribe'), '')
    await merge(mail, chat)
    await answer(chat, 'After it.')
    const out = sent().slice(before + 1)
    assert.equal(out.length, 1)
    assert.match(out[0]!.body, /After it\./)
  })

  test('that was given just before the merge, and not announced yet, goes with the next one', async () => {
    const { mail, chat, sent, before } = await writer()
    await answer(chat, 'The first.')
    await wait(100)
    await merge(mail, chat)
    await answer(chat, 'The second.')
    await wait(150)
    assert.deepEqual(
      sent()
        .slice(before)
        .map(({ body }) => /The (first|second)/.exec(body)?.[1]),
      ['first', 'second'],
    )
  })

  test('is announced again once the two are apart', async () => {
    const { mail, chat, sent, before } = await writer()
    await merge(mail, chat)
    assert.equal((await agent.post(`/api/conversations/${mail.id}/unmerge`)).status, 200)
    await answer(chat, 'Apart again.')
    assert.equal(sent().length, before)
    await wait(130)
    assert.notEqual(header(sent().at(-1)!, 'list-unsubscribe'), '')
  })

  test('that bounces says so in the chat, and can be sent again', async () => {
    const { to, mail, chat, sent } = await writer()
    await merge(mail, chat)
    const seq = await answer(chat, 'Once more, please.')
    await at.mailRaw(bounceOf(to, header(sent().at(-1)!, 'message-id')), { from: '' })
    const { entries } = (await agent.get(`/api/conversations/${chat.id}/entries`)).body
    assert.ok(entries.some(({ code }: { code?: string }) => code === 'mail_bounced'))
    const before = sent().length
    const again = await agent.post(`/api/conversations/${chat.id}/mails/${seq}/resend`, {})
    assert.equal(again.status, 200)
    await desk.settle()
    assert.equal(sent().length, before + 1)
    assert.match(sent().at(-1)!.body, /Once more, please\./)
  })
})

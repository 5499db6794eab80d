// Answers that go to more than the customer: who gets them, who learns of whom, who is heard, and what is said when one is refused.
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { createStaff } from '../../../../test/factories.ts'
import { bounceOf, help, mailDesk } from './mail-desk.fixture.ts'
import { headersOf } from './smtp-server.fixture.ts'

const at = await mailDesk()
after(() => at.close())
beforeEach(() => at.server.refuses.clear())
const agent = at.desk.as(at.admin)

let count = 0
async function written(more: { cc?: string } = {}) {
  const from = `una${++count}@customer.example`
  await at.mail({ from: `Una <${from}>`, subject: `Deposit ${count}`, text: 'Where is it?', ...more })
  const { conversations } = (await agent.get('/api/conversations?status=active')).body
  const { id } = conversations.find((one: { customer: { email: string } }) => one.customer.email === from)
  return { from, id, path: `/api/conversations/${id}/mails` }
}
const answer = (more: object = {}) => ({ clientId: crypto.randomUUID(), body: 'It is on its way.', ...more })
const sentSince = (before: number) => at.server.mails.slice(before)
const entriesOf = async (id: string) => (await agent.get(`/api/conversations/${id}/entries`)).body.entries
const last = async (id: string) => (await entriesOf(id)).at(-1)

async function copied(more: object, { from, id, path }: Awaited<ReturnType<typeof written>>) {
  const before = at.server.mails.length
  const given = answer(more)
  const { status, body } = await agent.post(path, given)
  assert.equal(status, 200, JSON.stringify(body))
  await at.desk.settle()
  const [mail, ...others] = sentSince(before)
  return { mail: mail!, others, from, id, given, seq: body.seq, replyTo: headersOf(mail!, 'reply-to')[0]! }
}

test('one mail goes to all; those in Cc are named, those in Bcc nowhere', async () => {
  const thread = await written()
  const { mail, others, from, given } = await copied(
    { cc: ['ann@bank.example', 'ANN@bank.example', thread.from], bcc: ['boss@harbour-group.example'] },
    thread,
  )
  assert.deepEqual(others, [])
  assert.deepEqual(mail.recipients, [from, 'ANN@bank.example', 'boss@harbour-group.example'])
  assert.deepEqual(headersOf(mail, 'to'), [from])
  assert.deepEqual(headersOf(mail, 'cc'), ['ANN@bank.example'])
  assert.doesNotMatch(mail.raw, /^bcc:|boss@/im)
  const { sent } = (await agent.get(thread.path)).body
  assert.deepEqual(sent, [
    { clientId: given.clientId, cc: ['ANN@bank.example'], bcc: ['boss@harbour-group.example'], sender: null },
  ])
})

test('the same answer again is the same mail, and the next one goes to the customer alone', async () => {
  const thread = await written()
  const { given } = await copied({ cc: ['ann@bank.example'] }, thread)
  const before = at.server.mails.length
  await agent.post(thread.path, { ...given, cc: ['eve@evil.example'] })
  await agent.post(`/api/conversations/${thread.id}/entries`, answer())
  await at.desk.settle()
  assert.deepEqual(
    sentSince(before).map(({ recipients }) => recipients),
    [[thread.from]],
  )
})

test('whoever an agent put into Cc is heard, under their own name and never as the customer', async () => {
  const thread = await written()
  const { replyTo } = await copied({ cc: ['ann@bank.example'] }, thread)
  await at.mail({ from: 'Una <ann@bank.example>', to: replyTo, text: 'The bank has sent it.' })
  const message = await last(thread.id)
  assert.deepEqual([message.kind, message.body], ['message', 'The bank has sent it.'])
  assert.deepEqual(
    [message.author.kind, message.author.name],
    ['participant', 'Una <ann@bank.example>'],
    'a name alone could be anybody’s',
  )
  const { conversation } = (await agent.get(`/api/conversations/${thread.id}`)).body
  assert.equal(conversation.customer.email, thread.from)
  assert.notEqual(message.author.id, conversation.customer.id)
  assert.ok(conversation.waitingSince, 'somebody waits for an answer')
  const before = at.server.mails.length
  await agent.post(`/api/conversations/${thread.id}/entries`, answer())
  await at.desk.settle()
  assert.deepEqual(sentSince(before)[0]?.recipients, [thread.from])
})

test('a domain that disowns a mail is believed of those in Cc, too', async () => {
  at.names.set('_dmarc.strict.example', 'v=DMARC1; p=reject')
  const thread = await written()
  const { replyTo } = await copied({ cc: ['ann@strict.example'] }, thread)
  await at.mail({ from: 'ann@strict.example', to: replyTo, text: 'Not me.' })
  assert.equal((await last(thread.id)).kind, 'note')
})

test('V01 whom a mail itself names in Cc is told to agents, and never let in by that', async () => {
  const thread = await written({ cc: 'Mal <mal@attacker.example>' })
  const { mails } = (await agent.get(thread.path)).body
  assert.deepEqual(mails[0].cc, [{ name: 'Mal', address: 'mal@attacker.example' }])
  const { mail, replyTo } = await copied({}, thread)
  assert.deepEqual(mail.recipients, [thread.from])
  await at.mail({ from: 'mal@attacker.example', to: replyTo, text: 'Tell me everything.' })
  assert.equal((await last(thread.id)).kind, 'note')
})

test('hidden readers who answer are noted for agents alone', async () => {
  const thread = await written()
  const { replyTo } = await copied({ bcc: ['boss@group.example'] }, thread)
  await at.mail({ from: 'boss@group.example', to: replyTo, text: 'Well done.' })
  assert.equal((await last(thread.id)).kind, 'note')
})

test('an answer that was refused lets nobody in', async () => {
  const thread = await written()
  const other = at.desk.as(await createStaff(at.desk, { role: 'lead' }))
  await other.post(`/api/conversations/${thread.id}/entries`, answer())
  const refused = await agent.post(thread.path, answer({ cc: ['ann@bank.example'], seen: 1 }))
  assert.equal(refused.body.error.code, 'answered_meanwhile')
  await at.desk.settle()
  const replyTo = headersOf(at.server.mails.at(-1)!, 'reply-to')[0]!
  await at.mail({ from: 'ann@bank.example', to: replyTo, text: 'Hello?' })
  assert.equal((await last(thread.id)).kind, 'note')
})

test('one who is refused for good is told at the message, and sent to again alone', async () => {
  const thread = await written()
  at.server.refuses.set('ann@bnak.example', '550 5.1.1 nobody here')
  const { mail, seq } = await copied({ cc: ['ann@bnak.example', 'cy@bank.example'] }, thread)
  assert.deepEqual(mail.recipients, [thread.from, 'cy@bank.example'])
  const failed = async () => (await agent.get(thread.path)).body.failed
  assert.deepEqual(await failed(), [{ seq, address: 'ann@bnak.example', status: '550' }])
  const line = await last(thread.id)
  assert.deepEqual([line.code, line.values], ['mail_failed', { address: 'ann@bnak.example', seq }])
  const before = at.server.mails.length
  const again = { address: 'ann@bnak.example', to: 'ann@bank.example' }
  assert.equal((await agent.post(`${thread.path}/${seq}/resend`, again)).status, 200)
  await at.desk.settle()
  const [resent, ...more] = sentSince(before)
  assert.deepEqual([resent?.recipients, more], [['ann@bank.example'], []])
  assert.deepEqual(headersOf(resent!, 'message-id'), headersOf(mail, 'message-id'))
  assert.deepEqual(await failed(), [])
  assert.equal((await agent.post(`${thread.path}/${seq}/resend`, again)).status, 404)
})

test('one who is put off is tried again later, and nobody gets it twice', async () => {
  const thread = await written()
  at.server.refuses.set('ann@bank.example', '450 4.2.0 greylisted')
  const { mail } = await copied({ cc: ['ann@bank.example'] }, thread)
  assert.deepEqual(mail.recipients, [thread.from])
  at.server.refuses.clear()
  const before = at.server.mails.length
  at.desk.clock.advance(60)
  await at.desk.settle()
  const [later, ...more] = sentSince(before)
  assert.deepEqual([later?.recipients, more], [['ann@bank.example'], []])
  assert.deepEqual(headersOf(later!, 'message-id'), headersOf(mail, 'message-id'))
  assert.deepEqual(headersOf(later!, 'to'), [thread.from])
})

test('one whose server sends it back later is told at the message, too', async () => {
  const thread = await written()
  const { mail, seq } = await copied({ cc: ['ann@bank.example', 'cy@bank.example'] }, thread)
  const report = bounceOf('Ann@bank.example', headersOf(mail, 'message-id')[0]!)
  await at.mailRaw(report, { from: '' })
  const { failed } = (await agent.get(thread.path)).body
  assert.deepEqual(failed, [{ seq, address: 'ann@bank.example', status: '5.1.1' }])
  assert.equal((await last(thread.id)).code, 'mail_bounced')
})

test('V29 what is no address, or the desk’s own, is refused with its reason', async () => {
  const thread = await written()
  const before = (await entriesOf(thread.id)).length
  for (const cc of [['x'], ['a@b.example\r\nBcc: c@d.example'], ['a@b.example, c@d.example']]) {
    const { status, body } = await agent.post(thread.path, answer({ cc }))
    assert.deepEqual([status, body.error.code], [400, 'invalid_input'])
    assert.equal(body.error.fields[0].path, 'cc.0')
  }
  const many = Array.from({ length: 21 }, (_, n) => `a${n}@b.example`)
  assert.equal((await agent.post(thread.path, answer({ bcc: many }))).status, 400)
  const own = await agent.post(thread.path, answer({ cc: [help.replace('@', '+1@')] }))
  assert.equal(own.body.error.code, 'own_address')
  assert.equal((await entriesOf(thread.id)).length, before)
})

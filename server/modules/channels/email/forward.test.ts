// A mail sent on to somebody outside: what leaves the desk, what comes back, and what the customer learns of it (nothing).
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { help, mailDesk } from './mail-desk.fixture.ts'
import { headersOf } from './smtp-server.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const agent = at.desk.as(at.admin)
const bank = 'desk@bank.example'

let count = 0
async function written() {
  const from = `fin${++count}@customer.example`
  const attachments = [{ filename: 'statement.txt', content: 'IBAN 42' }]
  await at.mail({
    from: `Fin Ort <${from}>`,
    subject: `Wire ${count}`,
    text: 'My wire is missing.',
    attachments,
  })
  const { conversations } = (await agent.get('/api/conversations?status=active')).body
  const { id } = conversations.find((one: { customer: { email: string } }) => one.customer.email === from)
  return { from, id, path: `/api/conversations/${id}/forwards` }
}
const entry = (body: string, more: object = {}) => ({ clientId: crypto.randomUUID(), body, ...more })
const entriesOf = async (id: string) => (await agent.get(`/api/conversations/${id}/entries`)).body.entries
const toBank = () => at.server.mails.filter(({ recipients }) => recipients.includes(bank))

async function forwarded(more: object = {}) {
  const thread = await written()
  const given = { clientId: crypto.randomUUID(), to: bank, comment: 'Can you trace this?', seq: 1, ...more }
  const { status, body } = await agent.post(thread.path, given)
  assert.equal(status, 200, JSON.stringify(body))
  await at.desk.settle()
  const mail = toBank().at(-1)!
  return { ...thread, given, seq: body.seq, mail, replyTo: headersOf(mail, 'reply-to')[0]! }
}

test('a message goes out from the mailbox with its files and the comment, once', async () => {
  const { id, path, given, mail, seq } = await forwarded()
  assert.equal(mail.from, help)
  assert.deepEqual(mail.recipients, [bank])
  assert.match(headersOf(mail, 'subject')[0]!, /^Fwd: Wire \d+$/)
  assert.match(mail.raw, /Can you trace this\?/)
  assert.match(mail.raw, /My wire is missing\./)
  assert.match(mail.raw, /statement\.txt/)
  assert.doesNotMatch(mail.raw, /fin\d+@customer/, 'the customer’s address is an agent’s to tell')
  const [line, note] = (await entriesOf(id)).slice(-2)
  assert.deepEqual([line.seq, line.code, line.values], [seq, 'mail_forwarded', { address: bank }])
  assert.deepEqual([note.kind, note.body], ['note', 'Can you trace this?'])
  const before = toBank().length
  assert.equal((await agent.post(path, given)).body.seq, seq)
  await at.desk.settle()
  assert.equal(toBank().length, before)
})

test('the whole thread is what was said, without notes', async () => {
  const thread = await written()
  await agent.post(`/api/conversations/${thread.id}/entries`, entry('Which bank was it?'))
  await agent.post(`/api/conversations/${thread.id}/entries`, entry('He sounds odd.', { kind: 'note' }))
  await agent.post(thread.path, { clientId: crypto.randomUUID(), to: bank })
  await at.desk.settle()
  const { raw } = toBank().at(-1)!
  assert.match(raw, /My wire is missing[\s\S]*Which bank was it\?/)
  assert.doesNotMatch(raw, /odd/)
})

test('what comes back is a note with the name of who sent it on, and never the customer’s to see or get', async () => {
  const { id, from, replyTo } = await forwarded()
  assert.match(replyTo, /^help\+f\d+-[0-9a-f]{32}@harbour\.example$/)
  const mine = async () => at.server.mails.filter(({ recipients }) => recipients.includes(from)).length
  const before = await mine()
  await at.mail({ from: `Bank <${bank}>`, to: replyTo, text: 'We found it.\n\n> My wire is missing.' })
  const [line, note] = (await entriesOf(id)).slice(-2)
  assert.equal(line.code, 'mail_forward_answered')
  assert.deepEqual(line.values, { address: bank, name: at.admin.name })
  assert.deepEqual([note.kind, note.body], ['note', 'We found it.'])
  assert.equal(await mine(), before)
})

test('an answer without the address is known by our Message-ID', async () => {
  const { id, mail } = await forwarded()
  const inReplyTo = headersOf(mail, 'message-id')[0]!
  await at.mail({ from: bank, to: help, subject: 'AW: Wire', inReplyTo, text: 'On its way.' })
  assert.equal((await entriesOf(id)).at(-2).code, 'mail_forward_answered')
})

test('the customer who gets hold of the address is a note, too; a made-up one leads nowhere', async () => {
  const { id, from, replyTo } = await forwarded()
  await at.mail({ from, to: replyTo, text: 'What did the bank say?' })
  assert.equal((await entriesOf(id)).at(-1).kind, 'note')
  const before = (await entriesOf(id)).length
  const madeUp = replyTo.replace(/-[0-9a-f]{32}/, `-${'0'.repeat(32)}`)
  await at.mail({ from: bank, to: madeUp, text: 'Guessed.' })
  assert.equal((await entriesOf(id)).length, before)
})

test('a forward that no server takes says so', async () => {
  at.server.refuses.set(bank, '550 no such person')
  const thread = await written()
  await agent.post(thread.path, { clientId: crypto.randomUUID(), to: bank, seq: 1 })
  await at.desk.settle()
  at.server.refuses.clear()
  const line = (await entriesOf(thread.id)).at(-1)
  assert.deepEqual([line.code, line.values.address], ['mail_failed', bank])
})

test('notes, deleted messages and the desk’s own addresses are refused; who forwarded is on record', async () => {
  const { id, path, seq } = await forwarded()
  const ask = (more: object) => agent.post(path, { clientId: crypto.randomUUID(), to: bank, ...more })
  assert.equal((await ask({ seq: seq + 1 })).status, 404)
  assert.equal((await ask({ seq: 999 })).status, 404)
  assert.equal((await ask({ to: help })).body.error.code, 'own_address')
  assert.equal((await ask({ to: 'a@b.example\r\nBcc: c@d.example' })).status, 400)
  const { entries } = (await agent.get(`/api/audit?subjectId=${id}`)).body
  assert.deepEqual(
    entries.map(({ action }: { action: string }) => action),
    ['conversation.forwarded'],
  )
})

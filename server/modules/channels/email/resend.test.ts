// An answer that didn't arrive is shown where it stands, and goes out again: once, to the same or to the right address.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { bounceOf, mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const agent = at.desk.as(at.admin)

let sent = 0
/** A conversation that began by mail, with an answer that went out or was refused. */
async function answered() {
  const from = `kay${++sent}@customer.example`
  await at.mail({ from, subject: `Deposit ${sent}`, text: 'Where is my deposit?' })
  const { conversations } = (await agent.get('/api/conversations?status=active')).body
  const { id } = conversations.find((one: { customer: { email: string } }) => one.customer.email === from)
  const entry = { clientId: crypto.randomUUID(), body: 'It is on its way.' }
  const { seq } = (await agent.post(`/api/conversations/${id}/entries`, entry)).body
  await at.desk.settle()
  return { from, id, seq, path: `/api/conversations/${id}/mails/${seq}/resend` }
}
const failedIn = async (id: string) => (await agent.get(`/api/conversations/${id}/mails`)).body.failed
const lastLine = async (id: string) => {
  const { entries } = (await agent.get(`/api/conversations/${id}/entries`)).body
  const { code, values } = entries.at(-1)
  return { code, values }
}
const statusOf = async (id: string) => (await agent.get(`/api/conversations/${id}`)).body.conversation.status
const answersTo = (address: string) =>
  at.server.mails.filter(mail => mail.recipients[0] === address && mail.body.includes('It is on its way.'))
const messageIdOf = (mail: { headers: string[] }) =>
  mail.headers.find(line => /^message-id:/i.test(line))!.slice(12)

/** The server of the last mail's reader sends it back. */
const bounce = (address: string): Promise<void> =>
  at.mailRaw(bounceOf(address, messageIdOf(answersTo(address).at(-1)!)), { from: '' })

test('a bounced answer is sent again to the address that was meant, under the same Message-ID', async () => {
  const { from, id, seq, path } = await answered()
  assert.deepEqual(await failedIn(id), [])
  await bounce(from)
  assert.deepEqual(await failedIn(id), [{ seq, address: from, status: '5.1.1' }])
  const right = `right.${from}`
  assert.equal((await agent.post(path, { to: right })).status, 200)
  await at.desk.settle()
  assert.deepEqual(await failedIn(id), [])
  assert.deepEqual(await lastLine(id), { code: 'mail_resent', values: { address: right, seq } })
  const [mail] = answersTo(right)
  assert.equal(messageIdOf(mail!), messageIdOf(answersTo(from)[0]!))
  assert.match(mail!.body, /It is on its way\.\n+-- \nHarbour, open all night/)
  await bounce(from)
  assert.deepEqual(await failedIn(id), [], 'a late report of the old address says nothing of the new one')
  assert.equal((await agent.post(path, { to: right })).status, 404, 'it is sent once more, not twice')
  const later = { clientId: crypto.randomUUID(), body: 'It is on its way. Twice.' }
  await agent.post(`/api/conversations/${id}/entries`, later)
  await at.desk.settle()
  assert.equal(answersTo(from).length, 2, 'later answers go where they went before')
})

test('an answer that no server takes is shown, and sent again to the same address', async () => {
  at.server.answer = '550 5.7.1 not here'
  const { from, id, seq, path } = await answered()
  assert.deepEqual(await failedIn(id), [{ seq, address: from, status: '550' }])
  assert.deepEqual(await lastLine(id), { code: 'mail_failed', values: { address: from, seq } })
  assert.equal(await statusOf(id), 'open')
  at.server.answer = '250 taken'
  await agent.patch(`/api/conversations/${id}`, { status: 'solved' })
  assert.equal((await agent.post(path)).status, 200)
  await at.desk.settle()
  assert.deepEqual([await failedIn(id), answersTo(from).length], [[], 2])
  assert.equal(await statusOf(id), 'solved', 'nobody has to do anything about it')
})

test('what arrived is not sent again, nor what was deleted, nor to anything but one address', async () => {
  const { from, id, seq, path } = await answered()
  assert.equal((await agent.post(path)).status, 404)
  await bounce(from)
  for (const to of ['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', '', 'x']) {
    assert.equal((await agent.post(path, { to })).status, 400, to)
  }
  await agent.delete(`/api/conversations/${id}/entries/${seq}`)
  assert.equal((await agent.post(path)).status, 404)
})

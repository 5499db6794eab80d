// Names under which a mailbox answers: a team's own unasked, others when chosen, each with a signature in the customer's language.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { help, mailDesk } from './mail-desk.fixture.ts'
import { headersOf } from './smtp-server.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const agent = at.desk.as(at.admin)
const ok = ({ status, body }: { status: number; body: any }) => {
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const money = ok(await agent.post('/api/teams', { name: 'Money' })).id
const listing = ok(await agent.post('/api/teams', { name: 'Listing' })).id
const path = `/api/mailboxes/${at.mailboxId}/identities`
const ofMoney = {
  name: 'Harbour money',
  address: 'Money@harbour.example',
  teamId: money,
  signatures: { en: 'The money team', zh: '资金团队' },
}
const vip = { name: 'Harbour VIP', address: 'vip@harbour.example', signatures: { en: 'At your service' } }
const moneyId = ok(await agent.post(path, ofMoney)).id
const vipId = ok(await agent.post(path, vip)).id

let count = 0
async function written(text: string, teamId: string | null) {
  const from = `ida${++count}@customer.example`
  await at.mail({ from, subject: `Mail ${count}`, text })
  const { conversations } = (await agent.get('/api/conversations?status=active')).body
  const { id } = conversations.find((one: { customer: { email: string } }) => one.customer.email === from)
  if (teamId) ok(await agent.patch(`/api/conversations/${id}`, { teamId }))
  return id as string
}
async function answered(id: string, more: object = {}) {
  ok(
    await agent.post(`/api/conversations/${id}/mails`, {
      clientId: crypto.randomUUID(),
      body: 'Yes.',
      ...more,
    }),
  )
  await at.desk.settle()
  return at.server.mails.at(-1)!
}
const fromOf = (mail: Parameters<typeof headersOf>[0]) => headersOf(mail, 'from')[0]!

test('a team’s conversations are answered under its name, in the customer’s language', async () => {
  const english = await answered(await written('Where is my withdrawal, please?', money))
  assert.match(fromOf(english), /Harbour_money\?= <money@harbour\.example>$/)
  assert.equal(english.from, 'money@harbour.example')
  assert.match(english.body, /Yes\.\n+-- \nThe money team/)
  assert.match(headersOf(english, 'reply-to')[0]!, /^help\+\d+-/, 'answers come to the mailbox')
  const chinese = await answered(await written('我的提现三天还没有到账，请帮我查一下。', money))
  assert.match(chinese.body, /-- \n资金团队/)
})

test('others are answered under the mailbox’s name, unless an agent chooses', async () => {
  const id = await written('Hello, are you there?', listing)
  const { senders } = (await agent.get(`/api/conversations/${id}/mails`)).body
  assert.deepEqual(senders, [
    { sender: 'mailbox', name: 'Harbour help', address: help, usual: true },
    { sender: vipId, name: 'Harbour VIP', address: 'vip@harbour.example', usual: false },
  ])
  assert.match(fromOf(await answered(id)), /<help@harbour\.example>$/)
  const chosen = await answered(id, { sender: vipId })
  assert.match(fromOf(chosen), /<vip@harbour\.example>$/)
  assert.match(chosen.body, /At your service/)
  assert.deepEqual(
    (await agent.get(`/api/conversations/${id}/mails`)).body.sent.map(
      (one: { sender: string }) => one.sender,
    ),
    [null, 'Harbour VIP'],
  )
  const body = { clientId: crypto.randomUUID(), body: 'No.', sender: moneyId }
  const foreign = await agent.post(`/api/conversations/${id}/mails`, body)
  assert.equal(foreign.status, 404, 'another team’s is not for everybody')
})

test('a team’s own name can be left aside for the mailbox’s', async () => {
  const id = await written('Is this the right address?', money)
  const { senders } = (await agent.get(`/api/conversations/${id}/mails`)).body
  assert.deepEqual(
    senders.map(({ sender, usual }: { sender: string; usual: boolean }) => [sender, usual]),
    [
      [moneyId, true],
      ['mailbox', false],
      [vipId, false],
    ],
  )
  const mail = await answered(id, { sender: 'mailbox' })
  assert.match(fromOf(mail), /<help@harbour\.example>$/)
  assert.match(mail.body, /Harbour, open all night/)
})

test('identities are listed with their mailbox, changed and taken out of use', async () => {
  const listed = async () => (await agent.get('/api/mailboxes')).body.mailboxes[0].identities
  assert.deepEqual((await listed())[0], { ...ofMoney, address: 'money@harbour.example', id: moneyId })
  const second = await agent.post(path, { ...vip, teamId: money })
  assert.equal(second.body.error.code, 'already_exists', 'a team has one name for a mailbox')
  const { id } = ok(await agent.post(path, { name: 'Old', address: 'old@harbour.example' }))
  ok(await agent.put(`/api/sender-identities/${id}`, { name: 'New', address: 'new@harbour.example' }))
  assert.equal((await listed()).at(-1).name, 'New')
  ok(await agent.delete(`/api/sender-identities/${id}`))
  assert.equal((await listed()).length, 2)
  assert.equal((await agent.delete(`/api/sender-identities/${id}`)).status, 404)
})

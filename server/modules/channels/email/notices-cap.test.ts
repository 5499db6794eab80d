// The whole desk's cap: notices beyond it wait for their turn, answers and acknowledgements never do.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createCustomer } from '../../../../test/factories.ts'
import { type Log, silentLog } from '../../../platform/log.ts'
import { mailDesk } from './mail-desk.fixture.ts'

const warnings: object[] = []
const log = silentLog()
log.warn = ((said: object) => void warnings.push(said)) as Log['warn']
const at = await mailDesk({ noticesPerHour: 3, log })
after(() => at.close())
const agent = at.desk.as(at.admin)

const entry = (body: string) => ({ clientId: crypto.randomUUID(), body })
const answer = async (id: string) =>
  assert.equal((await agent.post(`/api/conversations/${id}/entries`, entry('It is here.'))).status, 200)

/** Visitors leave their addresses, are answered, and don't look for so long that they are told. */
async function unreadAnswers(visitors: number): Promise<void> {
  for (let n = 0; n < visitors; n++) {
    const customer = at.desk.asCustomer(await createCustomer(at.desk))
    const opening = { ...entry('Hello'), email: `v${n}-${crypto.randomUUID()}@customer.example`, live: false }
    const { body } = await customer.post('/api/customer/conversations', opening)
    await answer(body.conversation.id)
  }
  await at.desk.settle()
  await pass(130)
}

async function pass(seconds: number): Promise<void> {
  at.desk.clock.advance(seconds)
  for (let round = 0; round < 3; round++) await at.desk.settle()
}

const notices = () =>
  at.server.mails.filter(({ headers }) => headers.some(line => /^list-unsubscribe:/i.test(line))).length

test('notices beyond the cap go an hour after those before them, and the log says so once', async () => {
  await unreadAnswers(8)
  assert.equal(notices(), 3)
  await pass(3_500)
  assert.equal(notices(), 3)
  await pass(100)
  assert.equal(notices(), 6)
  await pass(3_600)
  assert.equal(notices(), 8)
  const told = warnings.filter(said => 'noticesPerHour' in said)
  assert.equal(told.length, 1)
})

test('an answer goes out at once, however many notices wait', async () => {
  await unreadAnswers(4)
  await at.mail({ from: 'bo@customer.example', subject: 'Deposit', text: 'Where is it?' })
  const listed = (await agent.get('/api/conversations?status=active')).body.conversations
  const { id } = listed.find((one: { channel: string }) => one.channel === 'email')
  await answer(id)
  await at.desk.settle()
  const subjects = at.server.mails
    .filter(({ recipients }) => recipients[0] === 'bo@customer.example')
    .map(({ headers }) => headers.find(line => /^subject:/i.test(line)))
  assert.equal(subjects.length, 2, 'the acknowledgement and the answer')
  assert.match(subjects[1]!, /Re: Deposit/)
})

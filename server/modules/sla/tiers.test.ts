// What the exchange says of a customer decides which promise they get, and nobody else says it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { exchange } from '../customers/identity.fixture.ts'
import { clockOf, ok, opened, policyOf } from './sla.fixture.ts'

let desk: TestDesk
let lead: Person
let sign: Awaited<ReturnType<typeof exchange>>['sign']
before(async () => {
  desk = await testDesk()
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
  sign = (await exchange(desk)).sign
  const quick = { name: 'Quick', position: 1, match: { tiers: ['vip', 'whale'] } }
  ok(await lead.post('/api/sla/policies', policyOf({ ...quick, targets: { firstReply: { minutes: 5 } } })))
  ok(await lead.post('/api/sla/policies', policyOf()))
})

const session = async (claims: object): Promise<{ authorization: string }> => {
  const identity = await sign({ sub: 'uid-7', ...claims })
  return {
    authorization: `Bearer ${ok(await desk.nobody.post('/api/customer/session', { identity })).token}`,
  }
}
const openedBy = async (headers: { authorization: string }): Promise<string> => {
  const opening = { clientId: randomUUID(), body: 'Where is my deposit?', live: false }
  const { id } = ok(await desk.nobody.post('/api/customer/conversations', opening, { headers })).conversation
  await desk.settle()
  return id
}
const targetOf = async (id: string) => (await clockOf(lead, { id }, 'firstReply'))?.target
const [quick, usual] = [5 * 60_000, 60 * 60_000]

test('a policy for a tier is for its customers; agents see the tier', async () => {
  const id = await openedBy(await session({ tier: 'vip' }))
  assert.equal(await targetOf(id), quick)
  assert.equal(ok(await lead.get(`/api/conversations/${id}`)).conversation.customer.tier, 'vip')
  const stranger = await opened(desk)
  assert.equal(await targetOf(stranger.id), usual)
  assert.equal(ok(await lead.get(`/api/conversations/${stranger.id}`)).conversation.customer.tier, null)
})

test('another tier counts for what is open, and only for that', async () => {
  const headers = await session({ sub: 'uid-8', tier: 'vip' })
  const [open, solved] = [await openedBy(headers), await openedBy(headers)]
  ok(await lead.patch(`/api/conversations/${solved}`, { status: 'solved' }))
  await desk.settle()
  await session({ sub: 'uid-8', tier: 'bronze' })
  await desk.settle()
  assert.deepEqual([await targetOf(open), await targetOf(solved)], [usual, quick])
  await session({ sub: 'uid-8', tier: 'whale' })
  await desk.settle()
  assert.equal(await targetOf(open), quick)
  await session({ sub: 'uid-8' })
  await desk.settle()
  assert.equal(await targetOf(open), usual)
})

test('a customer neither sees nor sets a tier', async () => {
  const headers = await session({ sub: 'uid-9', tier: 'bronze' })
  ok(await desk.nobody.patch('/api/customer/me', { locale: 'zh', tier: 'vip' }, { headers }))
  const me = ok(await desk.nobody.get('/api/customer/me', { headers }))
  assert.ok(!('tier' in me))
  const id = await openedBy(headers)
  assert.equal(ok(await lead.get(`/api/conversations/${id}`)).conversation.customer.tier, 'bronze')
})

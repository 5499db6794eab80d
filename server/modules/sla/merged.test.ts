// Clocks of conversations that are merged: the merged one owes nothing, the other takes over, and apart again each has its own.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { type Case, clockOf, ok, policyOf, staffSays } from './sla.fixture.ts'

let desk: TestDesk
let lead: Person
before(async () => {
  desk = await testDesk()
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
  const targets = { firstReply: { minutes: 60 }, nextReply: { minutes: 30 }, resolution: { minutes: 240 } }
  ok(await lead.post('/api/sla/policies', policyOf({ targets })))
})

interface Two {
  into: Case & { number: number }
  from: Case
}

async function two(): Promise<Two> {
  const person = desk.asCustomer(await createCustomer(desk))
  const open = async (body: string) => {
    const opening = { clientId: randomUUID(), body, live: false }
    const { id, number } = ok(await person.post('/api/customer/conversations', opening)).conversation
    await desk.settle()
    return { person, id, number }
  }
  return { into: await open('Where is my deposit?'), from: await open('My card is blocked.') }
}
const merge = async ({ from, into }: Two) => {
  ok(await lead.post(`/api/conversations/${from.id}/merge`, { into: into.number }))
  await desk.settle()
}
const shownOf = async ({ id }: Case) => ok(await lead.get(`/api/conversations/${id}`)).conversation.clock
const linesOf = async ({ id }: Case): Promise<string[]> =>
  ok(await lead.get(`/api/conversations/${id}/entries`)).entries.flatMap(
    (entry: { code?: string }) => entry.code ?? [],
  )

test('a merged conversation shows no clock and never becomes late; the other’s go on', async () => {
  const both = await two()
  await merge(both)
  assert.equal(await shownOf(both.from), null)
  assert.equal((await shownOf(both.into)).kind, 'firstReply')
  desk.clock.advance(5 * 3_600)
  await desk.settle()
  assert.deepEqual(
    (await linesOf(both.from)).filter(code => code.endsWith('_late')),
    [],
  )
  assert.ok((await linesOf(both.into)).includes('first_reply_late'))
})

test('whoever waited in the merged one is owed a reply in the other', async () => {
  const both = await two()
  await staffSays(desk, lead, both.into)
  assert.equal(await clockOf(lead, both.into, 'nextReply'), undefined)
  await merge(both)
  assert.equal((await clockOf(lead, both.into, 'nextReply'))?.state, 'running')
  await staffSays(desk, lead, both.into)
  assert.equal((await clockOf(lead, both.into, 'nextReply'))?.state, 'met')
})

test('what was kept before stays kept, and when it was', async () => {
  const both = await two()
  ok(await lead.patch(`/api/conversations/${both.from.id}`, { status: 'solved' }))
  await desk.settle()
  const kept = await clockOf(lead, both.from, 'resolution')
  assert.equal(kept?.state, 'met')
  desk.clock.advance(3_600)
  await merge(both)
  assert.deepEqual(await clockOf(lead, both.from, 'resolution'), kept)
  desk.clock.advance(3_600)
  ok(await lead.post(`/api/conversations/${both.from.id}/unmerge`))
  await desk.settle()
  assert.deepEqual(await clockOf(lead, both.from, 'resolution'), kept)
})

test('apart again, its clocks go on with what they had used', async () => {
  const both = await two()
  desk.clock.advance(20 * 60)
  await merge(both)
  desk.clock.advance(3 * 3_600)
  ok(await lead.post(`/api/conversations/${both.from.id}/unmerge`))
  await desk.settle()
  const clock = await clockOf(lead, both.from, 'firstReply')
  assert.deepEqual([clock?.state, clock?.used], ['running', 20 * 60_000])
  assert.equal((await clockOf(lead, both.from, 'resolution'))?.state, 'running')
})

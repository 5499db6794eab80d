// The list of what is due next.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { testDesk } from '../../../test/harness.ts'
import { ok, opened, policyOf, staffSays } from './sla.fixture.ts'

test('conversations are listed by what is due next, page by page, and no longer once it is kept', async () => {
  const desk = await testDesk()
  const lead = desk.as(await createStaff(desk, { role: 'lead' }))
  const within = (topic: string, minutes: number) =>
    policyOf({ match: { topics: [topic] }, targets: { firstReply: { minutes } } })
  ok(await lead.post('/api/sla/policies', within('deposit', 90)))
  ok(await lead.post('/api/sla/policies', within('trading', 30)))
  const deposit = await opened(desk, { topic: 'deposit' })
  const trading = await opened(desk, { topic: 'trading' })
  await opened(desk)
  const first = ok(await lead.get('/api/conversations?sort=due_next&limit=1'))
  assert.deepEqual([first.conversations.length, first.conversations[0].id], [1, trading.id])
  assert.equal(first.conversations[0].clock.dueAt, '2026-03-02T09:30:00.000Z')
  const rest = ok(await lead.get(`/api/conversations?sort=due_next&cursor=${first.next}`))
  assert.deepEqual(
    rest.conversations.map(({ id }: { id: string }) => id),
    [deposit.id],
  )
  await staffSays(desk, lead, trading)
  const left = ok(await lead.get('/api/conversations?sort=due_next'))
  assert.deepEqual(
    left.conversations.map(({ id }: { id: string }) => id),
    [deposit.id],
  )
})

// Clocks are shown live to staff who may see the conversation, and to nobody else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { testDesk } from '../../../test/harness.ts'
import { connect } from '../../../test/security/line.ts'
import { ok, opened, policyOf, staffSays } from './sla.fixture.ts'

test('a list hears of a clock that starts and ends; an agent of another team and the customer do not', async () => {
  const desk = await testDesk()
  const address = await desk.listen()
  const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
  const home = ok(await admin.post('/api/teams', { name: 'Home' })).id
  const away = ok(await admin.post('/api/teams', { name: 'Away' })).id
  const lead = desk.as(await createStaff(desk, { role: 'lead' }))
  const stranger = desk.as(await createStaff(desk, { teamIds: [away] }))
  const one = await opened(desk)
  ok(await admin.patch(`/api/conversations/${one.id}`, { teamId: home }))
  await desk.settle()
  const lines = await Promise.all([lead, stranger, one.person].map(person => connect(address, person)))
  const [sees, blind, customer] = lines as [(typeof lines)[0], (typeof lines)[0], (typeof lines)[0]]
  for (const line of [sees, blind]) line.send({ type: 'join', room: 'inbox' })
  customer.send({ type: 'join', room: `conversation:${one.id}` })
  await Promise.all(lines.map(line => line.got(frame => frame.type === 'joined')))
  ok(await admin.post('/api/sla/policies', policyOf()))
  await desk.settle()
  const started = await sees.got(frame => frame.type === 'clock')
  assert.deepEqual([started.conversationId, started.clock.dueAt], [one.id, '2026-03-02T10:00:00.000Z'])
  await staffSays(desk, lead, one)
  await sees.got(frame => frame.type === 'clock' && frame.clock === null)
  // What comes after it was sent after it.
  ok(await admin.patch(`/api/conversations/${one.id}`, { teamId: null }))
  await blind.got(frame => frame.type === 'inbox')
  await customer.got(frame => frame.type === 'entries')
  for (const line of [blind, customer]) assert.ok(!line.frames.some(({ type }) => type === 'clock'))
})

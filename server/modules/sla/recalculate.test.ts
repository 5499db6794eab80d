// What changed is reckoned anew: from the record, on another node, and for all open conversations.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { system } from '../../platform/context.ts'
import { type DeskEvent, eventOf, type Reaction } from '../../platform/events.ts'
import { reactions } from './reactions.ts'
import { clockOf, customerSays, officeHours, ok, opened, policyOf, staffSays } from './sla.fixture.ts'

let desk: TestDesk
let lead: Person
before(async () => {
  desk = await testDesk()
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
})

test('another policy or calendar counts for open conversations, with what was used', async () => {
  const calendarId = ok(await lead.post('/api/sla/calendars', officeHours('UTC'))).id
  const first = { targets: { firstReply: { minutes: 120 } }, calendarId }
  const { id } = ok(await lead.post('/api/sla/policies', policyOf(first)))
  const [open, solved] = [await opened(desk), await opened(desk)]
  ok(await lead.patch(`/api/conversations/${solved.id}`, { status: 'solved' }))
  await desk.settle()
  desk.clock.advance(1_800)
  const shorter = policyOf({ ...first, targets: { firstReply: { minutes: 60 } } })
  ok(await lead.put(`/api/sla/policies/${id}`, { version: 1, policy: shorter }))
  await desk.settle()
  assert.equal((await clockOf(lead, open, 'firstReply'))?.dueAt, '2026-03-02T10:00:00.000Z')
  assert.equal((await clockOf(lead, solved, 'firstReply'))?.target, 7_200_000)
  const tokyo = officeHours('Asia/Tokyo')
  ok(await lead.put(`/api/sla/calendars/${calendarId}`, { version: 1, calendar: tokyo }))
  await desk.settle()
  assert.equal((await clockOf(lead, open, 'firstReply'))?.dueAt, '2026-03-03T00:30:00.000Z')
  const { recalculation } = ok(await lead.get('/api/sla/recalculation'))
  assert.deepEqual([recalculation.done, recalculation.finishedAt !== null], [1, true])
  ok(await lead.delete(`/api/sla/policies/${id}`))
  await desk.settle()
  assert.equal((await clockOf(lead, open, 'firstReply'))?.dueAt, null)
})

test('more than fit at once are done job by job', async () => {
  const cases = await Promise.all(Array.from({ length: 103 }, () => opened(desk)))
  const { id } = ok(await lead.post('/api/sla/policies', policyOf({ name: 'All' })))
  await desk.settle()
  const { recalculation } = ok(await lead.get('/api/sla/recalculation'))
  assert.deepEqual([recalculation.done, recalculation.finishedAt !== null], [104, true])
  for (const one of [cases[0]!, cases[102]!]) assert.ok((await clockOf(lead, one, 'firstReply'))?.dueAt)
  ok(await lead.delete(`/api/sla/policies/${id}`))
  await desk.settle()
})

test('the record of events, heard anew and backwards, gives the same clocks', async () => {
  const targets = { firstReply: { minutes: 60 }, nextReply: { minutes: 30 }, resolution: { minutes: 600 } }
  ok(await lead.post('/api/sla/policies', policyOf({ targets })))
  const one = await opened(desk)
  desk.clock.advance(600)
  await customerSays(desk, one)
  await staffSays(desk, lead, one, { then: 'waiting' })
  desk.clock.advance(3_600)
  await customerSays(desk, one)
  desk.clock.advance(60)
  await staffSays(desk, lead, one, { then: 'solved' })
  desk.clock.advance(60)
  await customerSays(desk, one)
  const clocks = () =>
    desk.db.selectFrom('clocks').selectAll().where('conversation_id', '=', one.id).orderBy('kind').execute()
  const before = await clocks()
  assert.deepEqual(
    before.map(({ kind, state }) => `${kind} ${state}`),
    ['firstReply met', 'nextReply running', 'resolution running'],
  )
  await desk.db.deleteFrom('clock_events').where('conversation_id', '=', one.id).execute()
  const { rows } = await desk.pool.query('select * from events where conversation_id = $1 order by id desc', [
    one.id,
  ])
  for (const event of rows.map(eventOf)) {
    for (const reaction of Object.values(reactions[event.type as keyof typeof reactions] ?? {})) {
      const { concerns = () => true } = reaction as Reaction<never>
      if (!concerns(event as DeskEvent<never>)) continue
      await desk.app.desk.transact(system('test'), ctx =>
        (reaction as Reaction<never>)(ctx, [event as DeskEvent<never>]),
      )
    }
  }
  assert.deepEqual(await clocks(), before)
})

test('a clock that is due is told of by whichever node is there', async () => {
  const { id } = ok(await lead.post('/api/sla/policies', policyOf({ name: 'Two nodes', position: 1 })))
  const one = await opened(desk)
  const { rows } = await desk.pool.query('select due_at from timers where key = $1', [`clock:${one.id}`])
  assert.equal(rows[0].due_at.getTime(), desk.clock().getTime() + 3_600_000)
  const other = await testDesk({ beside: desk })
  desk.clock.advance(3_600)
  await other.settle()
  assert.ok((await clockOf(lead, one, 'firstReply'))?.breachedAt)
  ok(await lead.delete(`/api/sla/policies/${id}`))
})

// The queue as people meet it: in order, to who may and has room, and never to nobody.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { createCustomer, createStaff, type NewStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { system } from '../../platform/context.ts'
import { giveWaiting, handOver } from '../conversations/index.ts'

const message = (body = 'Hello') => ({ clientId: randomUUID(), body })
const duty = (person: Person, available: boolean, capacity = 5) =>
  person.put('/api/presence/me', { available, capacity })

async function onDuty(desk: TestDesk, given: NewStaff & { capacity?: number } = {}) {
  const staff = await createStaff(desk, given)
  const person = desk.as(staff)
  assert.equal((await duty(person, true, given.capacity)).status, 200)
  return { ...staff, person }
}

async function wait(desk: TestDesk) {
  const customer = desk.asCustomer(await createCustomer(desk))
  const { body } = await customer.post('/api/customer/conversations', message())
  const path = `/api/customer/conversations/${body.conversation.id}`
  return {
    id: body.conversation.id as string,
    customer,
    now: async () => (await customer.get(path)).body.conversation,
  }
}

const assigneeOf = async (desk: TestDesk, id: string) =>
  (await desk.pool.query('select assignee_id, status, live from conversations where id = $1', [id])).rows[0]

test('a queue that everybody left is dissolved a minute after the last one went, however often it is looked at', async () => {
  const desk = await testDesk()
  const ann = await onDuty(desk)
  await duty(ann.person, true, 1)
  const first = await wait(desk)
  await desk.settle()
  const second = await wait(desk)
  await duty(ann.person, false)
  for (let tick = 0; tick < 6; tick++) {
    await desk.settle()
    assert.equal((await second.now()).status, 'queued', `after ${tick * 10} s`)
    desk.clock.advance(10)
  }
  await desk.settle()
  const { status, live } = await second.now()
  assert.deepEqual([status, live], ['open', false])
  assert.equal((await first.now()).live, true, 'who talks to somebody goes on')
})

test('those whose team is away keep nobody else waiting, however many they are', async () => {
  const desk = await testDesk({ rateFactor: 100 })
  const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
  const { id: teamId } = (await admin.post('/api/teams', { name: 'Away' })).body
  const ann = await onDuty(desk, { capacity: 1 })
  const busy = await wait(desk)
  await desk.settle()
  const ids: string[] = []
  for (let n = 0; n < 3; n++) ids.push((await wait(desk)).id)
  // More than are looked at in one go, all before the one whom Ann could take.
  await desk.pool.query(
    `insert into conversations select (json_populate_record(c, json_build_object('id', gen_random_uuid(), 'client_id',
       gen_random_uuid(), 'number', nextval('conversation_numbers'), 'team_id', $2::uuid, 'queued_at', c.queued_at - interval '1 hour'))).*
     from conversations c, generate_series(1, 250) where c.id = $1`,
    [ids[0], teamId],
  )
  await ann.person.patch(`/api/conversations/${busy.id}`, { status: 'solved' })
  await desk.settle()
  assert.equal((await assigneeOf(desk, ids[0]!)).assignee_id, ann.id)
})

test('who is disabled while on duty gets nothing any more, and stops nobody’s routing', async () => {
  const desk = await testDesk()
  const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
  const gone = await onDuty(desk)
  const there = await onDuty(desk)
  await admin.patch(`/api/staff/${gone.id}`, { disabled: true })
  const one = await wait(desk)
  await desk.settle()
  assert.equal((await assigneeOf(desk, one.id)).assignee_id, there.id)
  const { rows } = await desk.pool.query('select available from presences where staff_id = $1', [gone.id])
  assert.equal(rows[0].available, false)
})

test('what was taken, solved or left since the line was looked at is left alone', async () => {
  const desk = await testDesk()
  const ann = await onDuty(desk)
  const ben = await createStaff(desk)
  const [taken, solved, left] = [await wait(desk), await wait(desk), await wait(desk)]
  await desk.as(ben).post(`/api/conversations/${taken.id}/entries`, message('I am here'))
  await desk.as(ben).patch(`/api/conversations/${solved.id}`, { status: 'solved' })
  await left.customer.post(`/api/customer/conversations/${left.id}/leave`)
  for (const { id } of [taken, solved, left]) {
    const before = await assigneeOf(desk, id)
    const { transact } = desk.app.desk
    assert.equal(await transact(system('test'), ctx => giveWaiting(ctx, id, ann.id)), false)
    await transact(system('test'), ctx => handOver(ctx, id, 'no_agent'))
    assert.deepEqual(await assigneeOf(desk, id), before)
  }
})

test('goes on until all fit, although only so many are looked at in one go', async () => {
  const desk = await testDesk({ rateFactor: 100 })
  const all = await Promise.all(Array.from({ length: 5 }, () => onDuty(desk, { capacity: 50 })))
  const first = await wait(desk)
  await desk.pool.query(
    `insert into conversations select (json_populate_record(c, json_build_object('id', gen_random_uuid(), 'client_id',
       gen_random_uuid(), 'number', nextval('conversation_numbers')))).*
     from conversations c, generate_series(1, 229) where c.id = $1`,
    [first.id],
  )
  await desk.settle()
  const { rows } = await desk.pool.query(
    `select count(*) filter (where status = 'queued') as waiting, max(n) as most from conversations
     left join (select assignee_id, count(*) as n from conversations group by 1) as loads using (assignee_id)`,
  )
  assert.deepEqual([rows[0].waiting, rows[0].most], [0, 46])
  assert.equal(all.length, 5)
})

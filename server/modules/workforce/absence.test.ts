// Who is gone is taken for gone; who only couldn't be seen, because the desk itself was away, is not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'

let desk: TestDesk
before(async () => {
  desk = await testDesk()
})

/** An agent and a customer in the middle of a chat, whose last signs of life are so many seconds old. */
async function chat(secondsAgo: number) {
  const staff = await createStaff(desk)
  const agent = desk.as(staff)
  await agent.put('/api/presence/me', { available: true, capacity: 50 })
  const customer = desk.asCustomer(await createCustomer(desk))
  const { body } = await customer.post('/api/customer/conversations', {
    clientId: randomUUID(),
    body: 'Hello',
  })
  await desk.settle()
  await desk.pool.query(`update presences set seen_at = now() - make_interval(secs => $1)`, [secondsAgo])
  await desk.pool.query(`update customer_presences set seen_at = now() - make_interval(secs => $1)`, [
    secondsAgo,
  ])
  const later = async () => {
    desk.clock.advance(31)
    await desk.settle()
    const { rows } = await desk.pool.query(
      'select live, (select available from presences where staff_id = $2) from conversations where id = $1',
      [body.conversation.id, staff.id],
    )
    return { live: rows[0].live, available: rows[0].available }
  }
  return later
}

const node = (startedAgo: number, seenAgo: number) =>
  desk.pool.query(
    `insert into nodes (id, started_at, seen_at)
     values (gen_random_uuid(), now() - make_interval(secs => $1), now() - make_interval(secs => $2))`,
    [startedAgo, seenAgo],
  )

test('two minutes without a sign end a customer’s live chat, one minute ends an agent’s duty', async () => {
  await node(3_600, 1)
  const soon = await chat(50)
  assert.deepEqual(await soon(), { live: true, available: true })
  const later = await chat(90)
  assert.deepEqual(await later(), { live: true, available: false })
  const gone = await chat(150)
  assert.deepEqual(await gone(), { live: false, available: false })
})

test('while the desk itself is away, or has just come back, nobody is taken for gone', async () => {
  await desk.pool.query('delete from nodes')
  for (const [started, seen] of [
    [3_600, 20],
    [5, 1],
  ] as const) {
    await node(started, seen)
    const later = await chat(600)
    assert.deepEqual(await later(), { live: true, available: true })
    await desk.pool.query('delete from nodes')
  }
})

test('a node that couldn’t say that it lives counts as come back', async () => {
  const other = await testDesk({ beside: desk, jobs: true })
  await other.app.start()
  const age = async () =>
    (
      await desk.pool.query(
        'select extract(epoch from now() - started_at)::int as age from nodes where id = $1',
        [other.app.nodeId],
      )
    ).rows[0]?.age
  await desk.pool.query(
    `update nodes set started_at = now() - interval '1 hour', seen_at = now() - interval '20 seconds' where id = $1`,
    [other.app.nodeId],
  )
  const until = performance.now() + 10_000
  while ((await age()) > 60 && performance.now() < until)
    await new Promise(resolve => setTimeout(resolve, 50))
  assert.ok((await age()) < 60)
})

// The tools of the tests have to be right before anything that is tested with them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCustomer, createKey, createStaff } from './factories.ts'
import { testDesk } from './harness.ts'

test('each desk has a migrated database of its own, with people in it', async () => {
  const [one, other] = await Promise.all([testDesk(), testDesk()])
  const ann = await createStaff(one, { name: 'Ann', role: 'lead' })
  await createCustomer(one, { name: 'Bo', verified: true })
  await createKey(one, ann, ['conversations.read'])
  const count = async (desk: typeof one) =>
    (await desk.pool.query('select count(*) from staff')).rows[0].count
  assert.equal(await count(one), 1)
  assert.equal(await count(other), 0)
  assert.equal((await one.as(ann).get('/readyz')).status, 200)
  assert.match((await one.as(ann).headers()).cookie!, /^ballast_session=/)
})

test('the clock stands still until it is moved', async () => {
  const desk = await testDesk()
  const before = desk.clock().getTime()
  desk.clock.advance(60)
  assert.equal(desk.app.desk.clock().getTime() - before, 60_000)
})

test('two desks beside each other listen on one database', async () => {
  const one = await testDesk()
  const other = await testDesk({ beside: one })
  const addresses = [await one.listen(), await other.listen()]
  assert.equal(addresses[0], one.options.publicUrl)
  const staff = await createStaff(one)
  assert.deepEqual((await other.pool.query('select id from staff')).rows, [{ id: staff.id }])
  for (const address of addresses) assert.equal((await fetch(`${address}/healthz`)).status, 200)
  await one.settle()
})

test('an unknown address is answered like an unknown thing', async () => {
  const desk = await testDesk()
  const { status, body } = await desk.nobody.get('/api/nothing')
  assert.equal(status, 404)
  assert.equal(body.error.code, 'not_found')
})

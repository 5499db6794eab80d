// The tools of the tests have to be right before anything that is tested with them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCustomer, createKey, createStaff } from './factories.ts'
import { testDesk } from './harness.ts'

test('each desk has a migrated database of its own', async () => {
  const [one, other] = await Promise.all([testDesk(), testDesk()])
  await createStaff(one)
  const count = async (desk: typeof one) =>
    (await desk.pool.query('select count(*) from staff')).rows[0].count
  assert.equal(await count(one), 1)
  assert.equal(await count(other), 0)
})

test('people are let in as who they are', async () => {
  const desk = await testDesk()
  const ann = await createStaff(desk, { name: 'Ann', role: 'administrator' })
  const { status, body } = await desk.as(ann).get('/api/session')
  assert.deepEqual([status, body.name], [200, 'Ann'])
  assert.equal((await desk.nobody.get('/api/session')).status, 401)
  const key = await createKey(desk, ann, ['staff.read'])
  assert.equal((await desk.asKey(key).get('/api/staff')).status, 200)
  assert.equal((await desk.asKey(key).get('/api/audit')).status, 403)
  for (const verified of [false, true]) {
    const bo = await createCustomer(desk, { name: 'Bo', verified })
    const profile = await desk.asCustomer(bo).get('/api/customer/me')
    assert.deepEqual([profile.status, profile.body.name, profile.body.verified], [200, 'Bo', verified])
  }
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

// Anonymous sessions: a random token is all that leads back to a visitor's room (V35).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../../test/harness.ts'
import { newId, newSecret } from '../../platform/ids.ts'

const desk = await testDesk()
const path = '/api/customer/session'
const open = (body = {}) => desk.nobody.post(path, body)
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const me = (token: string) => desk.nobody.get('/api/customer/me', bearer(token))

test('a visitor gets a token and comes back with it as the same customer', async () => {
  const first = await open({ locale: 'zh' })
  assert.equal(first.status, 200)
  assert.match(first.body.token, /^blst_visit_[\w-]{43}$/)
  assert.equal(first.body.customer.verified, false)
  assert.equal(first.body.customer.locale, 'zh')
  const again = await open({ visitorToken: first.body.token })
  assert.deepEqual(again.body, first.body)
  assert.equal(again.headers['cache-control'], 'no-store')
})

test('V35 a visitor token of own making opens a new room, never somebody else’s', async () => {
  const victim = await open()
  const made = [
    newSecret('blst_visit'),
    victim.body.customer.id,
    `blst_visit_${victim.body.customer.id}`,
    newId(),
    '',
    'undefined',
    'null',
    '%',
    `${victim.body.token}x`,
    victim.body.token.slice(0, -1),
    victim.body.token.toUpperCase(),
  ]
  for (const visitorToken of made) {
    const { status, body } = await open({ visitorToken })
    assert.equal(status, 200)
    assert.notEqual(body.customer.id, victim.body.customer.id)
    assert.notEqual(body.token, visitorToken, 'a token that a stranger chose is never taken over')
    assert.equal((await me(visitorToken || 'x')).status, 401)
  }
  assert.equal((await open({ visitorToken: newSecret('blst_cust') })).body.error.code, 'token_expired')
})

test('V35 neither the hash of a token nor another kind of token is one', async () => {
  const { body } = await open()
  const { rows } = await desk.pool.query('select * from customer_sessions where customer_id = $1', [
    body.customer.id,
  ])
  assert.equal(JSON.stringify(rows).includes(body.token), false, 'the token itself is not stored')
  for (const token of [rows[0].token_hash.toString('base64url'), rows[0].id, newSecret('blst_key')])
    assert.equal((await me(token)).status, 401)
})

test('a token is good for a year after it was last shown', async () => {
  const day = 86_400
  const { body } = await open()
  desk.clock.advance(360 * day)
  assert.equal((await open({ visitorToken: body.token })).body.customer.id, body.customer.id)
  desk.clock.advance(360 * day)
  assert.equal((await me(body.token)).status, 200)
  desk.clock.advance(6 * day)
  assert.equal((await me(body.token)).status, 401)
  assert.notEqual((await open({ visitorToken: body.token })).body.customer.id, body.customer.id)
})

test('signing out makes the token worthless', async () => {
  const { body } = await open()
  assert.equal((await desk.nobody.delete(path, undefined, bearer(body.token))).status, 200)
  assert.equal((await me(body.token)).status, 401)
  assert.notEqual((await open({ visitorToken: body.token })).body.customer.id, body.customer.id)
  assert.equal((await desk.nobody.delete(path)).status, 401)
})

test('V12 V29 a name is kept without line breaks and characters that turn its direction', async () => {
  const { body } = await open()
  const changed = await desk.nobody.patch(
    '/api/customer/me',
    { name: ' Bo\r\nBcc: all\u202Egpj.exe\u200B ', email: 'bo@example.test' },
    bearer(body.token),
  )
  assert.equal(changed.body.name, 'BoBcc: allgpj.exe')
  assert.equal(changed.body.email, 'bo@example.test')
  for (const email of ['nobody', 'a@b\r\nBcc: x@y.test', 'x'.repeat(300)])
    assert.equal((await desk.nobody.patch('/api/customer/me', { email }, bearer(body.token))).status, 400)
})

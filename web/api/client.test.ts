// The client against a real desk: typed answers, and one kind of error whatever goes wrong.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKey, createStaff } from '../../test/factories.ts'
import { testDesk } from '../../test/harness.ts'
import { answer, createClient } from './client.ts'
import { Refusal } from './refusal.ts'

const desk = await testDesk()
const baseUrl = await desk.listen()
const ann = await createStaff(desk, { name: 'Ann', role: 'administrator' })
const { secret } = await createKey(desk, ann, ['staff.read'])
const api = createClient({ baseUrl, headers: { authorization: `Bearer ${secret}` } })

async function errorOf(call: Promise<unknown>): Promise<Refusal> {
  const error = await call.then(
    () => assert.fail('it was refused'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refusal, String(error))
  return error
}

test('a success is the body', async () => {
  const { staff } = await answer(api.GET('/api/staff'))
  assert.deepEqual(
    staff.map(({ name }) => name),
    ['Ann'],
  )
})

test('a refusal carries its code and sentence', async () => {
  const { status, code, message } = await errorOf(api.GET('/api/audit'))
  assert.deepEqual([status, code], [403, 'forbidden'])
  assert.match(message, /not allowed/)
})

test('refused input names its fields', async () => {
  const body = { password: 'x' } as never
  const { code, fields } = await errorOf(createClient({ baseUrl }).POST('/api/session', { body }))
  assert.equal(code, 'invalid_input')
  assert.ok(fields?.some(({ path }) => path === 'email'))
})

test('a flood says when to come back', async () => {
  const full = async () =>
    new Response(JSON.stringify({ error: { code: 'too_many_requests', details: { most: 5 } } }), {
      status: 429,
      headers: { 'retry-after': '7' },
    })
  const { code, retryAfter, details } = await errorOf(
    createClient({ baseUrl, fetch: full }).GET('/api/staff'),
  )
  assert.deepEqual([code, retryAfter, details], ['too_many_requests', 7, { retryAfter: 7, most: 5 }])
})

test('a desk that is not reached is offline, something else in its place unavailable', async () => {
  const broken = async () => {
    throw new TypeError('fetch failed')
  }
  const unreached = await errorOf(createClient({ baseUrl, fetch: broken }).GET('/api/staff'))
  assert.deepEqual([unreached.status, unreached.code, unreached.passing], [0, 'offline', true])
  const proxy = async () => new Response('<html>Bad gateway</html>', { status: 502 })
  const inItsPlace = await errorOf(createClient({ baseUrl, fetch: proxy }).GET('/api/staff'))
  assert.deepEqual([inItsPlace.status, inItsPlace.code], [502, 'unavailable'])
})

test('what the caller broke off stays what it is', async () => {
  const signal = AbortSignal.abort()
  await assert.rejects(api.GET('/api/staff', { signal }), { name: 'AbortError' })
})

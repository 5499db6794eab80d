// API keys, through HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import { browserOf, hire } from './people.fixture.ts'

async function withKey(desk: TestDesk, permissions: string[], more: object = {}) {
  const root = await hire(desk, 'administrator')
  const admin = await browserOf(desk, root)
  const { status, body } = await admin.post('/api/keys', { name: 'Importer', permissions, ...more })
  assert.equal(status, 200, JSON.stringify(body))
  const ask = (path: string, headers = {}) =>
    desk.nobody.get(path, { headers: { authorization: `Bearer ${body.secret}`, ...headers } })
  const write = (path: string, given: object) =>
    desk.nobody.post(path, given, { headers: { authorization: `Bearer ${body.secret}` } })
  return { root, admin, key: body.key, secret: body.secret as string, ask, write }
}

test('a key may do what it was given, and nothing else', async () => {
  const desk = await testDesk()
  const { key, secret, ask } = await withKey(desk, ['staff.read'])
  assert.match(secret, /^blst_key_[\w-]{43}$/)
  assert.ok(secret.startsWith(key.prefix) && key.prefix.length === 15)
  assert.equal((await ask('/api/staff')).status, 200)
  assert.equal((await ask('/api/audit')).status, 403)
  assert.equal((await ask('/api/session')).status, 403)
})

test('V36 a key is shown once and kept as a hash', async () => {
  const desk = await testDesk()
  const { admin, secret } = await withKey(desk, ['staff.read'])
  const list = await admin.get('/api/keys')
  assert.equal(list.body.keys.length, 1)
  const { rows } = await desk.pool.query(
    'select k::text as row from api_keys k union all select l::text from audit_log l',
  )
  for (const text of [JSON.stringify(list.body), ...rows.map(({ row }) => row)])
    assert.ok(!text.includes(secret))
})

test('a revoked key, an expired one and one of a disabled colleague are refused', async () => {
  const desk = await testDesk()
  const revoked = await withKey(desk, ['staff.read'])
  assert.equal((await revoked.admin.delete(`/api/keys/${revoked.key.id}`)).status, 200)
  assert.equal((await revoked.ask('/api/staff')).status, 401)
  assert.equal((await revoked.admin.delete(`/api/keys/${revoked.key.id}`)).status, 404)

  const inAnHour = new Date(desk.clock().getTime() + 3_600_000).toISOString()
  const expiring = await withKey(desk, ['staff.read'], { expiresAt: inAnHour })
  assert.equal((await expiring.ask('/api/staff')).status, 200)
  desk.clock.advance(3_600)
  assert.equal((await expiring.ask('/api/staff')).status, 401)

  const orphan = await withKey(desk, ['staff.read'])
  await revoked.admin.patch(`/api/staff/${orphan.root.id}`, { disabled: true })
  assert.equal((await orphan.ask('/api/staff')).status, 401)
})

test('a key loses what its maker loses', async () => {
  const desk = await testDesk()
  const { root, ask } = await withKey(desk, ['staff.read', 'audit.read'])
  const other = await browserOf(desk, await hire(desk, 'administrator'))
  assert.equal((await ask('/api/audit')).status, 200)
  await other.patch(`/api/staff/${root.id}`, { role: 'agent' })
  assert.equal((await ask('/api/audit')).status, 403)
  assert.equal((await ask('/api/staff')).status, 200)
})

test('a key hands out no more than it holds: no keys, no administrators', async () => {
  const desk = await testDesk()
  const { root, write } = await withKey(desk, [
    'api_keys.write',
    'staff.write',
    'staff.read',
    'workforce.read',
  ])
  assert.equal((await write('/api/keys', { name: 'More', permissions: ['staff.read'] })).status, 403)
  const invite = (role: string) => write('/api/invitations', { email: `${role}@staff.test`, role })
  assert.equal((await invite('administrator')).status, 403)
  assert.equal((await invite('agent')).status, 403)
  assert.equal((await write(`/api/staff/${root.id}/reset-link`, {})).status, 403)
})

test('when a key was last used is noted', async () => {
  const desk = await testDesk()
  const { admin, ask } = await withKey(desk, ['staff.read'])
  const lastUsed = async () => (await admin.get('/api/keys')).body.keys[0].lastUsedAt
  assert.equal(await lastUsed(), null)
  await ask('/api/staff')
  assert.equal(await lastUsed(), desk.clock().toISOString())
})

test('a wrong key is not made good by a cookie', async () => {
  const desk = await testDesk()
  const { ask, admin } = await withKey(desk, ['staff.read'])
  const { cookie = '' } = await admin.headers()
  assert.equal(
    (await ask('/api/session', { cookie, authorization: `Bearer blst_key_${'A'.repeat(43)}` })).status,
    401,
  )
})

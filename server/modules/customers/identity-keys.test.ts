// Keys of the exchange: shown once, checked before they are taken, and every step in the audit log.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { testDesk } from '../../../test/harness.ts'
import { newId } from '../../platform/ids.ts'
import { signed, usual } from './identity.fixture.ts'

const desk = await testDesk()
const administrator = desk.as(await createStaff(desk, { role: 'administrator' }))
const path = '/api/identity-keys'
const pem = (type: 'publicKey' | 'privateKey', pair: ReturnType<typeof p256>) =>
  type === 'publicKey'
    ? (pair.publicKey.export({ type: 'spki', format: 'pem' }) as string)
    : (pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
const p256 = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

test('V36 a shared secret is shown once, works, and is never listed', async () => {
  const made = await administrator.post(path, { algorithm: 'HS256', kid: 'main' })
  assert.equal(made.status, 200)
  assert.match(made.body.secret, /^blst_sign_[\w-]{43}$/)
  const header = { alg: 'HS256', kid: 'main' }
  const identity = await signed(Buffer.from(made.body.secret), header, usual(desk))
  assert.equal((await desk.nobody.post('/api/customer/session', { identity })).status, 200)
  const { secret: _, ...listed } = made.body
  assert.deepEqual((await administrator.get(path)).body, [listed])
})

test('V36 no two keys have one name', async () => {
  const again = await administrator.post(path, { algorithm: 'HS256', kid: 'main' })
  assert.equal(again.status, 409)
  assert.equal(again.body.error.code, 'already_exists')
})

test('a key that does not fit its algorithm is refused', async () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const wrong: [string, string | undefined][] = [
    ['ES256', undefined],
    ['ES256', 'nonsense'],
    ['ES256', pem('privateKey', p256())],
    ['RS256', pem('publicKey', p256())],
    ['EdDSA', pem('publicKey', p256())],
    ['RS256', weak.publicKey.export({ type: 'spki', format: 'pem' }) as string],
    ['none', undefined],
    ['HS512', undefined],
  ]
  for (const [algorithm, publicKey] of wrong) {
    const { status, body } = await administrator.post(path, { algorithm, publicKey })
    assert.equal(status, 400, algorithm)
    assert.equal(body.error.code, 'invalid_input')
  }
  const right = await administrator.post(path, { algorithm: 'ES256', publicKey: pem('publicKey', p256()) })
  assert.equal(right.status, 200)
  assert.equal('secret' in right.body, false)
})

test('only those who may, may', async () => {
  const lead = desk.as(await createStaff(desk, { role: 'lead' }))
  assert.equal((await lead.get(path)).status, 200)
  assert.equal((await lead.post(path, { algorithm: 'HS256' })).status, 403)
  assert.equal((await lead.post(`${path}/${newId()}/retire`)).status, 403)
  assert.equal((await administrator.post(`${path}/${newId()}/retire`)).status, 404)
})

test('a key is retired once, and all of it is on record', async () => {
  const { id } = (await administrator.post(path, { algorithm: 'HS256', kid: 'old' })).body
  const retired = await administrator.post(`${path}/${id}/retire`)
  assert.equal(retired.body.retiredAt, desk.clock().toISOString())
  desk.clock.advance(60)
  const again = await administrator.post(`${path}/${id}/retire`)
  assert.equal(again.body.retiredAt, retired.body.retiredAt)
  const { rows } = await desk.pool.query(
    `select action, data from audit_log where subject_kind = 'identity_key' and subject_id = $1 order by id`,
    [id],
  )
  assert.deepEqual(rows.slice(0, 2), [
    { action: 'identity_key.created', data: { kid: 'old', algorithm: 'HS256' } },
    { action: 'identity_key.retired', data: { kid: 'old' } },
  ])
})

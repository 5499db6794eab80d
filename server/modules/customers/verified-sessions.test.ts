// Verified sessions: what the exchange signed opens exactly that customer's session, and nothing else does (V23).
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { testDesk } from '../../../test/harness.ts'
import { system } from '../../platform/context.ts'
import { exchange, seconds, signed, usual } from './identity.fixture.ts'
import { createIdentityKey, retireIdentityKey } from './identity-keys.ts'

const desk = await testDesk()
const { sign, key, kid } = await exchange(desk)
const path = '/api/customer/session'
const open = (identity: unknown, more = {}) => desk.nobody.post(path, { identity, ...more })
const me = (token: string) =>
  desk.nobody.get('/api/customer/me', { headers: { authorization: `Bearer ${token}` } })
const countCustomers = async () => (await desk.pool.query('select count(*) from customers')).rows[0].count

test('a signed token opens the session of the customer it names, every time the same one', async () => {
  const identity = await sign({
    sub: 'uid-1',
    name: 'Ada',
    email: 'ada@example.test',
    locale: 'zh',
    attributes: { vip: 2 },
  })
  const first = await open(identity)
  assert.equal(first.status, 200)
  assert.match(first.body.token, /^blst_cust_[\w-]{43}$/)
  const { customer } = first.body
  assert.deepEqual(customer, {
    id: customer.id,
    name: 'Ada',
    email: 'ada@example.test',
    locale: 'zh',
    verified: true,
  })
  const again = await open(await sign({ sub: 'uid-1', name: 'Ada L' }))
  assert.equal(again.body.customer.id, customer.id)
  assert.equal(again.body.customer.name, 'Ada L')
  assert.equal((await me(again.body.token)).body.id, customer.id)
  const other = await open(await sign({ sub: 'uid-1 ' }))
  assert.notEqual(other.body.customer.id, customer.id, 'a subject is compared as it is')
})

const refused: [string, string, () => unknown][] = [
  ['empty', 'token_invalid', () => ''],
  ['not a token', 'token_invalid', () => 'a.b.c'],
  ['a bare HMAC of the id', 'token_invalid', () => 'c7b8d2f0'.repeat(8)],
  ['without sub', 'token_invalid', () => sign({ sub: undefined })],
  ['with an empty sub', 'token_invalid', () => sign({ sub: '' })],
  ['with an array as sub', 'token_invalid', () => sign({ sub: ['1001'] })],
  ['with an object as sub', 'token_invalid', () => sign({ sub: { id: '1001' } })],
  ['with a number as sub', 'token_invalid', () => sign({ sub: 1001 })],
  ['with a NUL in sub', 'token_invalid', () => sign({ sub: '1001\u0000' })],
  ['with half a character in sub', 'token_invalid', () => sign({ sub: '1001\ud800' })],
  ['with a sub of 201 characters', 'token_invalid', () => sign({ sub: 'x'.repeat(201) })],
  ['without exp', 'token_invalid', () => sign({ exp: undefined })],
  ['without iat', 'token_invalid', () => sign({ iat: undefined })],
  ['without jti', 'token_invalid', () => sign({ jti: undefined })],
  ['without aud', 'token_invalid', () => sign({ aud: undefined })],
  ['for another audience', 'token_invalid', () => sign({ aud: 'elsewhere' })],
  ['for several audiences', 'token_invalid', () => sign({ aud: ['ballast', 'elsewhere'] })],
  ['expired', 'token_expired', () => sign({ iat: seconds(desk, -400), exp: seconds(desk, -61) })],
  ['valid for longer than 15 minutes', 'token_invalid', () => sign({ exp: seconds(desk, 901) })],
  ['from the future', 'token_invalid', () => sign({ iat: seconds(desk, 120) })],
  ['not valid yet', 'token_invalid', () => sign({ nbf: seconds(desk, 120) })],
  ['of an unknown key', 'token_invalid', () => sign({}, { kid: 'other' })],
  ['without a key id', 'token_invalid', () => sign({}, { kid: undefined })],
  [
    'signed by somebody else',
    'token_invalid',
    () => signed(Buffer.alloc(32, 1), { alg: 'HS256', kid }, usual(desk)),
  ],
  ['with another algorithm of the same key', 'token_invalid', () => sign({}, { alg: 'HS512' })],
  ['with an empty tier', 'token_invalid', () => sign({ tier: ' ' })],
  ['with a tier of 41 characters', 'token_invalid', () => sign({ tier: 'x'.repeat(41) })],
  ['with a number as tier', 'token_invalid', () => sign({ tier: 1 })],
  ['with a line break in tier', 'token_invalid', () => sign({ tier: 'v\nip' })],
  ['not signed', 'token_invalid', () => unsigned('none')],
  ['not signed, written otherwise', 'token_invalid', () => unsigned('NONE')],
  [
    'with attributes that are no list of values',
    'token_invalid',
    () => sign({ attributes: { a: { b: 1 } } }),
  ],
]

const unsigned = (alg: string) => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg, kid })}.${part(usual(desk))}.`
}

for (const [what, code, make] of refused) {
  test(`V23 an identity that is ${what} is refused, and is nobody`, async () => {
    const before = await countCustomers()
    const { status, body } = await open(await make())
    assert.equal(status, 401)
    assert.equal(body.error.code, code)
    assert.equal(await countCustomers(), before)
  })
}

test('V23 an identity that is no text at all is refused before anything is done', async () => {
  for (const identity of [null, [], ['x'], {}, 7, true]) {
    const { status, body } = await open(identity)
    assert.equal(status, 400)
    assert.equal(body.error.code, 'invalid_input')
  }
})

test('V23 a token with a changed subject is refused: nobody becomes another customer', async () => {
  const [header, payload, signature] = (await sign({ sub: 'victim-not' })).split('.')
  const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString())
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'victim' })).toString('base64url')
  assert.equal((await open(`${header}.${forged}.${signature}`)).body.error.code, 'token_invalid')
})

test('V23 a token works once, also when it is sent twice at the same moment', async () => {
  const identity = await sign({ sub: 'twice' })
  const answers = await Promise.all([1, 2, 3].map(() => open(identity)))
  assert.deepEqual(
    answers.map(answer => answer.status).toSorted((a, b) => a - b),
    [200, 401, 401],
  )
  const late = answers.find(answer => answer.status === 401)!
  assert.equal(late.body.error.code, 'token_reused')
  assert.equal((await open(identity)).body.error.code, 'token_reused')
})

test('F10 an exchange whose clock is off by up to a minute is understood', async () => {
  const ahead = { iat: seconds(desk, 55), exp: seconds(desk, 300) }
  const behind = { iat: seconds(desk, -200), exp: seconds(desk, -55) }
  for (const times of [ahead, behind]) assert.equal((await open(await sign(times))).status, 200)
})

test('V23 a used token is remembered until it would be refused as expired', async () => {
  const identity = await sign({ sub: 'later' })
  assert.equal((await open(identity)).status, 200)
  desk.clock.advance(359)
  await desk.app.desk.transact(system('test'), async ctx => ctx.enqueue('sweepCustomerSessions', {}))
  await desk.settle()
  assert.equal((await open(identity)).body.error.code, 'token_reused')
  desk.clock.advance(3_600)
  await desk.settle()
  assert.equal((await open(identity)).body.error.code, 'token_expired')
  const { rows } = await desk.pool.query('select from used_token_ids where expires_at < $1', [desk.clock()])
  assert.equal(rows.length, 0)
})

test('keys of every kind verify, each with its own algorithm only', async () => {
  const pairs = {
    ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    EdDSA: generateKeyPairSync('ed25519'),
    RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  } as const
  for (const [algorithm, { publicKey, privateKey }] of Object.entries(pairs)) {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
    const made = await desk.app.desk.transact(system('test'), ctx =>
      createIdentityKey(ctx, { algorithm: algorithm as 'ES256', publicKey: pem }),
    )
    const right = await signed(privateKey as never, { alg: algorithm, kid: made.kid }, usual(desk))
    assert.equal((await open(right)).status, 200, algorithm)
    // The classic confusion: the public key, which everybody has, used as a shared secret.
    const confused = await signed(Buffer.from(pem), { alg: 'HS256', kid: made.kid }, usual(desk))
    assert.equal((await open(confused)).body.error.code, 'token_invalid', algorithm)
  }
})

test('V23 keys rotate: two are active side by side, a retired one is refused', async () => {
  const next = await exchange(desk)
  for (const one of [sign, next.sign]) assert.equal((await open(await one({ sub: 'r' }))).status, 200)
  await desk.app.desk.transact(system('test'), ctx => retireIdentityKey(ctx, next.id))
  const { status, body } = await open(await next.sign())
  assert.equal(status, 401)
  assert.equal(body.error.code, 'token_invalid')
  assert.equal((await open(await sign())).status, 200)
})

test('a verified session lasts 12 hours and is extended by a fresh token only', async () => {
  const { body } = await open(await sign({ sub: 'long' }))
  desk.clock.advance(11 * 3_600)
  const resumed = await desk.nobody.post(path, { visitorToken: body.token })
  assert.equal(resumed.body.expiresAt, body.expiresAt)
  const extended = await open(await sign({ sub: 'long' }), { visitorToken: body.token })
  assert.equal(extended.body.token, body.token)
  desk.clock.advance(11 * 3_600)
  await desk.settle()
  assert.equal((await me(body.token)).status, 200)
  desk.clock.advance(3_601)
  assert.equal((await me(body.token)).status, 401)
  const late = await desk.nobody.post(path, { visitorToken: body.token })
  assert.equal(late.status, 401)
  assert.equal(late.body.error.code, 'token_expired')
})

test('V23 a switch of identity ends the session before it', async () => {
  const ada = await open(await sign({ sub: 'ada' }))
  const bo = await open(await sign({ sub: 'bo' }), { visitorToken: ada.body.token })
  assert.notEqual(bo.body.customer.id, ada.body.customer.id)
  assert.equal((await me(ada.body.token)).status, 401)
  assert.equal((await me(bo.body.token)).body.id, bo.body.customer.id)
  await assertKey(key)
})

test('V23 a refused identity leaves the session before it as it was', async () => {
  const ada = await open(await sign({ sub: 'ada' }))
  assert.equal((await open('nonsense', { visitorToken: ada.body.token })).status, 401)
  assert.equal((await me(ada.body.token)).body.id, ada.body.customer.id)
})

test('V23 an anonymous visitor is never merged into a verified customer', async () => {
  const anonymous = await desk.nobody.post(path, {})
  const headers = { authorization: `Bearer ${anonymous.body.token}` }
  await desk.nobody.patch('/api/customer/me', { email: 'ada@example.test' }, { headers })
  const verified = await open(await sign({ sub: 'ada', email: 'ada@example.test' }), {
    visitorToken: anonymous.body.token,
  })
  assert.notEqual(verified.body.customer.id, anonymous.body.customer.id)
  assert.equal((await me(anonymous.body.token)).status, 401)
})

async function assertKey(secret: Buffer): Promise<void> {
  const { rows } = await desk.pool.query('select key_material from identity_keys where kid = $1', [kid])
  assert.equal(rows[0].key_material.includes(secret), false, 'the secret is not kept as it is')
}

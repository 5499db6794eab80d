// The second factor, through HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import {
  browserOf,
  codeFrom,
  cookieOf,
  goodPassword,
  hire,
  signIn,
  type TestStaff,
  withCookie,
} from './people.fixture.ts'

const password = goodPassword

/** Turns the second factor on, and lets the code that was needed for it grow old. */
async function withSecondFactor(desk: TestDesk, staff: TestStaff) {
  const browser = await browserOf(desk, staff)
  const { secret, url } = (await browser.post('/api/session/second-factor', { password })).body
  const code = codeFrom(desk, secret)
  const reply = await browser.post('/api/session/second-factor/enable', { password, code })
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  desk.clock.advance(60)
  const recoveryCodes: string[] = reply.body.recoveryCodes
  return { secret, url, recoveryCodes, browser, renewed: withCookie(desk, cookieOf(reply)), usedCode: code }
}

test('once it is on, password and code are needed together', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const { secret, url, renewed } = await withSecondFactor(desk, ann)
  assert.ok(url.startsWith('otpauth://totp/'))
  assert.equal((await renewed.get('/api/session')).body.twoFactor, true)
  const without = await signIn(desk, ann)
  assert.deepEqual([without.status, without.body.error.code], [401, 'second_factor_required'])
  assert.equal(without.headers['set-cookie'], undefined)
  const wrong = await signIn(desk, ann, '000000')
  assert.deepEqual([wrong.status, wrong.body.error.code], [401, 'wrong_code'])
  assert.equal((await signIn(desk, ann, codeFrom(desk, secret))).status, 200)
})

test('without the password nobody learns that a code is needed', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  await withSecondFactor(desk, ann)
  const reply = await desk.nobody.post('/api/session', { email: ann.email, password: 'wrong-password-1' })
  assert.equal(reply.body.error.code, 'wrong_credentials')
})

test('a code works once, also when it is sent twice at the same moment', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const { secret, usedCode } = await withSecondFactor(desk, ann)
  assert.equal((await signIn(desk, ann, usedCode)).body.error.code, 'wrong_code')
  const code = codeFrom(desk, secret)
  const both = await Promise.all([signIn(desk, ann, code), signIn(desk, ann, code)])
  assert.deepEqual(
    both.map(({ status }) => status).sort((a, b) => a - b),
    [200, 401],
  )
})

test('a code that is older than one that was used is refused', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const { secret } = await withSecondFactor(desk, ann)
  const older = codeFrom(desk, secret)
  desk.clock.advance(30)
  assert.equal((await signIn(desk, ann, codeFrom(desk, secret))).status, 200)
  assert.equal((await signIn(desk, ann, older)).body.error.code, 'wrong_code')
})

test('each recovery code works once, however it is spelled', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const { recoveryCodes } = await withSecondFactor(desk, ann)
  assert.equal(new Set(recoveryCodes).size, 10)
  const [first = '', second = ''] = recoveryCodes
  assert.equal((await signIn(desk, ann, first.toUpperCase().replace('-', ' '))).status, 200)
  assert.equal((await signIn(desk, ann, first)).body.error.code, 'wrong_code')
  assert.equal((await signIn(desk, ann, second)).status, 200)
})

test('new recovery codes make the old ones void', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const { secret, recoveryCodes, renewed } = await withSecondFactor(desk, ann)
  const body = { password, code: codeFrom(desk, secret) }
  const renewal = await renewed.post('/api/session/recovery-codes', body)
  assert.equal((await signIn(desk, ann, recoveryCodes[0])).status, 401)
  assert.equal((await signIn(desk, ann, renewal.body.recoveryCodes[0])).status, 200)
})

test('turning it off needs the password and a code that works', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const { secret, renewed } = await withSecondFactor(desk, ann)
  const off = (given: object) => renewed.post('/api/session/second-factor/disable', given)
  assert.equal((await off({ password: 'wrong-password-1', code: codeFrom(desk, secret) })).status, 401)
  assert.equal((await off({ password, code: '123456' })).body.error.code, 'wrong_code')
  assert.equal((await off({ password, code: codeFrom(desk, secret) })).status, 200)
  assert.equal((await signIn(desk, ann)).status, 200)
})

test('turning it on needs the password, and a code of the new secret', async () => {
  const desk = await testDesk()
  const browser = await browserOf(desk, await hire(desk))
  const begun = await browser.post('/api/session/second-factor', { password: 'wrong-password-1' })
  assert.equal(begun.body.error.code, 'wrong_credentials')
  await browser.post('/api/session/second-factor', { password })
  const reply = await browser.post('/api/session/second-factor/enable', { password, code: '123456' })
  assert.equal(reply.body.error.code, 'wrong_code')
  assert.equal((await browser.get('/api/session')).body.twoFactor, false)
})

test('a secret that counts cannot be replaced from a session that was left open', async () => {
  const desk = await testDesk()
  const { renewed } = await withSecondFactor(desk, await hire(desk))
  assert.equal(
    (await renewed.post('/api/session/second-factor', { password })).body.error.code,
    'already_exists',
  )
})

test('V26 turning it on gives the session a new id and ends those that were started without', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const elsewhere = await browserOf(desk, ann)
  const { browser, renewed } = await withSecondFactor(desk, ann)
  assert.equal((await elsewhere.get('/api/session')).status, 401)
  assert.equal((await browser.get('/api/session')).status, 401)
  assert.equal((await renewed.get('/api/session')).status, 200)
})

test('codes cannot be tried out: ten attempts, then waiting', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const { secret } = await withSecondFactor(desk, ann)
  for (let n = 0; n < 10; n++) assert.equal((await signIn(desk, ann, '000000')).status, 401)
  assert.equal((await signIn(desk, ann, codeFrom(desk, secret))).status, 429)
})

test('V36 neither secret nor recovery codes are readable in the database', async () => {
  const desk = await testDesk()
  const { secret, recoveryCodes } = await withSecondFactor(desk, await hire(desk))
  const rows = await desk.pool.query(
    'select totp_secret from staff union all select code_hash from recovery_codes',
  )
  const kept = rows.rows.map(row => String(row.totp_secret)).join(' ')
  for (const text of [secret, ...recoveryCodes]) assert.ok(!kept.includes(text))
})

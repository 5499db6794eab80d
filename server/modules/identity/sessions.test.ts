// What members of staff do about their sessions and their password, through HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../../test/harness.ts'
import { browserOf, cookieOf, goodPassword, hire, signIn, withCookie } from './people.fixture.ts'

const newPassword = 'gravel-72-otter-lantern'

test('sessions are listed, and each can be ended', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const [here, there] = [await browserOf(desk, ann), await browserOf(desk, ann)]
  const { sessions } = (await here.get('/api/session/list')).body
  assert.equal(sessions.length, 2)
  const other = sessions.find((session: { current: boolean }) => !session.current)
  assert.equal((await here.delete(`/api/session/${other.id}`)).status, 200)
  assert.equal((await there.get('/api/session')).status, 401)
  assert.equal((await here.get('/api/session/list')).body.sessions.length, 1)
})

test("V18 somebody else's session looks like none", async () => {
  const desk = await testDesk()
  const [ann, eve] = [
    await browserOf(desk, await hire(desk)),
    await browserOf(desk, await hire(desk, 'administrator')),
  ]
  const { sessionId } = (await ann.get('/api/session')).body
  const [foreign, unknown] = [
    await eve.delete(`/api/session/${sessionId}`),
    await eve.delete('/api/session/00000000-0000-7000-8000-000000000000'),
  ]
  assert.equal(foreign.status, 404)
  assert.deepEqual({ ...foreign.body.error, requestId: '' }, { ...unknown.body.error, requestId: '' })
  assert.equal((await ann.get('/api/session')).status, 200)
})

test('V21 signing out everywhere ends every session', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const browsers = [await browserOf(desk, ann), await browserOf(desk, ann), await browserOf(desk, ann)]
  const bystander = await browserOf(desk, await hire(desk))
  assert.equal((await browsers[0]!.post('/api/session/end-all')).status, 200)
  for (const browser of browsers) assert.equal((await browser.get('/api/session')).status, 401)
  assert.equal((await bystander.get('/api/session')).status, 200)
})

test('V26 a new password ends all other sessions, and this one goes on under a new id', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const [here, there] = [await browserOf(desk, ann), await browserOf(desk, ann)]
  const reply = await here.post('/api/session/password', { password: goodPassword, newPassword })
  assert.equal(reply.status, 200)
  assert.equal((await here.get('/api/session')).status, 401)
  assert.equal((await there.get('/api/session')).status, 401)
  assert.equal((await withCookie(desk, cookieOf(reply)).get('/api/session')).status, 200)
  assert.equal((await signIn(desk, ann)).status, 401)
  const { status } = await desk.nobody.post('/api/session', { email: ann.email, password: newPassword })
  assert.equal(status, 200)
})

test('changing the password asks for the old one, and refuses a weak one', async () => {
  const desk = await testDesk()
  const browser = await browserOf(desk, await hire(desk))
  const change = (password: string, next: string) =>
    browser.post('/api/session/password', { password, newPassword: next })
  assert.equal((await change('wrong-password-1', newPassword)).body.error.code, 'wrong_credentials')
  const weak = await change(goodPassword, 'password12345')
  assert.deepEqual([weak.status, weak.body.error.code], [422, 'weak_password'])
  assert.equal((await change(goodPassword, goodPassword)).body.error.code, 'weak_password')
})

test('a session that was left open is no place to guess the password', async () => {
  const desk = await testDesk()
  const browser = await browserOf(desk, await hire(desk))
  const guess = (password: string) => browser.post('/api/session/password', { password, newPassword })
  for (let n = 0; n < 10; n++) assert.equal((await guess('wrong-password-1')).status, 401)
  assert.equal((await guess(goodPassword)).status, 429)
})

test('name and language can be changed', async () => {
  const desk = await testDesk()
  const browser = await browserOf(desk, await hire(desk))
  const { body } = await browser.patch('/api/session', { name: 'Ann', locale: 'zh' })
  assert.deepEqual([body.name, body.locale], ['Ann', 'zh'])
})

test('V36 the database holds no token of a session', async () => {
  const desk = await testDesk()
  const token = cookieOf(await signIn(desk, await hire(desk))).split('=')[1]!
  const { rows } = await desk.pool.query('select s::text as row from staff_sessions s')
  assert.ok(!rows[0].row.includes(token) && !rows[0].row.includes(Buffer.from(token).toString('hex')))
})

// Signing in and out, through HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../../test/harness.ts'
import { browserOf, cookieOf, goodPassword, hire, signIn, withCookie } from './people.fixture.ts'

test('a member of staff signs in, is known, and signs out', async () => {
  const desk = await testDesk()
  const ann = await hire(desk, 'lead')
  const reply = await signIn(desk, ann)
  assert.equal(reply.status, 200)
  assert.match(
    String(reply.headers['set-cookie']),
    /^ballast_session=blst_session_[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const browser = withCookie(desk, cookieOf(reply))
  const { body } = await browser.get('/api/session')
  assert.deepEqual(
    {
      id: body.id,
      name: body.name,
      email: body.email,
      role: body.role,
      twoFactor: body.twoFactor,
      teams: body.teams,
    },
    { ...ann, role: 'lead', twoFactor: false, teams: [] },
  )
  assert.ok(body.permissions.includes('conversations.assign'))
  const out = await browser.delete('/api/session')
  assert.equal(out.status, 200)
  assert.match(String(out.headers['set-cookie']), /Max-Age=0/)
  assert.equal((await browser.get('/api/session')).status, 401)
})

test('behind HTTPS the cookie is bound to the host', async () => {
  const desk = await testDesk({ publicUrl: 'https://desk.example.com' })
  const ann = await hire(desk)
  const reply = await signIn(desk, ann)
  assert.match(
    String(reply.headers['set-cookie']),
    /^__Host-ballast_session=.*; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  )
  const value = cookieOf(reply).replace('__Host-', '')
  assert.equal((await withCookie(desk, cookieOf(reply)).get('/api/session')).status, 200)
  assert.equal((await withCookie(desk, value).get('/api/session')).status, 401)
})

test('V26 the id of a session rotates at each sign-in, and the earlier one is over', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const first = cookieOf(await signIn(desk, ann))
  const second = cookieOf(
    await signIn(desk, ann, undefined, { cookie: first, origin: desk.options.publicUrl }),
  )
  assert.notEqual(first, second)
  assert.equal((await withCookie(desk, first).get('/api/session')).status, 401)
  assert.equal((await withCookie(desk, second).get('/api/session')).status, 200)
})

test('V26 a session id that somebody brings along is never taken over', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const planted = `ballast_session=blst_session_${'A'.repeat(43)}`
  const reply = await signIn(desk, ann, undefined, { cookie: planted })
  assert.notEqual(cookieOf(reply), planted)
  assert.equal((await withCookie(desk, planted).get('/api/session')).status, 401)
})

test('sessions end when they are idle for twelve hours, and after seven days in any case', async () => {
  const desk = await testDesk()
  const browser = await browserOf(desk, await hire(desk))
  const hours = async (count: number) => {
    desk.clock.advance(count * 3_600)
    return (await browser.get('/api/session')).status
  }
  assert.equal(await hours(11), 200)
  assert.equal(await hours(11), 200)
  for (let day = 0; day < 12; day++) assert.equal(await hours(11), 200)
  assert.equal(await hours(11), 200)
  assert.equal(await hours(4), 401)
  const idle = await browserOf(desk, await hire(desk))
  desk.clock.advance(12 * 3_600 + 1)
  assert.equal((await idle.get('/api/session')).status, 401)
})

test('when a session was last seen is noted at most once a minute', async () => {
  const desk = await testDesk()
  const browser = await browserOf(desk, await hire(desk))
  const seenAfter = async (seconds: number) => {
    desk.clock.advance(seconds)
    return (await browser.get('/api/session/list')).body.sessions[0].seenAt
  }
  const start = desk.clock().toISOString()
  assert.equal(await seenAfter(59), start)
  assert.equal(await seenAfter(1), new Date(Date.parse(start) + 60_000).toISOString())
})

test('wrong password, unknown address and disabled account are answered alike', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const gone = await hire(desk)
  await desk.pool.query('update staff set disabled_at = $1 where id = $2', [desk.clock(), gone.id])
  const replies = await Promise.all([
    desk.nobody.post('/api/session', { email: ann.email, password: 'wrong-password-1' }),
    desk.nobody.post('/api/session', { email: 'nobody@staff.test', password: goodPassword }),
    desk.nobody.post('/api/session', { email: 'not an address', password: goodPassword }),
    signIn(desk, gone),
  ])
  for (const { status, body, headers } of replies) {
    assert.equal(status, 401)
    assert.equal(headers['set-cookie'], undefined)
    assert.deepEqual({ ...body.error, requestId: '' }, { ...replies[0]!.body.error, requestId: '' })
    assert.equal(body.error.code, 'wrong_credentials')
  }
})

test('V25 a known address takes as long to refuse as an unknown one', async () => {
  const desk = await testDesk()
  const timings = { known: [] as number[], unknown: [] as number[] }
  for (let round = 0; round < 8; round++) {
    const known = await hire(desk)
    for (const [kind, email] of [
      ['known', known.email],
      ['unknown', `nobody${round}@staff.test`],
    ] as const) {
      const before = performance.now()
      await desk.nobody.post('/api/session', { email, password: 'wrong-password-1' })
      timings[kind].push(performance.now() - before)
    }
  }
  // The quickest of several: other work on the machine only ever adds.
  const [known, unknown] = [Math.min(...timings.known), Math.min(...timings.unknown)]
  assert.ok(Math.abs(known - unknown) < 20, `${known} ms, ${unknown} ms`)
  assert.ok(unknown > known / 2, 'an unknown address is hashed too')
})

test('after ten attempts an account waits, whichever node is asked and however the address is spelled', async () => {
  const desk = await testDesk()
  const other = await testDesk({ beside: desk })
  const ann = await hire(desk)
  const attempts = Array.from({ length: 12 }, (_, n) =>
    [desk, other][n % 2]!.nobody.post('/api/session', {
      email: n % 3 ? ann.email : ann.email.toUpperCase(),
      password: 'wrong-password-1',
    }),
  )
  const statuses = (await Promise.all(attempts)).map(reply => reply.status)
  assert.equal(statuses.filter(status => status === 401).length, 10)
  assert.equal(statuses.filter(status => status === 429).length, 2)
  const refused = await signIn(desk, ann)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers['retry-after'], '900')
  desk.clock.advance(900)
  assert.equal((await signIn(desk, ann)).status, 200)
})

test('after fifty attempts from one address its owner waits, whatever accounts were tried', async () => {
  const desk = await testDesk()
  const attempt = (n: number) =>
    desk.nobody.post('/api/session', { email: `guess${n}@staff.test`, password: 'wrong-password-1' })
  for (let n = 0; n < 50; n++) assert.equal((await attempt(n)).status, 401)
  assert.equal((await attempt(50)).status, 429)
})

test('whoever signs in rightly uses up no attempts', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  for (let n = 0; n < 12; n++) assert.equal((await signIn(desk, ann)).status, 200)
})

test('a request from a foreign page is refused although the browser sends the cookie', async () => {
  const desk = await testDesk()
  const cookie = cookieOf(await signIn(desk, await hire(desk)))
  const reply = await desk.nobody.patch(
    '/api/session',
    { name: 'Eve' },
    {
      headers: { cookie, origin: 'https://evil.example' },
    },
  )
  assert.equal(reply.status, 403)
  assert.equal(reply.body.error.code, 'origin_not_allowed')
})

test('V24 headers that claim somebody is signed in are ignored', async () => {
  const desk = await testDesk()
  const ann = await hire(desk, 'administrator')
  const reply = await desk.nobody.get('/api/session', {
    headers: { 'x-forwarded-user': ann.email, 'x-remote-user': ann.email, 'x-forwarded-email': ann.email },
  })
  assert.equal(reply.status, 401)
})

test('V34 what only the signed-in may see is never kept by a cache', async () => {
  const desk = await testDesk()
  const browser = await browserOf(desk, await hire(desk))
  for (const path of ['/api/session', '/api/session/list'])
    assert.equal((await browser.get(path)).headers['cache-control'], 'no-store')
})

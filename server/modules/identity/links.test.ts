// One-time links through HTTP: the first administrator's, invitations, password resets.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import { createAdministrator, firstAdministratorLink } from './index.ts'
import { browserOf, cookieOf, goodPassword, hire, signIn, withCookie } from './people.fixture.ts'

const password = 'gravel-72-otter-lantern'
const tokenOf = (link: string) => new URL(link).searchParams.get('token')!

const invited = async (desk: TestDesk, given: object = {}) => {
  const admin = await browserOf(desk, await hire(desk, 'administrator'))
  const { status, body } = await admin.post('/api/invitations', {
    email: 'new@staff.test',
    role: 'agent',
    ...given,
  })
  assert.equal(status, 200, JSON.stringify(body))
  return { admin, invitation: body.invitation, token: tokenOf(body.link) }
}

const resetFor = async (desk: TestDesk) => {
  const admin = await browserOf(desk, await hire(desk, 'administrator'))
  const ann = await hire(desk)
  const { body } = await admin.post(`/api/staff/${ann.id}/reset-link`)
  return { admin, ann, token: tokenOf(body.link) }
}

test('the link of the terminal makes the first administrator, once', async () => {
  const desk = await testDesk()
  assert.equal((await desk.nobody.get('/api/sign-in')).body.needsAdministrator, true)
  const link = (await firstAdministratorLink(desk.app.desk)) ?? ''
  assert.ok(link.startsWith(`${desk.options.publicUrl}/welcome?token=blst_welcome_`))
  const given = { token: tokenOf(link), name: 'Ann', email: 'ann@staff.test', password }
  const weak = await desk.nobody.post('/api/welcome', { ...given, password: 'ann-ann-ann-ann' })
  assert.equal(weak.body.error.code, 'weak_password')
  const reply = await desk.nobody.post('/api/welcome', given)
  assert.equal(reply.status, 200)
  const me = await withCookie(desk, cookieOf(reply)).get('/api/session')
  assert.deepEqual([me.body.name, me.body.role], ['Ann', 'administrator'])
  const again = await desk.nobody.post('/api/welcome', { ...given, email: 'eve@staff.test' })
  assert.equal(again.body.error.code, 'link_used')
  assert.equal(await firstAdministratorLink(desk.app.desk), null)
  assert.equal((await desk.nobody.get('/api/sign-in')).body.needsAdministrator, false)
})

test('a newer link of the terminal replaces the earlier one, and both end after a day', async () => {
  const desk = await testDesk()
  const given = { name: 'Ann', email: 'ann@staff.test', password }
  const welcome = (link: string | null) =>
    desk.nobody.post('/api/welcome', { ...given, token: tokenOf(link!) })
  const [earlier, later] = [
    await firstAdministratorLink(desk.app.desk),
    await firstAdministratorLink(desk.app.desk),
  ]
  assert.equal((await welcome(earlier)).body.error.code, 'token_invalid')
  desk.clock.advance(24 * 3_600)
  assert.equal((await welcome(later)).body.error.code, 'link_used')
})

test('of several who use the same link at once, one becomes the administrator', async () => {
  const desk = await testDesk()
  const token = tokenOf((await firstAdministratorLink(desk.app.desk))!)
  const replies = await Promise.all(
    ['a', 'b', 'c'].map(name =>
      desk.nobody.post('/api/welcome', { token, name, email: `${name}@staff.test`, password }),
    ),
  )
  assert.deepEqual(
    replies.map(({ status }) => status).sort((a, b) => a - b),
    [200, 410, 410],
  )
})

test('the command creates an administrator who can sign in', async () => {
  const desk = await testDesk()
  const person = { email: 'ann@staff.test', name: 'Ann', password }
  await createAdministrator(desk.app.desk, person)
  assert.equal((await desk.nobody.post('/api/session', { email: person.email, password })).status, 200)
  await assert.rejects(createAdministrator(desk.app.desk, person), { code: 'already_exists' })
})

test('an invitation makes a colleague with the role and the teams it names', async () => {
  const desk = await testDesk()
  const admin = await browserOf(desk, await hire(desk, 'administrator'))
  const team = (await admin.post('/api/teams', { name: 'Deposits' })).body
  const { body } = await admin.post('/api/invitations', {
    email: 'new@staff.test',
    role: 'lead',
    teamIds: [team.id],
  })
  const token = tokenOf(body.link)
  const look = await desk.nobody.post('/api/links/look', { kind: 'invitation', token })
  assert.equal(look.body.email, 'new@staff.test')
  const reply = await desk.nobody.post('/api/invitations/accept', { token, name: 'New', password })
  assert.equal(reply.status, 200)
  const me = (await withCookie(desk, cookieOf(reply)).get('/api/session')).body
  assert.deepEqual(
    [me.email, me.role, me.teams],
    ['new@staff.test', 'lead', [{ id: team.id, name: 'Deposits' }]],
  )
  assert.deepEqual((await admin.get('/api/invitations')).body.invitations, [])
})

test('V25 empty, short, altered, reused, revoked and expired invitations are refused', async () => {
  const desk = await testDesk()
  const { admin, invitation, token } = await invited(desk)
  const accept = async (given: string) =>
    (await desk.nobody.post('/api/invitations/accept', { token: given, name: 'New', password })).body.error
      ?.code
  for (const bad of ['', 'blst_invitation_', token.slice(0, -1), `${token}A`, token.toLowerCase()])
    assert.equal(await accept(bad), 'token_invalid', bad)
  assert.equal((await admin.delete(`/api/invitations/${invitation.id}`)).status, 200)
  assert.equal(await accept(token), 'token_invalid')
  const second = tokenOf(
    (await admin.post('/api/invitations', { email: 'new@staff.test', role: 'agent' })).body.link,
  )
  assert.equal(await accept(second), undefined)
  assert.equal(await accept(second), 'link_used')
  const third = tokenOf(
    (await admin.post('/api/invitations', { email: 'other@staff.test', role: 'agent' })).body.link,
  )
  desk.clock.advance(72 * 3_600)
  assert.equal(await accept(third), 'link_used')
})

test('V25 the token of one kind of link opens no other', async () => {
  const desk = await testDesk()
  const { token } = await invited(desk)
  const reset = await desk.nobody.post('/api/password-resets/confirm', { token, password })
  assert.equal(reset.body.error.code, 'token_invalid')
})

test('a newer invitation to the same address replaces the earlier one', async () => {
  const desk = await testDesk()
  const { admin, token } = await invited(desk)
  await admin.post('/api/invitations', { email: 'NEW@staff.test', role: 'agent' })
  assert.equal((await admin.get('/api/invitations')).body.invitations.length, 1)
  const reply = await desk.nobody.post('/api/invitations/accept', { token, name: 'New', password })
  assert.equal(reply.body.error.code, 'token_invalid')
})

test('nobody is invited who works here already', async () => {
  const desk = await testDesk()
  const ann = await hire(desk)
  const admin = await browserOf(desk, await hire(desk, 'administrator'))
  const { body } = await admin.post('/api/invitations', { email: ann.email.toUpperCase(), role: 'agent' })
  assert.equal(body.error.code, 'already_exists')
})

test('V26 a new password by a link ends every session, and works once', async () => {
  const desk = await testDesk()
  const { ann, token } = await resetFor(desk)
  const open = await browserOf(desk, ann)
  const confirm = (given: string) =>
    desk.nobody.post('/api/password-resets/confirm', { token, password: given })
  assert.equal((await confirm('password12345')).body.error.code, 'weak_password')
  const reply = await confirm(password)
  assert.deepEqual([reply.status, reply.headers['set-cookie']], [200, undefined])
  assert.equal((await open.get('/api/session')).status, 401)
  assert.equal((await signIn(desk, ann)).status, 401)
  assert.equal((await desk.nobody.post('/api/session', { email: ann.email, password })).status, 200)
  assert.equal((await confirm(goodPassword)).body.error.code, 'link_used')
})

test('V25 empty, short, expired resets and those of disabled colleagues are refused', async () => {
  const desk = await testDesk()
  const { admin, ann, token } = await resetFor(desk)
  const confirm = async (given: string) =>
    (await desk.nobody.post('/api/password-resets/confirm', { token: given, password })).body.error?.code
  for (const bad of ['', token.slice(0, 20), `${token} `]) assert.equal(await confirm(bad), 'token_invalid')
  await admin.patch(`/api/staff/${ann.id}`, { disabled: true })
  assert.equal(await confirm(token), 'token_invalid')
  const other = await resetFor(desk)
  desk.clock.advance(3_600)
  assert.equal(await confirm(other.token), 'link_used')
})

test('V25 using one reset makes the others void', async () => {
  const desk = await testDesk()
  const { admin, ann, token } = await resetFor(desk)
  const second = tokenOf((await admin.post(`/api/staff/${ann.id}/reset-link`)).body.link)
  assert.equal(
    (await desk.nobody.post('/api/password-resets/confirm', { token: second, password })).status,
    200,
  )
  const reply = await desk.nobody.post('/api/password-resets/confirm', { token, password: goodPassword })
  assert.equal(reply.body.error.code, 'token_invalid')
})

test('V25 asking for a reset is answered alike and as fast for every address', async () => {
  const desk = await testDesk()
  const ask = async (email: string, ip: string) => {
    const before = performance.now()
    const { statusCode, body } = await desk.app.http.inject({
      method: 'POST',
      url: '/api/password-resets',
      payload: { email },
      remoteAddress: ip,
    })
    return { statusCode, body, ms: performance.now() - before }
  }
  const known = []
  const unknown = []
  for (let n = 0; n < 7; n++) {
    known.push(await ask((await hire(desk)).email, `192.0.2.${n}`))
    unknown.push(await ask(`nobody${n}@staff.test`, `198.51.100.${n}`))
  }
  const answers = new Set([...known, ...unknown].map(({ statusCode, body }) => `${statusCode} ${body}`))
  assert.deepEqual([...answers], ['200 {"done":true}'])
  const quickest = (asked: { ms: number }[]) => Math.min(...asked.map(({ ms }) => ms))
  assert.ok(Math.abs(quickest(known) - quickest(unknown)) < 20)
})

test('V25 five resets an hour for one address, and for one caller', async () => {
  const desk = await testDesk()
  const ask = async (email: string, remoteAddress: string) =>
    (
      await desk.app.http.inject({
        method: 'POST',
        url: '/api/password-resets',
        payload: { email },
        remoteAddress,
      })
    ).statusCode
  for (let n = 0; n < 5; n++) assert.equal(await ask('ann@staff.test', `192.0.2.${n}`), 200)
  assert.equal(await ask('ANN@staff.test', '192.0.2.9'), 429)
  for (let n = 0; n < 5; n++) assert.equal(await ask(`ann${n}@staff.test`, '203.0.113.1'), 200)
  assert.equal(await ask('somebody@staff.test', '203.0.113.1'), 429)
  desk.clock.advance(3_600)
  assert.equal(await ask('ann@staff.test', '203.0.113.1'), 200)
})

test('V36 neither links nor the events about them hold a token', async () => {
  const desk = await testDesk({ smtp: { url: 'smtp://127.0.0.1:1', from: 'desk@example.com' } })
  const admin = await browserOf(desk, await hire(desk, 'administrator'))
  const { body } = await admin.post('/api/invitations', { email: 'new@staff.test', role: 'agent' })
  assert.equal(body.link, null)
  const { rows } = await desk.pool.query(
    `select l::text as row from one_time_links l union all select e::text from events e
     union all select payload::text from graphile_worker._private_jobs`,
  )
  assert.ok(rows.length >= 3)
  for (const { row } of rows) assert.ok(!row.includes('blst_invitation_'))
})

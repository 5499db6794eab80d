// Administering colleagues and teams, through HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../../test/harness.ts'
import { browserOf, hire, signIn } from './people.fixture.ts'

test('role, name and teams of a colleague count from the next request on', async () => {
  const desk = await testDesk()
  const [root, ann] = [await hire(desk, 'administrator'), await hire(desk)]
  const [admin, browser] = [await browserOf(desk, root), await browserOf(desk, ann)]
  assert.equal((await browser.get('/api/audit')).status, 403)
  const team = (await admin.post('/api/teams', { name: 'Deposits' })).body
  const change = { name: 'Ann', role: 'compliance', teamIds: [team.id] }
  const changed = await admin.patch(`/api/staff/${ann.id}`, change)
  assert.deepEqual({ ...changed.body, ...change }, changed.body)
  assert.equal((await browser.get('/api/audit')).status, 200)
  const me = (await browser.get('/api/session')).body
  assert.deepEqual([me.name, me.teams], ['Ann', [{ id: team.id, name: 'Deposits' }]])
})

test('V21 a colleague who is disabled is out at once, and comes back only when enabled', async () => {
  const desk = await testDesk()
  const [root, ann] = [await hire(desk, 'administrator'), await hire(desk)]
  const [admin, browser] = [await browserOf(desk, root), await browserOf(desk, ann)]
  assert.equal((await admin.patch(`/api/staff/${ann.id}`, { disabled: true })).body.disabled, true)
  assert.equal((await browser.get('/api/session')).status, 401)
  assert.equal((await signIn(desk, ann)).status, 401)
  await admin.patch(`/api/staff/${ann.id}`, { disabled: false })
  assert.equal((await browser.get('/api/session')).status, 401)
  assert.equal((await signIn(desk, ann)).status, 200)
})

test('the last administrator stays', async () => {
  const desk = await testDesk()
  const [root, second] = [await hire(desk, 'administrator'), await hire(desk, 'administrator')]
  const admin = await browserOf(desk, root)
  assert.equal((await admin.patch(`/api/staff/${second.id}`, { disabled: true })).status, 200)
  for (const change of [{ disabled: true }, { role: 'lead' }])
    assert.equal((await admin.patch(`/api/staff/${root.id}`, change)).body.error.code, 'last_administrator')
})

test('two administrators who remove each other at once leave one', async () => {
  const desk = await testDesk()
  const people = [await hire(desk, 'administrator'), await hire(desk, 'administrator')]
  const [one, two] = [await browserOf(desk, people[0]!), await browserOf(desk, people[1]!)]
  await Promise.all([
    one.patch(`/api/staff/${people[1]!.id}`, { role: 'agent' }),
    two.patch(`/api/staff/${people[0]!.id}`, { role: 'agent' }),
  ])
  const { rows } = await desk.pool.query(`select count(*) from staff where role = 'administrator'`)
  assert.equal(rows[0].count, 1)
})

test('V36 the list of staff shows no secret, and addresses only to those who administer', async () => {
  const desk = await testDesk()
  const [root, ann] = [await hire(desk, 'administrator'), await hire(desk)]
  const [admin, browser] = [await browserOf(desk, root), await browserOf(desk, ann)]
  const keys = ['createdAt', 'disabled', 'email', 'id', 'name', 'role', 'teamIds', 'twoFactor']
  const seen = (await admin.get('/api/staff')).body.staff
  assert.deepEqual(Object.keys(seen[0]).sort(), keys)
  assert.equal(seen.find((one: { id: string }) => one.id === ann.id).email, ann.email)
  const byAgent = (await browser.get('/api/staff')).body.staff
  assert.deepEqual(
    byAgent.map((one: { email: string | null }) => one.email),
    [null, null],
  )
})

test('V18 agents administer nobody, and an unknown colleague is not found', async () => {
  const desk = await testDesk()
  const [root, ann] = [await hire(desk, 'administrator'), await hire(desk)]
  const [admin, browser] = [await browserOf(desk, root), await browserOf(desk, ann)]
  const nobodysId = '00000000-0000-7000-8000-000000000000'
  const requests = [
    ['patch', '/api/staff/{id}', { role: 'agent' }],
    ['post', '/api/staff/{id}/end-sessions', {}],
    ['post', '/api/staff/{id}/reset-link', {}],
    ['delete', '/api/staff/{id}/second-factor', undefined],
  ] as const
  for (const [method, path, body] of requests) {
    assert.equal((await browser[method](path.replace('{id}', root.id), body)).status, 403, path)
    assert.equal((await admin[method](path.replace('{id}', nobodysId), body)).status, 404, path)
    assert.equal((await desk.nobody[method](path.replace('{id}', root.id), body)).status, 401, path)
  }
})

test('an administrator ends the sessions of a colleague and removes a lost second factor', async () => {
  const desk = await testDesk()
  const [root, ann] = [await hire(desk, 'administrator'), await hire(desk)]
  const [admin, browser] = [await browserOf(desk, root), await browserOf(desk, ann)]
  await desk.pool.query('update staff set totp_confirmed_at = $1 where id = $2', [desk.clock(), ann.id])
  assert.equal((await signIn(desk, ann)).body.error.code, 'second_factor_required')
  assert.equal((await admin.delete(`/api/staff/${ann.id}/second-factor`)).status, 200)
  assert.equal((await browser.get('/api/session')).status, 401)
  const again = await browserOf(desk, ann)
  await admin.post(`/api/staff/${ann.id}/end-sessions`)
  assert.equal((await again.get('/api/session')).status, 401)
})

test('teams are created, renamed, filled and deleted', async () => {
  const desk = await testDesk()
  const [root, ann] = [await hire(desk, 'administrator'), await hire(desk)]
  const admin = await browserOf(desk, root)
  const { id } = (await admin.post('/api/teams', { name: 'Deposits' })).body
  assert.equal((await admin.post('/api/teams', { name: 'DEPOSITS' })).body.error.code, 'already_exists')
  assert.equal((await admin.patch(`/api/teams/${id}`, { name: 'Funds' })).body.name, 'Funds')
  const filled = await admin.put(`/api/teams/${id}/members`, { memberIds: [ann.id, ann.id] })
  assert.deepEqual(filled.body.memberIds, [ann.id])
  const unknown = { memberIds: ['00000000-0000-7000-8000-000000000000'] }
  assert.equal((await admin.put(`/api/teams/${id}/members`, unknown)).status, 404)
  assert.equal((await admin.delete(`/api/teams/${id}`)).status, 200)
  assert.equal((await admin.delete(`/api/teams/${id}`)).status, 404)
  assert.deepEqual((await admin.get('/api/teams')).body.teams, [])
  assert.equal((await admin.post('/api/teams', { name: 'Funds' })).status, 200)
  const agent = await browserOf(desk, ann)
  assert.deepEqual((await agent.get('/api/session')).body.teams, [])
  assert.equal((await agent.post('/api/teams', { name: 'Mine' })).status, 403)
})

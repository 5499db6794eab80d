// The audit log: complete, without secrets, and nobody's to change.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../../test/harness.ts'
import { browserOf, goodPassword, hire } from './people.fixture.ts'

test('what administrators do is on record: who, what, about whom', async () => {
  const desk = await testDesk()
  const [root, ann] = [await hire(desk, 'administrator'), await hire(desk)]
  const admin = await browserOf(desk, root)
  await admin.patch(`/api/staff/${ann.id}`, { role: 'lead' })
  await admin.patch(`/api/staff/${ann.id}`, { disabled: true })
  const { entries } = (await admin.get(`/api/audit?subjectId=${ann.id}`)).body
  const [disabled, changed] = entries
  assert.deepEqual([disabled.action, changed.action], ['staff.disabled', 'staff.changed'])
  assert.deepEqual(changed.actor, { kind: 'staff', id: root.id, name: root.name })
  assert.deepEqual(changed.data, { before: { name: ann.name, role: 'agent' }, after: { role: 'lead' } })
})

test('sign-ins and refused ones are on record with the address they came from', async () => {
  const desk = await testDesk()
  const ann = await hire(desk, 'compliance')
  await desk.nobody.post('/api/session', { email: ann.email, password: 'wrong-password-1' })
  await desk.nobody.post('/api/session', { email: goodPassword, password: ann.email })
  const browser = await browserOf(desk, ann)
  const { entries } = (await browser.get('/api/audit?limit=3')).body
  const seen = entries.map((entry: { action: string; subject: { id: string }; ip: string }) => [
    entry.action,
    entry.subject.id,
    entry.ip,
  ])
  assert.deepEqual(seen, [
    ['session.started', ann.id, '127.0.0.1'],
    ['session.refused', null, '127.0.0.1'],
    ['session.refused', ann.id, '127.0.0.1'],
  ])
  // People type passwords into the wrong field.
  assert.ok(!JSON.stringify(entries).includes(goodPassword))
})

test('the log is read in pages and filtered by action', async () => {
  const desk = await testDesk()
  const admin = await browserOf(desk, await hire(desk, 'administrator'))
  for (let n = 0; n < 5; n++) await admin.post('/api/teams', { name: `Team ${n}` })
  const names: string[] = []
  let before: number | null = null
  do {
    const { body } = await admin.get(
      `/api/audit?action=team.created&limit=2${before ? `&before=${before}` : ''}`,
    )
    names.push(...body.entries.map((entry: { data: { name: string } }) => entry.data.name))
    before = body.before
  } while (before)
  assert.deepEqual(names, ['Team 4', 'Team 3', 'Team 2', 'Team 1', 'Team 0'])
})

test('only those with the permission read the log', async () => {
  const desk = await testDesk()
  for (const role of ['agent', 'lead', 'editor'] as const)
    assert.equal((await (await browserOf(desk, await hire(desk, role))).get('/api/audit')).status, 403)
})

test('nobody changes the log, not even with the database in hand', async () => {
  const desk = await testDesk()
  await hire(desk)
  for (const sql of [`update audit_log set action = 'x'`, 'delete from audit_log', 'truncate audit_log'])
    await assert.rejects(desk.pool.query(sql), /append-only/)
})

test('a deed that fails leaves no row', async () => {
  const desk = await testDesk()
  const admin = await browserOf(desk, await hire(desk, 'administrator'))
  await admin.post('/api/teams', { name: 'Deposits' })
  await admin.post('/api/teams', { name: 'Deposits' })
  assert.equal((await admin.get('/api/audit?action=team.created')).body.entries.length, 1)
})

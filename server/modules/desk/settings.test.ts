// The desk's settings: who may read and change them, that no change is lost, and that every node hears of one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colourNames, DeskSettings, defaultDeskSettings } from '../../../contract/desk.ts'
import { dark, light } from '../../../look/tokens.ts'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import { nobody } from '../../platform/context.ts'
import { settingsOf } from './index.ts'

const desk = await testDesk()
const administrator = desk.as(await createStaff(desk, { role: 'administrator' }))
const path = '/api/desk/settings'
const inForce = (on: TestDesk) => settingsOf(on.app.desk.read(nobody))
const version = async () => (await administrator.get(path)).body.version
const change = async (settings: object) => administrator.patch(path, { version: await version(), settings })

test('a new desk has the defaults, and the defaults are valid', async () => {
  const { status, body } = await administrator.get(path)
  assert.equal(status, 200)
  assert.deepEqual(body, { version: 1, settings: defaultDeskSettings })
  assert.deepEqual(DeskSettings.parse(defaultDeskSettings), defaultDeskSettings)
  assert.deepEqual([...colourNames], Object.keys(light))
  assert.deepEqual([...colourNames], Object.keys(dark))
})

test('a change merges into its section, and counts the version up', async () => {
  const before = (await administrator.get(path)).body
  const { status, body } = await change({ name: 'Harbour', widget: { position: 'left' } })
  assert.equal(status, 200)
  assert.equal(body.version, before.version + 1)
  assert.deepEqual(body.settings, {
    ...before.settings,
    name: 'Harbour',
    widget: { ...before.settings.widget, position: 'left' },
  })
  assert.deepEqual((await administrator.get(path)).body, body)
  assert.equal((await inForce(desk)).name, 'Harbour')
})

test('of two who changed the same version, one is told', async () => {
  const seen = await version()
  const answers = await Promise.all(
    ['One', 'Two'].map(name => administrator.patch(path, { version: seen, settings: { name } })),
  )
  assert.deepEqual(
    answers.map(answer => answer.status).toSorted((a, b) => a - b),
    [200, 409],
  )
  assert.equal(answers.find(answer => answer.status === 409)?.body.error.code, 'stale_version')
})

test('only those who may, may', async () => {
  const lead = desk.as(await createStaff(desk, { role: 'lead' }))
  const agent = desk.as(await createStaff(desk))
  assert.equal((await lead.get(path)).status, 200)
  assert.equal((await lead.patch(path, { version: 1, settings: {} })).status, 403)
  assert.equal((await agent.get(path)).status, 403)
  assert.equal((await desk.nobody.get(path)).status, 401)
})

test('settings that could do harm or contradict themselves are refused', async () => {
  const bad = [
    { colours: { light: { brand: 'red; background: url(//evil.example)' }, dark: {} } },
    { colours: { light: { nothing: '#000000' }, dark: {} } },
    { widget: { allowedDomains: ["example.com; script-src 'unsafe-inline'"] } },
    { widget: { allowedDomains: ['*'] } },
    { widget: { allowedDomains: ['https://example.com'] } },
    { widget: { allowedDomains: ['exa mple.com'] } },
    { widget: { allowedDomains: ['*.*.example.com'] } },
    { languages: [] },
    { languages: ['zh'] },
    { defaultLocale: 'fr' },
    { timeZone: 'Europe/Atlantis' },
    { timeZone: '+02:00' },
    { name: '' },
  ]
  for (const settings of bad) assert.equal((await change(settings)).status, 400, JSON.stringify(settings))
  const good = ['example.com', '*.example.com', 'localhost:5173', 'localhost:*', '127.0.0.1']
  assert.equal((await change({ widget: { allowedDomains: good } })).status, 200)
})

test('the other nodes hear of a change', async () => {
  const one = await testDesk()
  const other = await testDesk({ beside: one })
  await Promise.all([one.listen(), other.listen()])
  assert.equal((await inForce(other)).name, 'Ballast')
  const admin = one.as(await createStaff(one, { role: 'administrator' }))
  assert.equal((await admin.patch(path, { version: 1, settings: { name: 'Pier' } })).status, 200)
  const deadline = Date.now() + 10_000
  while ((await inForce(other)).name !== 'Pier') {
    assert.ok(Date.now() < deadline, 'the other node never heard of it')
    await new Promise(resolve => setImmediate(resolve))
  }
})

test('a change of settings is in the audit log', async () => {
  const { rows } = await desk.pool.query(
    `select data from audit_log where action = 'desk.changed' order by id limit 1`,
  )
  assert.deepEqual(rows[0].data, { version: 2, change: { name: 'Harbour', widget: { position: 'left' } } })
})

// What the widget is told before anybody has said a word.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStaff } from '../../../../test/factories.ts'
import { testDesk } from '../../../../test/harness.ts'

const desk = await testDesk()
const config = () => desk.nobody.get('/api/widget/config')

test('everybody may read how the desk presents itself, and nothing that is not theirs', async () => {
  const { status, body } = await config()
  assert.equal(status, 200)
  assert.deepEqual(Object.keys(body).sort(), [
    'agentsAvailable',
    'attachments',
    'channels',
    'colours',
    'defaultLocale',
    'languages',
    'logo',
    'name',
    'widget',
  ])
  assert.equal('allowedDomains' in body.widget, false)
  const { agentsAvailable: _, ...shared } = body
  assert.deepEqual((await desk.nobody.get('/api/desk')).body, shared)
})

test('it says whether somebody is there, unless the chat is off', async () => {
  assert.equal((await config()).body.agentsAvailable, false)
  const agent = desk.as(await createStaff(desk))
  assert.equal((await agent.put('/api/presence/me', { available: true })).status, 200)
  assert.equal((await config()).body.agentsAvailable, true)
  const administrator = desk.as(await createStaff(desk, { role: 'administrator' }))
  const settings = { channels: { chat: false } }
  assert.equal((await administrator.patch('/api/desk/settings', { version: 1, settings })).status, 200)
  assert.equal((await config()).body.agentsAvailable, false)
})

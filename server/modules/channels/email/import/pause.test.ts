// An import that waits for its server is let go as soon as somebody stops it, however long it would have waited.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStaff } from '../../../../../test/factories.ts'
import { testDesk } from '../../../../../test/harness.ts'
import { until } from '../imap/imap-desk.fixture.ts'

const nobodyListens = 9
const desk = await testDesk({ imap: { allow: [`127.0.0.1:${nobodyListens}`], firstWaitMs: 600_000 } })
await desk.listen()
const person = desk.as(await createStaff(desk, { role: 'administrator' }))
const mailbox = { address: 'help@harbour.example', name: 'Harbour help' }
const { id: mailboxId } = (await person.post('/api/mailboxes', mailbox)).body
const wanted = {
  host: '127.0.0.1',
  port: nobodyListens,
  security: 'tls',
  user: 'help',
  password: 'quiet lamp',
  folders: ['INBOX'],
}
const { id } = (await person.post(`/api/mailboxes/${mailboxId}/import`, wanted)).body
const shown = async () => (await person.get('/api/mail-imports')).body.imports[0]
const waiting = () =>
  until(shown, ({ fault, retryAt }) => fault === 'imap_unreachable' && retryAt !== null, 'does not wait')

test('stopped and continued at once, it is tried again', async () => {
  const before = await waiting()
  desk.clock.advance(1)
  await person.post(`/api/mail-imports/${id}/stop`)
  await person.post(`/api/mail-imports/${id}/continue`)
  assert.notEqual((await waiting()).retryAt, before.retryAt)
})

test('stopped, no node has it any more', async () => {
  await waiting()
  await person.post(`/api/mail-imports/${id}/stop`)
  const holder = async () => (await desk.pool.query('select node_id from mail_imports')).rows[0].node_id
  await until(holder, held => held === null, 'is not let go')
  assert.equal((await shown()).state, 'stopped')
})

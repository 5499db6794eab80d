// A mail as it came: byte for byte, for few, never shown in the desk's own pages, and never without a trace.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createStaff } from '../../../../test/factories.ts'
import { mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const boss = at.desk.as(at.admin)
const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const raw = [
  'From: Hal <hal@customer.example>',
  `Subject: ${words}`,
  '',
  'My phrase:',
  '',
  `> ${words}`,
  '',
].join('\r\n')
await at.mailRaw(raw, { from: 'hal@customer.example' })
const [{ id }] = (await boss.get('/api/conversations?status=active')).body.conversations
const path = `/api/conversations/${id}/mails/1/raw`

test('is saved byte for byte, and the audit log says by whom', async () => {
  const saved = await boss.get(path)
  assert.equal(saved.status, 200)
  assert.ok(saved.bytes.toString().endsWith(raw), 'the mail as it came')
  const { headers } = saved
  assert.equal(headers['content-type'], 'message/rfc822')
  assert.match(String(headers['content-disposition']), /^attachment; filename="mail-[0-9a-f-]+\.eml"$/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.match(String(headers['content-security-policy']), /^sandbox/)
  const { rows } = await at.desk.pool.query(
    "select actor_id, subject_id, data from audit_log where action = 'mail.downloaded'",
  )
  assert.deepEqual(
    rows.map(({ actor_id, subject_id, data }) => [actor_id, subject_id, data.seq]),
    [[at.admin.id, id, 1]],
  )
})

test('is not an agent’s, and there is none behind what did not come by mail', async () => {
  const agent = at.desk.as(await createStaff(at.desk, { role: 'agent' }))
  assert.equal((await agent.get(path)).status, 403)
  const entry = { clientId: crypto.randomUUID(), body: 'Thank you.' }
  const { seq } = (await boss.post(`/api/conversations/${id}/entries`, entry)).body
  assert.equal((await boss.get(`/api/conversations/${id}/mails/${seq}/raw`)).status, 404)
})

test('alone holds the seed phrase that was in it', async () => {
  const { mails } = (await boss.get(`/api/conversations/${id}/mails`)).body
  assert.ok(!JSON.stringify(mails).includes('sausage'), 'also not in its subject and quotes')
})

// What a rule says goes out by mail like an answer, but says that it is automatic, and never goes to a machine.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { mailDesk } from '../channels/email/mail-desk.fixture.ts'
import { ok, ruleOf, runs } from './automation.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const admin = at.desk.as(at.admin)
ok(
  await admin.post(
    '/api/rules',
    ruleOf({ event: 'opened' }, { channels: ['email'] }, [{ do: 'reply', text: 'We have your walrus.' }]),
  ),
)

const mailsTo = (address: string) =>
  at.server.mails.filter(mail => mail.recipients[0] === address && mail.body.includes('walrus'))

test('a customer gets it, as automatic', async () => {
  const from = 'ann@customer.example'
  await at.mail({ from, subject: 'Lost', text: 'Where is it?' })
  const [mail, ...more] = mailsTo(from)
  assert.equal(more.length, 0)
  assert.ok(
    mail?.headers.some(line => /^auto-submitted: auto-replied/i.test(line)),
    mail?.headers.join('\n'),
  )
  const { conversations } = ok(await admin.get('/api/conversations'))
  const found = conversations.find((one: { customer: { email: string } }) => one.customer.email === from)
  assert.notEqual(found.waitingSince, null)
})

test('a machine gets nothing, and the log says so', async () => {
  const from = 'robot@customer.example'
  await at.mail({ from, headers: { Precedence: 'bulk' }, text: 'News of today.' })
  assert.deepEqual(mailsTo(from), [])
  const [run] = await runs(admin, '?outcome=failed')
  assert.deepEqual(run.steps, [{ do: 'reply', code: 'machine_not_answered' }])
})

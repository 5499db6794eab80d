// Mail that is signed: verified as its receivers do, from the record that the console shows.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createCustomer } from '../../../../../test/factories.ts'
import { checkMail } from '../../../../platform/mail/check.ts'
import { mailDesk, resolverOf } from '../mail-desk.fixture.ts'
import { headersOf } from '../smtp-server.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const admin = at.desk.as(at.admin)
const ok = ({ status, body }: { status: number; body: any }) => {
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const keys = async () => ok(await admin.get('/api/dkim-keys')).keys
const keyOf = async (id: string) => (await keys()).find((key: { id: string }) => key.id === id)
const make = async (selector: string) =>
  ok(await admin.post('/api/dkim-keys', { domain: 'harbour.example', selector })).id as string
const use = async (id: string, active = true) => ok(await admin.patch(`/api/dkim-keys/${id}`, { active }))
const verified = async (raw: string) => {
  const envelope = { ip: '192.0.2.1', helo: 'mx.example', sender: 'help@harbour.example' }
  return (await checkMail(Buffer.from(raw, 'latin1'), envelope, resolverOf(at.names))).dkim
}
const selectorOf = (mail: { headers: string[] }) =>
  headersOf(mail, 'dkim-signature').map(value => /\bs=([^;]+)/.exec(value)?.[1])

let count = 0
/** The acknowledgement of a mail: the next mail that leaves the desk. */
async function nextMail() {
  await at.mail({ from: `dee${++count}@customer.example`, subject: '你好', text: 'Hello.' })
  return at.server.mails.at(-1)!
}

const first = await make('ballast')

test('a key that was made signs nothing yet, and is never shown', async () => {
  assert.deepEqual(headersOf(await nextMail(), 'dkim-signature'), [])
  const key = await keyOf(first)
  assert.equal(key.record.name, 'ballast._domainkey.harbour.example')
  assert.match(key.record.value, /^v=DKIM1; k=rsa; p=[A-Za-z0-9+/=]{390,400}$/)
  assert.equal(key.active, false)
  const { rows } = await at.desk.pool.query('select * from dkim_keys')
  assert.doesNotMatch(JSON.stringify(rows) + JSON.stringify(key), /PRIVATE KEY/)
  assert.doesNotMatch(rows[0].sealed_private_key.toString('latin1'), /PRIVATE KEY/)
})

test('what the name system has is told: nothing, another key, this one', async () => {
  const { record } = await keyOf(first)
  const check = async () => ok(await admin.post(`/api/dkim-keys/${first}/check`)).found
  assert.equal(await check(), 'nothing')
  at.names.set(record.name, 'v=DKIM1; p=AAAA')
  assert.equal(await check(), 'other')
  at.names.set(record.name, record.value.replace(/(.{100})/, '$1 '))
  assert.equal(await check(), 'key')
  at.names.set(record.name, record.value)
  const { found, checkedAt } = await keyOf(first)
  assert.deepEqual([found, checkedAt], ['key', at.desk.clock().toISOString()])
})

test('with a key in use each mail of the domain is signed, and holds only as it was', async () => {
  await use(first)
  const mail = await nextMail()
  assert.deepEqual(selectorOf(mail), ['ballast'])
  assert.equal(await verified(mail.raw), 'pass')
  assert.equal(await verified(mail.raw.replace(/^subject: /im, '$&Re: ')), 'fail')
  assert.equal(await verified(mail.raw.replace(/^auto-submitted: .*$/im, 'Auto-Submitted: no')), 'fail')
})

test('notices are signed with what ends them, as mail programs demand', async () => {
  const customer = at.desk.asCustomer(await createCustomer(at.desk, { name: 'Eli' }))
  const opening = { clientId: crypto.randomUUID(), body: 'Hello', email: 'eli@customer.example', live: false }
  const { conversation } = ok(await customer.post('/api/customer/conversations', opening))
  ok(
    await admin.post(`/api/conversations/${conversation.id}/entries`, {
      clientId: crypto.randomUUID(),
      body: 'Hi.',
    }),
  )
  await at.desk.settle()
  at.desk.clock.advance(130)
  await at.desk.settle()
  const mail = at.server.mails.at(-1)!
  assert.deepEqual(mail.recipients, ['eli@customer.example'])
  assert.equal(await verified(mail.raw), 'pass')
  const signed = /\bh=([^;]+)/.exec(headersOf(mail, 'dkim-signature')[0]!)![1]!.toLowerCase().split(':')
  for (const field of ['from', 'list-unsubscribe', 'list-unsubscribe-post'])
    assert.ok(signed.map(name => name.trim()).includes(field), field)
  assert.equal(await verified(mail.raw.replace('token=', 'token=x')), 'fail')
})

test('a second key takes over, and one that is forgotten signs no more', async () => {
  const second = await make('next')
  at.names.set('next._domainkey.harbour.example', (await keyOf(second)).record.value)
  await use(second)
  assert.deepEqual(
    (await keys()).map(({ active }: { active: boolean }) => active),
    [false, true],
  )
  const mail = await nextMail()
  assert.deepEqual([selectorOf(mail), await verified(mail.raw)], [['next'], 'pass'])
  await use(second, false)
  assert.deepEqual(selectorOf(await nextMail()), [])
  ok(await admin.delete(`/api/dkim-keys/${second}`))
  assert.equal((await admin.patch(`/api/dkim-keys/${second}`, { active: true })).status, 404)
})

test('a selector is a name of its own; a domain is one', async () => {
  const again = await admin.post('/api/dkim-keys', { domain: 'Harbour.example' })
  assert.equal(again.body.error.code, 'already_exists')
  for (const domain of [
    '',
    'localhost',
    'a b.example',
    'x.example\r\nTo: y',
    '-a.example',
    `${'a.'.repeat(130)}b`,
  ])
    assert.equal((await admin.post('/api/dkim-keys', { domain })).status, 400, domain)
  const { entries } = (await admin.get(`/api/audit?subjectId=${first}`)).body
  assert.deepEqual(entries.map(({ action }: { action: string }) => action).toSorted(), [
    'dkim_key.made',
    'dkim_key.used',
  ])
})

// What is wrong with a mailbox is told by its code before it is saved, and the password goes nowhere else.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { SaveImap } from '../../../../../contract/imap.ts'
import { imapDesk, mailOf, strangeName } from './imap-desk.fixture.ts'

const at = await imapDesk()
const { desk, dovecot } = at
after(() => at.close())

const works: [string, Partial<SaveImap>][] = [
  ['STARTTLS', {}],
  ['TLS', { security: 'tls', port: dovecot.tlsPort }],
  ['no TLS at all, to an address that the operator named', { security: 'plain' }],
]
for (const [how, change] of works) {
  test(`it works with ${how}, and says how many mails there are`, async () => {
    const { all } = dovecot.count()
    dovecot.deliver(mailOf(how))
    const { status, body } = await at.attempt(change)
    assert.deepEqual([status, body], [200, { mails: all + 1 }])
    assert.equal(dovecot.count().unseen, all + 1)
  })
}

const refused: [string, Partial<SaveImap>][] = [
  ['imap_wrong_password', { password: 'wrong' }],
  ['imap_no_folder', { folder: 'Nowhere' }],
  ['imap_no_folder', { moveTo: 'Nowhere' }],
  ['imap_no_tls', { security: 'tls' }],
  ['imap_certificate', { host: strangeName }],
  ['imap_unreachable', { port: 993 }],
  ['imap_address', { port: 6379 }],
  ['imap_address', { host: '10.0.0.1', port: 993 }],
  ['imap_address', { host: '169.254.169.254', port: 993 }],
  ['imap_address', { host: 'localhost', port: 993 }],
  ['imap_address', { host: '127.0.0.1/x', port: 993 }],
  ['imap_address', { host: 'user@127.0.0.1', port: 993 }],
]
for (const [code, change] of refused) {
  test(`${JSON.stringify(change)} is ${code}`, async () => {
    const { status, body } = await at.attempt(change)
    assert.deepEqual([status, body.error.code], [422, code])
  })
}

test('what can’t be is refused before anything is tried', async () => {
  for (const change of [{ port: 0 }, { host: '' }, { folder: 'A\r\nB' }, { moveTo: 'INBOX' }, { user: '' }]) {
    assert.equal((await at.attempt(change)).body.error.code, 'invalid_input', JSON.stringify(change))
  }
})

test('the password is kept encrypted, never shown, and goes to no other server or user', async () => {
  const known = { password: null }
  assert.equal((await at.save(known)).body.error.code, 'imap_password_needed')
  assert.equal((await at.save()).status, 200)
  assert.deepEqual((await at.attempt(known)).status, 200)
  assert.equal((await at.save({ ...known, folder: 'INBOX' })).status, 200)
  for (const change of [
    { host: 'localhost' },
    { port: dovecot.tlsPort },
    { user: 'other' },
    { security: 'plain' },
  ] as const) {
    assert.equal((await at.attempt({ ...known, ...change })).body.error.code, 'imap_password_needed')
    assert.equal((await at.save({ ...known, ...change })).body.error.code, 'imap_password_needed')
  }
  const { rows } = await desk.pool.query('select * from imap_accounts')
  assert.doesNotMatch(rows[0].sealed_password.toString('latin1'), /right/)
  assert.doesNotMatch(JSON.stringify((await desk.as(at.admin).get('/api/mailboxes')).body), /password|right/)
})

test('a mailbox that is taken out of use keeps no password', async () => {
  assert.equal((await desk.as(at.admin).delete(`/api/mailboxes/${at.mailboxId}`)).status, 200)
  assert.equal((await desk.pool.query('select from imap_accounts')).rowCount, 0)
})

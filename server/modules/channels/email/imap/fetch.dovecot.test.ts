// Mail comes out of a real mailbox: while the desk looks on, from before, after faults of all kinds, and each once.
import assert from 'node:assert/strict'
import { chmodSync } from 'node:fs'
import { after, test } from 'node:test'
import { caps } from '../parse/caps.ts'
import { imapDesk, mailOf, until } from './imap-desk.fixture.ts'

const at = await imapDesk()
const { desk, dovecot } = at
after(() => at.close())

const connected = () => until(at.account, account => Boolean(account?.state.connectedSince), 'no connection')

test('what was there stays alone, and what comes is taken as it comes, and marked as seen', async () => {
  dovecot.deliver(mailOf('from before'), new Date(Date.now() - 86_400_000))
  assert.equal((await at.save()).status, 200)
  const { state, ...account } = (await connected())!
  assert.equal(state.fault, null)
  const { password: _, ...shown } = at.settings
  assert.deepEqual(account, { ...shown, folder: 'INBOX', moveTo: null, start: 'new' })
  dovecot.deliver(mailOf('while idle'))
  assert.deepEqual(await at.subjects(1), ['while idle'])
  await until(dovecot.count, ({ unseen }) => unseen === 1, 'not marked as seen')
  assert.ok((await at.account())!.state.lastMailAt)
  await desk.settle()
  const { conversations } = (await desk.as(at.admin).get('/api/conversations')).body
  assert.deepEqual(
    conversations.map(({ subject, channel }: any) => [subject, channel]),
    [['while idle', 'email']],
  )
})

test('the server dies and comes back: what came meanwhile is taken', async () => {
  await dovecot.kill()
  const broken = await until(at.account, account => account?.state.fault !== null, 'no fault')
  assert.equal(broken?.state.fault, 'imap_unreachable')
  assert.equal(broken?.state.connectedSince, null)
  assert.ok(broken?.state.retryAt)
  dovecot.deliver(mailOf('while the server was away'))
  await dovecot.start()
  assert.deepEqual((await at.subjects(2)).slice(1), ['while the server was away'])
  assert.equal((await connected())?.state.fault, null)
})

test('a password that doesn’t hold any more is told, and a new one is taken at once', async () => {
  dovecot.setPassword('other')
  await dovecot.kill()
  await dovecot.start()
  const broken = await until(
    at.account,
    account => account?.state.fault === 'imap_wrong_password',
    'not told about the password',
  )
  const waits = Date.parse(broken!.state.retryAt!) - Date.parse(broken!.state.faultAt!)
  assert.ok(waits >= 30 * 20, `tries again after ${waits} ms`)
  dovecot.deliver(mailOf('behind another password'))
  assert.equal((await at.save({ password: 'other' })).status, 200)
  assert.deepEqual((await at.subjects(3)).slice(2), ['behind another password'])
})

test('another UIDVALIDITY: all is read anew, nothing is doubled, and what was none of ours stays so', async () => {
  await dovecot.kill()
  dovecot.forgetUids()
  dovecot.deliver(mailOf('after the UIDs changed'))
  await dovecot.start()
  const subjects = await at.subjects(4)
  assert.equal(subjects.filter(subject => subject === 'after the UIDs changed').length, 1)
  assert.equal(new Set(subjects).size, subjects.length)
  await until(dovecot.count, ({ unseen }) => unseen <= 1, 'not all was read anew')
})

test('a mail beyond the cap: agents are told, with its headers, and what follows it is taken', async () => {
  const before = (await at.subjects(4)).length
  dovecot.deliver(
    mailOf(
      'too large',
      'x'
        .repeat(99)
        .concat('\n')
        .repeat(caps.rawBytes / 99),
    ),
  )
  await at.subjects(before + 1)
  dovecot.deliver(mailOf('behind the large one'))
  assert.deepEqual((await at.subjects(before + 2)).slice(before), ['too large', 'behind the large one'])
  await desk.settle()
  const { rows } = await desk.pool.query(
    'select state, conversation_id, size, whole_size from mails where whole_size is not null',
  )
  assert.equal(rows.length, 1)
  assert.equal(rows[0].state, 'unreadable')
  assert.ok(rows[0].size < 1_000)
  assert.ok(rows[0].whole_size > caps.rawBytes)
  const { entries } = (await desk.as(at.admin).get(`/api/conversations/${rows[0].conversation_id}/entries`))
    .body
  assert.ok(entries.some(({ code }: any) => code === 'mail_too_large'))
})

test('a mail that can’t be fetched is passed over after some tries, and counted', async () => {
  const before = (await at.subjects(4)).length
  const known = new Set(dovecot.files())
  await desk.as(at.admin).delete(`/api/mailboxes/${at.mailboxId}/imap`)
  await until(at.account, account => account === null, 'still fetched')
  await at.save({ password: 'other', start: 'new' })
  await connected()
  await dovecot.kill()
  dovecot.deliver(mailOf('closed to the server'))
  for (const file of dovecot.files()) if (!known.has(file)) chmodSync(file, 0)
  dovecot.deliver(mailOf('behind the closed one'))
  await dovecot.start()
  const account = await until(at.account, seen => seen?.state.passedOver === 1, 'not passed over', 60_000)
  assert.equal(account?.state.passedOver, 1)
  assert.deepEqual((await at.subjects(before + 1)).slice(before), ['behind the closed one'])
})

// An import goes on where it was: stopped and continued, after its node died, after every mail got another UID, past what can't be had.
import assert from 'node:assert/strict'
import { chmodSync } from 'node:fs'
import { after, test } from 'node:test'
import { testDesk } from '../../../../../test/harness.ts'
import { newId } from '../../../../platform/ids.ts'
import { until } from '../imap/imap-desk.fixture.ts'
import { importDesk, oldMail } from './import-desk.fixture.ts'

const at = await importDesk({ works: false })
const { desk, dovecot } = at
const person = desk.as(at.admin)
after(() => at.close())

const many = 400
for (let n = 0; n < many; n++) {
  const thread = n % 4
  const answers = thread === 0 ? [] : [`o${n - thread}`]
  dovecot.deliver(
    oldMail({ subject: `Old ${n - thread}`, id: `o${n}`, answers, body: `Mail ${n}` }),
    new Date(Date.UTC(2025, 0, 7) + n * 60_000),
  )
}

const node = async () => {
  const one = await testDesk({ ...at.options, beside: desk })
  await one.listen()
  return one
}

async function assertWhole(): Promise<void> {
  const { rows } = await desk.pool.query(
    `select count(*)::int as conversations, sum(seq)::int as entries, max(seq) as longest,
      (select count(distinct body)::int from entries) as bodies from conversations`,
  )
  assert.deepEqual(rows, [{ conversations: many / 4, entries: many, longest: 4, bodies: many }])
}

test('stopped and continued, by another node, with nothing lost or doubled', async () => {
  const first = await node()
  const id = await at.start()
  await until(
    () => at.shown(id),
    ({ done }) => done > 0,
    'does not begin',
  )
  await person.post(`/api/mail-imports/${id}/stop`)
  const nodeOf = async () => (await desk.pool.query('select node_id from mail_imports')).rows[0].node_id
  await until(nodeOf, holder => holder === null, 'is not let go')
  const { state, done, total } = await at.shown(id)
  assert.equal(state, 'stopped')
  assert.equal(total, many)
  assert.ok(done < many, 'was done before it could be stopped')
  await first.close()

  // A node that died while it was at it.
  await desk.pool.query('update mail_imports set node_id = $1', [newId()])
  await person.post(`/api/mail-imports/${id}/continue`)
  const second = await node()
  const end = await at.finished(id)
  assert.deepEqual([end.done, end.filed, end.conversations, end.total], [many, many, many / 4, many])
  await assertWhole()
  assert.equal(
    (await desk.pool.query('select sealed_password from mail_imports')).rows[0].sealed_password,
    null,
  )
  await second.close()
})

test('with other UIDs all is looked at anew, and nothing is doubled', async () => {
  const restarted = await at.start()
  await desk.pool.query(
    "update mail_imports set uid_validities = '{1}', cursor_at = '2030-01-01', cursor_folder = 0, cursor_uid = 1, filed = 7, total = 7 where id = $1",
    [restarted],
  )
  const second = await node()
  const end = await at.finished(restarted)
  assert.deepEqual([end.total, end.done, end.skipped, end.filed], [many, many, many, 0])
  await assertWhole()
  await second.close()
})

test('the server goes away and comes back; a mail that it never gives out is listed', async () => {
  const id = await at.start({ password: 'right' })
  dovecot.deliver(oldMail({ subject: 'Closed', id: 'closed' }), new Date('2025-03-01T00:00:00Z'))
  const [closed] = dovecot.files().filter(file => file.includes('/new/'))
  await dovecot.kill()
  const working = await node()
  await until(
    () => at.shown(id),
    ({ fault, retryAt }) => fault === 'imap_unreachable' && retryAt !== null,
    'no fault',
  )
  chmodSync(closed!, 0)
  await dovecot.start()
  const end = await at.finished(id)
  assert.deepEqual([end.total, end.unreadable, end.fault], [many + 1, 1, null])
  const { mails } = (await person.get(`/api/mail-imports/${id}/unreadable`)).body
  assert.deepEqual(
    mails.map(({ reason, mailId }: any) => [reason, mailId]),
    [['not_fetched', null]],
  )
  await working.close()
})

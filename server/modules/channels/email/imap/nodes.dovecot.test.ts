// A mailbox belongs to one node at a time; what comes while there is none is taken later, and each mail once.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDesk } from '../../../../../test/harness.ts'
import { newId } from '../../../../platform/ids.ts'
import { imapDesk, mailOf, until } from './imap-desk.fixture.ts'

const at = await imapDesk({ works: false })
const { desk, dovecot } = at
after(() => at.close())

const holder = async (): Promise<string | null> =>
  (await desk.pool.query('select node_id from imap_accounts')).rows[0]?.node_id ?? null

async function node() {
  const one = await testDesk({ ...at.options, beside: desk })
  await one.listen()
  return one
}

test('two nodes, one mailbox: one holds it, each mail comes once, and each can take it over', async () => {
  dovecot.deliver(mailOf('there at first'))
  await at.save({ start: 'all' })
  const first = await node()
  await at.subjects(1)
  const second = await node()
  for (let number = 1; number <= 20; number++) dovecot.deliver(mailOf(`mail ${number}`))
  assert.equal(new Set(await at.subjects(21)).size, 21)
  assert.equal(await holder(), first.app.nodeId)

  // A node without a row among those that live.
  const dead = newId()
  await desk.pool.query('update imap_accounts set node_id = $1', [dead])
  await until(holder, id => id !== dead, 'nobody has taken it over')
  dovecot.deliver(mailOf('after the change'))
  assert.equal((await at.subjects(22)).length, 22)

  await first.close()
  await until(holder, id => id === second.app.nodeId, 'the one that is left has not taken it over')
  dovecot.deliver(mailOf('for the one that is left'))
  assert.equal((await at.subjects(23)).at(-1), 'for the one that is left')
  await second.close()
  assert.equal(await holder(), null)
})

test('what came while no node was there is taken by the next one, once, and moved where it belongs', async () => {
  dovecot.makeFolder('Done')
  await at.save({ start: 'all', moveTo: 'Done' })
  dovecot.deliver(mailOf('while the desk was down'))
  const next = await node()
  assert.equal((await at.subjects(24)).at(-1), 'while the desk was down')
  await until(
    () => dovecot.count('Done').all,
    all => all > 0,
    'not moved',
  )
  await next.close()
  assert.equal((await at.subjects(24)).length, 24)
})

test('a mail that was taken in by a node that died before it was put away is put away by the next one', async () => {
  const { rows } = await desk.pool.query('select last_uid from imap_accounts')
  await at.save({ start: 'all', moveTo: null })
  dovecot.deliver(mailOf('almost put away'))
  await desk.pool.query('update imap_accounts set last_uid = last_uid + 1, taken_uid = last_uid + 1')
  assert.ok(dovecot.count().unseen > 0)
  const next = await node()
  await until(dovecot.count, ({ unseen }) => unseen === 0, 'not marked as seen')
  const after = await desk.pool.query('select last_uid from imap_accounts')
  assert.equal(after.rows[0].last_uid, rows[0].last_uid + 1)
  await next.close()
})

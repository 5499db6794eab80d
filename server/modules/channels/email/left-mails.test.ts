// Small mails are read by the node that took them, without the queue: none is lost when that node is gone, or when it fails.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { help, mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const boss = at.desk.as(at.admin)
const mailOf = (subject: string, text = 'Where is it?') =>
  ['From: bo@customer.example', `To: ${help}`, `Subject: ${subject}`, '', text, ''].join('\r\n')

const subjects = async (): Promise<string[]> => {
  const { body } = await boss.get('/api/conversations?status=active')
  return body.conversations.map(({ subject }: { subject: string }) => subject)
}

/** Keeps a mail as if a node had taken it upon itself to read it. */
async function keepBy(nodeId: string, subject: string): Promise<void> {
  await at.keep(mailOf(subject), 'bo@customer.example')
  await at.desk.pool.query("update mails set node_id = $1 where state = 'received'", [nodeId])
  await at.desk.pool.query('delete from graphile_worker._private_jobs')
}

test('what a node that is gone had not read is read by another', async () => {
  const { pool } = at.desk
  const node = crypto.randomUUID()
  await pool.query('insert into nodes (id, workers) values ($1, $2)', [node, []])
  await keepBy(node, 'Left behind')
  at.desk.clock.advance(10)
  await at.desk.settle()
  assert.deepEqual(await subjects(), [], 'as long as the node lives, it is the one that reads')
  await pool.query('delete from nodes where id = $1', [node])
  at.desk.clock.advance(10)
  await at.desk.settle()
  assert.deepEqual(await subjects(), ['Left behind'])
  const { rows } = await pool.query('select node_id, state from mails')
  assert.deepEqual(rows, [{ node_id: null, state: 'filed' }])
})

test('what a node never heard of that it was committed is read after ten minutes', async () => {
  const { pool } = at.desk
  const node = crypto.randomUUID()
  await pool.query('insert into nodes (id, workers) values ($1, $2)', [node, []])
  await keepBy(node, 'Unheard')
  at.desk.clock.advance(599)
  await at.desk.settle()
  assert.ok(!(await subjects()).includes('Unheard'))
  at.desk.clock.advance(10)
  await at.desk.settle()
  assert.ok((await subjects()).includes('Unheard'))
  await pool.query('delete from nodes where id = $1', [node])
})

test('a large mail is kept, read and saved as a small one is', async () => {
  const line = `${'All that my wallet says about it. '.repeat(2)}\r\n`
  const raw = mailOf('Large', line.repeat(1_500))
  await at.mailRaw(raw, { from: 'bo@customer.example' })
  const { body } = await boss.get('/api/conversations?status=active')
  const { id } = body.conversations.find(({ subject }: { subject: string }) => subject === 'Large')
  const saved = await boss.get(`/api/conversations/${id}/mails/1/raw`)
  assert.ok(saved.bytes.toString().endsWith(raw))
  assert.equal(Number(saved.headers['content-length']), saved.bytes.length)
})

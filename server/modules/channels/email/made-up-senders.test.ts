// V09: whoever makes senders up doesn't make the desk write to them, however many they are. 10,000 take longer than
// `npm test` waits: `V09_SENDERS=10000 node --test` with this file.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDesk } from '../../../../test/harness.ts'
import { mailDesk } from './mail-desk.fixture.ts'

const acknowledged = (domain: string) =>
  at.server.mails.filter(mail => mail.recipients[0]!.endsWith(`@${domain}`)).length

const senders = Number(process.env.V09_SENDERS ?? 210)
const at = await mailDesk()
after(() => at.close())

test(`V09 ${senders} made-up senders don’t make the desk write to hundreds of strangers`, async context => {
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1_000).toFixed(1)
  for (let n = 0; n < senders; n++) {
    const raw = `From: p${n}@victims.example\r\nMessage-ID: <flood${n}@x.example>\r\n\r\nHello ${n}`
    await at.keep(raw, `p${n}@victims.example`)
  }
  const taken = seconds()
  await at.desk.settle()
  const { rows } = await at.desk.pool.query('select count(*) as n from conversations')
  assert.equal(rows[0].n, senders, 'each is a conversation')
  assert.equal(acknowledged('victims.example'), 200)
  context.diagnostic(
    `${senders} mails were taken in ${taken} s, and filed and acknowledged by ${seconds()} s`,
  )
})

test('V09 one victim gets one acknowledgement, however many mails come in their name at once', async () => {
  at.desk.clock.advance(3_600)
  for (let n = 0; n < 40; n++)
    await at.keep(`From: ann@victim.example\r\nSubject: ${n}\r\n\r\nHello ${n}`, 'ann@victim.example')
  // As a server does it: several at a time.
  const { smtp, mailResolver } = at.desk.options
  const node = await testDesk({ beside: at.desk, jobs: true, smtp: smtp!, mailResolver: mailResolver! })
  await node.listen()
  const deadline = Date.now() + 30_000
  const waiting = `select from mails where state = 'received'`
  while ((await node.pool.query(waiting)).rowCount) assert.ok(Date.now() < deadline, 'not all were filed')
  await at.desk.settle()
  assert.equal(acknowledged('victim.example'), 1)
})

// On a node that works on jobs, mails that come together are filed together, by itself.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { help, mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk({ jobs: true })
after(() => at.close())

async function allFiled(): Promise<void> {
  for (;;) {
    const { rows } = await at.desk.pool.query("select count(*)::int as n from mails where state = 'filed'")
    if (rows[0].n === 60) return
    await new Promise(setImmediate)
  }
}

test('many mails at once are all filed, each once', async () => {
  const transport = createTransport({
    host: '127.0.0.1',
    port: at.desk.app.mailPort()!,
    ignoreTLS: true,
    pool: true,
    maxConnections: 10,
  })
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      transport.sendMail({
        from: `customer${n % 20}@customer.example`,
        to: help,
        subject: `Request ${n}`,
        text: 'Where is it?',
      }),
    ),
  )
  transport.close()
  await allFiled()
  const { rows } = await at.desk.pool.query(
    `select count(distinct conversation_id)::int as conversations, count(node_id)::int as unread,
      (select count(*)::int from customers) as customers from mails`,
  )
  assert.deepEqual(rows, [{ conversations: 60, unread: 0, customers: 20 }])
})

// The door as a mail server of one's own uses it: LMTP, which answers for each recipient.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { help, mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk({ mailDoor: { host: '127.0.0.1', port: 0, lmtp: true } })
after(() => at.close())
const lmtp = createTransport({
  host: '127.0.0.1',
  port: at.desk.app.mailPort()!,
  lmtp: true,
  ignoreTLS: true,
} as object)

test('LMTP keeps a mail for two recipients once, and answers for both', async () => {
  const to = [help, help.replace('@', '+more@'), 'nobody@harbour.example']
  const raw = 'From: bo@customer.example\r\nMessage-ID: <lmtp@x.example>\r\n\r\nHello.'
  const { accepted, rejected } = await lmtp.sendMail({ envelope: { from: 'bo@customer.example', to }, raw })
  assert.deepEqual([accepted, rejected], [to.slice(0, 2), to.slice(2)])
  await at.desk.settle()
  const { conversations } = (await at.desk.as(at.admin).get('/api/conversations')).body
  assert.equal(conversations.length, 1)
})

// V30 Mails by HTTP: only with a fresh signature of this very mailbox, and each once.
import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { after, test } from 'node:test'
import { mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const admin = at.desk.as(at.admin)
const { secret } = (await admin.get(`/api/mailboxes/${at.mailboxId}/webhook`)).body
const other = (await admin.post('/api/mailboxes', { address: 'other@harbour.example', name: 'Other' })).body
  .id
const otherSecret = (await admin.get(`/api/mailboxes/${other}/webhook`)).body.secret

const mail = (id: string) =>
  Buffer.from(
    [
      'From: Bo <bo@customer.example>',
      'To: help@harbour.example',
      `Message-ID: <${id}@customer.example>`,
      'Subject: By webhook',
      '',
      'Hello.',
    ].join('\r\n'),
  )

interface Signing {
  key?: string
  seconds?: number
  of?: Buffer
}

async function push(body: Buffer, { key = secret, seconds = 0, of = body }: Signing = {}) {
  const timestamp = String(Math.floor(at.desk.clock().getTime() / 1_000) + seconds)
  const digest = createHash('sha256').update(of).digest('hex')
  const signature = createHmac('sha256', key).update(`${timestamp}.${digest}`).digest('hex')
  const headers = {
    'content-type': 'message/rfc822',
    'x-ballast-timestamp': timestamp,
    'x-ballast-signature': signature,
  }
  return at.desk.nobody.post(`/api/mailboxes/${at.mailboxId}/mails`, body, { headers })
}

const count = async () => (await at.desk.pool.query('select from mails')).rowCount

test('a signed mail is taken over and becomes a conversation', async () => {
  const { status, body } = await push(mail('first'))
  assert.deepEqual([status, body], [200, { again: false }])
  await at.desk.settle()
  const { conversations } = (await admin.get('/api/conversations')).body
  assert.deepEqual(
    conversations.map((one: { subject: string }) => one.subject),
    ['By webhook'],
  )
})

test('the same one again says so and is kept once', async () => {
  const before = await count()
  assert.deepEqual((await push(mail('first'))).body, { again: true })
  assert.equal(await count(), before)
})

const refused: [string, Signing][] = [
  ['without a right signature', { key: 'x' }],
  ['with the secret of another mailbox', { key: otherSecret }],
  ['signed over another body', { of: Buffer.from('x') }],
  ['six minutes old', { seconds: -360 }],
  ['from six minutes ahead', { seconds: 360 }],
]
for (const [what, signing] of refused) {
  test(`V30 a mail ${what} is refused`, async () => {
    const before = await count()
    const { status, body } = await push(mail('refused'), signing)
    assert.deepEqual([status, body.error.code], [401, 'signature_invalid'])
    assert.equal(await count(), before)
  })
}

test('V30 without any signature nothing is taken, nor is anything but a mail', async () => {
  const path = `/api/mailboxes/${at.mailboxId}/mails`
  const headers = { 'content-type': 'message/rfc822' }
  assert.equal((await at.desk.nobody.post(path, mail('bare'), { headers })).status, 401)
  assert.equal((await at.desk.nobody.post(path, { mail: 'x' })).status, 415)
})

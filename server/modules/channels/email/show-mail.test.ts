// A mail's HTML as agents get it: a page that may do nothing, of mails of their own conversations, and of nothing removed.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createStaff } from '../../../../test/factories.ts'
import { mailDesk } from './mail-desk.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const boss = at.desk.as(at.admin)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
)

let sent = 0
/** Somebody writes; gives their conversation, and its mail. */
async function written(html: string, more: { text?: string; attachments?: object[] } = {}) {
  const from = `w${++sent}@customer.example`
  await at.mail({ from, subject: 'Picture', html, ...(more as object) })
  const { conversations } = (await boss.get('/api/conversations?status=active')).body
  const { id } = conversations.find((one: { customer: { email: string } }) => one.customer.email === from)
  const [mail] = (await boss.get(`/api/conversations/${id}/mails`)).body.mails
  return { id, mail, path: `/api/conversations/${id}/mails/${mail.seq}/html` }
}

test('is a page of its own under a policy that allows nothing', async () => {
  const { mail, path } = await written('<p onclick=x>Hello <b>desk</b><script>alert(1)</script></p>')
  assert.equal(mail.html, 'whole')
  const { status, headers, body } = await boss.get(path)
  assert.equal(status, 200)
  assert.match(body, /<body><p>Hello <b>desk<\/b><\/p>\s*<\/body>/)
  assert.equal(headers['content-type'], 'text/html; charset=utf-8')
  assert.equal(
    headers['content-security-policy'],
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  )
  assert.deepEqual(
    [headers['x-content-type-options'], headers['referrer-policy'], headers['cache-control']],
    ['nosniff', 'no-referrer', 'private, no-store'],
  )
})

test('has pictures from elsewhere only when they are asked for', async () => {
  const { mail, path } = await written('<img src="https://x.example/a.png" alt="Screen">')
  assert.equal(mail.html, 'remote')
  const own = await boss.get(path)
  assert.ok(!own.body.includes('x.example'))
  const remote = await boss.get(`${path}?pictures=remote`)
  assert.ok(remote.body.includes('<img src="https://x.example/a.png" alt="Screen">'))
  assert.match(String(remote.headers['content-security-policy']), /img-src data: https: http:;/)
  assert.equal((await boss.get(`${path}?pictures=all`)).status, 400)
})

test('has the pictures that came with the mail, and what only says to be one has none', async () => {
  const attachments = [
    { filename: 'a.png', content: png, cid: 'a@x' },
    { filename: 'b.png', content: '<svg onload="alert(1)"/>', cid: 'b@x', contentType: 'image/png' },
  ]
  const { path } = await written('<img src="cid:a@x"><img src="cid:b@x" alt="b">', { attachments })
  const { body } = await boss.get(path)
  assert.ok(
    body.includes(`<body><img src="data:image/png;base64,${png.toString('base64')}" alt=""></body>`),
    body,
  )
})

test('is nobody’s without the conversation, and gone with the message', async () => {
  const { id, mail, path } = await written('<p>Hello</p>')
  const team = (await boss.post('/api/teams', { name: 'Else' })).body.id
  await boss.patch(`/api/conversations/${id}`, { teamId: team })
  const agent = at.desk.as(await createStaff(at.desk, { role: 'agent' }))
  assert.equal((await agent.get(path)).status, 404)
  assert.equal((await boss.get(path)).status, 200)
  assert.equal((await boss.delete(`/api/conversations/${id}/entries/${mail.seq}`)).status, 200)
  assert.equal((await boss.get(path)).status, 404)
})

test('is not there for a mail without any, and not for one from which a seed phrase was taken', async () => {
  await at.mail({ from: 'plain@customer.example', text: 'Only text' })
  const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
  const { mail, path } = await written(`<p>${words}</p>`)
  assert.equal(mail.html, 'none')
  assert.equal((await boss.get(path)).status, 404)
  const { conversations } = (await boss.get('/api/conversations?status=active')).body
  const { id } = conversations.find((one: { customer: { email: string } }) =>
    one.customer.email.startsWith('plain'),
  )
  assert.equal((await boss.get(`/api/conversations/${id}/mails/1/html`)).status, 404)
})

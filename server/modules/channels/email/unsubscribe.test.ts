// Notices that somebody has not asked for: ended with one click by a program, with a button by a person, and few at any time.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createCustomer } from '../../../../test/factories.ts'
import { mailDesk } from './mail-desk.fixture.ts'
import { headersOf } from './smtp-server.fixture.ts'

const at = await mailDesk()
after(() => at.close())
const agent = at.desk.as(at.admin)
const origin = at.desk.options.publicUrl
const ok = ({ status, body }: { status: number; body: any }) => {
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const entry = (body: string) => ({ clientId: crypto.randomUUID(), body })

/** A visitor who left an address. */
async function visitor(email: string, locale = 'en') {
  const customer = at.desk.asCustomer(await createCustomer(at.desk, { name: 'Vi' }))
  const opening = { ...entry('Hello'), email, locale, live: false }
  return ok(await customer.post('/api/customer/conversations', opening)).conversation.id as string
}
/** Answers, and waits until the visitor should have read it; gives the notices that went out. */
async function noticesAfterAnswer(id: string) {
  const before = at.server.mails.length
  ok(await agent.post(`/api/conversations/${id}/entries`, entry('It has arrived.')))
  await at.desk.settle()
  at.desk.clock.advance(130)
  for (let round = 0; round < 3; round++) await at.desk.settle()
  return at.server.mails.slice(before)
}
const urlIn = (mail: { headers: string[] }) =>
  /^<(.+)>$/.exec(headersOf(mail, 'list-unsubscribe')[0] ?? '')![1]!

test('a notice says in its headers and its text how it ends, and names nobody by that', async () => {
  const [mail] = await noticesAfterAnswer(await visitor('ann@customer.example'))
  const url = urlIn(mail!)
  assert.ok(url.startsWith(`${origin}/unsubscribe?token=`))
  assert.deepEqual(headersOf(mail!, 'list-unsubscribe-post'), ['List-Unsubscribe=One-Click'])
  assert.ok(mail!.body.includes(url))
  assert.doesNotMatch(Buffer.from(url.split('=')[1]!, 'base64url').toString('latin1'), /ann/)
})

test('answers and acknowledgements of mails have nothing of the kind', async () => {
  await at.mail({ from: 'bea@customer.example', text: 'Hello.' })
  assert.deepEqual(headersOf(at.server.mails.at(-1)!, 'list-unsubscribe'), [])
})

test('a program ends it with one click, without cookies; looking ends nothing', async () => {
  const id = await visitor('cyd@customer.example')
  const [mail] = await noticesAfterAnswer(id)
  const url = urlIn(mail!)
  const looked = await fetch(url)
  assert.equal(looked.status, 200)
  assert.equal((await noticesAfterAnswer(id)).length, 1)
  const click = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  assert.equal(click.status, 200)
  assert.deepEqual(await noticesAfterAnswer(id), [])
  assert.deepEqual(
    await noticesAfterAnswer(await visitor('Cyd@Customer.example')),
    [],
    'nor in another conversation',
  )
  assert.equal(
    (await noticesAfterAnswer(await visitor('dan@customer.example'))).length,
    1,
    'others still get theirs',
  )
})

test('also as multipart/form-data, and twice', async () => {
  const id = await visitor('eva@customer.example')
  const url = urlIn((await noticesAfterAnswer(id))[0]!)
  for (let n = 0; n < 2; n++) {
    const body = new FormData()
    body.set('List-Unsubscribe', 'One-Click')
    assert.equal((await fetch(url, { method: 'POST', body })).status, 200)
  }
  assert.deepEqual(await noticesAfterAnswer(id), [])
})

test('a person is asked with a button, in their language, on a page that loads and runs nothing', async () => {
  const url = urlIn((await noticesAfterAnswer(await visitor('fay@customer.example', 'zh')))[0]!)
  const page = await fetch(url, { headers: { 'accept-language': 'zh-CN' } })
  const html = await page.text()
  assert.match(html, /<html lang="zh/)
  assert.match(
    html,
    /<form class="card" method="post">\s*<p>不再向 fay@customer\.example [\s\S]*<button>不再接收此类邮件<\/button>/,
  )
  assert.match(page.headers.get('content-security-policy')!, /default-src 'none'/)
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
})

test('a token that isn’t ours ends nothing', async () => {
  for (const token of ['', 'x', 'A'.repeat(200), '%00', 'A'.repeat(10_000), 'x&token=y']) {
    for (const method of ['GET', 'POST']) {
      const { status } = await fetch(`${origin}/unsubscribe?token=${token}`, { method })
      assert.equal(status, 404, `${method} ${token.slice(0, 10)}`)
    }
  }
})

test('forms are taken nowhere else', async () => {
  const { status } = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'email=x',
  })
  assert.equal(status, 415)
})

test('V10 a conversation writes by itself three times an hour, and an address is written to twenty times a day', async () => {
  const id = await visitor('gil@customer.example')
  const inAnHour = []
  for (let n = 0; n < 5; n++) inAnHour.push(...(await noticesAfterAnswer(id)))
  assert.equal(inAnHour.length, 3)
  at.desk.clock.advance(3_600)
  assert.equal((await noticesAfterAnswer(id)).length, 1)
  const toOne = []
  for (let n = 0; n < 24; n++)
    toOne.push(...(await noticesAfterAnswer(await visitor('hue@customer.example'))))
  assert.equal(toOne.length, 20)
})

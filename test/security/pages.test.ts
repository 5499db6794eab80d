// V18 for the pages of the site: every page × everybody × what is somebody else's, made from the list of pages.
import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { unsubscribeUrl } from '../../server/modules/channels/email/suppressions.ts'
import { exchange } from '../../server/modules/customers/identity.fixture.ts'
import { enterByToken } from '../../server/modules/customers/index.ts'
import { pages } from '../../server/site/pages.ts'
import { assemble, type Cast, words } from './cast.ts'
import { contentsOf } from './contents.ts'
import { pageFields } from './requests.ts'

type Headers = Record<string, string>

let cast: Cast
/** What everybody sends: what they have anyway, and a customer who is signed in on the site. */
let everybody: { name: string; headers: Headers }[]
before(async () => {
  cast = await assemble()
  const { sign } = await exchange(cast.desk)
  const { token } = await enterByToken(cast.desk.app.desk, await sign({ sub: 'other' }), undefined, 'en')
  const others = await Promise.all(
    cast.personas.map(async ({ name, person }) => ({ name, headers: await person.headers() })),
  )
  const victims = await cast.desk.asCustomer(cast.victim).headers()
  const stolen = String(victims.authorization).replace('Bearer ', '')
  everybody = [
    ...others,
    { name: 'another customer of the site', headers: { cookie: `ballast_customer=${token}` } },
    { name: 'a token of the widget as a cookie', headers: { cookie: `ballast_customer=${stolen}` } },
  ]
  for (const { person } of cast.personas) await person.get('/api/staff')
})

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

test('the table knows every page, and no other', () =>
  assert.deepEqual(Object.keys(pageFields).sort(), pages.map(nameOf).sort()))

function ask(page: (typeof pages)[number], headers: Headers, number = String(cast.things.number)) {
  const url = page.path
    .replace('{number}', number)
    .replace('{file}', cast.things.attachment)
    .replace('{locale}', 'en')
    .replace('{slug}', 'home')
    .replace('{id}', cast.things.attachment)
    .replace('{name}', 'picture.png')
    .replace('*', 'x/y/z')
  const payload = String(new URLSearchParams(pageFields[nameOf(page)]))
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: cast.desk.options.publicUrl }
  const sent = page.method === 'POST' ? { headers: { ...form, ...headers }, payload } : { headers }
  return cast.desk.app.http.inject({ method: page.method, url, ...sent })
}

test('nobody sees a word of somebody else’s request, or changes anything', async () => {
  const contents = await contentsOf(cast.desk.pool)
  for (const { name, headers } of everybody) {
    for (const page of pages.filter(({ path }) => path !== '/requests/sign-out')) {
      const { statusCode, body } = await ask(page, headers)
      const what = `${name}: ${nameOf(page)} gave ${statusCode}`
      assert.ok(statusCode < 500, what)
      if (page.path.includes('{number}')) assert.ok([401, 404].includes(statusCode), what)
      for (const word of Object.values(words)) assert.ok(!body.includes(word), what)
    }
  }
  assert.deepEqual(await contentsOf(cast.desk.pool), contents)
})

test('what is somebody else’s looks like what doesn’t exist', async () => {
  for (const { name, headers } of everybody) {
    for (const page of pages.filter(({ path }) => path.includes('{number}'))) {
      const [foreign, unknown] = await Promise.all([ask(page, headers), ask(page, headers, '987654')])
      const face = ({ statusCode, body }: typeof foreign, number: number) => [
        statusCode,
        body.replace(/[0-9a-f-]{36}/g, '').replaceAll(String(number), ''),
      ]
      assert.deepEqual(face(foreign, cast.things.number), face(unknown, 987654), `${name}: ${nameOf(page)}`)
    }
  }
})

test('no other page makes a browser send a form with its cookie', async () => {
  for (const page of pages.filter(({ method, knowsNobody }) => method === 'POST' && !knowsNobody)) {
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: '' }]) {
      const { statusCode, body } = await ask(page, headers)
      assert.equal(statusCode, 403, nameOf(page))
      assert.match(body, /origin_not_allowed/)
    }
  }
})

suite('pages that take forms from anywhere', () => {
  const open = pages.filter(({ knowsNobody }) => knowsNobody)
  const token = () =>
    new URL(unsubscribeUrl(cast.desk.app.desk, 'someone@mail.test', 'unread_answer')).searchParams.get(
      'token',
    )!
  const send = (method: 'GET' | 'POST', url: string, headers: Headers) =>
    cast.desk.app.http.inject({ method, url, headers })

  test('are the one that ends notices, and no other', () =>
    assert.deepEqual(open.map(nameOf), ['GET /unsubscribe', 'POST /unsubscribe']))

  test('know nobody, whatever session comes with it, and neither begin nor end one', async () => {
    const { name, headers } = everybody.find(one => one.name === 'another customer of the site')!
    assert.match((await send('GET', '/help', headers)).body, /sign-out/, 'the session is a good one')
    for (const query of [`?token=${token()}`, '?token=x', '']) {
      const bare = await send('GET', `/unsubscribe${query}`, {})
      assert.equal(bare.statusCode, query.length > 20 ? 200 : 404)
      for (const { method } of open) {
        const answer = await send(method, `/unsubscribe${query}`, { ...headers, origin: 'null' })
        assert.equal(answer.statusCode, bare.statusCode, `${name} ${method} ${query.slice(0, 8)}`)
        assert.doesNotMatch(answer.body, /sign-out/)
        assert.equal(answer.headers['set-cookie'], undefined)
      }
    }
    assert.match((await send('GET', '/help', headers)).body, /sign-out/, 'the session is still good')
  })
})

// Every limit answers with its code and a sentence in the reader's language, and nothing else happens.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { WebSocket } from 'ws'
import { limits } from '../../contract/common.ts'
import { type ErrorCode, errorStatus } from '../../contract/errors.ts'
import { createCustomer, createStaff } from '../factories.ts'
import { testDesk } from '../harness.ts'
import type { Person, Reply } from '../person.ts'
import { assemble, type Cast, message, ok, textFile } from './cast.ts'
import { contentsOf } from './contents.ts'

let cast: Cast
let customer: Person
let own: string
before(async () => {
  cast = await assemble()
  customer = cast.desk.asCustomer(await createCustomer(cast.desk))
  const opened = ok(await customer.post('/api/customer/conversations', message('Hello')))
  own = `/api/customer/conversations/${opened.conversation.id}`
})

const languages = { en: /^[\x20-\x7e’“”–…]+$/, 'zh-CN,zh;q=0.9,en;q=0.5': /\p{Script=Han}/u }

/** Asks in both languages; each time the code, its status and a sentence that a reader of the language can read. */
async function refuses(
  code: ErrorCode,
  ask: (headers: Record<string, string>) => Promise<Reply>,
): Promise<void> {
  const sentences = new Set<string>()
  for (const [language, readable] of Object.entries(languages)) {
    const reply = await ask({ 'accept-language': language })
    assert.equal(reply.body.error?.code, code, JSON.stringify(reply.body))
    assert.equal(reply.status, errorStatus[code])
    assert.match(reply.body.error.message, readable)
    assert.doesNotMatch(reply.body.error.message, /[{}]|undefined|null|NaN/)
    assert.ok(reply.body.error.requestId)
    sentences.add(reply.body.error.message)
  }
  assert.equal(sentences.size, 2)
}

describe('a message', () => {
  const cases: [string, ErrorCode, string][] = [
    ['without text', 'empty_message', ''],
    ['of blanks', 'empty_message', ' \n\t\u3000'],
    ['one character too long', 'message_too_long', 'x'.repeat(limits.message + 1)],
    ['of 100 kB', 'message_too_long', 'x'.repeat(100_000)],
    ['of 100 kB in Chinese', 'message_too_long', '提'.repeat(34_000)],
    ['of 300 kB', 'body_too_large', 'x'.repeat(300_000)],
  ]
  for (const [name, code, body] of cases) {
    test(`${name} is ${code}`, async () => {
      const before = await contentsOf(cast.desk.pool)
      const { agent, things } = cast
      await refuses(code, headers => customer.post(`${own}/entries`, message(body), { headers }))
      await refuses(code, headers => customer.post('/api/customer/conversations', message(body), { headers }))
      await refuses(code, headers =>
        agent.post(`/api/conversations/${things.conversation}/entries`, message(body), { headers }),
      )
      assert.deepEqual(await contentsOf(cast.desk.pool), before)
    })
  }

  test('of exactly the limit is kept whole', async () => {
    const body = '提'.repeat(limits.message)
    assert.equal(ok(await customer.post(`${own}/entries`, message(body))).entry.body, body)
  })

  test('of the wrong form is invalid_input, with the fields that are wrong', async () => {
    for (const given of [{}, { clientId: 'x', body: 'x' }, { clientId: randomUUID(), body: 7 }, [], null]) {
      await refuses('invalid_input', headers =>
        customer.post(`${own}/entries`, given ?? 'null', {
          headers: { ...headers, 'content-type': 'application/json' },
        }),
      )
    }
    const { body } = await customer.post(`${own}/entries`, { clientId: 'x', body: 'x' })
    assert.deepEqual(
      body.error.fields.map(({ path }: { path: string }) => path),
      ['clientId'],
    )
  })

  test('of another kind of content is unsupported_media_type', () =>
    refuses('unsupported_media_type', headers =>
      customer.post(`${own}/entries`, 'hello' as never, {
        headers: { ...headers, 'content-type': 'text/yaml' },
      }),
    ))
})

describe('a file', () => {
  const at = '/api/customer/attachments'
  const send = (name: string, bytes: Buffer) => (headers: Record<string, string>) =>
    uploadWith(customer, at, { name, type: 'image/png', bytes }, headers)

  test('that is too large is file_too_large', () =>
    refuses('file_too_large', send('a.bin', Buffer.alloc(limits.file + 1))))
  test('that is a program is file_type_refused, whatever it is called', () =>
    refuses('file_type_refused', send('a.png', Buffer.from('MZ'.padEnd(200, '\0')))))
  test('that can be run by its name is file_type_refused', () =>
    refuses('file_type_refused', send('a.exe', Buffer.from('hello'))))
  test('that is empty is invalid_input', () => refuses('invalid_input', send('a.txt', Buffer.alloc(0))))
})

async function uploadWith(
  person: Person,
  path: string,
  file: { name: string; type: string; bytes: Buffer },
  headers: Record<string, string>,
): Promise<Reply> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
  const request = new Request('http://desk', { method: 'POST', body: form })
  const payload = Buffer.from(await request.arrayBuffer())
  return person.post(path, payload, {
    headers: { ...headers, 'content-type': request.headers.get('content-type')! },
  })
}

describe('state', () => {
  test('a stale version is told, and changes nothing', async () => {
    const path = `/api/conversations/${cast.things.conversation}`
    const { version } = ok(await cast.agent.get(path)).conversation
    ok(await cast.admin.patch(path, { priority: 'high' }))
    await refuses('stale_version', headers =>
      cast.agent.patch(path, { version, priority: 'low' }, { headers }),
    )
    assert.equal(ok(await cast.agent.get(path)).conversation.priority, 'high')
  })

  test('an answer after a colleague’s is told', async () => {
    const path = `/api/conversations/${cast.things.conversation}/entries`
    ok(await cast.admin.post(path, message('I have it')))
    await refuses('answered_meanwhile', headers =>
      cast.agent.post(path, message('Me, too', { seen: 1 }), { headers }),
    )
  })

  test('what is closed takes no message', async () => {
    const opened = ok(await customer.post('/api/customer/conversations', message('Hello')))
    ok(await cast.admin.patch(`/api/conversations/${opened.conversation.id}`, { status: 'closed' }))
    await refuses('conversation_closed', headers =>
      customer.post(`/api/customer/conversations/${opened.conversation.id}/entries`, message('Hm'), {
        headers,
      }),
    )
  })

  test('unknown ids and addresses are not_found', async () => {
    await refuses('not_found', headers =>
      customer.get(`/api/customer/conversations/${randomUUID()}`, { headers }),
    )
    await refuses('not_found', headers => customer.get('/api/nothing', { headers }))
    await refuses('not_found', headers =>
      customer.post(`${own}/entries`, message('See', { attachments: [randomUUID()] }), { headers }),
    )
  })

  test('numbers and characters that nothing can hold are invalid_input', async () => {
    for (const query of ['after=9999999999', 'after=-1', 'after=x', 'limit=100000', 'after=1.5'])
      await refuses('invalid_input', headers => customer.get(`${own}/entries?${query}`, { headers }))
    await refuses('invalid_input', headers => customer.post(`${own}/read`, { seq: -1 }, { headers }))
    for (const cursor of ['x', 'bnVsbA', Buffer.from('["x","y"]').toString('base64url')])
      await refuses('invalid_input', headers =>
        cast.admin.get(`/api/conversations?cursor=${cursor}`, { headers }),
      )
    assert.equal((await cast.admin.get('/api/search?q=a%00b')).status, 200)
  })
})

describe('people', () => {
  test('whose session is over are not_signed_in', async () => {
    const visitor = cast.desk.asCustomer(await createCustomer(cast.desk))
    const headers = await visitor.headers()
    ok(await visitor.delete('/api/customer/session'))
    await refuses('not_signed_in', more =>
      cast.desk.nobody.get('/api/customer/me', { headers: { ...headers, ...more } }),
    )
  })

  test('of other pages use no cookie, on requests and on the upgrade', async () => {
    const agent = cast.desk.as(await createStaff(cast.desk))
    for (const origin of ['https://evil.example', 'null', `${cast.desk.options.publicUrl}.evil.example`]) {
      await refuses('origin_not_allowed', headers =>
        agent.patch('/api/session', { name: 'X' }, { headers: { ...headers, origin } }),
      )
    }
    const { cookie = '' } = await agent.headers()
    const address = await cast.desk.listen()
    for (const origin of ['https://evil.example', 'null']) {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/api/realtime`, {
        headers: { cookie, origin },
      })
      socket.on('error', () => {})
      const status = await new Promise(resolve =>
        socket.on('unexpected-response', (_, response) => resolve(response.statusCode)),
      )
      assert.equal(status, 403, origin)
    }
  })

  test('who ask too often are told when to come back, by the desk’s clock, and may then', async () => {
    const strict = await testDesk({ beside: cast.desk, rateFactor: 0.05 })
    const visitor = strict.asCustomer(await createCustomer(cast.desk))
    const write = (headers = {}) => visitor.post(`/api/customer/conversations`, message('Hello'), { headers })
    ok(await write())
    await refuses('too_many_requests', write)
    const { headers, body } = await write()
    const seconds = Number(headers['retry-after'])
    assert.ok(seconds >= 1 && seconds <= 60)
    assert.equal(body.error.details.retryAfter, seconds)
    cast.desk.clock.advance(seconds - 1)
    assert.equal((await write()).status, 429)
    cast.desk.clock.advance(1)
    ok(await write())
    const other = strict.asCustomer(await createCustomer(cast.desk))
    ok(await other.post('/api/customer/conversations', message('Hello')))
  })
})

test('a name that holds a secret is kept without it: file, customer, subject, tag, draft, canned reply, macro, rule, bulk reply, task, page', async () => {
  const words = 'lamp tornado kiwi ozone velvet cradle humor pistol jungle mimic oyster zebra'
  const { admin, agent, things, desk } = cast
  const path = `/api/conversations/${things.conversation}`
  const visitor = desk.asCustomer(await createCustomer(desk))
  const page = `https://exchange.test/import?${new URLSearchParams({ q: words, token: 'let-me-in' })}`
  const given = { subject: words, name: words, page }
  ok(await visitor.upload('/api/customer/attachments', textFile(`${words}.txt`)))
  ok(await visitor.post('/api/customer/conversations', message('Hello', given)))
  ok(await visitor.patch('/api/customer/me', { name: words }))
  ok(await agent.put(`${path}/draft`, { kind: 'note', body: words }))
  ok(await admin.patch(path, { subject: words, tags: words.split(' ').map(word => word.slice(0, 40)) }))
  ok(await admin.post('/api/canned-replies', { shortcut: 'seed', title: words, body: words }))
  const actions = [
    { do: 'note', text: words },
    { do: 'add_task', title: words, hours: null },
  ]
  ok(await admin.post('/api/macros', { shortcut: 'seed', name: words, actions }))
  const rule = { name: words, enabled: true, position: 1, when: { event: 'opened' }, then: actions }
  ok(await admin.post('/api/rules', { ...rule, if: { words: [words] } }))
  const bulk = { id: randomUUID(), body: words, conversations: [{ id: things.conversation, seen: 1 }] }
  ok(await agent.post('/api/bulk-replies', bulk))
  ok(await agent.post(`${path}/tasks`, { id: randomUUID(), title: words }))
  await desk.settle()
  const { rows } = await desk.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of rows) {
    const { rows: hits } = await desk.pool.query(
      `select t::text as text from ${name} t where t::text ~ 'lamp.{1,9}tornado|let-me-in'`,
    )
    assert.deepEqual(hits, [], name)
  }
})

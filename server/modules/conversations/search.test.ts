// The search of agents: what was said with each filter, customers, articles; and nothing that isn't theirs to see.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createCustomer, createKey, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { exchange } from '../customers/identity.fixture.ts'
import { drafted, publish, writersOf } from '../knowledge/knowledge.fixture.ts'
import { type Case, message, ok, opened, reply } from './related.fixture.ts'

let desk: TestDesk
let admin: Person
let lead: Person
let leadId: string
let agent: Person
let team: string
before(async () => {
  desk = await testDesk({ rateFactor: 1_000 })
  admin = desk.as(await createStaff(desk, { role: 'administrator' }))
  const boss = await createStaff(desk, { role: 'lead' })
  leadId = boss.id
  lead = desk.as(boss)
  agent = desk.as(await createStaff(desk))
  team = ok(await admin.post('/api/teams', { name: 'Away' })).id
})

const asked = (q: string, filters: Record<string, string> = {}) =>
  `/api/search?${new URLSearchParams({ q, ...filters })}`
const idsOf = ({ hits }: { hits: { conversation: { id: string } }[] }) =>
  hits.map(({ conversation }) => conversation.id)
const found = async (who: Person, q: string, filters: Record<string, string> = {}): Promise<string[]> =>
  idsOf(ok(await who.get(asked(q, filters))))
const customersFound = async (who: Person, q: string): Promise<{ id: string; name: string | null }[]> =>
  ok(await who.get(`/api/search/customers?${new URLSearchParams({ q })}`)).customers

const change = async ({ id }: Case, wanted: object) =>
  ok(await lead.patch(`/api/conversations/${id}`, wanted))

describe('a filter', () => {
  let plain: Case
  let special: Case
  before(async () => {
    plain = await opened(desk, 'A walrus waits for a deposit')
    desk.clock.advance(600)
    special = await opened(desk, 'Another walrus, another deposit')
    await change(special, { tags: ['vip'], teamId: team, assigneeId: leadId, status: 'waiting' })
    await desk.settle()
  })

  const filters: [name: string, filter: () => Record<string, string>][] = [
    ['status', () => ({ status: 'waiting' })],
    ['team', () => ({ team })],
    ['assignee', () => ({ assignee: leadId })],
    ['assignee me', () => ({ assignee: 'me' })],
    ['tag', () => ({ tag: 'vip' })],
    ['from', () => ({ from: new Date(desk.clock().getTime() - 300_000).toISOString() })],
    ['customer', () => ({ customer: special.customer.id })],
  ]
  for (const [name, filter] of filters) {
    test(`${name} leaves what fits, with words and without`, async () => {
      assert.deepEqual(await found(lead, 'walrus', filter()), [special.id])
      assert.deepEqual(await found(lead, '', filter()), [special.id])
    })
  }

  const others: [name: string, filter: () => Record<string, string>][] = [
    ['team none', () => ({ team: 'none' })],
    ['assignee none', () => ({ assignee: 'none' })],
    ['to', () => ({ to: new Date(desk.clock().getTime() - 300_000).toISOString() })],
  ]
  for (const [name, filter] of others) {
    test(`${name} leaves what fits, with words and without`, async () => {
      assert.deepEqual(await found(lead, 'walrus', filter()), [plain.id])
      assert.deepEqual(await found(lead, '', filter()), [plain.id])
    })
  }

  test('status active leaves out what is solved', async () => {
    const done = await opened(desk, 'A solved walrus')
    await change(done, { status: 'solved' })
    await desk.settle()
    assert.ok(!(await found(lead, 'walrus', { status: 'active' })).includes(done.id))
    assert.deepEqual(await found(lead, 'walrus', { status: 'solved' }), [done.id])
  })

  test('channel, language and files', async () => {
    const customer = await createCustomer(desk)
    const person = desk.asCustomer(customer)
    const { id: file } = ok(await upload(person))
    const opening = message('A pelican with a picture', { live: false, locale: 'zh-TW', attachments: [file] })
    const { conversation } = ok(await person.post('/api/customer/conversations', opening))
    desk.clock.advance(1)
    const other = await opened(desk, 'A pelican without one')
    for (const q of ['pelican', '']) {
      assert.deepEqual(await found(lead, q, { files: 'true' }), [conversation.id], q)
      assert.deepEqual(await found(lead, q, { locale: 'zh' }), [conversation.id], q)
      assert.deepEqual(await found(lead, q, { channel: 'email' }), [], q)
    }
    assert.deepEqual(await found(lead, 'pelican', { channel: 'chat' }), [other.id, conversation.id])
  })

  test('that says nothing the desk knows is refused', async () => {
    const wrong: Record<string, string>[] = [
      { status: 'x' },
      { team: 'x' },
      { from: 'now' },
      { cursor: 'x' },
      { locale: "'" },
    ]
    for (const filter of wrong)
      assert.equal((await lead.get(asked('walrus', filter))).status, 400, JSON.stringify(filter))
    const cursor = `${new Date().toISOString()}_${'-'.repeat(36)}`
    assert.equal((await lead.get(asked('walrus', { cursor }))).status, 400)
  })
})

const upload = (person: Person) => {
  const form = new FormData()
  form.append('file', new Blob(['A plain text.'], { type: 'text/plain' }), 'note.txt')
  return person.post('/api/customer/attachments', form)
}

describe('pages', () => {
  test('lead through all that was said, without gap or repeat', async () => {
    const ids = []
    for (let n = 0; n < 35; n++) ids.unshift((await opened(desk, `The ${n}th lighthouse`)).id)
    await desk.settle()
    const first = ok(await lead.get(asked('lighthouse')))
    assert.equal(first.hits.length, 30)
    const second = ok(await lead.get(asked('lighthouse', { cursor: first.next })))
    assert.equal(second.next, null)
    assert.deepEqual(new Set([...idsOf(first), ...idsOf(second)]), new Set(ids))
    assert.equal(idsOf(first).length + idsOf(second).length, ids.length)
    const byFilter = ok(await lead.get(asked('', { status: 'queued' })))
    assert.equal(byFilter.next, null)
  })
})

describe('what is not theirs', () => {
  test('stays unseen: by words, number, filter and customer', async () => {
    const customer = await createCustomer(desk, { name: 'Ottoline Quill', email: 'quill@example.test' })
    const hidden = await opened(desk, 'A secret flamingo', { customer })
    await change(hidden, { teamId: team })
    await desk.settle()
    for (const who of [lead, admin]) {
      assert.deepEqual(await found(who, 'flamingo'), [hidden.id])
      assert.deepEqual(
        (await customersFound(who, 'ottoline')).map(({ id }) => id),
        [customer.id],
      )
    }
    const nothing = ok(await agent.get(asked('flamingo')))
    assert.deepEqual(nothing, { hits: [], next: null, back: null })
    assert.deepEqual(await found(agent, String(hidden.number)), [])
    assert.deepEqual(await found(agent, '', { team }), [])
    assert.deepEqual(await found(agent, '', { customer: customer.id }), [])
    assert.deepEqual(await found(agent, 'flamingo', { customer: customer.id }), [])
    for (const q of ['ottoline', 'Quill', 'quill@example.test'])
      assert.deepEqual(await customersFound(agent, q), [])
    // One conversation that is theirs to see, and so is the customer.
    await opened(desk, 'Hello', { customer })
    assert.deepEqual(
      (await customersFound(agent, 'quill@example.test')).map(({ id }) => id),
      [customer.id],
    )
  })

  test('is not found while it is too new for the index, either', async () => {
    const fresh = await opened(desk, 'An unindexed toucan')
    await change(fresh, { teamId: team })
    assert.deepEqual(await found(lead, 'toucan'), [fresh.id])
    assert.deepEqual(await found(agent, 'toucan'), [])
    assert.deepEqual(await found(lead, 'toucan', { tag: 'vip' }), [])
  })

  test('customers and articles are for those who may read them', async () => {
    const editor = desk.as(await createStaff(desk, { role: 'editor' }))
    const person = desk.asCustomer(await createCustomer(desk))
    for (const path of ['/api/search', '/api/search/customers', '/api/search/articles']) {
      assert.equal((await desk.nobody.get(`${path}?q=x`)).status, 401, path)
      assert.equal((await person.get(`${path}?q=x`)).status, 403, path)
      assert.equal((await editor.get(`${path}?q=x`)).status, 403, path)
    }
    const owner = await createStaff(desk, { role: 'lead' })
    const key = desk.asKey(await createKey(desk, owner, ['customers.read']))
    assert.deepEqual(await customersFound(key, 'ottoline'), [])
  })
})

describe('customers', () => {
  test('are found by name, a later name, address and the id of the exchange, exact ones first', async () => {
    const { sign } = await exchange(desk)
    const sub = 'UID-7788'
    const identity = await sign({ sub, name: 'Rosalind Achterberg', email: 'Rosa@example.test' })
    const { token, customer } = ok(await desk.nobody.post('/api/customer/session', { identity }))
    const headers = { authorization: `Bearer ${token}` }
    ok(await desk.nobody.post('/api/customer/conversations', message('Hi', { live: false }), { headers }))
    const longer = await createCustomer(desk, { name: 'Rosalind Achterbergen' })
    await opened(desk, 'Hi', { customer: longer })
    for (const q of ['rosalind achterberg', 'ACHTERBERG']) {
      const both = (await customersFound(agent, q)).map(({ id }) => id)
      assert.deepEqual(new Set(both), new Set([customer.id, longer.id]), q)
    }
    assert.equal((await customersFound(agent, 'rosalind achterberg'))[0]!.id, customer.id)
    for (const q of ['UID-7788', 'UID-77', 'rosa@example.test', 'rosa@'])
      assert.deepEqual(
        (await customersFound(agent, q)).map(({ id }) => id),
        [customer.id],
        q,
      )
    for (const q of ['%', '_osalind', 'osalind', 'r', ''])
      assert.deepEqual(await customersFound(agent, q), [], q)
  })

  test('are eight at most', async () => {
    for (let n = 0; n < 10; n++)
      await opened(desk, 'Hi', { customer: await createCustomer(desk, { name: `Bartholomew ${n}` }) })
    assert.equal((await customersFound(agent, 'bartholomew')).length, 8)
  })
})

describe('articles', () => {
  test('are found when they are published, with the address that everybody reads', async () => {
    const writers = await writersOf(desk)
    const id = await drafted(writers, { title: 'Close an axolotl account' })
    const path = '/api/search/articles?q=axolotl'
    assert.deepEqual(ok(await agent.get(path)), { articles: [], total: 0 })
    await publish(writers, id)
    const { articles, total } = ok(await agent.get(path))
    assert.deepEqual([articles[0].id, total], [id, 1])
    assert.ok(
      articles[0].title.some(
        (piece: { text: string; hit: boolean }) => piece.hit && piece.text === 'axolotl',
      ),
    )
    assert.match(articles[0].url, /^http:.*\/help\/en\/articles\/close-an-axolotl-account$/)
  })
})

describe('anything at all', () => {
  const hostile = [
    'a:* & b | !c <-> (d)',
    "'; drop table entries; --",
    '\0\u200b\ud800',
    '()'.repeat(1_000),
    '%_\\'.repeat(600),
    'x'.repeat(2_000),
    '提'.repeat(2_000),
    Array.from({ length: 400 }, (_, n) => `w${n}`).join(' '),
  ]
  for (const q of hostile) {
    test(`${JSON.stringify(q.slice(0, 20))} is answered`, async () => {
      for (const path of ['/api/search', '/api/search/customers', '/api/search/articles']) {
        const { status } = await agent.get(`${path}?${new URLSearchParams({ q: q.slice(0, 2_000) })}`)
        assert.equal(status, 200, path)
      }
    })
  }

  test('longer than that is refused', async () => {
    assert.equal((await agent.get(asked('x'.repeat(2_001)))).status, 400)
  })

  test('codes, transaction ids and addresses lead to where they stand', async () => {
    const tx = `0x${'a1b2c3d4'.repeat(8)}`
    const wallet = 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8'
    const one = await opened(desk, `Error 30055 with ${tx} to ${wallet}, order ${randomUUID()}`)
    await reply(lead, one, 'Seen')
    await desk.settle()
    for (const q of [tx, tx.slice(0, 30), wallet, 'error 30055', `#${one.number}`])
      assert.equal((await found(lead, q))[0], one.id, q)
  })
})

// A seed phrase in pieces is taken out of every place where a piece was kept, and everybody's view follows.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { SEED_PHRASE_REMOVED } from '../../../rules/secrets.ts'
import { createCustomer, createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'

const phrase = 'lamp tornado kiwi ozone velvet cradle humor pistol jungle mimic oyster zebra'.split(' ')
const part = (from: number, to: number) => phrase.slice(from, to).join(' ')

let desk: TestDesk
let agent: Staff
before(async () => {
  desk = await testDesk({ rateFactor: 100 })
  agent = await createStaff(desk)
})

interface Entry {
  seq: number
  kind: string
  body?: string
  target?: number
  code?: string
}

async function open(body: string) {
  const customer = desk.asCustomer(await createCustomer(desk))
  const opened = await customer.post('/api/customer/conversations', { clientId: randomUUID(), body })
  const { id } = opened.body.conversation
  const own = `/api/customer/conversations/${id}/entries`
  return {
    id,
    customer,
    say: (text: string) => write(customer, own, text),
    answer: (text: string, more = {}) =>
      write(desk.as(agent), `/api/conversations/${id}/entries`, text, more),
    entries: async (): Promise<Entry[]> => (await customer.get(own)).body.entries,
  }
}

async function write(person: Person, path: string, body: string, more = {}) {
  const reply = await person.post(path, { clientId: randomUUID(), body, ...more })
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return reply.body.entry as Entry
}

/** Where any of these words is kept, in whatever column of whatever table. */
async function keptIn(words: readonly string[]): Promise<string[]> {
  const { rows } = await desk.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await desk.pool.query(`select 1 from ${name} t where t::text ~* $1 limit 1`, [
      `\\m(${words.join('|')})\\M`,
    ])
    if (hits.length > 0) found.push(name)
  }
  return found
}

describe('a seed phrase in pieces', () => {
  test('is taken out of all messages that held a piece, and told once', async () => {
    const { say, entries } = await open(`my words. ${part(0, 5)}`)
    await say('ok?')
    await say(part(5, 9))
    assert.notDeepEqual(await keptIn(phrase), [])
    const last = await say(part(9, 12))
    assert.equal(last.body, SEED_PHRASE_REMOVED)
    await desk.settle()
    assert.deepEqual(await keptIn(phrase), [])
    const all = await entries()
    const bodies = all.filter(({ kind }) => kind === 'message').map(({ body }) => body)
    assert.deepEqual(bodies, [
      `my words. ${SEED_PHRASE_REMOVED}`,
      'ok?',
      SEED_PHRASE_REMOVED,
      SEED_PHRASE_REMOVED,
    ])
    const edits = all.filter(({ kind }) => kind === 'edit')
    assert.deepEqual(
      edits.map(({ target, body }) => [all.find(({ seq }) => seq === target)!.body, body]),
      edits.map(({ body }) => [body, body]),
    )
    assert.equal(edits.length, 2)
    assert.equal(all.filter(({ code }) => code === 'secret_removed').length, 1)
    assert.deepEqual(
      all.map(({ seq }) => seq),
      all.map((_, index) => index + 1),
    )
  })

  test('is caught one word a message, also when all of them come at once', async () => {
    const { id, customer, entries } = await open('你好')
    const path = `/api/customer/conversations/${id}/entries`
    await Promise.all(phrase.map(word => write(customer, path, word)))
    await desk.settle()
    assert.deepEqual(await keptIn(phrase), [])
    const bodies = (await entries()).filter(({ kind }) => kind === 'message').map(({ body }) => body)
    assert.deepEqual(bodies, ['你好', ...phrase.map(() => SEED_PHRASE_REMOVED)])
  })

  test('is found no more, and lists show none of it', async () => {
    const { id, say } = await open(part(0, 6))
    await desk.settle()
    const lead = desk.as(await createStaff(desk, { role: 'lead' }))
    const hits = async () => (await lead.get('/api/search?q=tornado')).body.hits.length
    assert.equal(await hits(), 1)
    await say(part(6, 12))
    await desk.settle()
    assert.equal(await hits(), 0)
    const { conversation } = (await lead.get(`/api/conversations/${id}`)).body
    assert.equal(conversation.preview, SEED_PHRASE_REMOVED)
  })

  test('is taken out of notes, and of what was there before an edit', async () => {
    const { id, answer } = await open('Hello')
    const first = await answer(`he said ${part(0, 6)}`, { kind: 'note' })
    const path = `/api/conversations/${id}/entries/${first.seq}`
    const edited = await desk.as(agent).patch(path, { clientId: randomUUID(), body: part(0, 6) })
    assert.equal(edited.status, 200)
    await answer(part(6, 12), { kind: 'note' })
    await desk.settle()
    assert.deepEqual(await keptIn(phrase), [])
  })

  test('is one sender’s: what the other side says between, or alone, is left as it is', async () => {
    const { say, answer } = await open(part(0, 6))
    const theirs = await answer(part(6, 12))
    assert.equal(theirs.body, part(6, 12))
    const own = await say('when will it arrive')
    assert.equal(own.body, 'when will it arrive')
    const last = await say(part(6, 12))
    assert.equal(last.body, part(6, 12), 'a message with other words ended the phrase')
  })
})

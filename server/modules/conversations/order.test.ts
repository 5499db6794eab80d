// Nothing lost, doubled or out of order, whoever writes at once and through whichever node.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Actor } from '../../platform/context.ts'
import { send } from './index.ts'

let nodes: TestDesk[]
let staff: Extract<Actor, { kind: 'staff' }>
before(async () => {
  const one = await testDesk({ rateFactor: 1_000 })
  nodes = [one, await testDesk({ beside: one, rateFactor: 1_000 })]
  const { id, name } = await createStaff(one)
  const permissions = new Set(['conversations.read', 'conversations.write'] as const)
  staff = { kind: 'staff', id, name, permissions, teamIds: [], sessionId: randomUUID() }
})

interface Thread {
  id: string
  customer: Extract<Actor, { kind: 'customer' }>
}

async function thread(): Promise<Thread> {
  const { id: customerId } = await createCustomer(nodes[0]!)
  const person = nodes[0]!.asCustomer({ id: customerId, name: null, verified: false })
  const { body } = await person.post('/api/customer/conversations', { clientId: randomUUID(), body: 'Hello' })
  const customer = { kind: 'customer', id: customerId, verified: false, sessionId: randomUUID() } as const
  return { id: body.conversation.id, customer }
}

interface Row {
  seq: number
  author_id: string
  body: string
  client_id: string
}

const entriesOf = async (id: string): Promise<Row[]> =>
  (
    await nodes[0]!.pool.query<Row>(
      'select seq, author_id, body, client_id from entries where conversation_id = $1 order by seq',
      [id],
    )
  ).rows

const say = (node: number, actor: Actor, id: string, body: string, more = {}) =>
  send(nodes[node]!.app.desk, actor, id, { clientId: randomUUID(), body, attachments: [], ...more })

test('each sender’s order is kept, seqs have no gaps, and each hears the seq it got (property)', async () => {
  const threads = await Promise.all([thread(), thread(), thread()])
  const step = fc.record({
    thread: fc.nat(2),
    staff: fc.boolean(),
    turns: fc.nat(2),
    refused: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async steps => {
      const run = randomUUID()
      const sent: { id: string; by: string; body: string; seq: Promise<number | null> }[] = []
      for (const [n, one] of steps.entries()) {
        const { id, customer } = threads[one.thread]!
        const actor = one.staff ? staff : customer
        const body = `${run} ${n}`
        // A customer writes through one node, an agent through the other.
        const more = one.refused ? { attachments: [randomUUID()] } : {}
        const seq = say(one.staff ? 1 : 0, actor, id, body, more).then(
          done => done.seq,
          error => {
            assert.equal(error.code, 'not_found')
            assert.ok(one.refused)
            return null
          },
        )
        sent.push({ id, by: actor.id, body, seq })
        for (let turn = 0; turn < one.turns; turn++) await new Promise(setImmediate)
      }
      for (const one of sent) await one.seq
      for (const { id } of threads) {
        const rows = await entriesOf(id)
        assert.deepEqual(
          rows.map(({ seq }) => seq),
          rows.map((_, index) => index + 1),
        )
        for (const by of new Set(sent.map(one => one.by))) {
          const theirs = sent.filter(one => one.id === id && one.by === by)
          const expected = []
          for (const one of theirs) if ((await one.seq) !== null) expected.push([await one.seq, one.body])
          const found = rows.filter(row => row.author_id === by && row.body.startsWith(run))
          assert.deepEqual(
            found.map(({ seq, body }) => [seq, body]),
            expected,
          )
        }
      }
    }),
    { numRuns: 25 },
  )
})

test('the same client id is one entry: twice in a batch, and on two nodes at once', async () => {
  const { id, customer } = await thread()
  for (const through of [
    [0, 0],
    [0, 1],
    [1, 0, 1, 0],
  ]) {
    const clientId = randomUUID()
    const seqs = await Promise.all(
      through.map(async node => (await say(node, customer, id, 'Once', { clientId })).seq),
    )
    assert.equal(new Set(seqs).size, 1, String(through))
    assert.equal((await entriesOf(id)).filter(row => row.client_id === clientId).length, 1)
  }
})

test('the same opening on two nodes at once is one conversation', async () => {
  const who = await createCustomer(nodes[0]!)
  const given = { clientId: randomUUID(), body: 'Hello' }
  const answers = await Promise.all(
    [0, 1, 0, 1].map(node => nodes[node]!.asCustomer(who).post('/api/customer/conversations', given)),
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200],
  )
  assert.equal(new Set(answers.map(({ body }) => body.conversation.id)).size, 1)
})

test('a file is sent once, also when two messages of one batch, or two nodes, want it', async () => {
  const { id, customer } = await thread()
  const person = nodes[0]!.asCustomer({ id: customer.id, name: null, verified: false })
  for (const through of [
    [0, 0],
    [0, 1],
  ]) {
    const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') }
    const attachment = (await person.upload('/api/customer/attachments', file)).body.id
    const outcomes = await Promise.allSettled([
      ...through.map(node => say(node, customer, id, 'See this', { attachments: [attachment] })),
      say(0, customer, id, 'And this'),
    ])
    assert.deepEqual(
      outcomes.map(({ status }) => status).toSorted(),
      ['fulfilled', 'fulfilled', 'rejected'],
      String(through),
    )
    assert.equal(outcomes[2]!.status, 'fulfilled')
  }
})

// Whoever merges, takes apart and writes at once, through whichever node: nothing lost, no gap, no circle.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { type Case, merge, opened, unmerge } from './related.fixture.ts'

let nodes: TestDesk[]
let leads: Person[]
before(async () => {
  const one = await testDesk({ rateFactor: 10_000 })
  nodes = [one, await testDesk({ beside: one, rateFactor: 10_000 })]
  const staff = [await createStaff(one, { role: 'lead' }), await createStaff(one, { role: 'lead' })]
  leads = nodes.map((node, index) => node.as(staff[index]!))
})

const count = 4
async function family(): Promise<Case[]> {
  const first = await opened(nodes[0]!, 'Case 0')
  const rest = []
  for (let n = 1; n < count; n++) {
    rest.push(await opened(nodes[0]!, `Case ${n}`, { customer: first.customer }))
  }
  return [first, ...rest]
}

interface Row {
  id: string
  status: string
  merged_into: string | null
  seq: number
}

const of = fc.nat(count - 1)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), of, node: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('merge' as const), of, into: of, node: fc.nat(1) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), of, node: fc.nat(1) }) },
)

test('nothing is lost or doubled, seqs have no gaps, and pointers never lead in a circle (property)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), fc.nat(3), async (steps, pauses) => {
      const cases = await family()
      const sent: { body: string; of: Case; clientId: string }[] = []
      const going: Promise<unknown>[] = []
      for (const [n, one] of steps.entries()) {
        const at = cases[one.of]!
        if (one.kind === 'write') {
          const message = { body: `message ${n}`, of: at, clientId: randomUUID() }
          sent.push(message)
          going.push(say(one.node, message).then(status => assert.equal(status, 200)))
        } else {
          const answer =
            one.kind === 'merge'
              ? merge(leads[one.node]!, at, cases[one.into]!)
              : unmerge(leads[one.node]!, at)
          going.push(answer.then(({ status }) => assert.ok([200, 400, 409].includes(status), String(status))))
        }
        if (n % 4 < pauses) await new Promise(setImmediate)
      }
      await Promise.all(going)
      // What a client sends again is there already, wherever it went.
      for (const message of sent) assert.equal(await say(0, message), 200)
      await holds(cases, sent)
    }),
    { numRuns: 20 },
  )
})

const say = async (node: number, { body, of: at, clientId }: { body: string; of: Case; clientId: string }) =>
  (
    await nodes[node]!.asCustomer(at.customer).post(`/api/customer/conversations/${at.id}/entries`, {
      clientId,
      body,
    })
  ).status

async function holds(cases: Case[], sent: { body: string; clientId: string }[]): Promise<void> {
  const ids = cases.map(({ id }) => id)
  const query = async <R>(text: string) => (await nodes[0]!.pool.query(text, [ids])).rows as R[]
  const rows = await query<Row>('select id, status, merged_into, seq from conversations where id = any($1)')
  const entries = await query<{ conversation_id: string; seq: number; client_id: string | null }>(
    'select conversation_id, seq, client_id from entries where conversation_id = any($1) order by conversation_id, seq',
  )
  for (const { id, status, merged_into: into, seq } of rows) {
    const seqs = entries.filter(entry => entry.conversation_id === id).map(entry => entry.seq)
    assert.deepEqual(
      seqs,
      seqs.map((_, index) => index + 1),
    )
    assert.equal(seqs.length, seq)
    assert.equal(status === 'merged', into !== null)
    assert.ok(depth(rows, id) <= count, 'a circle')
  }
  for (const { clientId, body } of sent) {
    assert.equal(entries.filter(entry => entry.client_id === clientId).length, 1, body)
  }
  const standing = await query<{ conversation_id: string; into_id: string }>(
    'select conversation_id, into_id from merges where conversation_id = any($1) and undone_at is null',
  )
  assert.deepEqual(
    standing.map(one => `${one.conversation_id} ${one.into_id}`).toSorted(),
    rows.flatMap(row => (row.merged_into ? [`${row.id} ${row.merged_into}`] : [])).toSorted(),
  )
}

function depth(rows: Row[], id: string): number {
  let steps = 0
  for (let at: string | null = id; at && steps <= count; steps++)
    at = rows.find(row => row.id === at)?.merged_into ?? null
  return steps
}

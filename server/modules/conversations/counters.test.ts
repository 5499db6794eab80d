// Counters are kept, not counted: after whatever happened they are what a count would give.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { createCustomer, createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import type { Actor } from '../../platform/context.ts'
import { send } from './index.ts'

let desk: TestDesk
let people: { staff: Staff; person: Person }[]
let customers: Person[]
let teamId: string
before(async () => {
  desk = await testDesk({ rateFactor: 1_000 })
  const staff = [await createStaff(desk, { role: 'lead' }), await createStaff(desk, { role: 'lead' })]
  people = staff.map(one => ({ staff: one, person: desk.as(one) }))
  customers = await Promise.all([0, 1].map(async () => desk.asCustomer(await createCustomer(desk))))
  const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
  teamId = (await admin.post('/api/teams', { name: 'Team' })).body.id
})

const message = (more = {}) => ({ clientId: randomUUID(), body: 'x', ...more })
const nat = fc.nat(5)

type Do = (ids: string[][]) => Promise<unknown>
const staffly = (kind: string, work: (person: Person, path: string, n: number) => Promise<unknown>) =>
  fc
    .record({ customer: fc.nat(1), conversation: nat, by: fc.nat(1), n: nat })
    .map(({ customer, conversation, by, n }) => ({
      name: `${kind} ${customer}/${conversation} by ${by} ${n}`,
      run: (async ids => {
        const own = ids[customer]!
        const id = own[conversation % own.length]
        if (id) await work(people[by]!.person, `/api/conversations/${id}`, n)
      }) as Do,
    }))
const customerly = (kind: string, work: (person: Person, path: string, n: number) => Promise<unknown>) =>
  fc.record({ customer: fc.nat(1), conversation: nat, n: nat }).map(({ customer, conversation, n }) => ({
    name: `${kind} ${customer}/${conversation} ${n}`,
    run: (async ids => {
      const own = ids[customer]!
      const id = own[conversation % own.length]
      if (id) await work(customers[customer]!, `/api/customer/conversations/${id}`, n)
    }) as Do,
  }))

async function open(customer: number, ids: string[][]): Promise<void> {
  const { body } = await customers[customer]!.post('/api/customer/conversations', message())
  ids[customer]!.push(body.conversation.id)
}

const statuses = ['open', 'waiting', 'on_hold', 'solved', 'open', 'solved']
const command = fc.oneof(
  fc.nat(1).map(customer => ({
    name: `open ${customer}`,
    run: (ids => open(customer, ids)) as Do,
  })),
  customerly('writes', (person, path) => person.post(`${path}/entries`, message())),
  customerly('reads', (person, path, n) => person.post(`${path}/read`, { seq: n * 3 })),
  customerly('leaves', (person, path) => person.post(`${path}/leave`)),
  customerly('waits', (person, path) => person.post(`${path}/wait`)),
  customerly('solves', (person, path) => person.post(`${path}/solve`)),
  staffly('answers', (person, path, n) =>
    person.post(`${path}/entries`, message(n < 2 ? { then: n === 0 ? 'solved' : 'waiting' } : {})),
  ),
  staffly('notes', (person, path) => person.post(`${path}/entries`, message({ kind: 'note' }))),
  staffly('edits', (person, path, n) => person.patch(`${path}/entries/${n}`, message({ body: 'y' }))),
  staffly('wipes', (person, path, n) => person.delete(`${path}/entries/${n}`)),
  staffly('reads', (person, path, n) => person.post(`${path}/read`, { seq: n * 3 })),
  staffly('takes', (person, path, n) =>
    person.patch(path, { assigneeId: n < 2 ? null : people[n % 2]!.staff.id }),
  ),
  staffly('moves', (person, path, n) => person.patch(path, { teamId: n < 3 ? null : teamId })),
  staffly('sets', (person, path, n) => person.patch(path, { status: statuses[n] })),
  staffly('duty', (person, _, n) => person.put('/api/presence/me', { available: n < 3, capacity: 1 + n })),
  fc.constant({ name: 'settle', run: (async () => desk.settle()) as Do }),
  fc.constant({
    name: 'a minute',
    run: (async () => {
      desk.clock.advance(61)
      await desk.settle()
    }) as Do,
  }),
)

test('counts, unread numbers and seqs are what a count would give, after any commands (property)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 8, maxLength: 30 }),
      fc.boolean(),
      async (commands, atOnce) => {
        const ids: string[][] = [[], []]
        for (const customer of [0, 1, 0]) await open(customer, ids)
        if (atOnce) await Promise.all(commands.map(({ run }) => run(ids)))
        else for (const { run } of commands) await run(ids)
        assert.deepEqual(await differences(ids.flat()), [])
        await desk.settle()
        assert.deepEqual(await differences(ids.flat()), [])
      },
    ),
    { numRuns: 30 },
  )
  const { rows } = await desk.pool.query('select count(*) as n from entries')
  assert.ok(rows[0].n > 100, 'the commands did something')
})

test('an answer that shares a batch with the customer’s messages leaves unread what came after it', async () => {
  const who = await createCustomer(desk)
  const opened = await desk.asCustomer(who).post('/api/customer/conversations', message())
  const { id } = opened.body.conversation
  const customer = { kind: 'customer', id: who.id, verified: false, sessionId: id } as const
  const { staff } = people[0]!
  const permissions = new Set(['conversations.read_all', 'conversations.write'] as const)
  const agent = {
    kind: 'staff',
    id: staff.id,
    name: staff.name,
    permissions,
    teamIds: [],
    sessionId: id,
  } as const
  const say = (actor: Actor) => send(desk.app.desk, actor, id, { ...message(), attachments: [] })
  await Promise.all([customer, agent, customer, customer].map(say))
  const { conversation } = (await people[0]!.person.get(`/api/conversations/${id}`)).body
  assert.equal(conversation.unread, 2)
  assert.deepEqual(await differences([id]), [])
})

/** Whatever isn't what it should be of these conversations, and of all counts; empty when all is well. */
async function differences(ids: string[]): Promise<unknown[]> {
  const results = await Promise.all([
    desk.pool.query(counts),
    ...checks.map(sql => desk.pool.query(sql, [ids])),
  ])
  return results.flatMap(({ rows }) => rows)
}

const counts = `select 'counts', * from (
     select status, team_id, assignee_id, sum(n) as n from (
       select status, team_id, assignee_id, n from conversation_counts
       union all select status, team_id, assignee_id, delta from conversation_count_changes
       union all select status, team_id, assignee_id, -count(*) from conversations group by 1, 2, 3
     ) as all_of_them group by 1, 2, 3
   ) as difference where n <> 0`

const checks = [
  `select 'unread by customer', id, unread_by_customer, n from (
     select c.id, c.unread_by_customer, (select count(*) from entries e where e.conversation_id = c.id
       and e.seq > c.read_by_customer and e.kind = 'message' and e.author_kind <> 'customer') as n from conversations c where c.id = any($1)
   ) as counted where n <> unread_by_customer`,
  `select 'unread by desk', id, unread_by_desk, n from (
     select c.id, c.unread_by_desk, (select count(*) from entries e where e.conversation_id = c.id
       and e.seq > c.read_by_desk and e.kind = 'message' and e.author_kind = 'customer') as n from conversations c where c.id = any($1)
   ) as counted where n <> unread_by_desk`,
  `select 'seq', id, seq, n from (
     select c.id, c.seq, (select count(*) from entries e where e.conversation_id = c.id) as n,
       (select max(seq) from entries e where e.conversation_id = c.id) as newest from conversations c where c.id = any($1)
   ) as counted where n <> seq or newest <> seq`,
  `select 'queue', id, status, live, assignee_id, queued_at from conversations
   where id = any($1) and ((status = 'queued') <> (queued_at is not null)
     or status = 'queued' and (not live or assignee_id is not null))`,
  `select 'done but live', id from conversations where id = any($1) and status in ('solved', 'closed') and live`,
]

// A bulk reply reaches everybody once, but nobody who wrote meanwhile or was answered by a colleague.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import {
  type Case,
  conversation,
  customerSays,
  entries,
  ok,
  opened,
  staffSays,
} from './automation.fixture.ts'
import { undoSeconds } from './bulk-reply.ts'
import { jobs } from './jobs.ts'

let desk: TestDesk
let agent: Person
let colleague: Person
before(async () => {
  desk = await testDesk()
  agent = desk.as(await createStaff(desk, { name: 'Nora' }))
  colleague = desk.as(await createStaff(desk, { role: 'lead' }))
})

/** As the agent sees them now. */
const selected = (cases: Case[]) =>
  Promise.all(cases.map(async one => ({ id: one.id, seen: (await conversation(agent, one)).seq })))

const bulk = async (cases: Case[], more = {}) => ({
  id: randomUUID() as string,
  body: 'Dear {{customer.name|customer}}, the network is back.',
  conversations: await selected(cases),
  ...more,
})

const send = async (wanted: object) => ok(await agent.post('/api/bulk-replies', wanted)).bulkReply
const look = async (id: string) => ok(await agent.get(`/api/bulk-replies/${id}`)).bulkReply
const bodies = async (one: Case) =>
  (await entries(agent, one)).flatMap(entry => (entry.kind === 'message' ? entry.body : []))

async function pass(): Promise<void> {
  desk.clock.advance(undoSeconds)
  await desk.settle()
}

describe('a bulk reply', () => {
  test('reaches each conversation once, in the words for it', async () => {
    const [first, second] = [await opened(desk, 'One', { name: 'Alba' }), await opened(desk, 'Two')]
    const wanted = await bulk([first, second], { then: 'solved' })
    const waiting = await send(wanted)
    assert.deepEqual([waiting.state, waiting.total, waiting.sent], ['waiting', 2, 0])
    await desk.settle()
    assert.deepEqual(await bodies(first), ['One'])
    // Sent again, as a browser does that lost the answer.
    await send(wanted)
    await pass()
    assert.deepEqual(await bodies(first), ['One', 'Dear Alba, the network is back.'])
    assert.deepEqual(await bodies(second), ['Two', 'Dear customer, the network is back.'])
    assert.equal((await conversation(agent, second)).status, 'solved')
    assert.deepEqual(await look(wanted.id), { ...waiting, state: 'done', sent: 2 })
  })

  test('leaves alone where somebody wrote meanwhile, and lists it for a look', async () => {
    const cases = [
      await opened(desk, 'A'),
      await opened(desk, 'B'),
      await opened(desk, 'C'),
      await opened(desk, 'D'),
    ]
    const [plain, asked, answered, closed] = cases as [Case, Case, Case, Case]
    const wanted = await bulk(cases)
    await send(wanted)
    await customerSays(desk, asked, 'It has arrived, thanks!')
    await staffSays(desk, colleague, answered, 'I have it.')
    ok(await colleague.patch(`/api/conversations/${closed.id}`, { status: 'closed' }))
    await pass()
    const { sent, skipped } = await look(wanted.id)
    assert.equal(sent, 1)
    assert.deepEqual(
      skipped.map(({ conversationId, code }: { conversationId: string; code: string }) => [
        conversationId,
        code,
      ]),
      [
        [asked.id, 'customer_wrote_meanwhile'],
        [answered.id, 'answered_meanwhile'],
        [closed.id, 'conversation_closed'],
      ],
    )
    assert.equal((await bodies(plain)).length, 2)
    assert.equal((await bodies(asked)).length, 2)
  })

  test('can be taken back until it starts, and not after', async () => {
    const one = await opened(desk, 'Hello')
    const wanted = await bulk([one])
    await send(wanted)
    assert.equal(ok(await agent.delete(`/api/bulk-replies/${wanted.id}`)).bulkReply.state, 'undone')
    await pass()
    assert.deepEqual(await bodies(one), ['Hello'])
    const late = await bulk([one])
    await send(late)
    await pass()
    const refused = await agent.delete(`/api/bulk-replies/${late.id}`)
    assert.equal(refused.body.error.code, 'already_started')
  })

  test('goes on where a killed node left it, and sends nothing twice', async () => {
    const cases = [await opened(desk, 'A'), await opened(desk, 'B')] as const
    const wanted = await bulk([...cases])
    await send(wanted)
    // Killed behind the first: its message is committed with what is noted of it, and the job is still there.
    await desk.db
      .updateTable('bulk_reply_targets')
      .set({ outcome: 'sent' })
      .where('conversation_id', '=', cases[0].id)
      .where('bulk_reply_id', '=', wanted.id)
      .execute()
    await desk.db.updateTable('bulk_replies').set({ state: 'sending' }).where('id', '=', wanted.id).execute()
    await jobs.sendBulkReply!(desk.app.desk, { id: wanted.id }, 1)
    await jobs.sendBulkReply!(desk.app.desk, { id: wanted.id }, 1)
    assert.deepEqual(await bodies(cases[0]), ['A'])
    assert.equal((await bodies(cases[1])).length, 2)
    assert.equal((await look(wanted.id)).state, 'done')
  })

  test('of more than one job’s worth goes on by itself', async () => {
    const cases = await Promise.all(Array.from({ length: 30 }, (_, n) => opened(desk, `Number ${n}`)))
    const wanted = await bulk(cases)
    await send(wanted)
    await pass()
    assert.equal((await look(wanted.id)).sent, 30)
  })

  test('is its sender’s alone, and what isn’t theirs to see is left alone', async () => {
    const team = ok(
      await desk.as(await createStaff(desk, { role: 'administrator' })).post('/api/teams', { name: 'Away' }),
    ).id
    const one = await opened(desk, 'Hello')
    const wanted = await bulk([one])
    ok(await colleague.patch(`/api/conversations/${one.id}`, { teamId: team }))
    await send(wanted)
    assert.equal((await colleague.get(`/api/bulk-replies/${wanted.id}`)).status, 404)
    await pass()
    assert.deepEqual((await look(wanted.id)).skipped, [
      { conversationId: one.id, number: null, code: 'not_found' },
    ])
  })
})

// Merged conversations: nothing of either is lost, whoever writes lands where it goes on, and taken apart each is itself again.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import {
  type Case,
  entriesOf,
  linesOf,
  merge,
  ok,
  opened,
  read,
  relatedTo,
  reply,
  saidIn,
  unmerge,
  write,
} from './related.fixture.ts'

let desk: TestDesk
let lead: Person
before(async () => {
  desk = await testDesk({ rateFactor: 1_000 })
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
})

/** Two conversations of one customer, the second merged into the first. */
async function pair(more: { live?: boolean } = {}): Promise<{ into: Case; from: Case }> {
  const into = await opened(desk, 'My deposit is missing.')
  const from = await opened(desk, 'Nobody answers about the deposit.', { customer: into.customer, ...more })
  return { into, from }
}
async function mergedPair() {
  const both = await pair()
  ok(await merge(lead, both.from, both.into))
  return both
}
const theirs = async (one: Case) =>
  ok(await one.person.get(`/api/customer/conversations/${one.id}`)).conversation
const codeOf = async (answer: Promise<{ status: number; body: any }>) => {
  const { status, body } = await answer
  return [status, body.error?.code]
}

describe('merging', () => {
  test('keeps every entry where it is, and says in both what happened', async () => {
    const { into, from } = await mergedPair()
    assert.deepEqual(await saidIn(lead, from), ['Nobody answers about the deposit.'])
    assert.deepEqual(await saidIn(lead, into), ['My deposit is missing.'])
    assert.deepEqual(await linesOf(lead, from), [['merged_into', into.number]])
    assert.deepEqual(await linesOf(lead, into), [['merged_from', from.number]])
    const { status, mergedInto } = await read(lead, from)
    assert.deepEqual([status, mergedInto], ['merged', { id: into.id, number: into.number }])
    const { merged } = await relatedTo(lead, into)
    assert.deepEqual(
      merged.map(({ number, conversation }) => [number, conversation?.id]),
      [[from.number, from.id]],
    )
  })

  test('tells the customer the number, and that no mail', async () => {
    const { into, from } = await mergedPair()
    const { status, continuedIn } = await theirs(from)
    assert.deepEqual([status, continuedIn], ['merged', { id: into.id, number: into.number }])
    const { entries } = ok(await from.person.get(`/api/customer/conversations/${from.id}/entries`))
    assert.deepEqual(entries.at(-1).values.number, into.number)
    assert.equal((await theirs(into)).continuedIn, null)
    await desk.settle()
    const { rows } = await desk.pool.query('select 1 from outgoing_mails where conversation_id = any($1)', [
      [into.id, from.id],
    ])
    assert.equal(rows.length, 0)
  })

  test('takes it out of lists and counts, and shows it by its status', async () => {
    const { into, from } = await pair()
    const count = async () => ok(await lead.get('/api/conversations/counts')).all
    const before = await count()
    ok(await merge(lead, from, into))
    assert.equal(await count(), before - 1)
    const listed = async (status: string) =>
      ok(await lead.get(`/api/conversations?status=${status}&limit=100`)).conversations.map(
        ({ id }: { id: string }) => id,
      )
    assert.ok(!(await listed('active')).includes(from.id))
    assert.ok((await listed('merged')).includes(from.id))
  })

  test('whoever waited there waits here, since then', async () => {
    const { into, from } = await pair()
    ok(await reply(lead, into, 'Which network?', { then: 'waiting' }))
    const { waitingSince } = await read(lead, from)
    assert.ok(waitingSince)
    ok(await merge(lead, from, into))
    const now = await read(lead, into)
    assert.deepEqual([now.status, now.waitingSince, now.unread], ['open', waitingSince, 1])
    assert.deepEqual([(await read(lead, from)).waitingSince, (await read(lead, from)).unread], [null, 0])
  })

  test('a live one goes on live, at its place in the line', async () => {
    const { into, from } = await pair({ live: true })
    await desk.pool.query(
      `update conversations set live = true, status = 'queued', queued_at = now() where id = $1`,
      [from.id],
    )
    ok(await merge(lead, from, into))
    const [now, then] = [await read(lead, into), await read(lead, from)]
    assert.deepEqual([now.live, now.status, then.live, then.queuedAt], [true, 'queued', false, null])
    const { rows } = await desk.pool.query('select 1 from customer_presences where conversation_id = $1', [
      into.id,
    ])
    assert.equal(rows.length, 1, 'the customer counts as present there')
  })

  test('a draft goes along unless one is there', async () => {
    const { into, from } = await pair()
    const draft = (one: Case, kind: string, body: string) =>
      lead.put(`/api/conversations/${one.id}/draft`, { kind, body })
    ok(await draft(from, 'message', 'Dear customer'))
    ok(await draft(from, 'note', 'from'))
    ok(await draft(into, 'note', 'into'))
    ok(await merge(lead, from, into))
    const drafts = async (one: Case) =>
      ok(await lead.get(`/api/conversations/${one.id}/draft`))
        .drafts.map(({ body }: any) => body)
        .toSorted()
    assert.deepEqual(await drafts(into), ['Dear customer', 'into'])
    assert.deepEqual(await drafts(from), ['from'])
  })

  test('is refused between different customers, also where one is the same person not yet verified', async () => {
    const one = await opened(desk, 'My deposit is missing.')
    const verified = await createCustomer(desk, { verified: true })
    const other = await opened(desk, 'My deposit is missing.', { customer: verified })
    assert.deepEqual(await codeOf(merge(lead, one, other)), [409, 'different_customers'])
    assert.equal((await read(lead, one)).status, 'open')
  })

  test('is refused with itself, with what is closed, and with what is merged', async () => {
    const { into, from } = await mergedPair()
    const third = await opened(desk, 'And my card.', { customer: into.customer })
    assert.deepEqual(await codeOf(merge(lead, into, into)), [400, 'invalid_input'])
    assert.deepEqual(await codeOf(merge(lead, from, third)), [409, 'conversation_merged'])
    assert.deepEqual(await codeOf(merge(lead, third, from)), [409, 'conversation_merged'])
    ok(await lead.patch(`/api/conversations/${into.id}`, { status: 'closed' }))
    assert.deepEqual(await codeOf(merge(lead, third, into)), [409, 'conversation_closed'])
  })

  test('needs both to be the agent’s to see', async () => {
    const { into, from } = await pair()
    const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
    const { id: teamId } = ok(await admin.post('/api/teams', { name: randomUUID() }))
    ok(await lead.patch(`/api/conversations/${into.id}`, { teamId }))
    const agent = desk.as(await createStaff(desk))
    assert.deepEqual(await codeOf(merge(agent, from, into)), [404, 'not_found'])
    ok(await merge(lead, from, into))
    const { mergedInto } = await relatedTo(agent, from)
    assert.deepEqual(mergedInto, { number: into.number, conversation: null })
  })
})

describe('what is written to a merged conversation', () => {
  test('lands where it goes on, through a chain as well', async () => {
    const { into, from } = await mergedPair()
    const last = await opened(desk, 'The newest.', { customer: into.customer })
    ok(await merge(lead, into, last))
    const { seq, entry } = ok(await write(from, 'Any news?'))
    assert.equal(entry.conversationId, last.id)
    assert.equal((await entriesOf(lead, last)).find(one => one.seq === seq)?.kind, 'message')
    assert.deepEqual(await saidIn(lead, last), ['The newest.', 'Any news?'])
  })

  test('once, also when the first attempt came before the merge', async () => {
    const { into, from } = await pair()
    const clientId = randomUUID()
    const first = ok(await write(from, 'Please hurry.', clientId))
    ok(await merge(lead, from, into))
    const again = ok(await write(from, 'Please hurry.', clientId))
    assert.deepEqual([again.seq, again.entry.conversationId], [first.seq, from.id])
    assert.deepEqual(await saidIn(lead, into), ['My deposit is missing.'])
  })

  test('once, also when it is sent again after they were taken apart', async () => {
    const { into, from } = await mergedPair()
    const clientId = randomUUID()
    const first = ok(await write(from, 'Please hurry.', clientId))
    ok(await unmerge(lead, from))
    const again = ok(await write(from, 'Please hurry.', clientId))
    assert.deepEqual([again.seq, again.entry.conversationId], [first.seq, into.id])
    assert.deepEqual(await saidIn(lead, from), ['Nobody answers about the deposit.'])
  })

  test('by an agent is refused, and says where it goes on', async () => {
    const { into, from } = await mergedPair()
    const { status, body } = await reply(lead, from, 'Sorry for the wait.')
    assert.deepEqual(
      [status, body.error.code, body.error.details.number],
      [409, 'conversation_merged', into.number],
    )
    assert.deepEqual(await codeOf(lead.patch(`/api/conversations/${from.id}`, { priority: 'high' })), [
      409,
      'conversation_merged',
    ])
  })

  test('with a file brings the file along', async () => {
    const { into, from } = await mergedPair()
    const file = { name: 'proof.txt', type: 'text/plain', bytes: Buffer.from('proof') }
    const { id } = ok(await from.person.upload('/api/customer/attachments', file))
    const given = { clientId: randomUUID(), body: 'See this', attachments: [id] }
    ok(await from.person.post(`/api/customer/conversations/${from.id}/entries`, given))
    assert.equal((await saidIn(lead, into)).at(-1), 'See this')
    ok(await lead.get(`/api/attachments/${id}/link`))
    ok(await from.person.get(`/api/customer/attachments/${id}/link`))
  })
})

describe('taking apart', () => {
  test('gives back what it was; what was written meanwhile stays', async () => {
    const { into, from } = await pair()
    const snoozedUntil = new Date(desk.clock().getTime() + 3_600_000).toISOString()
    ok(await lead.patch(`/api/conversations/${from.id}`, { status: 'snoozed', snoozedUntil }))
    const before = await read(lead, from)
    ok(await merge(lead, from, into))
    ok(await write(from, 'Written meanwhile.'))
    ok(await unmerge(lead, from))
    const after = await read(lead, from)
    for (const field of [
      'status',
      'snoozedUntil',
      'waitingSince',
      'unread',
      'assignee',
      'mergedInto',
    ] as const)
      assert.deepEqual(after[field], before[field], field)
    assert.deepEqual((await saidIn(lead, into)).at(-1), 'Written meanwhile.')
    assert.deepEqual((await linesOf(lead, from)).at(-1), ['unmerged', into.number])
    assert.deepEqual((await linesOf(lead, into)).at(-1), ['unmerged_from', from.number])
    assert.deepEqual((await relatedTo(lead, into)).merged, [])
    desk.clock.advance(3_601)
    await desk.settle()
    assert.equal((await read(lead, from)).status, 'open', 'it wakes as if nothing had been')
  })

  test('again, or without a merge, changes nothing', async () => {
    const { from } = await mergedPair()
    ok(await unmerge(lead, from))
    const { version, seq } = await read(lead, from)
    ok(await unmerge(lead, from))
    const after = await read(lead, from)
    assert.deepEqual([after.version, after.seq], [version, seq])
  })

  test('from the middle of a chain leaves the rest together', async () => {
    const { into, from } = await mergedPair()
    const last = await opened(desk, 'The newest.', { customer: into.customer })
    ok(await merge(lead, into, last))
    ok(await unmerge(lead, into))
    ok(await write(from, 'Any news?'))
    assert.deepEqual(await saidIn(lead, into), ['My deposit is missing.', 'Any news?'])
    ok(await merge(lead, into, last))
    ok(await write(from, 'And now?'))
    assert.deepEqual((await saidIn(lead, last)).at(-1), 'And now?')
  })
})

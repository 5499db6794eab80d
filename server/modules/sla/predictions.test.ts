// What customers are told to expect, from what the desk took before; on a desk without any policy.
import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { type Case, customerSays, ok, opened, staffSays } from './sla.fixture.ts'

const minute = 60
let desk: TestDesk
let boss: Staff
let lead: Person
before(async () => {
  desk = await testDesk()
  boss = await createStaff(desk, { role: 'lead' })
})
beforeEach(async () => {
  // What was read a minute ago is read anew.
  desk.clock.advance(2 * minute)
  lead = desk.as(boss)
})

/** Conversations that are answered after some minutes and solved after as many more. */
async function served(count: number, minutes: number, more = {}): Promise<void> {
  for (let n = 0; n < count; n++) {
    const one = await opened(desk, more)
    desk.clock.advance(minutes * minute)
    await staffSays(desk, lead, one)
    desk.clock.advance(minutes * minute)
    ok(await lead.patch(`/api/conversations/${one.id}`, { status: 'solved' }))
    await desk.settle()
  }
  desk.clock.advance(2 * minute)
  lead = desk.as(boss)
}
const times = async ({ person, id }: Case) => ok(await person.get(`/api/customer/conversations/${id}/times`))
/** Minutes from `from` on. */
const minutesOf = (range: { low: string; high: string } | null, from: number) =>
  range && [range.low, range.high].map(at => (Date.parse(at) - from) / 60_000)

/** Minutes by which its first reply is judged. */
const judgedBy = async ({ id }: Case) => {
  const sample = desk.db.selectFrom('samples').select(['low', 'high']).where('conversation_id', '=', id)
  const { low, high } = await sample.where('kind', '=', 'firstReply').executeTakeFirstOrThrow()
  return [low, high].map(told => told && told / 60_000)
}

describe('an open conversation', () => {
  test('is told nothing while fewer than 5 have ended', async () => {
    await served(4, 10)
    const one = await opened(desk)
    assert.deepEqual(await times(one), { firstReply: null, resolution: null })
    ok(await lead.patch(`/api/conversations/${one.id}`, { status: 'closed' }))
    await desk.settle()
  })

  test('is told a first reply and a solution, as instants; so is staff', async () => {
    await served(2, 10)
    const from = desk.clock().getTime()
    const one = await opened(desk)
    const told = await times(one)
    assert.deepEqual(minutesOf(told.firstReply, from), [10, 10])
    assert.deepEqual(minutesOf(told.resolution, from), [20, 20])
    assert.equal(told.firstReply.movedAt, null)
    const { predicted } = ok(await lead.get(`/api/conversations/${one.id}/clocks`))
    assert.deepEqual(predicted, told)
    desk.clock.advance(15 * minute)
    assert.deepEqual(await times(one), told, 'a range that has passed stays where it was')
    await staffSays(desk, lead, one)
    assert.deepEqual(await times(one), { ...told, firstReply: null })
    ok(await lead.patch(`/api/conversations/${one.id}`, { status: 'solved' }))
    await desk.settle()
    assert.deepEqual(await times(one), { firstReply: null, resolution: null })
    await customerSays(desk, one)
    assert.deepEqual(await times(one), { ...told, firstReply: null }, 'opened again, it is not done')
    ok(await lead.patch(`/api/conversations/${one.id}`, { status: 'closed' }))
    await desk.settle()
  })

  test('is told anew, and that it is, when its topic changes; but not once the time is past', async () => {
    await served(20, 60, { topic: 'security' })
    const from = desk.clock().getTime()
    const [one, late] = [await opened(desk, { topic: 'deposit' }), await opened(desk, { topic: 'deposit' })]
    const before = minutesOf((await times(one)).firstReply, from)!
    desk.clock.advance(5 * minute)
    ok(await lead.patch(`/api/conversations/${one.id}`, { topic: 'security' }))
    await desk.settle()
    const { firstReply } = await times(one)
    assert.equal(firstReply.movedAt, desk.clock().toISOString())
    // One other conversation is open, twice as many as there were: itself and one.
    assert.deepEqual(minutesOf(firstReply, from), [120, 120])
    assert.notDeepEqual(before, [120, 120])
    desk.clock.advance(24 * 60 * minute)
    lead = desk.as(boss)
    const past = await times(late)
    ok(await lead.patch(`/api/conversations/${late.id}`, { topic: 'security' }))
    await desk.settle()
    assert.deepEqual(await times(late), past)
    await staffSays(desk, lead, one)
    assert.deepEqual(await judgedBy(one), [60, 60], 'what was told first is what counts')
    for (const { id } of [one, late]) ok(await lead.patch(`/api/conversations/${id}`, { status: 'closed' }))
    await desk.settle()
  })

  test('is told anew when there is much more to do', async () => {
    const from = desk.clock().getTime()
    const one = await opened(desk, { topic: 'security' })
    const [low] = minutesOf((await times(one)).firstReply, from)!
    const others = await Promise.all(Array.from({ length: 9 }, () => opened(desk, { topic: 'security' })))
    desk.clock.advance(6 * minute)
    await desk.settle()
    const { firstReply } = await times(one)
    assert.equal(firstReply.movedAt, desk.clock().toISOString())
    assert.ok(minutesOf(firstReply, from)![0]! > low!)
    for (const { id } of [one, ...others])
      ok(await lead.patch(`/api/conversations/${id}`, { status: 'closed' }))
    await desk.settle()
  })
})

test('a conversation whose opening was not heard, as an imported one, is no sample', async () => {
  const one = await opened(desk)
  for (const table of ['predictions', 'clock_events'] as const)
    await desk.db.deleteFrom(table).where('conversation_id', '=', one.id).execute()
  await staffSays(desk, lead, one, { then: 'solved' })
  const samples = await desk.db
    .selectFrom('samples')
    .selectAll()
    .where('conversation_id', '=', one.id)
    .execute()
  assert.deepEqual(samples, [])
  assert.deepEqual(await times(one), { firstReply: null, resolution: null })
})

test('old samples, and those that a thousand newer ones are like, are forgotten', async () => {
  const now = desk.clock().toISOString()
  await desk.pool.query(
    `insert into samples select gen_random_uuid(), 'firstReply', 'api', 'xx', 'form', 0, n,
       $1::timestamptz - n * interval '1 second' from generate_series(1, 1010) n`,
    [now],
  )
  await desk.pool.query(
    `insert into samples values (gen_random_uuid(), 'resolution', 'api', 'xx', 'form', 0, 1,
       $1::timestamptz - interval '181 days')`,
    [now],
  )
  desk.clock.advance(3_600)
  await desk.settle()
  const { rows } = await desk.pool.query(
    `select kind, count(*)::int as n, max(duration)::int as oldest from samples where language = 'xx' group by kind`,
  )
  assert.deepEqual(rows, [{ kind: 'firstReply', n: 1_000, oldest: 1_000 }])
})

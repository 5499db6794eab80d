// Samples are what the entries say, whatever happens in whatever order, and however often it is heard.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { topics } from '../../../contract/conversations.ts'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { system } from '../../platform/context.ts'
import { type DeskEvent, eventOf, type Reaction } from '../../platform/events.ts'
import { reactions } from './reactions.ts'
import { type Case, customerSays, opened, staffSays } from './sla.fixture.ts'

let desk: TestDesk
let lead: Person
before(async () => {
  desk = await testDesk()
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
})

const topic = fc.constantFrom('deposit', 'security', null)
const index = fc.nat(9)
const step = fc.oneof(
  fc.record({ do: fc.constant('open' as const), topic, locale: fc.constantFrom('en', 'zh-TW') }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 4_000 }) }),
  fc.record({ do: fc.constant('customer' as const), index }),
  fc.record({
    do: fc.constant('staff' as const),
    index,
    then: fc.constantFrom('waiting', 'solved', undefined),
  }),
  fc.record({
    do: fc.constant('change' as const),
    index,
    change: fc.oneof(
      fc.record({ status: fc.constantFrom('open', 'on_hold', 'solved', 'closed') }),
      fc.record({ topic: fc.constantFrom(...topics) }),
      fc.record({ status: fc.constant('solved'), topic: fc.constantFrom(...topics) }),
    ),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function take(made: Case[], backlogs: Map<string, number>, what: Step): Promise<void> {
  if (what.do === 'wait') return desk.clock.advance(what.seconds)
  if (what.do === 'open') {
    const ahead = await onDesk()
    const one = await opened(desk, { topic: what.topic, locale: what.locale })
    backlogs.set(one.id, ahead)
    made.push(one)
    return
  }
  const one = made[what.index % made.length]
  const status = one && (await statusOf(one))
  if (!one || status === 'closed') return
  if (what.do === 'customer') return customerSays(desk, one)
  if (what.do === 'staff') {
    // Staff who takes up what was solved leaves no line that says so.
    const then = status === 'solved' ? undefined : what.then
    return staffSays(desk, lead, one, then && { then })
  }
  await lead.patch(`/api/conversations/${one.id}`, what.change)
  await desk.settle()
}

const statusOf = async ({ id }: Case) =>
  (await desk.pool.query('select status from conversations where id = $1', [id])).rows[0].status
const onDesk = async () =>
  (
    await desk.pool.query(
      `select count(*)::int as n from conversations where status in ('assistant', 'queued', 'open')`,
    )
  ).rows[0].n

/** First answer, and since when it is done, by what stands in the conversation. */
async function fromEntries({ id }: Case, backlog: number) {
  const { rows: entries } = await desk.pool.query(
    'select * from entries where conversation_id = $1 order by seq',
    [id],
  )
  const [row] = (await desk.pool.query('select * from conversations where id = $1', [id])).rows
  let replied: Date | null = null
  let resolved: Date | null = null
  for (const { kind, author_kind: author, code, at } of entries) {
    if (kind === 'message' && author === 'staff') replied ??= at
    if (code === 'solved' || code === 'closed') resolved ??= at
    if (code === 'reopened' || code === 'status_changed') resolved = null
  }
  const sample = (kind: string, at: Date | null) =>
    at && {
      kind,
      topic: row.topic,
      language: row.locale.split('-')[0],
      channel: row.channel,
      backlog,
      duration: at.getTime() - row.created_at.getTime(),
      endedAt: at.toISOString(),
    }
  return [sample('firstReply', replied), sample('resolution', replied && resolved)].filter(
    one => one !== null,
  )
}

async function stored({ id }: Case) {
  const rows = await desk.db
    .selectFrom('samples')
    .selectAll()
    .where('conversation_id', '=', id)
    .orderBy('kind')
    .execute()
  return rows.map(({ conversation_id: _, low: __, high: ___, ended_at, ...row }) => ({
    ...row,
    endedAt: ended_at.toISOString(),
  }))
}

/** Everything once more, the last of it first. */
async function hearAgain(made: readonly Case[]): Promise<void> {
  const { rows } = await desk.pool.query(
    'select * from events where conversation_id = any($1) order by id desc',
    [made.map(({ id }) => id)],
  )
  for (const event of rows.map(eventOf)) {
    for (const reaction of Object.values(reactions[event.type as keyof typeof reactions] ?? {})) {
      const { concerns = () => true } = reaction as unknown as Reaction<never>
      if (!concerns(event as DeskEvent<never>)) continue
      await desk.app.desk.transact(system('test'), ctx =>
        (reaction as unknown as Reaction<never>)(ctx, [event as DeskEvent<never>]),
      )
    }
  }
}

test('stored samples equal a recomputation from the entries, and hearing it all again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async steps => {
      const made: Case[] = []
      const backlogs = new Map<string, number>()
      for (const what of [{ do: 'open', topic: null, locale: 'en' } as const, ...steps])
        await take(made, backlogs, what)
      const check = async () => {
        for (const one of made)
          assert.deepEqual(await stored(one), await fromEntries(one, backlogs.get(one.id)!))
      }
      await check()
      await hearAgain(made)
      await check()
    }),
    { numRuns: 5 },
  )
})

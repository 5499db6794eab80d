// The clocks of conversations, from opening to solution, on a desk whose own clock is moved.
import assert from 'node:assert/strict'
import { afterEach, before, describe, test } from 'node:test'
import { createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import {
  type Case,
  clockOf,
  customerSays,
  officeHours,
  ok,
  opened,
  policyOf,
  staffSays,
} from './sla.fixture.ts'

let desk: TestDesk
let boss: Staff
let lead: Person
before(async () => {
  desk = await testDesk()
  boss = await createStaff(desk, { role: 'lead' })
})
// Whoever signed in before the clock was moved by weeks would have to sign in again.
const at = (instant: string) => {
  desk.clock.set(new Date(instant))
  lead = desk.as(boss)
}
const aDayLater = () => at(new Date(desk.clock().getTime() + 86_400_000).toISOString())
afterEach(async () => {
  for (const { id } of ok(await lead.get('/api/sla/policies')).policies)
    ok(await lead.delete(`/api/sla/policies/${id}`))
  await desk.settle()
})

const promise = async (more = {}): Promise<string> =>
  ok(await lead.post('/api/sla/policies', policyOf(more))).id
const calendar = async (zone: string, more = {}): Promise<string> =>
  ok(await lead.post('/api/sla/calendars', officeHours(zone, more))).id
const linesOf = async ({ id }: Case): Promise<string[]> =>
  ok(await lead.get(`/api/conversations/${id}/entries`)).entries.flatMap(
    (entry: { code?: string }) => entry.code ?? [],
  )
const change = async ({ id }: Case, body: object) => {
  ok(await lead.patch(`/api/conversations/${id}`, body))
  await desk.settle()
}
const shownOf = async ({ id }: Case) => ok(await lead.get(`/api/conversations/${id}`)).conversation.clock

describe('a first reply', () => {
  test('in time is met, and nothing is said of it', async () => {
    at('2026-03-02T09:00:00Z')
    await promise()
    const one = await opened(desk)
    assert.equal((await clockOf(lead, one, 'firstReply'))?.dueAt, '2026-03-02T10:00:00.000Z')
    desk.clock.advance(30 * 60)
    await staffSays(desk, lead, one)
    const met = await clockOf(lead, one, 'firstReply')
    assert.deepEqual([met?.state, met?.used, met?.endedAt], ['met', 30 * 60_000, '2026-03-02T09:30:00.000Z'])
    desk.clock.advance(7_200)
    await desk.settle()
    assert.deepEqual(
      (await linesOf(one)).filter(code => code.startsWith('first_reply')),
      [],
    )
  })

  test('that nears and passes its time is told of once, and escalated step by step', async () => {
    at('2026-03-02T09:00:00Z')
    const team = ok(
      await desk.as(await createStaff(desk, { role: 'administrator' })).post('/api/teams', { name: 'Night' }),
    ).id
    await promise({
      targets: { firstReply: { minutes: 60, warning: 0.75 } },
      escalation: [
        { at: 'warning', do: 'notify_leads' },
        { at: 'breach', do: 'raise_priority' },
        { at: 30, do: 'assign_team', teamId: team },
      ],
    })
    const one = await opened(desk)
    desk.clock.advance(45 * 60)
    await desk.settle()
    await desk.settle()
    assert.deepEqual((await linesOf(one)).slice(-1), ['first_reply_soon'])
    const mentioned = ok(await lead.get('/api/conversations?view=mentions')).conversations
    assert.deepEqual(
      mentioned.map(({ id }: { id: string }) => id),
      [one.id],
    )
    desk.clock.advance(15 * 60)
    await desk.settle()
    assert.deepEqual((await linesOf(one)).slice(-2), ['first_reply_late', 'priority_changed'])
    assert.equal((await shownOf(one)).state, 'breached')
    desk.clock.advance(30 * 60)
    await desk.settle()
    const { conversation } = ok(await lead.get(`/api/conversations/${one.id}`))
    assert.deepEqual([conversation.priority, conversation.team?.id], ['high', team])
    assert.equal((await linesOf(one)).filter(code => code === 'first_reply_late').length, 1)
  })

  test('is called late, not escalated, where the answer came before the timer', async () => {
    at('2026-03-02T09:00:00Z')
    await promise({ escalation: [{ at: 'breach', do: 'raise_priority' }] })
    const one = await opened(desk)
    desk.clock.advance(61 * 60)
    ok(
      await lead.post(`/api/conversations/${one.id}/entries`, {
        clientId: crypto.randomUUID(),
        body: 'Sorry',
      }),
    )
    // The answer is heard of first.
    await desk.pool.query(`update timers set due_at = '2030-01-01' where key = $1`, [`clock:${one.id}`])
    await desk.settle()
    assert.deepEqual((await linesOf(one)).slice(-1), ['first_reply_late'])
    assert.equal(ok(await lead.get(`/api/conversations/${one.id}`)).conversation.priority, 'normal')
  })

  test('is promised by what matches: language and priority', async () => {
    at('2026-03-02T09:00:00Z')
    await promise({ name: 'Chinese', match: { languages: ['zh'] }, targets: { firstReply: { minutes: 10 } } })
    await promise({
      name: 'Urgent',
      match: { priorities: ['urgent'] },
      targets: { firstReply: { minutes: 5 } },
    })
    const [chinese, english] = [await opened(desk, { locale: 'zh-TW' }), await opened(desk)]
    assert.equal((await clockOf(lead, chinese, 'firstReply'))?.target, 600_000)
    assert.equal((await clockOf(lead, english, 'firstReply'))?.target ?? null, null)
    await change(english, { priority: 'urgent' })
    assert.equal((await clockOf(lead, english, 'firstReply'))?.target, 300_000)
  })
})

describe('a calendar', () => {
  const hours = { targets: { firstReply: { minutes: 240 } } }
  const dueIn = async (zone: string, openedAt: string, more = {}) => {
    at(openedAt)
    await promise({ ...hours, calendarId: await calendar(zone, more) })
    return (await clockOf(lead, await opened(desk), 'firstReply'))?.dueAt
  }

  test('counts over the weekend on which summer time begins', async () => {
    assert.equal(await dueIn('Europe/Berlin', '2026-03-27T15:00:00Z'), '2026-03-30T10:00:00.000Z')
  })

  test('counts in its own zone', async () => {
    assert.equal(await dueIn('Asia/Tokyo', '2026-03-02T09:00:00Z'), '2026-03-03T04:00:00.000Z')
  })

  test('leaves out holidays, but for the hours that they are open', async () => {
    const holidays = [
      { date: '2026-03-03', name: 'Founding day', spans: [] },
      { date: '2026-03-04', name: 'Inventory', spans: [{ from: '12:00', to: '13:00' }] },
    ]
    assert.equal(await dueIn('UTC', '2026-03-02T15:00:00Z', { holidays }), '2026-03-05T10:00:00.000Z')
  })
})

describe('a clock', () => {
  test('of a solution stands still while the customer is waited for', async () => {
    at('2026-03-02T09:00:00Z')
    await promise({ targets: { resolution: { minutes: 480 } } })
    const one = await opened(desk)
    desk.clock.advance(3_600)
    await staffSays(desk, lead, one, { then: 'waiting' })
    assert.equal((await clockOf(lead, one, 'resolution'))?.state, 'paused')
    const { state, left, dueAt } = await shownOf(one)
    assert.deepEqual([state, left, dueAt], ['paused', 7 * 3_600_000, null])
    aDayLater()
    await customerSays(desk, one)
    const going = await clockOf(lead, one, 'resolution')
    assert.deepEqual(
      [going?.state, going?.used, going?.dueAt],
      ['running', 3_600_000, '2026-03-03T17:00:00.000Z'],
    )
  })

  test('of a solution goes on with what was used when the conversation is opened again', async () => {
    at('2026-03-02T09:00:00Z')
    await promise({ targets: { resolution: { minutes: 120 } } })
    const one = await opened(desk)
    desk.clock.advance(3_600)
    await change(one, { status: 'solved' })
    assert.equal((await clockOf(lead, one, 'resolution'))?.state, 'met')
    assert.equal(await shownOf(one), null)
    aDayLater()
    await customerSays(desk, one)
    assert.equal((await clockOf(lead, one, 'resolution'))?.dueAt, '2026-03-03T11:00:00.000Z')
  })

  test('of the next reply starts with the first message after an answer, and ends with the next', async () => {
    at('2026-03-02T09:00:00Z')
    await promise({ targets: { nextReply: { minutes: 30 } } })
    const one = await opened(desk)
    await staffSays(desk, lead, one)
    assert.equal(await clockOf(lead, one, 'nextReply'), undefined)
    await customerSays(desk, one)
    desk.clock.advance(600)
    await customerSays(desk, one)
    assert.equal((await clockOf(lead, one, 'nextReply'))?.dueAt, '2026-03-02T09:30:00.000Z')
    await staffSays(desk, lead, one)
    assert.equal((await clockOf(lead, one, 'nextReply'))?.state, 'met')
    await customerSays(desk, one)
    assert.equal((await clockOf(lead, one, 'nextReply'))?.dueAt, '2026-03-02T09:40:00.000Z')
  })
})

// A macro does all it says to a conversation or nothing, once, and not over what moved on.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { type Case, conversation, entries, macroOf, ok, opened, staffSays } from './automation.fixture.ts'

let desk: TestDesk
let lead: Person
let agent: Person
let nora: Staff
before(async () => {
  desk = await testDesk()
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
  nora = await createStaff(desk, { name: 'Nora' })
  agent = desk.as(nora)
})

const made = async (actions: object[], more = {}): Promise<string> =>
  ok(await lead.post('/api/macros', macroOf(actions, more))).id

const run = (id: string, conversations: object[], more = {}) =>
  agent.post(`/api/macros/${id}/runs`, {
    version: 1,
    conversations: conversations.map(one => ({ clientId: randomUUID(), ...one })),
    ...more,
  })

const messages = async (one: Case) => (await entries(agent, one)).filter(({ kind }) => kind === 'message')

describe('a macro', () => {
  test('answers, notes and sorts, all at once', async () => {
    const one = await opened(desk, 'My deposit?', { name: 'Alba' })
    const macro = await made([
      { do: 'set_status', status: 'solved' },
      { do: 'reply', text: 'Hello {{customer.name}}, {{agent.name}} here (#{{conversation.number}}).' },
      { do: 'note', text: 'Told {{customer.name}}.' },
      { do: 'set_priority', priority: 'high' },
      { do: 'set_complexity', complexity: 'complex' },
      { do: 'assign_me' },
      { do: 'add_tags', tags: ['told'] },
    ])
    assert.deepEqual(ok(await run(macro, [{ id: one.id }])), { done: [one.id], refused: [] })
    const after = await conversation(agent, one)
    assert.deepEqual(
      [after.status, after.priority, after.complexity, after.assignee?.id, after.tags],
      ['solved', 'high', 'complex', nora.id, ['told']],
    )
    const said = (await entries(agent, one)).flatMap(entry =>
      entry.kind === 'message' || entry.kind === 'note' ? entry.body : [],
    )
    assert.deepEqual(said, ['My deposit?', 'Told Alba.', `Hello Alba, Nora here (#${after.number}).`])
  })

  test('that puts off and answers leaves the conversation put off', async () => {
    const one = await opened(desk, 'Hello')
    const macro = await made([
      { do: 'snooze', hours: 24 },
      { do: 'reply', text: 'Tomorrow.' },
    ])
    ok(await run(macro, [{ id: one.id }]))
    const after = await conversation(agent, one)
    assert.equal(after.status, 'snoozed')
    assert.equal(Date.parse(after.snoozedUntil!) - desk.clock().getTime(), 86_400_000)
  })

  test('run twice by the same id is run once', async () => {
    const one = await opened(desk, 'Hello')
    const macro = await made([{ do: 'reply', text: 'Hi.' }])
    const clientId = randomUUID()
    for (let time = 0; time < 2; time++) {
      assert.deepEqual(ok(await run(macro, [{ id: one.id, clientId }])).done, [one.id])
    }
    assert.equal((await messages(one)).length, 2)
  })

  test('does nothing at all where one of its actions can’t be done', async () => {
    const nameless = await opened(desk, 'Hello')
    const macro = await made([
      { do: 'note', text: 'Greeted' },
      { do: 'reply', text: 'Hello {{customer.name}}' },
    ])
    const { refused } = ok(await run(macro, [{ id: nameless.id }]))
    assert.deepEqual(refused, [{ id: nameless.id, code: 'placeholder_unfilled' }])
    assert.equal((await entries(agent, nameless)).length, 1)
  })

  test('is refused where the conversation, or the macro, is another by now', async () => {
    const one = await opened(desk, 'Hello')
    const macro = await made([
      { do: 'set_priority', priority: 'high' },
      { do: 'reply', text: 'Hi' },
    ])
    const { version, seq } = await conversation(agent, one)
    ok(await lead.patch(`/api/conversations/${one.id}`, { priority: 'low' }))
    const stale = ok(await run(macro, [{ id: one.id, version }]))
    assert.deepEqual(stale.refused, [{ id: one.id, code: 'stale_version' }])
    await staffSays(desk, lead, one, 'I have it.')
    const answered = ok(await run(macro, [{ id: one.id, seen: seq }]))
    assert.deepEqual(answered.refused, [{ id: one.id, code: 'answered_meanwhile' }])
    assert.equal((await conversation(agent, one)).priority, 'low')
    ok(await lead.put(`/api/macros/${macro}`, macroOf([{ do: 'reply', text: 'Ho' }])))
    assert.equal((await run(macro, [{ id: one.id }])).body.error.code, 'stale_version')
  })

  test('runs on a selection, each conversation by itself', async () => {
    const [first, second] = [await opened(desk, 'One', { name: 'A' }), await opened(desk, 'Two')]
    const macro = await made([{ do: 'reply', text: 'Dear {{customer.name}}' }])
    const gone = randomUUID()
    const { done, refused } = ok(await run(macro, [{ id: first.id }, { id: second.id }, { id: gone }]))
    assert.deepEqual(done, [first.id])
    assert.deepEqual(refused, [
      { id: second.id, code: 'placeholder_unfilled' },
      { id: gone, code: 'not_found' },
    ])
  })

  test('of a team is for its people, and kept by leads', async () => {
    const team = ok(
      await desk.as(await createStaff(desk, { role: 'administrator' })).post('/api/teams', { name: 'T' }),
    ).id
    const macro = await made([{ do: 'set_priority', priority: 'low' }], { teamId: team })
    const own = await opened(desk, 'Hello')
    assert.equal((await run(macro, [{ id: own.id }])).status, 404)
    const listed = ok(await agent.get('/api/macros')).macros.map(({ id }: { id: string }) => id)
    assert.ok(!listed.includes(macro))
    assert.equal((await agent.post('/api/macros', macroOf([{ do: 'assign_me' }]))).status, 403)
  })

  test('does nothing twice, and names only what is there', async () => {
    const twice = await lead.post(
      '/api/macros',
      macroOf([
        { do: 'set_status', status: 'open' },
        { do: 'snooze', hours: 1 },
      ]),
    )
    assert.equal(twice.status, 400)
    const unknown = await lead.post('/api/macros', macroOf([{ do: 'assign', assigneeId: randomUUID() }]))
    assert.deepEqual(unknown.body.error.fields, [{ path: 'actions.0.assigneeId', message: 'does not exist' }])
  })
})

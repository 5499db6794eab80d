// Questions to other teams and to colleagues: work for those, an answer for those who asked, and nothing of it for the customer or for anybody else.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { connect } from '../../../test/security/line.ts'
import { system } from '../../platform/context.ts'
import { nobody } from './access.ts'
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
} from './related.fixture.ts'
import { tellSettled } from './side-answers.ts'

let desk: TestDesk
let admin: Person
let home: string
let technical: string
let owner: Staff
let agent: Person
let expert: Person
let known: Staff
let colleague: Person
let neighbour: Person
before(async () => {
  desk = await testDesk({ rateFactor: 1_000 })
  admin = desk.as(await createStaff(desk, { role: 'administrator' }))
  home = ok(await admin.post('/api/teams', { name: 'Home' })).id
  technical = ok(await admin.post('/api/teams', { name: 'Technical' })).id
  owner = await createStaff(desk, { teamIds: [home] })
  agent = desk.as(owner)
  expert = desk.as(await createStaff(desk, { name: 'Expert', teamIds: [technical] }))
  known = await createStaff(desk, { name: 'Kim', teamIds: [technical] })
  colleague = desk.as(known)
  neighbour = desk.as(await createStaff(desk, { name: 'Noa', teamIds: [technical] }))
})

let listening: Promise<string> | undefined
const address = () => (listening ??= desk.listen())

async function asked(more = {}) {
  const one = await opened(desk, 'My deposit from the marzipan lighthouse is missing.')
  ok(await admin.patch(`/api/conversations/${one.id}`, { teamId: home, assigneeId: owner.id }))
  const question = {
    clientId: randomUUID(),
    teamId: technical,
    subject: 'Node down?',
    body: 'Is the node down?',
  }
  const { conversation } = ok(
    await agent.post(`/api/conversations/${one.id}/sides`, { ...question, ...more }),
  )
  const side: Case = { ...one, id: conversation.id, number: conversation.number }
  return { one, side, question }
}
const note = (staff: Person, { id }: Case, body: string) =>
  staff.post(`/api/conversations/${id}/entries`, { clientId: randomUUID(), body, kind: 'note' })
const sides = async (staff: Person, { id }: Case) =>
  ok(await staff.get(`/api/conversations/${id}/sides`)).sides
const through = ({ id }: Case, side: Case) => `/api/conversations/${id}/sides/${side.number}`

describe('a question to another team', () => {
  test('is work in their inbox, with its own status and people', async () => {
    const { one, side } = await asked()
    const { conversations } = ok(await expert.get(`/api/conversations?teamId=${technical}`))
    const listed = conversations.find(({ id }: { id: string }) => id === side.id)
    assert.deepEqual(
      [listed.subject, listed.status, listed.sideOf],
      ['Node down?', 'open', { id: one.id, number: one.number }],
    )
    ok(await expert.patch(`/api/conversations/${side.id}`, { status: 'on_hold' }))
    assert.equal((await read(admin, one)).status, 'open')
    assert.equal((await sides(agent, one))[0].status, 'on_hold')
  })

  test('shows them what they were asked, and nothing of the conversation', async () => {
    const { one, side } = await asked()
    const answer = JSON.stringify(ok(await expert.get(`/api/conversations/${side.id}/entries`)))
    assert.ok(answer.includes('Is the node down?') && !answer.includes('marzipan'))
    for (const path of ['', '/entries', '/sides', '/related', `/sides/${side.number}`])
      assert.equal((await expert.get(`/api/conversations/${one.id}${path}`)).status, 404, path)
  })

  test('is read and added to by those who see the conversation, and by nobody else', async () => {
    const { one, side } = await asked()
    assert.equal((await agent.get(`/api/conversations/${side.id}`)).status, 404, 'by its own door')
    assert.deepEqual((await relatedTo(expert, side)).sideOf, { number: one.number, conversation: null })
    const { entries } = ok(await agent.get(through(one, side)))
    assert.equal(entries[0].body, 'Is the node down?')
    const added = { clientId: randomUUID(), body: 'It is urgent.' }
    ok(await agent.post(`${through(one, side)}/notes`, added))
    ok(await agent.post(`${through(one, side)}/notes`, added))
    assert.equal((await entriesOf(expert, side)).length, 2)
    const stranger = desk.as(await createStaff(desk))
    assert.equal((await stranger.get(through(one, side))).status, 404)
    assert.equal((await stranger.post(`${through(one, side)}/notes`, added)).status, 404)
    const { one: other } = await asked()
    assert.equal((await agent.get(through(other, side))).status, 404, 'through another conversation')
  })

  test('is answered by notes, which are told to the one who asked', async () => {
    const { one, side } = await asked()
    ok(await note(expert, side, 'It was, for an hour.'))
    await desk.settle()
    assert.deepEqual((await linesOf(agent, one)).at(-1), ['side_answered', side.number])
    const mentioned = ok(await agent.get('/api/conversations?view=mentions')).conversations
    assert.ok(mentioned.some(({ id }: { id: string }) => id === one.id))
    const { status, body } = await reply(expert, side, 'Dear customer')
    assert.deepEqual([status, body.error.code], [400, 'invalid_input'])
  })

  test('opens again when those who asked add to it', async () => {
    const { one, side } = await asked()
    ok(await expert.patch(`/api/conversations/${side.id}`, { status: 'solved' }))
    ok(await agent.post(`${through(one, side)}/notes`, { clientId: randomUUID(), body: 'Not yet.' }))
    assert.equal((await read(expert, side)).status, 'open')
  })

  test('asked twice is asked once', async () => {
    const { one, side, question } = await asked()
    const again = ok(await agent.post(`/api/conversations/${one.id}/sides`, question))
    assert.equal(again.conversation.id, side.id)
    assert.equal((await sides(agent, one)).length, 1)
  })

  test('tells the answer where the conversation goes on once it is merged', async () => {
    const { one, side } = await asked()
    const into = await opened(desk, 'The same again.', { customer: one.customer })
    ok(await merge(admin, one, into))
    ok(await note(expert, side, 'It was.'))
    await desk.settle()
    assert.deepEqual((await linesOf(admin, into)).at(-1), ['side_answered', side.number])
    assert.deepEqual(
      (await sides(admin, into)).map(({ id }: { id: string }) => id),
      [side.id],
    )
    assert.equal(ok(await admin.get(through(into, side))).entries.length, 2)
    const stranger = desk.as(await createStaff(desk))
    assert.deepEqual(await sides(stranger, into), [], 'what was asked from where they may not look')
    assert.equal((await stranger.get(through(into, side))).status, 404)
  })

  test('can be neither merged, nor asked from another question, nor taken from every team', async () => {
    const { side } = await asked()
    const { side: other } = await asked()
    assert.equal((await merge(admin, side, other)).body.error.code, 'different_customers')
    const question = { clientId: randomUUID(), teamId: home, subject: 'X', body: 'X' }
    assert.equal((await admin.post(`/api/conversations/${side.id}/sides`, question)).status, 400)
    assert.equal((await admin.patch(`/api/conversations/${side.id}`, { teamId: null })).status, 400)
  })
})

describe('a question to a colleague', () => {
  const askedKim = () => asked({ teamId: undefined, staffId: known.id })

  test('is theirs alone, beside those who asked', async () => {
    const { one, side } = await askedKim()
    const { conversations } = ok(await colleague.get('/api/conversations?view=mine'))
    const listed = conversations.find(({ id }: { id: string }) => id === side.id)
    assert.deepEqual([listed.assignee.name, listed.team], ['Kim', null])
    assert.equal((await colleague.get(`/api/conversations/${one.id}`)).status, 404)
    for (const [who, name] of [
      [expert, 'of the same team'],
      [neighbour, 'beside them'],
    ] as const) {
      assert.equal((await who.get(`/api/conversations/${side.id}`)).status, 404, name)
      const all = ok(await who.get('/api/conversations')).conversations
      assert.ok(!all.some(({ id }: { id: string }) => id === side.id), name)
      await desk.settle()
      const { hits } = ok(await who.get('/api/search?q=node'))
      const found = hits.some((hit: { conversation: { id: string } }) => hit.conversation.id === side.id)
      assert.ok(!found, name)
    }
    const { hits } = ok(await colleague.get('/api/search?q=node'))
    assert.ok(hits.some((hit: { conversation: { id: string } }) => hit.conversation.id === side.id))
    assert.equal((await sides(agent, one))[0].assignee.name, 'Kim')
    assert.equal(ok(await agent.get(through(one, side))).entries.length, 1)
  })

  test('counts for them, and not for others who don’t see it', async () => {
    const stranger = desk.as(await createStaff(desk))
    const counts = async (who: Person) => ok(await who.get('/api/conversations/counts'))
    const before = await Promise.all([counts(stranger), counts(colleague), counts(admin)])
    const { one, side } = await askedKim()
    ok(await admin.patch(`/api/conversations/${one.id}`, { status: 'solved' }))
    const after = await Promise.all([counts(stranger), counts(colleague), counts(admin)])
    const more = after.map((now, index) => now.all - before[index].all)
    assert.deepEqual(more, [0, 1, 1])
    assert.equal(after[1].mine - before[1].mine, 1)
    for (const { teams } of after) assert.ok(teams.every(({ id }: { id: string }) => id !== nobody))
    ok(await colleague.patch(`/api/conversations/${side.id}`, { status: 'solved' }))
    assert.equal((await counts(colleague)).all, before[1].all)
  })

  test('tells them at once by a notice of its own', async () => {
    const line = await connect(await address(), colleague)
    line.send({ type: 'join', room: 'inbox' })
    await line.got(({ type }) => type === 'joined')
    const { side } = await askedKim()
    const frame = await line.got(({ type }) => type === 'notice')
    assert.deepEqual(frame, {
      type: 'notice',
      notice: 'asked',
      conversationId: side.id,
      number: side.number,
    })
  })

  test('says nothing to the customer, and its answer names them once', async () => {
    const { one, side } = await askedKim()
    ok(await note(colleague, side, 'It was.'))
    await desk.settle()
    const lines = (await entriesOf(agent, one)).filter(({ kind }) => kind === 'line')
    const told = lines.at(-1)!
    assert.ok(told.kind === 'line' && told.code === 'side_answered')
    assert.deepEqual([told.values.by, told.values.name], ['Kim', ''])
    assert.ok(!lines.some(entry => entry.kind === 'line' && entry.code === 'with_team'))
  })

  test('is handed on to somebody or to a team, never to nobody', async () => {
    const { side } = await askedKim()
    assert.equal((await colleague.patch(`/api/conversations/${side.id}`, { assigneeId: null })).status, 400)
    ok(await colleague.patch(`/api/conversations/${side.id}`, { teamId: technical, assigneeId: null }))
    assert.equal((await read(neighbour, side)).team?.name, 'Technical')
    assert.equal((await expert.patch(`/api/conversations/${side.id}`, { teamId: null })).status, 400)
  })

  test('goes to one who is here, can answer, and isn’t oneself; to one or a team', async () => {
    const one = await opened(desk, 'Where is it?')
    const gone = await createStaff(desk)
    ok(await admin.patch(`/api/staff/${gone.id}`, { disabled: true }))
    const editor = await createStaff(desk, { role: 'editor' })
    const question = { subject: 'X', body: 'X' }
    const statusOf = async (whom: object) =>
      (
        await agent.post(`/api/conversations/${one.id}/sides`, {
          clientId: randomUUID(),
          ...question,
          ...whom,
        })
      ).status
    assert.deepEqual(
      await Promise.all(
        [
          { staffId: randomUUID() },
          { staffId: gone.id },
          { staffId: editor.id },
          { staffId: owner.id },
          { staffId: known.id, teamId: technical },
          {},
        ].map(statusOf),
      ),
      [404, 404, 404, 400, 400, 400],
    )
  })
})

describe('a settled question', () => {
  const settledIn = async (staff: Person, one: Case) =>
    (await entriesOf(staff, one)).flatMap(entry =>
      entry.kind === 'line' && entry.code === 'side_settled' ? [entry.values] : [],
    )
  const solve = (staff: Person, { id }: Case, status = 'solved') =>
    staff.patch(`/api/conversations/${id}`, { status })

  test('is told once where it was asked, and to no customer', async () => {
    const { one, side } = await asked()
    ok(await solve(expert, side))
    await desk.settle()
    ok(await solve(expert, side, 'closed'))
    await desk.settle()
    const [told, ...more] = await settledIn(agent, one)
    assert.deepEqual([told!.name, told!.number, more], ['Technical', side.number, []])
    const { entries } = ok(await one.person.get(`/api/customer/conversations/${one.id}/entries`))
    assert.equal(entries.at(-1).kind, 'hidden')
  })

  test('is told once however often the reaction runs', async () => {
    const { one, side } = await asked()
    ok(await solve(expert, side))
    await desk.settle()
    const events = [
      { conversationId: side.id, data: { ofId: one.id, version: (await read(expert, side)).version } },
    ]
    await desk.app.desk.transact(system('test'), ctx => tellSettled(ctx, events as never))
    assert.equal((await settledIn(agent, one)).length, 1)
  })

  test('is told with others in the order of the conversations, so that two batches never wait for each other', async () => {
    const both = [await asked(), await asked()].toSorted((a, b) => (a.one.id < b.one.id ? 1 : -1))
    const [later, first] = both.map(({ one }) => one.id)
    const events = both.map(({ one, side }) => ({
      conversationId: side.id,
      data: { ofId: one.id, version: 1 },
    }))
    const lock = 'select from conversations where id = $1 for update'
    const other = await desk.pool.connect()
    try {
      await other.query('begin')
      await other.query(lock, [first])
      const telling = desk.app.desk.transact(system('test'), ctx => tellSettled(ctx, events as never))
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      const deadline = Date.now() + 10_000
      while ((await desk.pool.query(waiting)).rowCount === 0)
        assert.ok(Date.now() < deadline, 'waits for nothing')
      const { rowCount } = await other.query(`${lock} skip locked`, [later])
      await other.query('rollback')
      await telling
      assert.equal(rowCount, 1, 'holds the later one')
    } finally {
      other.release()
    }
  })

  test('names the colleague who was asked, and is told again when it was opened again', async () => {
    const { one, side } = await asked({ teamId: undefined, staffId: known.id })
    ok(await note(colleague, side, 'Done.'))
    ok(await solve(colleague, side))
    await desk.settle()
    ok(await agent.post(`${through(one, side)}/notes`, { clientId: randomUUID(), body: 'Not quite.' }))
    assert.equal((await read(colleague, side)).status, 'open')
    ok(await solve(colleague, side))
    await desk.settle()
    assert.deepEqual(
      (await settledIn(agent, one)).map(({ name }) => name),
      ['Kim', 'Kim'],
    )
  })

  test('is told where the conversation goes on once it is merged', async () => {
    const { one, side } = await asked()
    const into = await opened(desk, 'The same again.', { customer: one.customer })
    ok(await merge(admin, one, into))
    ok(await solve(expert, side))
    await desk.settle()
    assert.equal((await settledIn(admin, into)).length, 1)
  })
})

describe('the customer', () => {
  test('hears that another team looks into it, and nothing else', async () => {
    const { one, side } = await asked()
    ok(await note(expert, side, 'It was the quince observatory.'))
    await desk.settle()
    const seen = [
      await one.person.get('/api/customer/conversations'),
      await one.person.get(`/api/customer/conversations/${one.id}/entries`),
      await one.person.get(`/api/customer/conversations/${one.id}/transcript`),
    ]
    const text = JSON.stringify(seen.map(ok))
    for (const word of ['Node down', 'node', 'quince', 'Technical', 'Expert', String(side.number), side.id])
      assert.ok(!text.includes(word), word)
    const { entries } = ok(seen[1]!)
    assert.ok(entries.some((entry: { code?: string }) => entry.code === 'with_team'))
  })

  test('is told once, however many are asked', async () => {
    const { one, question } = await asked()
    const further = { ...question, clientId: randomUUID(), subject: 'Which block?' }
    ok(await agent.post(`/api/conversations/${one.id}/sides`, further))
    const told = (await linesOf(agent, one)).filter(([code]) => code === 'with_team')
    assert.equal(told.length, 1)
  })

  test('reaches nothing of it', async () => {
    const { one, side } = await asked()
    for (const path of ['', '/entries', '/transcript'])
      assert.equal((await one.person.get(`/api/customer/conversations/${side.id}${path}`)).status, 404)
    const said = { clientId: randomUUID(), body: 'Hello' }
    assert.equal((await one.person.post(`/api/customer/conversations/${side.id}/entries`, said)).status, 404)
  })
})

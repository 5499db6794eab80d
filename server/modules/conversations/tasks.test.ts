// Tasks: kept in a conversation, called for when they are due, and on the list of whoever has them.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { type Customer, createCustomer, createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { connect } from '../../../test/security/line.ts'

let desk: TestDesk
let lead: Person
let nora: Staff
let agent: Person
before(async () => {
  desk = await testDesk()
  lead = desk.as(await createStaff(desk, { role: 'lead', name: 'Lea' }))
  nora = await createStaff(desk, { name: 'Nora' })
  agent = desk.as(nora)
})

async function opened(customer?: Customer): Promise<string> {
  const person = desk.asCustomer(customer ?? (await createCustomer(desk)))
  const opening = { clientId: randomUUID(), body: 'Where is it?', live: false }
  return (await person.post('/api/customer/conversations', opening)).body.conversation.id
}

const inHours = (hours: number) => new Date(desk.clock().getTime() + hours * 3_600_000).toISOString()
const taskOf = (more = {}) => ({ id: randomUUID() as string, title: 'Ask the node team', ...more })
const tasksOf = async (id: string) => (await lead.get(`/api/conversations/${id}/tasks`)).body.tasks
const codes = async (id: string): Promise<string[]> =>
  (await lead.get(`/api/conversations/${id}/entries`)).body.entries.flatMap(
    (entry: { kind: string; code: string }) => (entry.kind === 'line' ? entry.code : []),
  )

describe('a task', () => {
  test('is added once, given, done and opened again, each with a line', async () => {
    const id = await opened()
    const dueAt = inHours(2)
    const task = taskOf({ assigneeId: nora.id, dueAt })
    for (let time = 0; time < 2; time++) {
      assert.equal((await lead.post(`/api/conversations/${id}/tasks`, task)).status, 200)
    }
    const [kept] = await tasksOf(id)
    assert.deepEqual([kept.title, kept.assignee.name, kept.dueAt], [task.title, 'Nora', dueAt])
    await agent.patch(`/api/tasks/${task.id}`, { done: true })
    assert.notEqual((await tasksOf(id))[0].doneAt, null)
    await agent.patch(`/api/tasks/${task.id}`, { done: false })
    await agent.patch(`/api/tasks/${task.id}`, { title: 'Ask again' })
    await agent.patch(`/api/tasks/${task.id}`, { title: 'Ask again' })
    assert.deepEqual((await codes(id)).slice(-4), [
      'task_added',
      'task_done',
      'task_reopened',
      'task_changed',
    ])
    assert.equal((await agent.delete(`/api/tasks/${task.id}`)).status, 200)
    assert.deepEqual(await tasksOf(id), [])
  })

  test('is on the list of whoever has it, what is due first', async () => {
    const id = await opened()
    const [late, soon, some] = [taskOf({ dueAt: inHours(9) }), taskOf({ dueAt: inHours(1) }), taskOf()]
    for (const task of [some, late, soon]) {
      await lead.post(`/api/conversations/${id}/tasks`, { ...task, assigneeId: nora.id })
    }
    const { tasks } = (await agent.get('/api/tasks')).body
    assert.deepEqual(
      tasks.map((task: { id: string }) => task.id),
      [soon.id, late.id, some.id],
    )
    assert.equal(tasks[0].conversation.preview, 'Where is it?')
  })

  test('that is due calls whoever has it, once, and not when it is done or put off', async () => {
    const id = await opened()
    const [due, done, later] = [taskOf(), taskOf(), taskOf()]
    for (const task of [due, done, later]) {
      const wanted = { ...task, dueAt: inHours(1), assigneeId: nora.id }
      await agent.post(`/api/conversations/${id}/tasks`, wanted)
    }
    await agent.patch(`/api/tasks/${done.id}`, { done: true })
    await agent.patch(`/api/tasks/${later.id}`, { dueAt: inHours(100) })
    desk.clock.advance(3_601)
    await desk.settle()
    await desk.settle()
    assert.equal((await codes(id)).filter(code => code === 'task_due').length, 1)
    const { conversations } = (await agent.get('/api/conversations?view=mentions')).body
    assert.deepEqual(conversations, [], 'a task is no mention')
    const { tasks } = (await agent.get('/api/tasks')).body
    assert.ok(tasks.some((one: { id: string }) => one.id === due.id))
  })

  test('calls whoever gets it from somebody else, and whoever has it when it is due, by notices of their own', async () => {
    const id = await opened()
    const line = await connect(await desk.listen(), agent)
    line.send({ type: 'join', room: 'inbox' })
    await line.got(({ type }) => type === 'joined')
    const own = taskOf({ assigneeId: nora.id })
    await agent.post(`/api/conversations/${id}/tasks`, own)
    const given = taskOf({ assigneeId: nora.id, dueAt: inHours(1) })
    await lead.post(`/api/conversations/${id}/tasks`, given)
    await line.got(({ notice }) => notice === 'task_given')
    desk.clock.advance(3_601)
    await desk.settle()
    await line.got(({ notice }) => notice === 'task_due')
    const notices = line.frames.filter(({ type }) => type === 'notice')
    assert.deepEqual(
      notices.map(({ notice, conversationId }) => [notice, conversationId === id]),
      [
        ['task_given', true],
        ['task_due', true],
      ],
    )
  })

  test('that nobody has is on the list of whoever has the conversation', async () => {
    const id = await opened()
    const [task, done] = [taskOf({ dueAt: inHours(1) }), taskOf()]
    for (const one of [task, done]) await lead.post(`/api/conversations/${id}/tasks`, one)
    await lead.patch(`/api/tasks/${done.id}`, { done: true })
    const listed = async (): Promise<string[]> =>
      (await agent.get('/api/tasks')).body.tasks.map((one: { id: string }) => one.id)
    assert.ok(!(await listed()).includes(task.id))
    await lead.patch(`/api/conversations/${id}`, { assigneeId: nora.id })
    const now = await listed()
    assert.deepEqual([now.includes(task.id), now.includes(done.id)], [true, false])
  })

  test('of what is merged is where that goes on, and calls whoever has that', async () => {
    const boss = desk.as(await createStaff(desk, { role: 'administrator' }))
    const team = (await boss.post('/api/teams', { name: 'Elsewhere' })).body.id
    const customer = await createCustomer(desk)
    const [id, into] = [await opened(customer), await opened(customer)]
    const task = taskOf({ dueAt: inHours(1) })
    await lead.post(`/api/conversations/${id}/tasks`, task)
    const other = await createStaff(desk, { name: 'Otto' })
    await lead.patch(`/api/conversations/${id}`, { assigneeId: other.id, teamId: team })
    await lead.patch(`/api/conversations/${into}`, { assigneeId: nora.id })
    const { number } = (await lead.get(`/api/conversations/${into}`)).body.conversation
    assert.equal((await lead.post(`/api/conversations/${id}/merge`, { into: number })).status, 200)
    const listed = async (person: Person) =>
      (await person.get('/api/tasks')).body.tasks.filter((one: { id: string }) => one.id === task.id)
    const [mine] = await listed(agent)
    assert.deepEqual([mine?.conversationId, mine?.conversation.number], [into, number])
    assert.deepEqual(await listed(desk.as(other)), [])
    assert.deepEqual(
      (await agent.get(`/api/conversations/${into}/tasks`)).body.tasks.map((one: { id: string }) => one.id),
      [task.id],
    )
    desk.clock.advance(3_601)
    await desk.settle()
    const { rows } = await desk.pool.query(
      `select data ->> 'staffId' as staff, conversation_id as id from events where type = 'task.called' and conversation_id = any($1)`,
      [[id, into]],
    )
    assert.deepEqual(rows, [{ staff: nora.id, id: into }])
    assert.equal((await agent.patch(`/api/tasks/${task.id}`, { done: true })).status, 200)
    assert.equal((await codes(into)).at(-1), 'task_done')
  })

  test('of what isn’t theirs to see is nobody’s to change, and customers see none', async () => {
    const boss = desk.as(await createStaff(desk, { role: 'administrator' }))
    const team = (await boss.post('/api/teams', { name: 'Away' })).body.id
    const id = await opened()
    const task = taskOf({ assigneeId: nora.id })
    await lead.post(`/api/conversations/${id}/tasks`, task)
    await lead.patch(`/api/conversations/${id}`, { teamId: team })
    assert.equal((await agent.patch(`/api/tasks/${task.id}`, { done: true })).status, 404)
    const own = (await agent.get('/api/tasks')).body.tasks.map((one: { id: string }) => one.id)
    assert.ok(!own.includes(task.id))
    const nobody = await lead.post(`/api/conversations/${id}/tasks`, taskOf({ assigneeId: randomUUID() }))
    assert.equal(nobody.body.error.fields[0].path, 'assigneeId')
  })
})

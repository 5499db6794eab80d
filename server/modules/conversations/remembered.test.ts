// What a node remembers of a conversation only saves a question: what others did meanwhile is never overwritten, and nobody is refused for what was.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { testDesk } from '../../../test/harness.ts'

// Nothing listens, so neither node hears of the other: what one remembers is as old as it can be.
const here = await testDesk({ poolSize: 1 })
const elsewhere = await testDesk({ beside: here })
const other = await createStaff(here)
const lead = await createStaff(here, { role: 'administrator' })

/** A conversation that this node remembers: it wrote to it last, as far as it knows. */
async function remembered() {
  const customer = await createCustomer(here)
  const person = here.asCustomer(customer)
  const opened = await person.post('/api/customer/conversations', { clientId: randomUUID(), body: 'Hello?' })
  const id: string = opened.body.conversation.id
  const write = async (body: string, clientId: string = randomUUID()) => {
    const { status, body: answer } = await person.post(`/api/customer/conversations/${id}/entries`, {
      clientId,
      body,
    })
    return { status, seq: answer.seq, code: answer.error?.code }
  }
  await write('Anybody?')
  const staff = elsewhere.as(lead)
  const answer = (body: string) =>
    staff.post(`/api/conversations/${id}/entries`, { kind: 'message', clientId: randomUUID(), body })
  return {
    id,
    write,
    answer,
    change: (given: object) => staff.patch(`/api/conversations/${id}`, given),
    row: () => here.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    seqs: async () => {
      const { body } = await staff.get(`/api/conversations/${id}/entries`)
      return body.entries.map(({ seq }: { seq: number }) => seq)
    },
  }
}

async function timesTakenForGranted(): Promise<number> {
  const { rows } = await here.pool.query(
    `select coalesce(sum(generic_plans + custom_plans), 0)::int as times from pg_prepared_statements
      where name = 'write_messages_marked'`,
  )
  return rows[0].times
}

test('the next message is written without asking for the row, and its numbers go on', async () => {
  const { write, seqs, row } = await remembered()
  const before = await timesTakenForGranted()
  const { seq } = await write('My withdrawal is missing.')
  assert.equal((await timesTakenForGranted()) - before, 1)
  const all = await seqs()
  assert.deepEqual(
    all,
    all.map((_: number, index: number) => index + 1),
  )
  assert.equal(all.at(-1), seq)
  assert.equal((await row()).unread_by_desk, 3)
})

test('an answer given elsewhere is not overwritten', async () => {
  const { write, answer, seqs, row } = await remembered()
  await answer('One moment.')
  const { status, seq } = await write('Thank you.')
  assert.equal(status, 200)
  const all = await seqs()
  assert.equal(all.at(-1), seq)
  assert.equal(new Set(all).size, all.length)
  const { unread_by_desk, assignee_id } = await row()
  assert.deepEqual({ unread_by_desk, assignee_id }, { unread_by_desk: 1, assignee_id: lead.id })
})

test('a message that comes twice is one, wherever it was written first', async () => {
  const { write, answer, seqs } = await remembered()
  const clientId = randomUUID()
  const first = await write('Once.', clientId)
  assert.deepEqual(await write('Once.', clientId), first)
  await answer('Yes?')
  assert.deepEqual(await write('Once.', clientId), first)
  const all = await seqs()
  assert.equal(new Set(all).size, all.length)
})

test('a change made elsewhere decides what a message does', async () => {
  const { write, change, row } = await remembered()
  await change({ status: 'solved' })
  await write('It is not solved.')
  assert.equal((await row()).status, 'open')
})

test('what was closed elsewhere stays closed', async () => {
  const { write, change, row } = await remembered()
  await change({ status: 'closed' })
  const { seq } = await row()
  assert.equal((await write('Is it closed?')).code, 'conversation_closed')
  assert.equal((await row()).seq, seq)
})

test('nobody is refused for what is no longer so', async () => {
  const { id, write, change } = await remembered()
  const team = (await elsewhere.as(lead).post('/api/teams', { name: randomUUID() })).body
  await change({ teamId: team.id })
  await write('A word, so that the team is remembered.')
  const note = () =>
    here
      .as(other)
      .post(`/api/conversations/${id}/entries`, { kind: 'note', clientId: randomUUID(), body: 'Seen.' })
  assert.equal((await note()).status, 404)
  await change({ teamId: null })
  assert.equal((await note()).status, 200)
})

// A notice that was put off is looked at once more before it goes: nobody gets what they declined, read, or what was deleted.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createCustomer } from '../../../../test/factories.ts'
import { mailDesk } from './mail-desk.fixture.ts'
import { headersOf } from './smtp-server.fixture.ts'

const at = await mailDesk({ noticesPerHour: 1 })
after(() => at.close())
const { desk, server } = at
const agent = desk.as(at.admin)
const entry = (body: string) => ({ clientId: crypto.randomUUID(), body })

/** A visitor who left an address and was answered. */
async function answered(email: string) {
  const person = desk.asCustomer(await createCustomer(desk))
  const opening = { ...entry('Hello'), email, live: false }
  const { id } = (await person.post('/api/customer/conversations', opening)).body.conversation
  const { status, body } = await agent.post(`/api/conversations/${id}/entries`, entry(`For ${email}.`))
  assert.equal(status, 200)
  await desk.settle()
  await pass(130)
  return { person, id: id as string, seq: body.seq as number }
}

async function pass(seconds: number): Promise<void> {
  desk.clock.advance(seconds)
  for (let round = 0; round < 3; round++) await desk.settle()
}

/** Who got a notice since so many mails. */
const readers = (since: number) => server.mails.slice(since).map(({ recipients }) => recipients[0])
const waiting = async (): Promise<number> =>
  (
    await desk.pool.query(
      'select count(*)::int as n from outgoing_mails where notice is not null and sealed_content is not null',
    )
  ).rows[0].n

test('it goes only to those who still want it and have not read it', async () => {
  await answered('ann@customer.example')
  const before = server.mails.length
  const [url] = headersOf(server.mails.at(-1)!, 'list-unsubscribe')
  await answered('ann@customer.example')
  const read = await answered('bea@customer.example')
  await answered('cyd@customer.example')
  assert.deepEqual([readers(before), await waiting()], [[], 3])
  assert.equal((await fetch(url!.slice(1, -1), { method: 'POST' })).status, 200)
  await read.person.post(`/api/customer/conversations/${read.id}/read`, { seq: read.seq })
  for (let hour = 0; hour < 5; hour++) await pass(3_600)
  assert.deepEqual([readers(before), await waiting()], [['cyd@customer.example'], 0])
})

test('a deleted answer is in none, and a deleted note keeps none back', async () => {
  await answered('dan@customer.example')
  const before = server.mails.length
  const [deleted, noted] = [await answered('eva@customer.example'), await answered('flo@customer.example')]
  const note = await agent.post(`/api/conversations/${noted.id}/entries`, {
    ...entry('Nothing.'),
    kind: 'note',
  })
  assert.equal(await waiting(), 2)
  for (const [{ id }, seq] of [
    [deleted, deleted.seq],
    [noted, note.body.seq],
  ] as const) {
    assert.equal((await agent.delete(`/api/conversations/${id}/entries/${seq}`)).status, 200)
  }
  await desk.settle()
  assert.equal(await waiting(), 1, 'the words are gone at once')
  for (let hour = 0; hour < 4; hour++) await pass(3_600)
  assert.deepEqual(readers(before), ['flo@customer.example'])
})

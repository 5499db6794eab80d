// Since when a customer waits, as the desk's lists show it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { testDesk } from '../../../test/harness.ts'

const message = (body: string) => ({ clientId: randomUUID(), body })

test('a customer waits from their first message without an answer until one comes', async () => {
  const desk = await testDesk()
  const lead = desk.as(await createStaff(desk, { role: 'lead' }))
  const customer = desk.asCustomer(await createCustomer(desk))
  const { id } = (await customer.post('/api/customer/conversations', message('Where is my deposit?'))).body
    .conversation
  const path = `/api/conversations/${id}`
  const read = async () => (await lead.get(path)).body.conversation
  const longest = async (): Promise<string[]> =>
    (await lead.get('/api/conversations?sort=waiting_longest')).body.conversations.map(
      (one: { id: string }) => one.id,
    )
  const { createdAt } = await read()

  desk.clock.advance(600)
  await customer.post(`/api/customer/conversations/${id}/entries`, message('Hello?'))
  await lead.post(`${path}/entries`, { ...message('Waits since this morning.'), kind: 'note' })
  assert.equal((await read()).waitingSince, createdAt)
  assert.deepEqual(await longest(), [id])

  await lead.post(`${path}/entries`, message('It is on its way.'))
  assert.equal((await read()).waitingSince, null)
  assert.deepEqual(await longest(), [])

  await customer.post(`/api/customer/conversations/${id}/entries`, message('And now?'))
  assert.equal((await read()).waitingSince, (await read()).lastEntryAt)
  await lead.patch(path, { status: 'solved' })
  assert.equal((await read()).waitingSince, null)
})

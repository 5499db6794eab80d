// Complexity is set by hand, tells so, and narrows the list.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { testDesk } from '../../../test/harness.ts'

test('a conversation is as complex as somebody says, and found by it', async () => {
  const desk = await testDesk()
  const lead = desk.as(await createStaff(desk, { role: 'lead', name: 'Lea' }))
  const customer = desk.asCustomer(await createCustomer(desk))
  const ids: string[] = []
  for (const body of ['One', 'Two']) {
    const opening = { clientId: randomUUID(), body, live: false }
    ids.push((await customer.post('/api/customer/conversations', opening)).body.conversation.id)
  }
  const [one, two] = ids
  const { body } = await lead.patch(`/api/conversations/${one}`, { complexity: 'complex' })
  assert.equal(body.conversation.complexity, 'complex')
  const found = async (complexity: string) =>
    (await lead.get(`/api/conversations?complexity=${complexity}`)).body.conversations.map(
      ({ id }: { id: string }) => id,
    )
  assert.deepEqual(await found('complex'), [one])
  assert.deepEqual(await found('normal'), [two])
  const { entries } = (await lead.get(`/api/conversations/${one}/entries`)).body
  assert.deepEqual(
    [entries.at(-1).code, entries.at(-1).values],
    ['complexity_changed', { by: 'Lea', complexity: 'complex' }],
  )
  const seen = (await customer.get(`/api/customer/conversations/${one}`)).body.conversation
  assert.equal('complexity' in seen, false)
})

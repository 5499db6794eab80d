// Tags added to many conversations at once leave what each has.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'

let desk: TestDesk
let lead: Person
before(async () => {
  desk = await testDesk()
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
})

async function tagged(tags: string[]): Promise<string> {
  const customer = desk.asCustomer(await createCustomer(desk))
  const opening = { clientId: randomUUID(), body: 'Where is my deposit?' }
  const { id } = (await customer.post('/api/customer/conversations', opening)).body.conversation
  assert.equal((await lead.patch(`/api/conversations/${id}`, { tags })).status, 200)
  return id
}
const read = async (id: string) => (await lead.get(`/api/conversations/${id}`)).body.conversation
const linesOf = async (id: string): Promise<string[]> =>
  (await lead.get(`/api/conversations/${id}/entries`)).body.entries
    .filter((entry: { code?: string }) => entry.code === 'tags_changed')
    .map((entry: { values: { tags: string } }) => entry.values.tags)

describe('tags', () => {
  test('are added and removed in one bulk change, each conversation keeping its own', async () => {
    const ids = [await tagged(['vip']), await tagged(['fees', 'old'])]
    const change = { addTags: ['fees', 'late'], removeTags: ['old'] }
    const { status, body } = await lead.post('/api/conversations/bulk', { ids, change })
    assert.deepEqual([status, body], [200, { changed: ids, refused: [] }])
    assert.deepEqual((await read(ids[0]!)).tags, ['fees', 'late', 'vip'])
    assert.deepEqual((await read(ids[1]!)).tags, ['fees', 'late'])
    assert.deepEqual(await linesOf(ids[1]!), ['fees, old', 'fees, late'])
  })

  test('that change nothing leave no line and no new version', async () => {
    const id = await tagged(['vip'])
    const { version } = await read(id)
    await lead.patch(`/api/conversations/${id}`, { addTags: ['vip'], removeTags: ['never there'] })
    assert.equal((await read(id)).version, version)
    assert.deepEqual(await linesOf(id), ['vip'])
  })

  test('never grow beyond the limit by adding', async () => {
    const id = await tagged(Array.from({ length: 30 }, (_, n) => `tag ${n}`))
    const { status, body } = await lead.patch(`/api/conversations/${id}`, { addTags: ['one more'] })
    assert.deepEqual([status, body.error.fields[0].path], [400, 'addTags'])
    assert.equal((await read(id)).tags.length, 30)
  })
})

// What the desk does by itself is said as the desk's doing; the names of its jobs are for its operators.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createCustomer, createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import { system } from '../../platform/context.ts'
import { change } from './change.ts'

let desk: TestDesk
let robin: Staff
before(async () => {
  desk = await testDesk()
  robin = await createStaff(desk, { name: 'Robin Hale', role: 'lead' })
})

async function opened() {
  const person = desk.asCustomer(await createCustomer(desk))
  const opening = { clientId: randomUUID(), body: 'Where is my deposit?' }
  const { id } = (await person.post('/api/customer/conversations', opening)).body.conversation
  return { person, id }
}
const transcriptOf = async (id: string, locale: string): Promise<string> =>
  (
    await desk
      .as(robin)
      .get(`/api/conversations/${id}/transcript`, { headers: { 'accept-language': locale } })
  ).body

describe('a line about what was done', () => {
  test('by a job names the desk to staff, and no job to anybody', async () => {
    const { person, id } = await opened()
    const byJob = system('routePresent')
    await desk.app.desk.transact(byJob, ctx => change(ctx, id, { assigneeId: robin.id, priority: 'high' }))
    await desk.app.desk.transact(byJob, ctx => change(ctx, id, { status: 'solved' }))
    const theirs = await person.get(`/api/customer/conversations/${id}/entries`)
    assert.ok(theirs.body.entries.some((entry: { code?: string }) => entry.code === 'solved'))
    assert.doesNotMatch(JSON.stringify(theirs.body), /routePresent/)
    const staff = await desk.as(robin).get(`/api/conversations/${id}/entries`)
    assert.doesNotMatch(JSON.stringify(staff.body), /routePresent/)
    assert.match(await transcriptOf(id, 'en'), /The desk assigned this to Robin Hale/)
    assert.match(await transcriptOf(id, 'en'), /The desk set the priority to High/)
    assert.match(await transcriptOf(id, 'zh'), /系统 将会话分配给 Robin Hale/)
  })

  test('to oneself, or to nobody, has words of its own', async () => {
    const { id } = await opened()
    const path = `/api/conversations/${id}`
    await desk.as(robin).patch(path, { assigneeId: robin.id })
    await desk.as(robin).patch(path, { assigneeId: null })
    const english = await transcriptOf(id, 'en')
    assert.match(english, /— Robin Hale took this$/m)
    assert.match(english, /— Robin Hale took the assignment away$/m)
    assert.match(await transcriptOf(id, 'zh'), /— Robin Hale 接手了会话$/m)
  })
})

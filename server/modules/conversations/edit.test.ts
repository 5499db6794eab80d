// What was taken back, or never should have been there, is nowhere any more.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createCustomer, createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'

let desk: TestDesk
let agent: Staff
before(async () => {
  desk = await testDesk()
  agent = await createStaff(desk)
})

const message = (body: string, more = {}) => ({ clientId: randomUUID(), body, ...more })

async function opened() {
  const customer = desk.asCustomer(await createCustomer(desk))
  const { body } = await customer.post('/api/customer/conversations', message('Hello'))
  const path = `/api/conversations/${body.conversation.id}`
  const staff = desk.as(agent)
  return {
    path,
    staff,
    answer: async (body: string, more = {}) =>
      (await staff.post(`${path}/entries`, message(body, more))).body.seq as number,
    previews: async () => {
      const [ours, theirs] = await Promise.all([
        staff.get(path),
        customer.get(path.replace('/api/', '/api/customer/')),
      ])
      return [ours.body.conversation.preview, theirs.body.conversation.preview]
    },
  }
}

describe('an edit', () => {
  test('is what lists show, for both sides, and a deletion after it leaves nothing in them', async () => {
    const { path, staff, answer, previews } = await opened()
    const seq = await answer('Your code is 1234')
    assert.equal(
      (await staff.patch(`${path}/entries/${seq}`, message('Your code is on its way'))).status,
      200,
    )
    assert.deepEqual(await previews(), ['Your code is on its way', 'Your code is on its way'])
    assert.equal((await staff.delete(`${path}/entries/${seq}`)).status, 200)
    assert.deepEqual(await previews(), ['', ''])
  })

  test('of a note that reads like an answer is not shown to the customer', async () => {
    const { path, staff, answer, previews } = await opened()
    await answer('Same words')
    const seq = await answer('Same words', { kind: 'note' })
    await staff.patch(`${path}/entries/${seq}`, message('He is lying'))
    assert.deepEqual(await previews(), ['He is lying', 'Same words'])
  })

  test('keeps to the limits of a message', async () => {
    const { path, staff, answer } = await opened()
    const seq = await answer('Hi')
    const code = async (body: string) =>
      (await staff.patch(`${path}/entries/${seq}`, message(body))).body.error?.code
    assert.equal(await code('  '), 'empty_message')
    assert.equal(await code('x'.repeat(20_001)), 'message_too_long')
    assert.equal(await code('a\0b'), undefined)
    const { entries } = (await staff.get(`${path}/entries`)).body
    assert.equal(entries.find((entry: { seq: number }) => entry.seq === seq).body, 'ab')
  })
})

test('a text with half a character is kept with a sign in its place', async () => {
  const customer = desk.asCustomer(await createCustomer(desk))
  const given = {
    ...message('half \ud83d of it'),
    subject: 'sub\ud800ject',
    page: 'https://a.test/?x=\udfff',
  }
  const { status, body } = await customer.post('/api/customer/conversations', given)
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal(body.entries[0].body, 'half \ufffd of it')
  assert.equal(body.conversation.subject, 'sub\ufffdject')
})

test('one who doesn’t exist costs nobody else the mention', async () => {
  const { path, answer } = await opened()
  const ann = await createStaff(desk)
  const mentions = [randomUUID(), ann.id]
  await answer('@ann look', { kind: 'note', mentions })
  await desk.settle()
  const { conversations } = (await desk.as(ann).get('/api/conversations?view=mentions')).body
  assert.deepEqual(
    conversations.map(({ id }: { id: string }) => id),
    [path.slice('/api/conversations/'.length)],
  )
})

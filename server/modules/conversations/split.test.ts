// Messages that become a conversation of their own: copies with their files, the originals untouched, the customer told.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
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
  saidIn,
  write,
} from './related.fixture.ts'

let desk: TestDesk
let lead: Person
before(async () => {
  desk = await testDesk({ rateFactor: 1_000 })
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
})

const split = (staff: Person, { id }: Case, seqs: number[], more = {}) =>
  staff.post(`/api/conversations/${id}/split`, { clientId: randomUUID(), seqs, ...more })

/** A deposit, and then a card with a file. */
async function mixed() {
  const one = await opened(desk, 'Where is my deposit?')
  const file = { name: 'card.txt', type: 'text/plain', bytes: Buffer.from('card') }
  const { id: fileId } = ok(await one.person.upload('/api/customer/attachments', file))
  const card = { clientId: randomUUID(), body: 'My card is blocked, too.', attachments: [fileId] }
  const { seq } = ok(await one.person.post(`/api/customer/conversations/${one.id}/entries`, card))
  return { one, seq, fileId }
}
const asCase = (one: Case, { id, number }: { id: string; number: number }): Case => ({ ...one, id, number })

describe('splitting', () => {
  test('copies the messages in order, and each side says where the rest is', async () => {
    const { one, seq } = await mixed()
    ok(await write(one, 'It was blocked yesterday.'))
    const { conversation } = ok(await split(lead, one, [seq + 1, seq], { subject: 'Card' }))
    const made = asCase(one, conversation)
    assert.deepEqual(await saidIn(lead, made), ['My card is blocked, too.', 'It was blocked yesterday.'])
    assert.equal((await saidIn(lead, one)).length, 3)
    assert.deepEqual(await linesOf(lead, made), [['split_from', one.number]])
    assert.deepEqual(await linesOf(lead, one), [['split_into', made.number]])
    const { subject, status, customer, waitingSince, unread } = await read(lead, made)
    assert.deepEqual([subject, status, customer.id, unread], ['Card', 'open', one.customer.id, 2])
    assert.ok(waitingSince, 'the customer waits for an answer to it')
    assert.equal((await relatedTo(lead, made)).splitFrom?.number, one.number)
    assert.deepEqual(
      (await relatedTo(lead, one)).splitInto.map(({ number }) => number),
      [made.number],
    )
  })

  test('tells the customer the number, and answers reach them there', async () => {
    const { one, seq } = await mixed()
    const { conversation } = ok(await split(lead, one, [seq]))
    const { entries } = ok(await one.person.get(`/api/customer/conversations/${one.id}/entries`))
    assert.deepEqual([entries.at(-1).code, entries.at(-1).values.number], ['split_into', conversation.number])
    ok(await reply(lead, conversation, 'The card works again.'))
    const theirs = ok(await one.person.get(`/api/customer/conversations/${conversation.id}/entries`))
    assert.equal(
      theirs.entries.findLast((entry: any) => entry.kind === 'message').body,
      'The card works again.',
    )
  })

  test('the same one twice is one', async () => {
    const { one, seq } = await mixed()
    const more = { clientId: randomUUID() }
    const first = ok(await split(lead, one, [seq], more)).conversation
    assert.equal(ok(await split(lead, one, [seq], more)).conversation.id, first.id)
    assert.equal((await linesOf(lead, one)).length, 1)
  })

  test('is refused of what the customer didn’t write, of what is gone, and of what is merged', async () => {
    const { one, seq } = await mixed()
    const answer = ok(await reply(lead, one, 'One moment.'))
    assert.equal((await split(lead, one, [answer.seq])).status, 404)
    assert.equal((await split(lead, one, [seq, 99])).status, 404)
    ok(await lead.delete(`/api/conversations/${one.id}/entries/${seq}`))
    assert.equal((await split(lead, one, [seq])).status, 404)
    const into = await opened(desk, 'Something else.', { customer: one.customer })
    ok(await merge(lead, one, into))
    assert.equal((await split(lead, one, [1])).body.error.code, 'conversation_merged')
  })
})

describe('files of what was split off', () => {
  const linkOf = (person: Person, file: string, prefix = '') =>
    person.get(`/api/${prefix}attachments/${file}/link`)

  test('are seen by those who see the copy, without the original, and by nobody else', async () => {
    const { one, seq, fileId } = await mixed()
    const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
    const team = async () => ok(await admin.post('/api/teams', { name: randomUUID() })).id as string
    const [home, cards] = [await team(), await team()]
    ok(await lead.patch(`/api/conversations/${one.id}`, { teamId: home, assigneeId: null }))
    const { conversation } = ok(await split(lead, one, [seq]))
    ok(await lead.patch(`/api/conversations/${conversation.id}`, { teamId: cards }))
    const ofCards = desk.as(await createStaff(desk, { teamIds: [cards] }))
    assert.equal((await ofCards.get(`/api/conversations/${one.id}`)).status, 404)
    ok(await linkOf(ofCards, fileId))
    assert.equal((await linkOf(desk.as(await createStaff(desk)), fileId)).status, 404)
    ok(await linkOf(one.person, fileId, 'customer/'))
    const stranger = await opened(desk, 'Hello')
    assert.equal((await linkOf(stranger.person, fileId, 'customer/')).status, 404)
  })

  test('stay with the original when the copy is deleted, and go with the original', async () => {
    const { one, seq, fileId } = await mixed()
    const { conversation } = ok(await split(lead, one, [seq]))
    const made = asCase(one, conversation)
    const copy = (await entriesOf(lead, made)).find(entry => entry.kind === 'message')!
    ok(await lead.delete(`/api/conversations/${made.id}/entries/${copy.seq}`))
    ok(await linkOf(lead, fileId))
    ok(await lead.delete(`/api/conversations/${one.id}/entries/${seq}`))
    assert.equal((await linkOf(lead, fileId)).status, 404)
  })
})

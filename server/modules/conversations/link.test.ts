// Linked conversations lead to each other, for those who may see them, and show nothing to those who may not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { type Case, entriesOf, linesOf, ok, opened, relatedTo } from './related.fixture.ts'

let desk: TestDesk
let lead: Person
before(async () => {
  desk = await testDesk({ rateFactor: 1_000 })
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
})

const link = (staff: Person, one: Case, other: Case) =>
  staff.post(`/api/conversations/${one.id}/links`, { number: other.number })
const unlink = (staff: Person, one: Case, other: Case) =>
  staff.delete(`/api/conversations/${one.id}/links/${other.number}`)
const linkedTo = async (staff: Person, one: Case) =>
  (await relatedTo(staff, one)).links.map(({ number, conversation }) => [number, conversation?.id ?? null])

describe('a link', () => {
  test('leads both ways, whoever the two are with, and is made once', async () => {
    const [one, other] = [await opened(desk, 'Hello'), await opened(desk, 'Hello')]
    ok(await link(lead, one, other))
    ok(await link(lead, other, one))
    assert.deepEqual(await linkedTo(lead, one), [[other.number, other.id]])
    assert.deepEqual(await linkedTo(lead, other), [[one.number, one.id]])
    assert.deepEqual(await linesOf(lead, one), [['linked', other.number]])
    assert.deepEqual(await linesOf(lead, other), [['linked', one.number]])
  })

  test('is taken away from both sides, from either', async () => {
    const [one, other] = [await opened(desk, 'Hello'), await opened(desk, 'Hello')]
    ok(await link(lead, one, other))
    ok(await unlink(lead, other, one))
    ok(await unlink(lead, other, one))
    assert.deepEqual([await linkedTo(lead, one), await linkedTo(lead, other)], [[], []])
    assert.deepEqual(
      (await linesOf(lead, one)).map(([code]) => code),
      ['linked', 'unlinked'],
    )
  })

  test('is nothing that the customer sees', async () => {
    const [one, other] = [await opened(desk, 'Hello'), await opened(desk, 'Hello')]
    ok(await link(lead, one, other))
    const { entries } = ok(await one.person.get(`/api/customer/conversations/${one.id}/entries`))
    assert.deepEqual(
      entries.map(({ kind }: { kind: string }) => kind),
      ['message', 'hidden'],
    )
    assert.ok(!JSON.stringify(entries).includes(String(other.number)))
  })

  test('shows of a conversation that isn’t the reader’s the number alone, and they can’t make or remove it', async () => {
    const [one, other] = [await opened(desk, 'Hello'), await opened(desk, 'The secret harbour')]
    const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
    const { id: teamId } = ok(await admin.post('/api/teams', { name: randomUUID() }))
    ok(await lead.patch(`/api/conversations/${other.id}`, { teamId }))
    const agent = desk.as(await createStaff(desk))
    assert.equal((await link(agent, one, other)).status, 404)
    ok(await link(lead, one, other))
    assert.deepEqual(await linkedTo(agent, one), [[other.number, null]])
    const answer = JSON.stringify(ok(await agent.get(`/api/conversations/${one.id}/related`)))
    assert.ok(!answer.includes('harbour'))
    assert.equal((await agent.get(`/api/conversations/${other.id}/related`)).status, 404)
    assert.equal((await unlink(agent, one, other)).status, 404)
    assert.equal((await entriesOf(lead, one)).length, 2)
  })

  test('to itself, or to what isn’t there, is refused', async () => {
    const one = await opened(desk, 'Hello')
    assert.equal((await link(lead, one, one)).status, 400)
    assert.equal((await link(lead, one, { ...one, number: 999_999_999 })).status, 404)
    assert.deepEqual(await linesOf(lead, one), [])
  })
})

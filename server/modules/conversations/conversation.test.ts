// The main job over HTTP: a customer writes, waits, is answered; nothing is lost or doubled, and each sees what is theirs.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createCustomer, createStaff, type Staff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'

const phrase = 'abandon ability able about above absent absorb abstract absurd abuse access accident'

let desk: TestDesk
let agent: Staff
before(async () => {
  desk = await testDesk()
  agent = await createStaff(desk)
})

const message = (body: string) => ({ clientId: randomUUID(), body })
const customer = async (given = {}): Promise<Person> => desk.asCustomer(await createCustomer(desk, given))
async function open(person: Person, given: object = {}) {
  const { status, body } = await person.post('/api/customer/conversations', {
    ...message('Where is my deposit?'),
    ...given,
  })
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const onDuty = (available: boolean, capacity = 5) =>
  desk.as(agent).put('/api/presence/me', { available, capacity })

describe('a conversation', () => {
  test('goes on asynchronously at once when nobody is on duty, and says so', async () => {
    const { conversation, entries } = await open(await customer())
    assert.equal(conversation.status, 'open')
    assert.equal(conversation.live, false)
    assert.deepEqual(
      entries.map((entry: { seq: number; kind: string }) => [entry.seq, entry.kind]),
      [
        [1, 'message'],
        [2, 'line'],
      ],
    )
    assert.equal(entries[1].code, 'no_agent')
  })

  test('waits in line in order, then goes to the agent who has room', async () => {
    await onDuty(true, 1)
    const [first, second] = [await customer(), await customer()]
    const one = await open(first)
    const two = await open(second)
    assert.equal(one.conversation.status, 'queued')
    assert.equal(one.conversation.position, 1)
    assert.equal(two.conversation.position, 2)
    await desk.settle()
    const taken = await first.get(`/api/customer/conversations/${one.conversation.id}`)
    assert.equal(taken.body.conversation.status, 'open')
    assert.equal(taken.body.conversation.agent.name, agent.name)
    const waiting = await second.get(`/api/customer/conversations/${two.conversation.id}`)
    assert.equal(waiting.body.conversation.position, 1)
    await desk.as(agent).patch(`/api/conversations/${one.conversation.id}`, { status: 'solved' })
    await desk.settle()
    const next = await second.get(`/api/customer/conversations/${two.conversation.id}`)
    assert.equal(next.body.conversation.status, 'open')
    await desk.as(agent).patch(`/api/conversations/${two.conversation.id}`, { status: 'solved' })
    await onDuty(false)
    await desk.settle()
  })

  test('numbers every entry without gaps, hides notes from the customer, and gives the same entry for the same client id', async () => {
    const person = await customer()
    const { conversation } = await open(person)
    const path = `/api/conversations/${conversation.id}/entries`
    const answer = { ...message('On its way.'), kind: 'message' }
    const first = await desk.as(agent).post(path, answer)
    const again = await desk.as(agent).post(path, answer)
    assert.equal(first.status, 200, JSON.stringify(first.body))
    assert.equal(again.body.seq, first.body.seq)
    await desk.as(agent).post(path, { ...message('Looks like a chain delay'), kind: 'note' })
    const theirs = (await person.get(`/api/customer/conversations/${conversation.id}/entries`)).body.entries
    const ours = (await desk.as(agent).get(path)).body.entries
    const seqs = (entries: { seq: number }[]) => entries.map(entry => entry.seq)
    assert.deepEqual(seqs(theirs), seqs(ours))
    assert.deepEqual(
      seqs(ours),
      ours.map((_: unknown, index: number) => index + 1),
    )
    assert.equal(ours.filter((entry: { kind: string }) => entry.kind === 'message').length, 2)
    assert.equal(JSON.stringify(theirs).includes('chain delay'), false)
    assert.equal(theirs.at(-1).kind, 'hidden')
  })

  test('never stores a seed phrase, and tells both sides', async () => {
    const person = await customer()
    const { conversation, entries } = await open(person, { body: `my wallet: ${phrase} help` })
    assert.equal(JSON.stringify(entries).includes('absent'), false)
    assert.ok(entries.some((entry: { code?: string }) => entry.code === 'secret_removed'))
    const { rows } = await desk.pool.query('select body from entries where conversation_id = $1', [
      conversation.id,
    ])
    assert.equal(
      rows.some(row => row.body.includes('absorb')),
      false,
    )
  })

  test('is reopened by the customer after it was solved, not after it was closed', async () => {
    const person = await customer()
    const { conversation } = await open(person)
    const path = `/api/customer/conversations/${conversation.id}/entries`
    await desk.as(agent).patch(`/api/conversations/${conversation.id}`, { status: 'solved' })
    await person.post(path, message('Still missing'))
    const reopened = await person.get(`/api/customer/conversations/${conversation.id}`)
    assert.equal(reopened.body.conversation.status, 'open')
    await desk.as(agent).patch(`/api/conversations/${conversation.id}`, { status: 'closed' })
    const refused = await person.post(path, message('Hello?'))
    assert.equal(refused.status, 409)
    assert.equal(refused.body.error.code, 'conversation_closed')
  })

  test('refuses a change made on a stale state, and an answer when a colleague answered meanwhile', async () => {
    const { conversation } = await open(await customer())
    const colleague = await createStaff(desk)
    const path = `/api/conversations/${conversation.id}`
    const seen = (await desk.as(agent).get(path)).body.conversation
    await desk.as(colleague).patch(path, { priority: 'high' })
    const stale = await desk.as(agent).patch(path, { version: seen.version, priority: 'low' })
    assert.equal(stale.body.error.code, 'stale_version')
    await desk.as(colleague).post(`${path}/entries`, message('I have it'))
    const late = await desk.as(agent).post(`${path}/entries`, { ...message('Me too'), seen: seen.seq })
    assert.equal(late.body.error.code, 'answered_meanwhile')
  })

  test('edits and deletions are entries, and a deletion wipes the text everywhere', async () => {
    const person = await customer()
    const { conversation } = await open(person)
    const path = `/api/conversations/${conversation.id}/entries`
    const { body } = await desk.as(agent).post(path, message('Your code is 1234'))
    const edited = await desk.as(agent).patch(`${path}/${body.seq}`, message('Your code is secret'))
    assert.equal(edited.status, 200, JSON.stringify(edited.body))
    const deleted = await desk.as(agent).delete(`${path}/${body.seq}`)
    assert.equal(deleted.status, 200, JSON.stringify(deleted.body))
    await desk.settle()
    const { rows } = await desk.pool.query(
      `select (select count(*) from entries where body like '%Your code%')
        + (select count(*) from entry_versions where body like '%Your code%') as left`,
    )
    assert.equal(rows[0].left, 0)
    const theirs = (await person.get(`/api/customer/conversations/${conversation.id}/entries`)).body.entries
    assert.deepEqual(
      theirs.slice(-2).map((entry: { kind: string }) => entry.kind),
      ['edit', 'deletion'],
    )
  })

  test('is found by what was said, in Chinese and in English, once its terms are indexed', async () => {
    const lead = await createStaff(desk, { role: 'lead' })
    const { conversation } = await open(await customer(), {
      body: '提币一直没到账 USDT TRC20 withdrawal stuck',
    })
    await desk.settle()
    for (const q of ['没到账', 'withdrawals', 'usdt 提币']) {
      const { body } = await desk.as(lead).get(`/api/search?q=${encodeURIComponent(q)}`)
      assert.equal(body.hits?.[0]?.conversation.id, conversation.id, q)
    }
  })

  test('is found at once, before its terms are indexed', async () => {
    const lead = await createStaff(desk, { role: 'lead' })
    const { conversation } = await open(await customer(), { body: '刚刚提交的工单 zanzibar' })
    const { body } = await desk.as(lead).get('/api/search?q=zanzibar')
    assert.equal(body.hits[0]?.conversation.id, conversation.id)
  })

  test('counts and lists agree with the rows after every kind of move', async () => {
    const lead = await createStaff(desk, { role: 'lead' })
    const { conversation } = await open(await customer())
    await desk.as(lead).patch(`/api/conversations/${conversation.id}`, {
      assigneeId: lead.id,
      priority: 'urgent',
      tags: ['vip'],
    })
    await desk.settle()
    const counts = (await desk.as(lead).get('/api/conversations/counts')).body
    const mine = (await desk.as(lead).get('/api/conversations?view=mine')).body.conversations
    const all = (await desk.as(lead).get('/api/conversations?limit=100')).body.conversations
    const unassigned = (await desk.as(lead).get('/api/conversations?view=unassigned&limit=100')).body
      .conversations
    assert.equal(counts.mine, mine.length)
    assert.equal(counts.mine, 1)
    assert.equal(counts.all, all.length)
    assert.equal(counts.unassigned, unassigned.length)
    const byTag = (await desk.as(lead).get('/api/conversations?tag=vip&sort=priority')).body.conversations
    assert.deepEqual(
      byTag.map((one: { id: string }) => one.id),
      [conversation.id],
    )
  })

  test('pages through the inbox without gap or repeat in every order', async () => {
    const lead = await createStaff(desk, { role: 'lead' })
    for (let n = 0; n < 7; n++) await open(await customer())
    const expected = (await desk.as(lead).get('/api/conversations?limit=100')).body.conversations.length
    for (const sort of ['newest', 'oldest', 'priority']) {
      const seen: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const cursor: string = next && `&cursor=${next}`
        const { status, body }: { status: number; body: any } = await desk
          .as(lead)
          .get(`/api/conversations?limit=3&sort=${sort}${cursor}`)
        assert.equal(status, 200, JSON.stringify(body))
        seen.push(...body.conversations.map((one: { id: string }) => one.id))
        next = body.next
      }
      assert.equal(new Set(seen).size, seen.length, sort)
      assert.equal(seen.length, expected, sort)
    }
  })

  test('answers every limit with a code', async () => {
    const person = await customer()
    const { conversation } = await open(person)
    const path = `/api/customer/conversations/${conversation.id}/entries`
    const codes = async (body: object) => (await person.post(path, body)).body.error.code
    assert.equal(await codes(message('   ')), 'empty_message')
    assert.equal(await codes(message('x'.repeat(100_000))), 'message_too_long')
    assert.equal(await codes({ clientId: 'no', body: 'hi' }), 'invalid_input')
    assert.equal(await codes({ ...message('hi'), attachments: [randomUUID()] }), 'not_found')
    const stranger = await customer()
    for (const sent of [await stranger.get(path), await stranger.post(path, message('hi'))]) {
      assert.equal(sent.body.error.code, 'not_found')
    }
  })

  test('comes back from a snooze when the desk’s clock says so', async () => {
    const { conversation } = await open(await customer())
    const path = `/api/conversations/${conversation.id}`
    const until = new Date(desk.clock().getTime() + 3_600_000).toISOString()
    const snoozed = await desk.as(agent).patch(path, { status: 'snoozed', snoozedUntil: until })
    assert.equal(snoozed.body.conversation?.status, 'snoozed', JSON.stringify(snoozed.body))
    desk.clock.advance(3_601)
    await desk.settle()
    assert.equal((await desk.as(agent).get(path)).body.conversation.status, 'open')
  })
})

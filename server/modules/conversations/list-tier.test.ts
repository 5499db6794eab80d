// The inbox by what the exchange calls its customers.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { exchange } from '../customers/identity.fixture.ts'
import { ok, opened } from './related.fixture.ts'

let desk: TestDesk
let lead: Person
let sign: Awaited<ReturnType<typeof exchange>>['sign']
before(async () => {
  desk = await testDesk({ rateFactor: 1_000 })
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
  sign = (await exchange(desk)).sign
})

/** A customer of this tier opens a conversation; gives its id. */
async function openedIn(tier: string | undefined, sub: string = randomUUID()): Promise<string> {
  const identity = await sign({ sub, ...(tier && { tier }) })
  const { token } = ok(await desk.nobody.post('/api/customer/session', { identity }))
  const headers = { authorization: `Bearer ${token}` }
  const opening = { clientId: randomUUID(), body: 'Where is my deposit?', live: false }
  return ok(await desk.nobody.post('/api/customer/conversations', opening, { headers })).conversation.id
}

const listed = async (staff: Person, query: string): Promise<string[]> =>
  ok(await staff.get(`/api/conversations?${query}`)).conversations.map(({ id }: { id: string }) => id)

test('holds the conversations of a tier, in every order, page by page, beside other filters', async () => {
  const stranger = await opened(desk, 'Hello')
  const [first, silver, second] = [await openedIn('gold'), await openedIn('silver'), await openedIn('gold')]
  assert.deepEqual(new Set(await listed(lead, 'tier=gold')), new Set([first, second]))
  for (const sort of ['newest', 'oldest', 'waiting_longest', 'priority', 'due_next']) {
    const found = await listed(lead, `tier=gold&sort=${sort}`)
    assert.ok(!found.includes(silver) && !found.includes(stranger.id), sort)
  }
  const page = ok(await lead.get('/api/conversations?tier=gold&limit=1'))
  const rest = await listed(lead, `tier=gold&limit=1&cursor=${page.next}`)
  assert.deepEqual(new Set([page.conversations[0].id, ...rest]), new Set([first, second]))
  ok(await lead.patch(`/api/conversations/${first}`, { complexity: 'complex' }))
  assert.deepEqual(await listed(lead, 'tier=gold&complexity=complex'), [first])
  assert.deepEqual(await listed(lead, 'tier=gold&status=solved'), [])
  assert.deepEqual(await listed(lead, 'tier=nobody'), [])
})

test('goes by the tier that the customer has now', async () => {
  const sub = randomUUID()
  const id = await openedIn('bronze', sub)
  assert.deepEqual(await listed(lead, 'tier=bronze'), [id])
  await openedIn('iron', sub)
  assert.deepEqual(await listed(lead, 'tier=bronze'), [])
  assert.ok((await listed(lead, 'tier=iron')).includes(id))
})

test('shows nothing that the reader may not see, and customers not even which tiers there are', async () => {
  const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
  const team = ok(await admin.post('/api/teams', { name: 'Away' })).id
  const id = await openedIn('platinum')
  ok(await admin.patch(`/api/conversations/${id}`, { teamId: team }))
  const agent = desk.as(await createStaff(desk))
  assert.deepEqual(await listed(agent, 'tier=platinum'), [])
  assert.deepEqual(await listed(admin, 'tier=platinum'), [id])
  assert.equal((await desk.nobody.get('/api/tiers')).status, 401)
})

test('can be asked for the tiers that there are, each once', async () => {
  await openedIn('VIP')
  await openedIn('VIP')
  await openedIn(undefined)
  const { tiers } = ok(await lead.get('/api/tiers'))
  assert.equal(new Set(tiers).size, tiers.length)
  assert.ok(tiers.includes('VIP') && !tiers.includes(null))
})

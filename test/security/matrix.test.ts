// V18: every route × everybody × ids of others, made from the list of routes, so that none can be forgotten.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import type { Permission } from '../../contract/permissions.ts'
import type { Route } from '../../server/platform/routes.ts'
import { routes } from '../../server/routes.ts'
import type { Reply } from '../person.ts'
import { assemble, type Cast, message, type Persona, textFile, words } from './cast.ts'
import { contentsOf } from './contents.ts'
import { type Request, requests } from './requests.ts'

const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`
const guarded = routes.filter(route => route.allow !== 'public')

let cast: Cast
before(async () => {
  cast = await assemble()
  // Everybody has been here once, so that nothing is noted about them later.
  for (const { person } of cast.personas) await person.get('/api/staff')
})

test('the table knows every route, and no other', () => {
  assert.deepEqual(Object.keys(requests).sort(), routes.map(nameOf).sort())
  for (const { method, path } of routes) {
    const { id, of } = requests[nameOf({ method, path })]!
    assert.equal(path.includes('{id}'), id !== undefined && of !== undefined, `${method} ${path}: whose id?`)
  }
})

const isAllowed = ({ allow }: Route, { kind, permissions }: Persona) =>
  allow === 'staff' || allow === 'customer' ? kind === allow : permissions.has(allow as Permission)

/** A conversation is found by those of its team or by who may read all; a colleague's session by nobody else. */
const isForeign = ({ id, of }: Request, persona: Persona) =>
  of === 'somebody' && (id === 'session' || id === 'bulkReply' || persona.foreign)

function ask(route: Route, persona: Persona, id = '', seq = String(cast.things.seq)): Promise<Reply> {
  const { query = '', body } = requests[nameOf(route)]!
  const path =
    route.path
      .replace('{id}', id)
      .replace('{seq}', seq)
      .replace('{number}', '1001')
      .replace('{locale}', 'en') + query
  if (route.upload) return persona.person.upload(path, textFile('x.txt'))
  const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
  return method === 'get' ? persona.person.get(path) : persona.person[method](path, body?.(cast.things))
}

/** The answer but for what is different each time. */
const face = ({ status, body }: Reply) => {
  const { requestId: _, ...error } = body.error ?? {}
  return { status, error }
}

const say = (route: Route, { name }: Persona, what: string, reply: Reply) =>
  `${name}: ${nameOf(route)} ${what} gave ${reply.status} ${JSON.stringify(reply.body).slice(0, 200)}`

async function unchangedBy(work: () => Promise<void>): Promise<void> {
  const contents = await contentsOf(cast.desk.pool)
  await work()
  assert.deepEqual(await contentsOf(cast.desk.pool), contents)
}

const idsFor = ({ id }: Request) => (id ? [String(cast.things[id]), randomUUID(), 'malformed'] : [''])

describe('V18', () => {
  test('who may not use a route gets nowhere, whatever the id', () =>
    unchangedBy(async () => {
      for (const persona of cast.personas) {
        for (const route of guarded.filter(one => !isAllowed(one, persona))) {
          for (const id of idsFor(requests[nameOf(route)]!)) {
            const reply = await ask(route, persona, id)
            const expected = persona.kind === 'nobody' ? [401, 'not_signed_in'] : [403, 'forbidden']
            assert.deepEqual([reply.status, reply.body.error?.code], expected, say(route, persona, id, reply))
          }
        }
      }
    }))

  test('what is somebody else’s looks like what doesn’t exist', () =>
    unchangedBy(async () => {
      let tried = 0
      for (const persona of cast.personas) {
        for (const route of guarded.filter(one => isAllowed(one, persona))) {
          const request = requests[nameOf(route)]!
          if (!isForeign(request, persona)) continue
          const foreign = await ask(route, persona, String(cast.things[request.id!]))
          const unknown = await ask(route, persona, randomUUID())
          assert.equal(foreign.status, 404, say(route, persona, 'of somebody else', foreign))
          assert.deepEqual(face(foreign), face(unknown), say(route, persona, 'unknown', unknown))
          tried++
        }
      }
      assert.ok(tried > 50, `only ${tried} were tried`)
    }))

  test('unknown and malformed ids are refused to everybody', () =>
    unchangedBy(async () => {
      for (const persona of cast.personas) {
        for (const route of guarded.filter(one => one.path.includes('{id}') && isAllowed(one, persona))) {
          const unknown = await ask(route, persona, randomUUID())
          assert.equal(unknown.status, 404, say(route, persona, 'unknown', unknown))
          for (const id of ['malformed', '..%2f..', '%00', `${randomUUID()}'`, '*', '__proto__']) {
            const reply = await ask(route, persona, id)
            assert.ok([400, 404].includes(reply.status), say(route, persona, id, reply))
          }
        }
      }
    }))

  test('an entry is reached through its own conversation alone, and changed by its author alone', () =>
    unchangedBy(async () => {
      const ofEntries = guarded.filter(one => one.path.includes('{seq}'))
      assert.ok(ofEntries.length >= 2)
      for (const persona of cast.personas) {
        for (const route of ofEntries.filter(one => isAllowed(one, persona))) {
          for (const seq of ['999', '2147483648', '0', '-1', '1.5', 'x']) {
            const reply = await ask(route, persona, cast.things.conversation, seq)
            assert.ok([400, 404].includes(reply.status), say(route, persona, seq, reply))
          }
          if (route.method !== 'PATCH') continue
          const reply = await ask(route, persona, cast.things.conversation)
          assert.equal(
            reply.status,
            persona.foreign ? 404 : 403,
            say(route, persona, 'of a colleague', reply),
          )
        }
      }
    }))

  test('ids in bodies are checked like ids in paths', () =>
    unchangedBy(async () => {
      const { admin, things, agent, owner, personas } = cast
      const stranger = personas.find(({ name }) => name === 'another customer')!.person
      const [own, no] = [`/api/conversations/${things.conversation}`, randomUUID()]
      const entry = (more: object) => message('Hello', more)
      const refused = [
        await admin.patch(own, { assigneeId: no }),
        await admin.patch(own, { teamId: no }),
        await admin.put(`/api/teams/${things.team}/members`, { memberIds: [owner.id, no] }),
        await admin.post('/api/invitations', { email: 'b@desk.test', role: 'agent', teamIds: [no] }),
        await admin.patch(`/api/staff/${owner.id}`, { teamIds: [no] }),
        await admin.post('/api/canned-replies', { shortcut: 'y', title: 'Y', body: 'Y', teamId: no }),
        await agent.post(`${own}/entries`, entry({ attachments: [no] })),
        // V16: sent once already, and by somebody else.
        await agent.post(`${own}/entries`, entry({ attachments: [things.attachment] })),
        await stranger.post('/api/customer/conversations', entry({ attachments: [things.attachment] })),
        await stranger.post('/api/customer/conversations', entry({ attachments: [no] })),
      ]
      assert.deepEqual(
        refused.map(({ status, body }) => [status, body.error?.code]),
        refused.map(() => [404, 'not_found']),
      )
    }))

  test('many at once are refused one by one', () =>
    unchangedBy(async () => {
      const route = routes.find(one => one.path === '/api/conversations/bulk')!
      for (const persona of cast.personas.filter(one => isAllowed(route, one) && one.foreign)) {
        const { body } = await ask(route, persona)
        assert.deepEqual(body.changed, [], persona.name)
        assert.deepEqual(
          body.refused.map(({ code }: { code: string }) => code),
          ['not_found', 'not_found'],
        )
      }
    }))

  test('no list, search, count or answer holds a word of what isn’t theirs', async () => {
    const { things } = cast
    for (const persona of cast.personas.filter(one => one.foreign)) {
      const reads = guarded.filter(
        one => one.method === 'GET' && !one.path.includes('{') && isAllowed(one, persona),
      )
      const answers = await Promise.all([
        ...reads.map(route => ask(route, persona)),
        persona.person.get('/api/search?q=quince'),
        persona.person.get('/api/search?q=lighthouse'),
        persona.person.get('/api/search?q=semaphore'),
        persona.person.get('/api/conversations?view=all&status=open'),
        persona.person.get(`/api/conversations?teamId=${things.team}`),
      ])
      const text = JSON.stringify(answers.map(({ status, body }) => (status === 200 ? body : null)))
      const told = [...Object.values(words), things.conversation, things.attachment, 'Welcome home']
      for (const secret of told) assert.ok(!text.includes(secret), `${persona.name} was told ${secret}`)
      const counts = answers[reads.findIndex(one => one.path.endsWith('/counts'))]
      if (counts?.status === 200) assert.equal(counts.body.all, 0, persona.name)
    }
  })

  test('public routes answer every kind of nonsense with a code', async () => {
    const nonsense = [
      undefined,
      {},
      { token: 'x'.repeat(200) },
      { email: ['a'] },
      [],
      'null',
      { email: '\0' },
    ]
    for (const route of routes.filter(one => one.allow === 'public' && one.method !== 'GET')) {
      for (const body of nonsense) {
        const method = route.method.toLowerCase() as 'post'
        const reply = await cast.desk.nobody[method](route.path, body)
        assert.ok(reply.status < 500, `${nameOf(route)} ${JSON.stringify(body)} gave ${reply.status}`)
      }
    }
  })

  test('V35 a visitor’s token of own making opens nothing', async () => {
    for (const token of ['blst_visit_AAAA', 'blst_cust_AAAA', cast.things.session, 'null', '{}']) {
      const headers = { authorization: `Bearer ${token}` }
      for (const route of guarded.filter(one => one.allow === 'customer' && one.method === 'GET')) {
        const reply = await cast.desk.nobody.get(route.path.replace('{id}', cast.things.conversation), {
          headers,
        })
        assert.equal(reply.status, 401, `${nameOf(route)} with ${token}`)
      }
    }
    const made = await cast.desk.nobody.post('/api/customer/session', { visitorToken: 'blst_visit_AAAA' })
    assert.notEqual(made.body.customer.id, cast.victim.id)
    assert.notEqual(made.body.token, 'blst_visit_AAAA')
  })

  test('V34 no answer is kept by a browser or a proxy on the way, whatever it says', async () => {
    for (const persona of cast.personas) {
      for (const route of routes.filter(one => one.method === 'GET')) {
        const { id } = requests[nameOf(route)]!
        const reply = await ask(route, persona, id ? String(cast.things[id]) : '')
        assert.match(String(reply.headers['cache-control']), /no-store/, say(route, persona, '', reply))
        assert.equal(reply.headers['x-content-type-options'], 'nosniff', nameOf(route))
      }
    }
  })
})

// V20: live, too, everybody sees what is theirs alone, and no longer than it is.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { createCustomer, createStaff } from '../factories.ts'
import { testDesk } from '../harness.ts'
import { assemble, type Cast, message, ok, words } from './cast.ts'
import { connect, eventually, type Line, open } from './line.ts'

let cast: Cast
let addresses: string[]
let room: string
before(async () => {
  cast = await assemble()
  const other = await testDesk({ beside: cast.desk, rateFactor: 10_000 })
  addresses = [await cast.desk.listen(), await other.listen()]
  room = `conversation:${cast.things.conversation}`
})

const sinceMs = (from: number) => performance.now() - from
const answer = async (body: string): Promise<number> =>
  ok(await cast.agent.post(`/api/conversations/${cast.things.conversation}/entries`, message(body))).seq

/** Joins a room and tells whether that was granted. */
async function joins(line: Line, name: string): Promise<boolean> {
  const seen = line.frames.length
  line.send({ type: 'join', room: name })
  await eventually(
    () =>
      line.frames
        .slice(seen)
        .some(({ type, room: one }) => (type === 'joined' || type === 'left') && one === name),
    `an answer about ${name}`,
  )
  return line.frames.slice(seen).some(({ type, room: one }) => type === 'joined' && one === name)
}

test('V20 nobody joins the room of a conversation that isn’t theirs, by whatever name', async () => {
  const { conversation } = cast.things
  const rooms = [
    room,
    `conversation:${conversation.toUpperCase()}`,
    `conversation:${conversation}:x`,
    `conversation:${conversation} `,
    `conversation:${randomUUID()}`,
    'conversation:*',
    'conversation:%',
    'conversation:',
    'conversation',
    '*',
    '',
    'constructor:x',
    '__proto__:x',
    'rooms:x',
    'desk:x:y',
  ]
  for (const persona of cast.personas.filter(
    ({ kind, foreign }) => foreign && kind !== 'nobody' && kind !== 'key',
  )) {
    const line = await connect(addresses[0]!, persona.person)
    for (const name of rooms) assert.equal(await joins(line, name), false, `${persona.name}: ${name}`)
    if (persona.kind === 'customer') assert.equal(await joins(line, 'inbox'), false, persona.name)
    if (persona.name === 'editor') assert.equal(await joins(line, 'inbox'), false, persona.name)
    for (const frame of [
      { type: 'typing', conversationId: conversation, typing: true },
      { type: 'looking', conversationId: conversation, looking: true },
      { type: 'read', conversationId: conversation, seq: 1 },
      { type: 'append', conversationId: conversation, entry: message('Let me in') },
    ])
      line.send(frame)
    line.send({ type: 'ping' })
    await line.got(({ type }) => type === 'pong')
    await line.got(({ type, code, clientId }) => type === 'refused' && code === 'not_found' && clientId)
    assert.ok(!line.heard().includes(words.said))
    line.socket.close()
  }
})

test('V20 by the stream of events, it is the same', async () => {
  for (const persona of cast.personas.filter(({ foreign, kind }) => foreign && kind !== 'nobody')) {
    const headers = { ...(await persona.person.headers()), 'content-type': 'application/json' }
    const body = JSON.stringify({ rooms: [room, 'conversation:*'] })
    const stream = await fetch(`${addresses[0]}/api/realtime/stream`, { method: 'POST', headers, body })
    if (persona.kind === 'key') {
      assert.equal(stream.status, 401)
      continue
    }
    let heard = ''
    for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
      heard += chunk
      if (heard.split('"type":"left"').length > 2) break
    }
    assert.ok(!heard.includes('"type":"joined"'), persona.name)
  }
})

test('V22 by the stream of events, no foreign page uses a cookie', async () => {
  const { cookie = '' } = await cast.agent.headers()
  const headers = { cookie, origin: 'https://evil.example', 'content-type': 'application/json' }
  const answer = await fetch(`${addresses[0]}/api/realtime/stream`, {
    method: 'POST',
    headers,
    body: '{"rooms":[]}',
  })
  assert.deepEqual([answer.status, ((await answer.json()) as any).error.code], [403, 'origin_not_allowed'])
})

/** A colleague of the team on each node, in the room. */
async function insiders() {
  const { desk, admin, things } = cast
  const colleague = await createStaff(desk, { teamIds: [things.team] })
  const lines = await Promise.all(addresses.map(address => connect(address, desk.as(colleague))))
  for (const line of lines) assert.equal(await joins(line, room), true)
  const shownOut = async (work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    await Promise.all(
      lines.map(line =>
        line.got(({ type, room: one, code }) => type === 'left' && one === room && code === 'not_found'),
      ),
    )
    assert.ok(sinceMs(from) < 2_000, `took ${sinceMs(from)} ms`)
    const heard = lines.map(line => line.frames.filter(({ type }) => type === 'entries').length)
    const watcher = await connect(addresses[1]!, admin)
    assert.equal(await joins(watcher, room), true)
    const seq = await answer('Said afterwards')
    await watcher.got(
      ({ type, entries }) => type === 'entries' && entries.some((one: any) => one.seq === seq),
    )
    for (const line of lines) {
      line.send({ type: 'ping' })
      await line.got(({ type }) => type === 'pong')
    }
    assert.deepEqual(
      lines.map(line => line.frames.filter(({ type }) => type === 'entries').length),
      heard,
    )
    for (const line of [watcher, ...lines]) line.socket.close()
  }
  return { colleague, shownOut }
}

test('V20 who leaves the team hears no more within two seconds, on every node', async () => {
  const { shownOut } = await insiders()
  const members = { memberIds: [cast.owner.id] }
  await shownOut(async () => ok(await cast.admin.put(`/api/teams/${cast.things.team}/members`, members)))
})

test('V20 when the conversation moves to another team, those of the old one hear no more', async () => {
  const { shownOut } = await insiders()
  const path = `/api/conversations/${cast.things.conversation}`
  const { id: teamId } = ok(await cast.admin.post('/api/teams', { name: 'Elsewhere' }))
  await shownOut(async () => ok(await cast.admin.patch(path, { teamId })))
  ok(await cast.admin.patch(path, { teamId: cast.things.team }))
})

test('V20 who saw it as its assignee alone hears no more once it is somebody else’s', async () => {
  const { desk, admin, things, owner } = cast
  const path = `/api/conversations/${things.conversation}`
  const deputy = await createStaff(desk)
  ok(await admin.patch(path, { assigneeId: deputy.id }))
  const line = await connect(addresses[1]!, desk.as(deputy))
  assert.equal(await joins(line, room), true)
  const from = performance.now()
  ok(await admin.patch(path, { assigneeId: owner.id }))
  await line.got(({ type, code }) => type === 'left' && code === 'not_found')
  assert.ok(sinceMs(from) < 2_000)
})

test('a customer’s frames hold no note, no address of staff, nothing of how the desk sorts its work', async () => {
  const { desk, victim, owner, agent, admin, things } = cast
  const line = await connect(addresses[0]!, desk.asCustomer(victim))
  assert.equal(await joins(line, room), true)
  const path = `/api/conversations/${things.conversation}`
  ok(await agent.post(`${path}/entries`, message('the quince again', { kind: 'note', mentions: [owner.id] })))
  const question = message('the walnut again', { teamId: things.team, subject: 'Semaphore' })
  ok(await agent.post(`${path}/sides`, question))
  ok(await admin.patch(path, { priority: 'urgent', tags: ['troublemaker'], status: 'on_hold' }))
  const compliance = cast.personas.find(({ name }) => name === 'compliance')!.person
  const reader = await connect(addresses[0]!, compliance)
  assert.equal(await joins(reader, room), true)
  reader.send({ type: 'looking', conversationId: things.conversation, looking: true })
  reader.send({ type: 'typing', conversationId: things.conversation, typing: true })
  reader.send({ type: 'ping' })
  await reader.got(({ type }) => type === 'pong')
  const seq = await answer('The last word')
  await line.got(({ type, entries }) => type === 'entries' && entries.some((one: any) => one.seq === seq))
  const told = line.heard()
  for (const secret of [
    'quince',
    'walnut',
    'Semaphore',
    '@desk.test',
    'troublemaker',
    'urgent',
    'on_hold',
    'priority',
    'mentions',
    '"looking"',
    '"typing"',
  ])
    assert.ok(!told.includes(secret), secret)
})

test('a token in hello counts more than the cookie that came along: an agent in the widget is a customer there', async () => {
  const { desk, agent } = cast
  const who = await createCustomer(desk)
  const token = (await desk.asCustomer(who).headers()).authorization!.slice('Bearer '.length)
  const { conversation } = ok(
    await desk.asCustomer(who).post('/api/customer/conversations', message('It is me')),
  )
  const own = `conversation:${conversation.id}`
  const line = await connect(addresses[0]!, agent)
  assert.equal(await joins(line, 'inbox'), true)
  line.send({ type: 'hello', v: 1, token })
  await line.got(({ type, room: one }) => type === 'ready' && one === undefined)
  assert.equal(await joins(line, own), true)
  assert.equal(await joins(line, 'inbox'), false)
  assert.equal(await joins(line, room), false, 'what only the agent may see')
  ok(await agent.post(`/api/conversations/${conversation.id}/entries`, message('secret', { kind: 'note' })))
  const entry = message('From the widget')
  line.send({ type: 'append', conversationId: conversation.id, entry })
  const ack = await line.got(({ type, clientId }) => type === 'ack' && clientId === entry.clientId)
  const { entries } = ok(await agent.get(`/api/conversations/${conversation.id}/entries`))
  assert.equal(entries.find(({ seq }: { seq: number }) => seq === ack.seq).author.kind, 'customer')
  assert.ok(!line.heard().includes('secret'))
})

test('a customer who hangs up while the desk looks them up is gone, and not kept as present', async () => {
  const { desk } = cast
  const who = await createCustomer(desk)
  const token = (await desk.asCustomer(who).headers()).authorization!.slice('Bearer '.length)
  for (let n = 0; n < 20; n++) {
    const line = await open(addresses[0]!)
    line.send({ type: 'hello', v: 1, token })
    line.socket.terminate()
    await line.closed
  }
  // One who stays comes after them, so that all of theirs has been looked up.
  const last = await connect(addresses[0]!, desk.asCustomer(who))
  const theirs = () =>
    [...desk.app.hub.connections()].filter(({ actor }) => 'id' in actor && actor.id === who.id)
  assert.equal(theirs().length, 1)
  last.socket.close()
  await eventually(() => theirs().length === 0, 'nobody left')
})

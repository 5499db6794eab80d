// Open sockets follow what happens to the session behind them, on every node.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { WebSocket } from 'ws'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import type { Actor } from '../../platform/context.ts'
import type { Connection } from '../../platform/hub.ts'
import { browserOf, hire } from './people.fixture.ts'
import { realtime } from './realtime.ts'

const sockets = new Set<WebSocket>()
after(() => {
  for (const socket of sockets) socket.terminate()
})

interface Line {
  socket: WebSocket
  /** Frames so far. */
  frames: { type: string; code?: string; room?: string }[]
  /** Milliseconds on the clock of the machine when it closed. */
  closed: Promise<{ code: number; at: number }>
}

/** Connects as a browser does, and waits until the desk greets. */
async function connect(address: string, browser: Person, origin?: string): Promise<Line> {
  const { cookie = '', origin: own = '' } = await browser.headers()
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/realtime`, {
    headers: { cookie },
    origin: origin ?? own,
  })
  sockets.add(socket)
  const frames: Line['frames'] = []
  socket.on('message', data => frames.push(JSON.parse(String(data))))
  const closed = once(socket, 'close').then(([code]) => ({ code: Number(code), at: performance.now() }))
  await once(socket, 'message')
  return { socket, frames, closed }
}

async function twoNodes(): Promise<{ one: TestDesk; addresses: [string, string] }> {
  const one = await testDesk()
  const other = await testDesk({ beside: one })
  return { one, addresses: [await one.listen(), await other.listen()] }
}

/** The status with which an upgrade is refused. */
async function refusal(address: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/realtime`, { headers })
  sockets.add(socket)
  socket.on('error', () => {})
  const [, response] = await once(socket, 'unexpected-response')
  return response.statusCode
}

test('V21 signing out everywhere closes the sockets on every node within two seconds', async () => {
  const { one, addresses } = await twoNodes()
  const ann = await hire(one)
  const [browser, elsewhere] = [await browserOf(one, ann), await browserOf(one, ann)]
  const bystander = await connect(addresses[0], await browserOf(one, await hire(one)))
  const lines = [await connect(addresses[0], browser), await connect(addresses[1], elsewhere)]
  const asked = performance.now()
  assert.equal((await browser.post('/api/session/end-all')).status, 200)
  for (const { closed, frames } of lines) {
    const { code, at } = await closed
    assert.equal(code, 4001)
    assert.ok(at - asked < 2_000)
    assert.deepEqual(frames.at(-1), { type: 'bye', code: 'signed_out', retryAfter: 0 })
  }
  assert.equal(bystander.socket.readyState, WebSocket.OPEN)
})

test('V21 disabling a colleague closes their sockets on every node within two seconds', async () => {
  const { one, addresses } = await twoNodes()
  const ann = await hire(one)
  const admin = await browserOf(one, await hire(one, 'administrator'))
  const lines = [
    await connect(addresses[0], await browserOf(one, ann)),
    await connect(addresses[1], await browserOf(one, ann)),
  ]
  const asked = performance.now()
  await admin.patch(`/api/staff/${ann.id}`, { disabled: true })
  for (const { closed } of lines) {
    const { code, at } = await closed
    assert.equal(code, 4001)
    assert.ok(at - asked < 2_000)
  }
})

test('V26 a new password closes the sockets of the sessions that it ends', async () => {
  const { one, addresses } = await twoNodes()
  const ann = await hire(one)
  const browser = await browserOf(one, ann)
  const elsewhere = await connect(addresses[1], await browserOf(one, ann))
  const { status } = await browser.post('/api/session/password', {
    password: 'lantern-otter-72-gravel',
    newPassword: 'gravel-72-otter-lantern',
  })
  assert.equal(status, 200)
  assert.equal((await elsewhere.closed).code, 4001)
})

test('a socket closes when its session runs out', async () => {
  const { one, addresses } = await twoNodes()
  const line = await connect(addresses[1], await browserOf(one, await hire(one)))
  // Once for the round to be known, once for it to come.
  await one.settle()
  one.clock.advance(12 * 3_600)
  await one.settle()
  assert.equal((await line.closed).code, 4001)
})

test('V21 a socket whose session ended just before the desk knew it is closed', async () => {
  const desk = await testDesk()
  const browser = await browserOf(desk, await hire(desk))
  const { id, sessionId } = (await browser.get('/api/session')).body
  await browser.post('/api/session/end-all')
  // As the upgrade found them, a moment too early.
  const actor: Actor = { kind: 'staff', id, name: '', permissions: new Set(), teamIds: [], sessionId }
  let closedAs = ''
  const connection: Connection = {
    id: 'late',
    locale: 'en',
    actor,
    audience: 'staff',
    rooms: new Set(),
    send: () => {},
    waiting: () => 0,
    close: code => {
      closedAs = code
    },
  }
  const { hub, desk: node, nodeId } = desk.app
  hub.add(connection)
  await realtime.connected?.(
    { hub, desk: node, nodeId, signal: () => {}, recheck: async () => {} },
    connection,
  )
  assert.equal(closedAs, 'signed_out')
  hub.remove(connection)
})

test('V20 a colleague who loses a role is shown out of its rooms within two seconds, and stays connected', async () => {
  const { one, addresses } = await twoNodes()
  const ann = await hire(one)
  const admin = await browserOf(one, await hire(one, 'administrator'))
  const line = await connect(addresses[1], await browserOf(one, ann))
  line.socket.send(JSON.stringify({ type: 'join', room: 'inbox' }))
  await frame(line, 'joined')
  const asked = performance.now()
  await admin.patch(`/api/staff/${ann.id}`, { role: 'editor' })
  await frame(line, 'left')
  assert.ok(performance.now() - asked < 2_000)
  assert.equal(line.socket.readyState, WebSocket.OPEN)
})

test('V22 an upgrade from a foreign page is refused although the browser sends the cookie', async () => {
  const desk = await testDesk()
  const address = await desk.listen()
  const { cookie = '' } = await (await browserOf(desk, await hire(desk))).headers()
  const foreign = [
    'https://evil.example',
    'null',
    address.replace('127.0.0.1', 'localhost'),
    `${address}.evil.example`,
  ]
  for (const origin of foreign) assert.equal(await refusal(address, { cookie, origin }), 403, origin)
  assert.equal(await refusal(address, { cookie }), 403)
})

/** Waits for a frame of a type. */
async function frame({ socket, frames }: Line, type: string): Promise<void> {
  while (!frames.some(one => one.type === type)) await once(socket, 'message')
}

// Whoever is not this customer any more stops receiving their messages at once, on every node (V20, V21, V23).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WebSocket } from 'ws'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import { exchange } from './identity.fixture.ts'

const desk = await testDesk()
const beside = await testDesk({ beside: desk })
const addresses = await Promise.all([desk.listen(), beside.listen()])
const { sign } = await exchange(desk)
const path = '/api/customer/session'

async function attend(address: string, token: string) {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/realtime`)
  const frames: { type: string; code?: string }[] = []
  const waiting: (() => void)[] = []
  socket.on('message', data => {
    frames.push(JSON.parse(String(data)))
    for (const look of waiting) look()
  })
  socket.on('error', () => {})
  const closed = new Promise<number>(resolve => socket.once('close', resolve))
  await new Promise(resolve => socket.once('open', resolve))
  socket.send(JSON.stringify({ type: 'hello', v: 1, token }))
  const until = (type: string) =>
    new Promise<{ code?: string }>(resolve => {
      const look = () => {
        const frame = frames.find(one => one.type === type)
        if (frame) resolve(frame)
      }
      waiting.push(look)
      look()
    })
  return { until, closed, close: () => socket.terminate() }
}

const open = async (on: TestDesk, body = {}) => (await on.nobody.post(path, body)).body

test('V23 a switch of identity closes the old connections on both nodes, and no other', async () => {
  const ada = await open(desk, { identity: await sign({ sub: 'ada' }) })
  const bystander = await attend(addresses[0]!, (await open(desk)).token)
  const sockets = await Promise.all(addresses.map(address => attend(address, ada.token)))
  await Promise.all([...sockets, bystander].map(socket => socket.until('ready')))
  await open(desk, { identity: await sign({ sub: 'bo' }), visitorToken: ada.token })
  assert.deepEqual(await Promise.all(sockets.map(socket => socket.closed)), [4001, 4001])
  for (const socket of sockets) assert.equal((await socket.until('bye')).code, 'signed_out')
  assert.equal([...desk.app.hub.connections()].length, 1, 'the bystander stays')
  bystander.close()
})

test('V23 who becomes verified leaves the anonymous connection behind', async () => {
  const anonymous = await open(desk)
  const socket = await attend(addresses[1]!, anonymous.token)
  await socket.until('ready')
  await open(desk, { identity: await sign({ sub: 'ada' }), visitorToken: anonymous.token })
  assert.equal(await socket.closed, 4001)
})

test('V21 signing out closes the connections of the session', async () => {
  const { token } = await open(desk)
  const socket = await attend(addresses[0]!, token)
  await socket.until('ready')
  const headers = { authorization: `Bearer ${token}` }
  assert.equal((await desk.nobody.delete(path, undefined, { headers })).status, 200)
  assert.equal(await socket.closed, 4001)
})

test('a connection does not outlive the time of a verified session', async () => {
  const { token } = await open(desk, { identity: await sign({ sub: 'late' }) })
  const socket = await attend(addresses[0]!, token)
  await socket.until('ready')
  desk.clock.advance(12 * 3_600)
  await desk.settle()
  assert.equal(await socket.closed, 4001)
})

test('V35 a token of own making opens no connection', async () => {
  const { token } = await open(desk)
  for (const made of ['', 'x', `${token}x`, token.slice(0, -1)]) {
    assert.equal(await (await attend(addresses[0]!, made)).closed, 4001)
  }
})

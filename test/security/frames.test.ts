// V19: whatever comes over a socket, the answer says nothing, and the desk lives on.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect as dial, type Socket } from 'node:net'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { createCustomer } from '../factories.ts'
import { testDesk } from '../harness.ts'
import { assemble, type Cast, message, ok } from './cast.ts'
import { connect, eventually, type Line, open } from './line.ts'

let cast: Cast
let address: string
before(async () => {
  cast = await assemble()
  address = await cast.desk.listen()
})

/** What no answer may hold: names of files, of tables, of people, stacks and sentences of the database. */
const internals = /node:|\.ts|\bat \w+ \(|select |insert |relation|column|stack|Error:|session|@desk\.test/i

async function endsAsProtocolFault(line: Line): Promise<void> {
  const { code, reason } = await line.closed
  assert.deepEqual({ code, reason }, { code: 4002, reason: 'protocol' })
  assert.deepEqual(line.frames.at(-1), { type: 'bye', code: 'protocol', retryAfter: 0 })
  assert.doesNotMatch(line.heard(), internals)
}

const customer = async () => connect(address, cast.desk.asCustomer(await createCustomer(cast.desk)))
const lives = async () => assert.equal((await fetch(`${address}/healthz`)).status, 200)

const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
const refused: Record<string, string | Buffer> = {
  'an event of another product': '{"event":"base"}',
  ...Object.fromEntries(
    ['__proto__', 'constructor', 'base', 'toString', 'ready', 'bye', '', 'HELLO'].map(type => [
      `type ${JSON.stringify(type)}`,
      JSON.stringify({ type }),
    ]),
  ),
  'a poisoned prototype': '{"__proto__":{"type":"ping"},"type":"x"}',
  'type as a list': '{"type":["ping"]}',
  'type as an object': '{"type":{"toString":"ping"}}',
  nothing: '',
  null: 'null',
  'a number': '1e999',
  'a list': '[{"type":"ping"}]',
  'cut off': '{"type":"pi',
  deep,
  'a frame with a foreign id': '{"type":"typing","conversationId":"*","typing":true}',
  'a room that is no text': '{"type":"join","room":{"$ne":null}}',
  'a room without end': JSON.stringify({ type: 'join', room: 'x'.repeat(10_000) }),
  'another version': '{"type":"hello","v":2}',
  binary: Buffer.from([0, 1, 2, 255]),
  'binary that would be a frame': Buffer.from('{"type":"ping"}'),
}

for (const [name, sent] of Object.entries(refused)) {
  test(`V19 ${name} closes the connection and says no more`, async () => {
    for (const line of [await customer(), await connect(address, cast.admin)]) {
      line.send(sent)
      await endsAsProtocolFault(line)
    }
    await lives()
  })
}

test('V19 a frame that is too long ends the connection before it is read', async () => {
  const line = await customer()
  line.send('x'.repeat(200_000))
  const { code } = await line.closed
  assert.ok([1009, 1006].includes(code), String(code))
  assert.doesNotMatch(line.heard(), internals)
  await lives()
})

test('V19 nobody sends anything before saying who they are', async () => {
  const line = await open(address)
  line.send({ type: 'join', room: 'inbox' })
  await endsAsProtocolFault(line)
})

test('V19 a token that is none is told that, and nothing else', async () => {
  for (const token of ['', 'x', 'blst_visit_AAAA', 'blst_key_AAAA', '\0', 'null']) {
    const line = await open(address)
    line.send({ type: 'hello', v: 1, token })
    const { code } = await line.closed
    assert.equal(code, 4001)
    assert.deepEqual(line.frames, [{ type: 'bye', code: 'signed_out', retryAfter: 0 }])
  }
})

test('V19 anything at all leads to a known answer (property)', async () => {
  const known = new Set([
    'ready',
    'bye',
    'refused',
    'left',
    'joined',
    'pong',
    'ack',
    'read',
    'entries',
    'desk',
  ])
  const type = fc.constantFrom('hello', 'join', 'leave', 'append', 'typing', 'looking', 'read', 'ping', 'x')
  const frame = fc.record(
    {
      type,
      room: fc.oneof(
        fc.string(),
        fc.constantFrom('inbox', 'desk', 'conversation:*', `conversation:${randomUUID()}`),
      ),
      conversationId: fc.oneof(fc.uuid(), fc.string()),
      entry: fc.anything(),
      seq: fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger()),
      typing: fc.boolean(),
      looking: fc.anything(),
      token: fc.string(),
      v: fc.constantFrom(1, 2),
    },
    { requiredKeys: ['type'] },
  )
  const sent = fc.oneof(
    frame.map(one => JSON.stringify(one)),
    fc.json(),
    fc.string(),
    fc.uint8Array().map(bytes => Buffer.from(bytes)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 8 }), async frames => {
      const line = await customer()
      for (const one of frames) line.send(one)
      line.socket.close()
      await line.closed
      for (const one of line.frames) assert.ok(known.has(one.type), one.type)
      assert.ok(!line.frames.some(({ code }) => code === 'internal'), line.heard())
      assert.doesNotMatch(line.heard(), internals)
    }),
    { numRuns: 60 },
  )
  await lives()
})

test('V19 who hangs up in the middle of the handshake doesn’t take the desk along', async () => {
  const head = `GET /api/realtime HTTP/1.1\r\nHost: desk\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nCookie: ballast_session=x\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`
  const { port } = new URL(address)
  const gone: Promise<unknown>[] = []
  for (let n = 0; n < 30; n++) {
    const socket: Socket = dial(Number(port), '127.0.0.1')
    socket.on('error', () => {})
    gone.push(new Promise(resolve => socket.on('close', resolve)))
    socket.write(head, () => socket.resetAndDestroy())
  }
  await Promise.all(gone)
  await lives()
})

test('a flood of frames is refused with the seconds to wait, by the desk’s clock, and nothing of it is lost for good', async () => {
  const desk = cast.desk
  const strict = await testDesk({ beside: desk, rateFactor: 0.01 })
  const base = await strict.listen()
  const who = await createCustomer(desk)
  const { conversation } = ok(
    await desk.asCustomer(who).post('/api/customer/conversations', message('Hello')),
  )
  const line = await connect(base, desk.asCustomer(who))
  const entries = Array.from({ length: 12 }, (_, n) => message(`flood ${n}`))
  const send = (entry: object) => line.send({ type: 'append', conversationId: conversation.id, entry })
  for (const entry of entries) send(entry)
  const settled = () => line.frames.filter(({ type }) => type === 'ack' || type === 'refused')
  await eventually(() => settled().length === 12, 'an answer for each')
  const late = settled().filter(({ type }) => type === 'refused')
  assert.equal(late.length, 6)
  for (const { code, retryAfter, clientId, message: sentence } of late) {
    assert.equal(code, 'too_many_requests')
    assert.ok(retryAfter >= 1 && retryAfter <= 60, String(retryAfter))
    assert.ok(clientId && sentence)
  }
  desk.clock.advance(60)
  for (const entry of entries) if (late.some(({ clientId }) => clientId === entry.clientId)) send(entry)
  await eventually(() => line.frames.filter(({ type }) => type === 'ack').length === 12, 'all acknowledged')
})

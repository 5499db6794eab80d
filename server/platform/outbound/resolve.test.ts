// The servers are asked for both families, and what they don't know, don't say or say too late is told apart.
import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { suite, type TestContext, test } from 'node:test'
import { resolveBy } from './resolve.ts'

const codes = { ok: 0, serverFailed: 2, noSuchName: 3, refused: 5 }
const types = { 1: 'four', 28: 'six' } as const

interface Zone {
  code?: keyof typeof codes
  four?: number[][]
  six?: number[][]
  isSilent?: boolean
}

/** A name server that answers every question from one zone; gives its `address:port` and counts the questions. */
async function startServer(t: TestContext, zone: Zone): Promise<{ address: string; asked: () => number }> {
  const socket = createSocket('udp4')
  let asked = 0
  socket.on('message', (question, { port, address }) => {
    asked++
    if (!zone.isSilent) socket.send(answerTo(question, zone), port, address)
  })
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  t.after(() => socket.close())
  return { address: `127.0.0.1:${socket.address().port}`, asked: () => asked }
}

function answerTo(question: Buffer, zone: Zone): Buffer {
  const end = question.indexOf(0, 12) + 5
  const type = question.readUInt16BE(end - 4)
  const records = type === 1 || type === 28 ? (zone[types[type]] ?? []) : []
  const head = Buffer.alloc(12)
  question.copy(head, 0, 0, 2)
  head.writeUInt16BE(0x8180 | codes[zone.code ?? 'ok'], 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(records.length, 6)
  const answers = records.map(bytes =>
    Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, bytes.length, ...bytes]),
  )
  return Buffer.concat([head, question.subarray(12, end), ...answers])
}

const six = [0x2a, 0, ...new Array<number>(13).fill(0), 7]

async function ask(t: TestContext, zone: Zone, signal = new AbortController().signal) {
  const { address, asked } = await startServer(t, zone)
  const found = await resolveBy([address])('desk.example.com', { isOwn: false, signal })
  return { found, asked: asked() }
}

suite('public names', () => {
  test('both families, IPv4 first, one question each', async t => {
    const zone = {
      four: [
        [8, 8, 4, 4],
        [127, 0, 0, 1],
      ],
      six: [six],
    }
    assert.deepEqual(await ask(t, zone), { found: ['8.8.4.4', '127.0.0.1', '2a00::7'], asked: 2 })
  })
  test('one family is enough', async t => {
    assert.deepEqual((await ask(t, { six: [six] })).found, ['2a00::7'])
  })
  test('a name without addresses, or that nobody has, leads nowhere', async t => {
    assert.deepEqual((await ask(t, {})).found, [])
    assert.deepEqual((await ask(t, { code: 'noSuchName' })).found, [])
  })
  test('a server that fails is no answer', async t => {
    await assert.rejects(ask(t, { code: 'serverFailed' }), { name: 'OutboundRefused', reason: 'unreachable' })
    await assert.rejects(ask(t, { code: 'refused' }), { name: 'OutboundRefused', reason: 'unreachable' })
  })
  test('nobody waits for a silent server longer than they want to', async t => {
    const end = new AbortController()
    const { address } = await startServer(t, { isSilent: true })
    const started = performance.now()
    const found = resolveBy([address])('desk.example.com', { isOwn: false, signal: end.signal })
    setImmediate(() => end.abort())
    await assert.rejects(found, { name: 'OutboundRefused' })
    assert.ok(performance.now() - started < 1_500)
  })
})

test('the machine’s own list of hosts counts for what the operator named', async () => {
  const found = await resolveBy()('localhost', { isOwn: true, signal: new AbortController().signal })
  assert.ok(
    found.length > 0 && found.every(address => ['127.0.0.1', '::1'].includes(address)),
    found.join(' '),
  )
})

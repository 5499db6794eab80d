// Shows how a client stays connected: returns, dead connections, blocked ways and expired tokens.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createRealtime, type RealtimeOptions } from './realtime.ts'

const turns = async () => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}

class FakeSocket extends EventTarget {
  static all: FakeSocket[] = []
  readyState = 0
  sent: { type: string; room?: string; token?: string }[] = []
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.all.push(this)
  }
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {
    this.readyState = 3
  }
  opens() {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }
  says(frame: object) {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(frame) }))
  }
  breaks() {
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }
  greets() {
    this.opens()
    this.says({ type: 'ready', v: 1, node: 'n' })
  }
}

interface Script {
  stream?: (body: string, signal: AbortSignal) => Promise<Response>
  options?: Partial<RealtimeOptions<never>>
}

function setUp(t: TestContext, { stream, options }: Script = {}) {
  FakeSocket.all = []
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 0 })
  t.mock.method(Math, 'random', () => 1)
  const real = { WebSocket: globalThis.WebSocket, fetch: globalThis.fetch }
  const refuse = () => Promise.reject(new Error('refused'))
  Object.assign(globalThis, {
    WebSocket: FakeSocket,
    fetch: (_url: string, init: RequestInit) => (stream ?? refuse)(String(init.body), init.signal!),
  })
  const seen: string[] = []
  const realtime = createRealtime({
    base: 'https://desk.example',
    token: async refused => (refused ? 'second' : 'first'),
    frame: () => {},
    joined: room => seen.push(`joined ${room}`),
    state: (state, way) => seen.push(`${state} ${way}`),
    poll: async () => seen.push('poll'),
    ...options,
  })
  t.after(() => {
    realtime.close()
    Object.assign(globalThis, real)
  })
  const after = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 100) {
      t.mock.timers.tick(100)
      await turns()
    }
  }
  return { realtime, seen, after, newest: () => FakeSocket.all.at(-1)! }
}

test('it says hello with the token, then joins its rooms; each return does the same', async t => {
  const { realtime, seen, after, newest } = setUp(t)
  realtime.join('desk')
  await turns()
  assert.equal(newest().url, 'wss://desk.example/api/realtime')
  newest().greets()
  assert.deepEqual(newest().sent, [
    { type: 'hello', v: 1, token: 'first' },
    { type: 'join', room: 'desk' },
  ])
  newest().says({ type: 'joined', room: 'desk' })
  await after(6_000)
  newest().breaks()
  await after(500)
  newest().greets()
  newest().says({ type: 'joined', room: 'desk' })
  assert.deepEqual(
    seen.filter(line => line.startsWith('joined')),
    ['joined desk', 'joined desk'],
  )
  assert.equal(FakeSocket.all.length, 2)
})

test('a half-open connection is found dead within 30 s', async t => {
  const { seen, after, newest } = setUp(t)
  await turns()
  newest().greets()
  await after(29_000)
  assert.ok(newest().sent.some(frame => frame.type === 'ping') || FakeSocket.all.length > 1)
  assert.ok(seen.includes('lost socket'))
})

test('a connection that answers pings lives on', async t => {
  const { seen, after, newest } = setUp(t)
  await turns()
  newest().greets()
  for (let round = 0; round < 8; round++) {
    await after(10_000)
    newest().says({ type: 'pong' })
  }
  assert.equal(seen.includes('lost socket'), false)
})

test('after bye it stays away as long as the server asked', async t => {
  const { after, newest } = setUp(t)
  await turns()
  newest().greets()
  newest().says({ type: 'bye', code: 'restart', retryAfter: 3 })
  await after(2_900)
  assert.equal(FakeSocket.all.length, 1)
  await after(1_200)
  assert.equal(FakeSocket.all.length, 2)
})

test('a token that is not accepted is replaced by a fresh one', async t => {
  const { after, newest } = setUp(t)
  await turns()
  newest().opens()
  newest().says({ type: 'bye', code: 'signed_out', retryAfter: 0 })
  await after(1_000)
  newest().opens()
  assert.deepEqual(newest().sent, [{ type: 'hello', v: 1, token: 'second' }])
})

test('staff without a session end there, and are told', async t => {
  let told = 0
  const { after, newest } = setUp(t, { options: { token: undefined, signedOut: () => told++ } })
  await turns()
  newest().opens()
  assert.deepEqual(newest().sent, [])
  newest().says({ type: 'bye', code: 'signed_out', retryAfter: 0 })
  await after(60_000)
  assert.equal(told, 1)
  assert.equal(FakeSocket.all.length, 1)
})

test('where WebSockets are blocked it reads a stream, and asks for its rooms there', async t => {
  const bodies: string[] = []
  const stream = async (body: string) => {
    bodies.push(body)
    const frames = ['{"type":"ready","v":1,"node":"n"}', '{"type":"joined","room":"desk"}']
    return new Response(
      new ReadableStream({
        start: controller => {
          const text = frames.map(frame => `data: ${frame}\n\n`).join('')
          // Cut anywhere: frames don't care how the bytes come.
          controller.enqueue(new TextEncoder().encode(text.slice(0, 20)))
          controller.enqueue(new TextEncoder().encode(text.slice(20)))
        },
      }),
    )
  }
  const { realtime, seen, after, newest } = setUp(t, { stream })
  realtime.join('desk')
  await turns()
  newest().breaks()
  await after(500)
  newest().breaks()
  await after(900)
  assert.equal(FakeSocket.all.length, 2)
  assert.deepEqual(bodies, ['{"rooms":["desk"]}'])
  assert.deepEqual(seen.slice(-2), ['open stream', 'joined desk'])
  assert.equal(realtime.send({ type: 'ping' }), false)
})

test('where nothing stays open it polls every 5 s, and returns to the WebSocket when that works again', async t => {
  const { realtime, seen, after, newest } = setUp(t)
  realtime.join('desk')
  await turns()
  newest().breaks()
  await after(500)
  newest().breaks()
  for (let waited = 0; waited < 10_000 && !seen.includes('poll'); waited += 100) await after(100)
  await after(15_000)
  assert.equal(seen.filter(line => line === 'poll').length, 4)
  await after(50_000)
  newest().greets()
  assert.equal(seen.at(-1), 'open socket')
  assert.deepEqual(newest().sent.at(-1), { type: 'join', room: 'desk' })
  const polls = seen.filter(line => line === 'poll').length
  await after(20_000)
  assert.equal(seen.filter(line => line === 'poll').length, polls)
})

test('where a WebSocket worked, an outage is no reason to look for another way, unless it lasts', async t => {
  const { seen, after, newest } = setUp(t, { options: { poll: () => Promise.reject(new Error('offline')) } })
  await turns()
  newest().greets()
  for (let broken = 1; broken <= 6; broken++) {
    assert.equal(seen.at(-1)?.split(' ')[1], 'socket')
    newest().breaks()
    await after(3_100)
  }
  assert.equal(FakeSocket.all.length, 6)
  assert.ok(seen.includes('lost stream'))
})

test('someone who comes back to the page does not wait for the next try', async t => {
  const { realtime, after, newest } = setUp(t)
  await turns()
  newest().greets()
  newest().says({ type: 'bye', code: 'slow', retryAfter: 60 })
  await after(1_000)
  realtime.wake()
  await after(300)
  assert.equal(FakeSocket.all.length, 2)
})

// Nobody outside decides how much is held or how long it takes.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createOutbound, type Refusal } from '../outbound.ts'
import { stage, startStranger } from './stranger.fixture.ts'

const refusedFor = (reason: Refusal) => ({ name: 'OutboundRefused', reason })

suite('size', () => {
  const sizes: [what: string, headers: Record<string, string>, body: Buffer][] = [
    ['announced', { 'content-length': '5001' }, Buffer.alloc(5_001)],
    ['not announced', {}, Buffer.alloc(5_001)],
    ['packed', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(20_000_000))],
  ]
  for (const [what, headers, body] of sizes) {
    test(`too large a body is cut off: ${what}`, async t => {
      const { port, entry } = await startStranger(t, (_request, response) => {
        response.writeHead(200, headers).write(body.subarray(0, 10))
        response.end(body.subarray(10))
      })
      const { fetch } = stage({}, [entry])
      await assert.rejects(
        fetch(`http://127.0.0.1:${port}/`, { largestBytes: 5_000 }),
        refusedFor('too_large'),
      )
    })
  }

  test('a megabyte is taken, and no more, when nothing is said', async t => {
    const { port, entry } = await startStranger(t, (request, response) => {
      response.end(Buffer.alloc(Number(request.url?.slice(1))))
    })
    const { fetch } = stage({}, [entry])
    assert.equal((await fetch(`http://127.0.0.1:${port}/1048576`)).body.length, 1_048_576)
    await assert.rejects(fetch(`http://127.0.0.1:${port}/1048577`), refusedFor('too_large'))
  })

  test('an unpacked body no longer says how large it was', async t => {
    const packed = gzipSync('words')
    const { port, entry } = await startStranger(t, (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed)
    })
    const { body, headers } = await stage({}, [entry]).fetch(`http://127.0.0.1:${port}/`)
    assert.deepEqual(
      [body.toString(), headers.get('content-encoding'), headers.get('content-length')],
      ['words', null, null],
    )
  })

  test('endless headers are cut off', async t => {
    const { port, entry } = await startStranger(t, ({ socket }) => {
      socket.write(`HTTP/1.1 200 OK\r\n${'x-more: and more\r\n'.repeat(2_000)}`)
    })
    await assert.rejects(stage({}, [entry]).fetch(`http://127.0.0.1:${port}/`), refusedFor('too_large'))
  })
})

suite('time', () => {
  const slow: Record<string, Parameters<typeof startStranger>[1]> = {
    'no answer': () => {},
    'half a head': ({ socket }) => void socket.write('HTTP/1.1 200 OK\r\nx-more: '),
    'half a body': (_request, response) => void response.write('half'),
    'a body that drips': (_request, response) => {
      const drip = setInterval(() => response.write('.'), 20)
      response.once('close', () => clearInterval(drip))
    },
    'a redirect to itself, a little later each': (_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 120)
    },
  }
  for (const [what, listener] of Object.entries(slow)) {
    test(`is up in the middle: ${what}`, async t => {
      const { port, entry } = await startStranger(t, listener)
      const started = performance.now()
      await assert.rejects(
        stage({}, [entry]).fetch(`http://127.0.0.1:${port}/`, { timeoutMs: 300 }),
        refusedFor('time'),
      )
      assert.ok(performance.now() - started < 3_000)
    })
  }

  test('is up while a name is asked for', async () => {
    const { fetch } = createOutbound({ allow: [], resolve: () => new Promise(() => {}) })
    await assert.rejects(fetch('http://example.com/', { timeoutMs: 20 }), refusedFor('time'))
  })

  test('is up while a connection is opened, which then ends too', async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const { fetch } = createOutbound({
      allow: [],
      connect: (_destination, signal) => {
        signal.addEventListener('abort', () => end())
        return new Promise(() => {})
      },
    })
    await assert.rejects(fetch('http://8.8.8.8/', { timeoutMs: 20 }), refusedFor('time'))
    await ended
  })

  test('ends early when the caller wants so, with their reason', async t => {
    const end = new AbortController()
    const { port, entry } = await startStranger(t, () => end.abort(new Error('enough')))
    const answer = stage({}, [entry]).fetch(`http://127.0.0.1:${port}/`, { signal: end.signal })
    await assert.rejects(answer, { message: 'enough' })
    const late = stage({}, [entry])
    await assert.rejects(late.fetch(`http://127.0.0.1:${port}/`, { signal: end.signal }), {
      message: 'enough',
    })
    assert.equal(late.connected.length, 0)
  })
})

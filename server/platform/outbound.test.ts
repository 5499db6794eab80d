// Whatever address somebody chooses, nothing inside is reached, held too long, or told too much.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates, TLSSocket } from 'node:tls'
import { certificate, stage, startSecureStranger, startStranger } from './outbound/stranger.fixture.ts'
import { OutboundRefused, type Refusal } from './outbound.ts'

const refusedFor = (reason: Refusal) => ({ name: 'OutboundRefused', reason })
const loopback = [['127.0.0.1']]

suite('an exchange', () => {
  test('sends what was asked for and gives back what came, over an address of our own finding', async t => {
    const seen: unknown[] = []
    const { port, entry } = await startStranger(t, (request, response) => {
      const { method, url, headers } = request
      seen.push([method, url, headers.host, headers['x-signature'], headers.connection])
      response.writeHead(201, { 'x-answer': ['a', 'b'], 'content-type': 'text/plain' })
      request.pipe(response)
    })
    const { fetch } = stage({ 'stranger.example': loopback }, [entry])
    const answer = await fetch(`http://stranger.example:${port}/hook?x=1#part`, {
      method: 'POST',
      headers: { 'X-Signature': 'abc' },
      body: '{"n":1}',
    })
    assert.deepEqual(seen, [['POST', '/hook?x=1', `stranger.example:${port}`, 'abc', 'close']])
    const { status, body, headers } = answer
    assert.deepEqual([status, body.toString(), headers.get('X-Answer')], [201, '{"n":1}', 'a, b'])
    assert.equal(answer.url, `http://stranger.example:${port}/hook?x=1#part`)
  })

  test('any status is an answer, and nothing is read where nothing can come', async t => {
    const { port, entry } = await startStranger(t, (request, response) => {
      response.writeHead(Number(request.url?.slice(1)), { 'content-encoding': 'gzip' }).end()
    })
    const { fetch } = stage({}, [entry])
    for (const status of [204, 304]) {
      const answer = await fetch(`http://127.0.0.1:${port}/${status}`)
      assert.deepEqual([answer.status, answer.body.length], [status, 0])
    }
    assert.equal((await fetch(`http://127.0.0.1:${port}/503`, { method: 'HEAD' })).status, 503)
  })

  test('no connection is used twice', async t => {
    const stranger = await startStranger(t, (_request, response) => response.end('x'))
    const { fetch } = stage({ 'a.example.com': loopback, 'b.example.com': loopback }, [stranger.entry])
    for (const host of ['a', 'a', 'b']) await fetch(`http://${host}.example.com:${stranger.port}/`)
    assert.equal(stranger.connections(), 3)
  })

  test('a header that could become two is refused before anything is sent', async () => {
    const { fetch, asked, connected } = stage({})
    const headers = { 'x-note': 'a\r\nb: c' }
    await assert.rejects(fetch('http://example.com/', { headers }), refusedFor('headers'))
    assert.deepEqual([asked, connected], [[], []])
  })
})

suite('over TLS', () => {
  test('the name is asked for and checked, not the address', async t => {
    const { port, entry } = await startSecureStranger(t, (request, response) => {
      const { socket } = request
      response.end(socket instanceof TLSSocket ? String(socket.servername) : '')
    })
    const trusted = getCACertificates('default')
    setDefaultCACertificates([...trusted, certificate])
    t.after(() => setDefaultCACertificates(trusted))
    const names = { 'stranger.example': loopback, 'other.example': loopback }
    const { fetch } = stage(names, [entry])
    assert.equal((await fetch(`https://stranger.example:${port}/`)).body.toString(), 'stranger.example')
    await assert.rejects(fetch(`https://other.example:${port}/`), refusedFor('certificate'))
    await assert.rejects(fetch(`https://127.0.0.1:${port}/`), refusedFor('certificate'))
  })

  test('a certificate that nobody trusts ends it', async t => {
    let requests = 0
    const { port, entry } = await startSecureStranger(t, (_request, response) => {
      requests++
      response.end()
    })
    const { fetch } = stage({ 'stranger.example': loopback }, [entry])
    await assert.rejects(fetch(`https://stranger.example:${port}/`), refusedFor('certificate'))
    assert.equal(requests, 0)
  })
})

suite('names that change their answer', () => {
  test('the one answer that was checked is the one that is connected to', async () => {
    const { fetch, asked, connected } = stage({ 'turning.example': [['93.184.215.14'], ['127.0.0.1']] })
    await assert.rejects(fetch('http://turning.example/'), refusedFor('unreachable'))
    assert.deepEqual(asked, ['turning.example'])
    assert.deepEqual(
      connected.flatMap(({ addresses }) => addresses),
      ['93.184.215.14'],
    )
    await assert.rejects(fetch('http://turning.example/'), refusedFor('address'))
    assert.equal(connected.length, 1)
  })

  test('a redirect to the same name is checked anew', async t => {
    const stranger = await startStranger(t, (_request, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    )
    const { fetch, asked } = stage({ 'turning.example': [['127.0.0.1'], ['127.0.0.2']] }, [stranger.entry])
    // The port is open for the first address alone.
    await assert.rejects(fetch(`http://turning.example:${stranger.port}/`), refusedFor('port'))
    assert.deepEqual(asked, ['turning.example', 'turning.example'])
    assert.equal(stranger.connections(), 1)
  })
})

suite('redirects', () => {
  const inner = [
    'http://127.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://2852039167/',
    '//metadata.google.internal/',
    'http://inner.example/',
  ]
  for (const location of inner) {
    test(`to ${location} are refused without a connection`, async t => {
      const stranger = await startStranger(t, (_request, response) =>
        response.writeHead(307, { location }).end(),
      )
      const { fetch, connected } = stage({ 'inner.example': [['10.0.0.9']] }, [stranger.entry])
      await assert.rejects(fetch(`http://127.0.0.1:${stranger.port}/`), refusedFor('address'))
      assert.equal(connected.length, 1)
    })
  }

  test('are followed three times at most, and none when none is wanted', async t => {
    const stranger = await startStranger(t, (request, response) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` })
      response.end(`${left}`)
    })
    const { fetch } = stage({}, [stranger.entry])
    const at = (left: number) => `http://127.0.0.1:${stranger.port}/${left}`
    assert.deepEqual((await fetch(at(3))).url, at(0))
    await assert.rejects(fetch(at(4)), refusedFor('redirects'))
    await assert.rejects(fetch(at(4), { redirects: 9 }), refusedFor('redirects'))
    await assert.rejects(fetch(at(4), { redirects: Number.NaN }), refusedFor('redirects'))
    const before = stranger.connections()
    await assert.rejects(fetch(at(1), { redirects: 0 }), refusedFor('redirects'))
    assert.equal(stranger.connections(), before + 1)
  })

  test('take no secret to another origin, and bring none back', async t => {
    const seen: unknown[] = []
    const { port, entry } = await startStranger(t, (request, response) => {
      const { host, authorization, cookie, 'x-api-key': key, accept } = request.headers
      seen.push([host?.split(':')[0], authorization, cookie, key, accept])
      const to: Record<string, string> = {
        '/': '/same',
        '/same': `http://b.example.com:${port}/b`,
        '/b': `http://a.example.com:${port}/end`,
      }
      const location = to[request.url ?? '']
      if (location) response.writeHead(302, { location, 'set-cookie': 'taken=1' })
      response.end()
    })
    const { fetch } = stage({ 'a.example.com': loopback, 'b.example.com': loopback }, [entry])
    const headers = { Authorization: 'Bearer x', Cookie: 'a=b', 'X-Api-Key': 'k', Accept: 'text/plain' }
    await fetch(`http://a.example.com:${port}/`, { headers })
    const all = ['Bearer x', 'a=b', 'k', 'text/plain']
    const none = [undefined, undefined, undefined, 'text/plain']
    assert.deepEqual(seen, [
      ['a.example.com', ...all],
      ['a.example.com', ...all],
      ['b.example.com', ...none],
      ['a.example.com', ...none],
    ])
  })
})

suite('what is told', () => {
  test('an inner name and one that is not there look the same', async () => {
    const { fetch } = stage({ 'inner.example': [['10.0.0.9']], 'nobody.example': [[]] })
    const [inner, nobody] = await Promise.all(
      ['inner', 'nobody'].map(name => fetch(`http://${name}.example/`).catch((error: unknown) => error)),
    )
    assert.ok(inner instanceof OutboundRefused && nobody instanceof OutboundRefused)
    assert.deepEqual([inner.message, inner.cause], [nobody.message, nobody.cause])
    assert.doesNotMatch(inner.message, /10\.|inner/)
  })

  test('nothing listens, or it speaks no HTTP: unreachable', async t => {
    const { port, entry } = await startStranger(t, ({ socket }) => socket.end('220 mail ready\r\n'))
    await assert.rejects(stage({}, [entry]).fetch(`http://127.0.0.1:${port}/`), refusedFor('unreachable'))
    await assert.rejects(stage({}, [entry]).fetch(`https://127.0.0.1:${port}/`), refusedFor('unreachable'))
    await assert.rejects(stage({}, ['127.0.0.1:1']).fetch('http://127.0.0.1:1/'), refusedFor('unreachable'))
  })
})

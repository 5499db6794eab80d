// No header can become two, frame the message anew, or follow a redirect to somebody it isn't meant for.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Request } from './exchange.ts'
import { readHeaders } from './headers.ts'
import { locationOf, redirected } from './redirects.ts'

suite('headers that are refused', () => {
  const refused: [name: string, value: string][] = [
    ['x-note', 'a\r\nhost: inner.example'],
    ['x-note', 'a\nb'],
    ['x-note', 'a\rb'],
    ['x-note', 'a\r\n'],
    ['x-note', 'a\0b'],
    ['x-note', '客服'],
    ['x-note: a\r\nhost', 'b'],
    ['x note', 'a'],
    ['', 'a'],
    ['Host', 'inner.example'],
    ['Content-Length', '0'],
    ['transfer-encoding', 'chunked'],
    ['Connection', 'upgrade'],
    ['Upgrade', 'h2c'],
    ['Expect', '100-continue'],
    ['Proxy-Authorization', 'Basic x'],
  ]
  for (const given of refused) {
    test(JSON.stringify(given), () =>
      assert.throws(() => readHeaders(Object.fromEntries([given])), {
        name: 'OutboundRefused',
        reason: 'headers',
      }),
    )
  }
})

test('headers that are kept, their names in lower case', () => {
  assert.deepEqual(readHeaders({ 'X-Signature': 't=1,v1=é', Accept: 'text/*\t' }), {
    'x-signature': 't=1,v1=é',
    accept: 'text/*\t',
  })
})

const from = new URL('https://hooks.example/a?b')
const sent: Request = {
  url: from.href,
  method: 'POST',
  headers: {
    authorization: 'Bearer key',
    cookie: 'a=b',
    'x-api-key': 'key',
    'content-type': 'text/plain',
    'user-agent': 'Desk',
  },
  body: 'words',
}

suite('what goes along with a redirect', () => {
  test('everything, on the same origin', () => {
    assert.deepEqual(redirected(sent, from, 308, '/c'), { ...sent, url: 'https://hooks.example/c' })
  })

  const others = [
    'https://other.example/',
    'https://hooks.example:8443/',
    'https://a.hooks.example/',
    '//other.example/',
  ]
  for (const location of others) {
    test(`nothing that tells who asks, to ${location}`, () => {
      const { headers, body } = redirected(sent, from, 307, location)
      assert.deepEqual(headers, { 'content-type': 'text/plain', 'user-agent': 'Desk' })
      assert.equal(body, 'words')
    })
  }

  test('nothing that tells who asks, from http to https on the same host', () => {
    const { headers } = redirected(sent, new URL('http://hooks.example/'), 307, 'https://hooks.example/')
    assert.deepEqual(Object.keys(headers), ['content-type', 'user-agent'])
  })

  const methods: [Request['method'], status: number, Request['method']][] = [
    ['POST', 301, 'GET'],
    ['POST', 302, 'GET'],
    ['POST', 303, 'GET'],
    ['POST', 307, 'POST'],
    ['POST', 308, 'POST'],
    ['PUT', 302, 'PUT'],
    ['DELETE', 303, 'GET'],
    ['HEAD', 303, 'HEAD'],
    ['GET', 302, 'GET'],
  ]
  for (const [method, status, after] of methods) {
    test(`${method} becomes ${after} after ${status}`, () => {
      const next = redirected({ ...sent, method }, from, status, '/c')
      const isSame = method === after
      assert.equal(next.method, after)
      assert.equal(next.body, isSame ? 'words' : undefined)
      assert.equal('content-type' in next.headers, isSame)
    })
  }
})

suite('where a redirect leads', () => {
  for (const location of ['http://hooks.example/', 'file:///etc/passwd', 'javascript:1']) {
    test(`not from https to ${location}`, () =>
      assert.throws(() => redirected(sent, from, 302, location), { reason: 'scheme' }))
  }
  test('not to what is no URL', () => {
    assert.throws(() => redirected(sent, from, 302, 'https://[::1/'), { reason: 'url' })
  })
  for (const [status, expected] of [
    [200, null],
    [300, null],
    [301, '/x'],
    [304, null],
    [305, null],
    [308, '/x'],
  ] as const) {
    test(`${status} with a location`, () => {
      assert.equal(locationOf({ status, headers: new Headers({ location: '/x' }) }), expected)
    })
  }
})

// Shows what becomes a link, what doesn't, and whose it is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isOwnHost, pieces } from './links.ts'

const links = (text: string) => pieces(text).flatMap(piece => ('href' in piece ? [piece.text] : []))

const cases: [string, string[]][] = [
  ['see https://a.example/x, please', ['https://a.example/x']],
  ['(https://a.example/x)', ['https://a.example/x']],
  ['https://a.example/x_(y)!', ['https://a.example/x_(y)']],
  ['请看https://a.example/x。谢谢', ['https://a.example/x']],
  ['HTTP://A.EXAMPLE', ['HTTP://A.EXAMPLE']],
  ['https://a.example https://b.example', ['https://a.example', 'https://b.example']],
  ['javascript:alert(1) data:text/html,x ftp://a.example', []],
  ['https://', []],
  ['https://exchange.example@evil.example/', []],
]
for (const [text, expected] of cases)
  test(`links in “${text}”`, () => assert.deepEqual(links(text), expected))

test('the pieces are the text again, and every link is one of the web', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.constantFrom('https://', '(', ')', ' ', '。'),
  )
  fc.assert(
    fc.property(fc.array(part), parts => {
      const text = parts.join('')
      const found = pieces(text)
      assert.equal(found.map(piece => piece.text).join(''), text)
      for (const piece of found) if ('href' in piece) assert.match(piece.href, /^https?:\/\//)
    }),
  )
})

test('a host is ours when it is the same or below, never when it only looks like it', () => {
  const own = ['www.exchange.example', 'desk.exchange.example', '']
  assert.equal(isOwnHost('exchange.example', own), true)
  assert.equal(isOwnHost('help.exchange.example:443', own), true)
  assert.equal(isOwnHost('evilexchange.example', own), false)
  assert.equal(isOwnHost('exchange.example.evil.example', own), false)
  assert.equal(isOwnHost('xn--exchnge-exa.example', own), false)
})

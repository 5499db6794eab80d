// What the address of a page keeps, and what it loses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SEED_PHRASE_REMOVED } from '../../../rules/secrets.ts'
import { screen } from './screen.ts'
import { screenPage } from './screen-page.ts'

const words = 'lamp tornado kiwi ozone velvet cradle humor pistol jungle mimic oyster zebra'.split(' ')

/** As an encoder that trusts nobody writes it. */
const hidden = words.join(' ').replace(/./g, letter => `%${letter.charCodeAt(0).toString(16)}`)

const kept = [
  'https://exchange.test/trade/BTC-USDT?tab=orders&page=2#book',
  'https://exchange.test/tx/0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060',
  'https://exchange.test/%E6%8F%90%E5%B8%81?q=a%20b',
  '/withdraw',
  'javascript:alert(1)',
  '',
]
for (const page of kept) test(`keeps ${page}`, () => assert.equal(screenPage(page), page))

const lost: [string, string][] = [
  ['https://exchange.test/a?token=abc&tab=1', 'https://exchange.test/a?token=%E2%80%A6&tab=1'],
  [
    'https://exchange.test/cb#access_token=abc&state=1',
    'https://exchange.test/cb#access_token=%E2%80%A6&state=1',
  ],
  ['https://me:secret@exchange.test/', 'https://exchange.test/'],
  [
    `https://exchange.test/?q=${words.join('+')}&token=x`,
    'https://exchange.test/?q=%E2%80%A6&token=%E2%80%A6',
  ],
  [`https://exchange.test/?q=${hidden}&x=1`, 'https://exchange.test/?q=%E2%80%A6&x=1'],
  ['https://exchange.test/?x=eyJhbGci.eyJzdWIi.c2ln', 'https://exchange.test/?x=%E2%80%A6'],
]
for (const [page, left] of lost)
  test(`of ${page.slice(0, 60)} keeps ${left}`, () => assert.equal(screenPage(page), left))

test('a seed phrase survives nowhere in an address', () => {
  for (const separator of [' ', '+', '%20', '-', '/', ',']) {
    const text = words.join(separator)
    for (const page of [
      text,
      `https://a.test/${text}`,
      `https://a.test/?q=${text}`,
      `https://a.test/#${text}`,
    ])
      assert.doesNotMatch(screenPage(page), /tornado|zebra/, page)
  }
})

test('a text loses what no database can hold', () => {
  assert.equal(screen('a\0b\ud800c').text, 'ab\ufffdc')
  assert.equal(screen(words.join('\0 ')).text, SEED_PHRASE_REMOVED)
})

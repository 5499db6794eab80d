// A seed phrase sent in several messages is caught when it is complete, and every piece of it is named.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SEED_PHRASE_REMOVED } from './secrets.ts'
import { findSplitSeedPhrase, mayGoOn } from './split-secrets.ts'
import { bip39English } from './words-bip39-english.ts'

const words = new Set(bip39English)
const twelve = 'lamp tornado kiwi ozone velvet cradle humor pistol jungle mimic oyster zebra'.split(' ')
const part = (from: number, to: number) => twelve.slice(from, to).join(' ')

test('two halves: both are named by their place', () => {
  const first = `my words. ${part(0, 6)}`
  const split = findSplitSeedPhrase(['hi!', first], `7. ${part(6, 12)} ok?`, words)
  assert.deepEqual(split, {
    current: [{ start: 0, end: 3 + part(6, 12).length }],
    earlier: [{ index: 1, start: 10, end: first.length }],
  })
})

test('messages without a word of the list between the pieces do not hide it', () => {
  const split = findSplitSeedPhrase([part(0, 4), 'ok', part(4, 8), 'и вот'], part(8, 12), words)
  assert.deepEqual(
    split?.earlier.map(range => range.index),
    [0, 2],
  )
})

test('one word a message is found though it takes more than five messages', () => {
  const split = findSplitSeedPhrase(['Hello, it is me', ...twelve.slice(0, 11)], 'zebra', words)
  assert.deepEqual(
    split?.earlier.map(range => range.index),
    twelve.slice(0, 11).map((_, at) => at + 1),
  )
})

test('nothing to say: too few words, nothing completed now, or all in one message', () => {
  assert.equal(findSplitSeedPhrase([part(0, 5)], part(5, 11), words), null)
  assert.equal(findSplitSeedPhrase([part(0, 12)], 'so what now', words), null)
  assert.equal(findSplitSeedPhrase([part(0, 6), part(6, 12)], 'hm…', words), null)
  assert.equal(findSplitSeedPhrase([], part(0, 12), words), null)
  assert.equal(findSplitSeedPhrase(['hi!'], part(0, 12), words), null)
  assert.equal(findSplitSeedPhrase([SEED_PHRASE_REMOVED], part(0, 5), words), null)
})

test('only the last messages count', () => {
  const talk = ['so hi', 'so it is', 'so I am', 'so be it', 'so no'].map(text => `${text} help`)
  assert.equal(findSplitSeedPhrase([part(0, 6), ...talk], part(6, 12), words), null)
})

test('only a message that begins with words of the list is worth a look at the ones before', () => {
  const yes = [part(0, 1), part(3, 9), `7. ${part(6, 12)} ok?`, '8) pistol', 'pistl jungle', 'когда pistol']
  const no = [
    'My deposit is missing',
    'I sent it yesterday',
    '提币没到账',
    'TXID 0xabc',
    '',
    'ok',
    'so zebra',
  ]
  for (const text of yes) assert.equal(mayGoOn(text, words), true, text)
  for (const text of no) assert.equal(mayGoOn(text, words), false, text)
})

test('what is found was worth a look', () => {
  for (let at = 1; at < 12; at++) {
    assert.ok(findSplitSeedPhrase([part(0, at)], part(at, 12), words))
    assert.ok(mayGoOn(part(at, 12), words))
  }
})

// Lengths of texts, in scripts with and without spaces.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countWords } from './count-words.ts'

const cases: [string, number][] = [
  ['', 0],
  ['## Two words', 2],
  ["It doesn't count **signs**, 1.5 BTC", 6],
  ['充值没到账', 5],
  ['用 USDT 充值', 4],
  ['[how to](choose-network) at {{exchange}}', 3],
]

for (const [text, count] of cases) {
  test(`“${text}” has ${count}`, () => assert.equal(countWords(text), count))
}

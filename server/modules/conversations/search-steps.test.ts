// In which steps a search goes back: all of time is looked at, or the search says where it ended.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchParts } from '../../text/search-query.ts'
import type { Frequencies } from './search-frequencies.ts'
import { slicesOf, stepsOf, wayOf } from './search-steps.ts'

const now = Date.UTC(2026, 10, 22)
const day = 86_400_000
const known: Frequencies = {
  total: 1_000_000,
  shares: new Map([
    ['the', 0.4],
    ['deposit', 0.03],
    ['withdraw', 0.03],
    ['withdrawal', 0.02],
  ]),
  rest: 0.002,
  spread: Array.from({ length: 101 }, (_, n) => now - (100 - n) * 7 * day),
}
const way = (text: string, filtered = false) => wayOf(searchParts(text)!, known, filtered)
const steps = (text: string, filtered = false) => [...stepsOf(way(text, filtered), known, now)]

test('a desk without statistics looks at everything at once', () => {
  const nothing = { total: 0, shares: new Map(), rest: 0, spread: [] }
  assert.deepEqual([...stepsOf(wayOf(searchParts('the ')!, nothing), nothing, now)], [{ from: null }])
})

test('a rare word is looked for at once, a frequent one in slices that grow', () => {
  assert.deepEqual(steps('zanzibar '), [{ from: null }])
  const froms = steps('the ').map(({ from }) => from)
  assert.ok(froms.length > 2)
  const ages = froms.map(from => (from === null ? Number.POSITIVE_INFINITY : now - from))
  for (const [at, age] of ages.entries()) assert.ok(age > (ages[at - 1] ?? 0))
  assert.ok(ages[0]! < 14 * day)
})

test('a search ends within its budget, sooner where each conversation has to be looked at', () => {
  assert.notEqual(steps('the ').at(-1)!.from, null)
  assert.ok(steps('the ', true).at(-1)!.from! > steps('the ').at(-1)!.from!)
})

test('a rare word beside a frequent one is looked for by the rare one', () => {
  assert.deepEqual(steps('the zanzibar '), [{ from: null }])
})

test('the beginning of frequent words is not read from the index, that of rare ones is', () => {
  assert.equal(way('withdraw').prefixByIndex, false)
  assert.equal(way('zanzib').prefixByIndex, true)
  assert.equal(way('0x').prefixByIndex, false)
  assert.equal(way('withdraw ').prefixByIndex, false)
})

test('what is left of a time that lies before all entries is nothing', () => {
  assert.deepEqual([...stepsOf(way('the '), known, now - 900 * day)], [{ from: null }])
})

test('few keys cover a time wholly', () => {
  for (const days of [0, 1, 5, 11, 12, 40, 90, 91, 400, 800, 4_000]) {
    const [from, upTo] = [now - days * day, now + 3_600_000]
    const keys = slicesOf(from, upTo)
    assert.ok(keys.length <= 16, String(days))
    for (const at of [from, (from + upTo) / 2, upTo])
      assert.ok(
        keys.some(key => holds(key, at)),
        `${days}`,
      )
  }
})

/** As the migration reckons. */
function holds(key: number, at: number): boolean {
  const span = [1, 8, 64, 512][key % 4]! * day
  return Math.floor(at / span) === Math.floor(key / 4)
}

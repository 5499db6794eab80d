// How times that are expected are said, with all that may or may not be known.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectedTimes } from './expected.ts'
import { wordsOf } from './words.ts'

const range = (low: string, high: string) => ({ low: new Date(low), high: new Date(high) })
const firstReply = range('2026-03-02T10:00:00Z', '2026-03-02T14:00:00Z')
const resolution = range('2026-03-03T09:00:00Z', '2026-03-05T18:00:00Z')
const early = new Date('2026-03-02T08:00:00Z')

test('a range is said as one, in the language of the reader', () => {
  const english = expectedTimes(wordsOf('en'), { firstReply, resolution }, early).text
  assert.match(english, /answer between Mar 2, 2026, 10:00\sAM UTC and Mar 2, 2026, 2:00\sPM UTC/)
  assert.match(english, /solved between Mar 3, 2026, 9:00\sAM UTC and Mar 5, 2026, 6:00\sPM UTC/)
  assert.match(
    expectedTimes(wordsOf('zh'), { firstReply }, early).text,
    /2026年3月2日 10:00 UTC 至 2026年3月2日 14:00 UTC/,
  )
})

test('what is not known is left out; where nothing is, that is said', () => {
  const words = wordsOf('en')
  assert.doesNotMatch(expectedTimes(words, { firstReply, resolution: null }, early).text, /solved/)
  assert.doesNotMatch(expectedTimes(words, { resolution }, early).text, /to answer/)
  for (const nothing of [{}, { firstReply: null, resolution: null }])
    assert.match(expectedTimes(words, nothing, early).text, /cannot say yet/)
})

test('what took longer is said to have, with what was said before', () => {
  const words = wordsOf('en')
  const between = new Date('2026-03-02T14:00:00Z')
  const { text } = expectedTimes(words, { firstReply, resolution }, between)
  assert.match(text, /longer than we expected: an answer by Mar 2, 2026, 2:00\sPM UTC/)
  assert.match(text, /solved between Mar 3/)
  assert.match(
    expectedTimes(words, { resolution }, resolution.high).text,
    /solved by Mar 5, 2026, 6:00\sPM UTC/,
  )
})

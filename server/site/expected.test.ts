// How times that are expected are said, with all that may or may not be known.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Expected, expectedTimes } from './expected.ts'
import { wordsOf } from './words.ts'

const range = (low: string, high: string) => ({ low: new Date(low), high: new Date(high) })
const firstReply = range('2026-03-02T10:00:00Z', '2026-03-02T14:00:00Z')
const resolution = range('2026-03-03T09:00:00Z', '2026-03-05T18:00:00Z')
/** What is read, without what only browsers see. */
const read = (expected: Expected, now: Date, words = wordsOf('en')) =>
  expectedTimes(words, expected, now).text.replace(/<[^>]+>/g, '')
const early = new Date('2026-03-02T08:00:00Z')

test('a range is said as one, in the language of the reader', () => {
  const english = read({ firstReply, resolution }, early)
  assert.match(english, /answer between Mar 2, 2026, 10:00\sAM UTC and Mar 2, 2026, 2:00\sPM UTC/)
  assert.match(english, /solved between Mar 3, 2026, 9:00\sAM UTC and Mar 5, 2026, 6:00\sPM UTC/)
  assert.match(
    read({ firstReply }, early, wordsOf('zh', 'Asia/Shanghai')),
    /2026年3月2日 18:00 UTC\+8 至 2026年3月2日 22:00 UTC\+8/,
  )
  assert.match(
    expectedTimes(wordsOf('en'), { firstReply }, early).text,
    /<time datetime="2026-03-02T10:00:00.000Z">/,
  )
})

test('what is not known is left out; where nothing is, that is said', () => {
  assert.doesNotMatch(read({ firstReply, resolution: null }, early), /solved/)
  assert.doesNotMatch(read({ resolution }, early), /to answer/)
  for (const nothing of [{}, { firstReply: null, resolution: null }])
    assert.match(read(nothing, early), /cannot say yet/)
})

test('what took longer is said to have, with what was said before', () => {
  const between = new Date('2026-03-02T14:00:00Z')
  const text = read({ firstReply, resolution }, between)
  assert.match(text, /longer than we expected: an answer by Mar 2, 2026, 2:00\sPM UTC/)
  assert.match(text, /solved between Mar 3/)
  assert.match(read({ resolution }, resolution.high), /solved by Mar 5, 2026, 6:00\sPM UTC/)
})

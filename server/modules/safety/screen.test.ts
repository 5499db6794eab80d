// The server's own screening finds what the rules find; the rules have their own tests.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SEED_PHRASE_REMOVED } from '../../../rules/secrets.ts'
import { screen, screenTogether } from './index.ts'

const phrase = 'abandon ability able about above absent absorb abstract absurd abuse access accident'

test('a seed phrase is taken out of a text, and nothing else', () => {
  const { text, removed } = screen(`Mine is: ${phrase}. 谢谢`)
  assert.equal(text, `Mine is: ${SEED_PHRASE_REMOVED}. 谢谢`)
  assert.deepEqual(removed, [{ kind: 'seed_phrase', count: 1 }])
  assert.deepEqual(screen('my withdrawal is late'), { text: 'my withdrawal is late', removed: [] })
})

test('a phrase in two messages is found with the second', () => {
  const [first, second] = [
    'abandon ability able about above absent',
    'absorb abstract absurd abuse access accident',
  ]
  assert.equal(screenTogether([], first), null)
  const found = screenTogether([first], second)
  assert.equal(found?.earlier.length, 1)
})

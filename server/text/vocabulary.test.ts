// Which known word a slip of the pen was meant to be, and which words a begun one may become.

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { createVocabulary, slipsBetween } from './vocabulary.ts'

const words =
  'withdraw withdrawal deposit password network fee fees code verification order border rewards'.split(' ')
const anyWord = () => true

function vocabulary() {
  const known = createVocabulary()
  for (const word of words) known.add(word)
  return known
}

suite('the nearest word', () => {
  const table: [string, string | undefined][] = [
    ['pasword', 'password'],
    ['passwrod', 'password'],
    ['depostt', 'deposit'],
    ['eposit', 'deposit'],
    ['verfication', 'verification'],
    ['vreificaton', 'verification'],
    ['widthdraw', 'withdraw'],
    ['oder', 'order'],
    ['ordre', 'order'],
    ['cod', undefined],
    ['cods', 'code'],
    ['cuds', undefined],
    ['password', undefined],
    ['completely', undefined],
  ]
  for (const [word, wanted] of table) {
    test(`${word} -> ${wanted}`, () => assert.equal(vocabulary().near(word, anyWord, 5)[0], wanted))
  }

  test('is one that is used', () => {
    assert.deepEqual(
      vocabulary().near('pasword', word => word !== 'password', 5),
      [],
    )
  })
})

test('a begun word becomes the used words that begin so, the shortest first', () => {
  assert.deepEqual(vocabulary().beginningWith('withd', anyWord, 5), ['withdraw', 'withdrawal'])
  assert.deepEqual(
    vocabulary().beginningWith('fe', word => word !== 'fee', 5),
    ['fees'],
  )
  assert.deepEqual(vocabulary().beginningWith('x', anyWord, 5), [])
})

test('slips are counted alike in both directions, and never above what was asked for', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      const slips = slipsBetween(one, other, 2)
      assert.equal(slips, slipsBetween(other, one, 2))
      assert.ok(slips <= 3 && (slips === 0) === (one === other))
    }),
  )
})

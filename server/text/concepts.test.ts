// How the list of concepts is read, that each fault is told with its line, and where concepts are found in texts.

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { atomsOf } from './atoms.ts'
import { parseConcepts } from './concepts.ts'
import { createLexicon } from './lexicon.ts'
import { normalise } from './normalise.ts'
import { tokens } from './tokens.ts'

suite('reading concepts', () => {
  test('names, weights, languages, comments', () => {
    const { concepts, faults } = parseConcepts(`
# a comment
withdraw 1.5
  en: withdraw, cash out   # and another
  zh: 提币，提现、出金
  en: payout

filler 0
  en: the`)
    assert.deepEqual(faults, [])
    assert.deepEqual(concepts, [
      {
        name: 'withdraw',
        weight: 1.5,
        words: { en: ['withdraw', 'cash out', 'payout'], zh: ['提币', '提现', '出金'] },
      },
      { name: 'filler', weight: 0, words: { en: ['the'] } },
    ])
  })

  const table: [text: string, line: number, code: string][] = [
    ['  en: early', 1, 'no_concept'],
    ['Bad Name 1 2\n  en: a', 1, 'bad_name'],
    ['one 4\n  en: a', 1, 'bad_weight'],
    ['one -1\n  en: a', 1, 'bad_weight'],
    ['one\n  en: a\none\n  en: b', 3, 'name_twice'],
    ['one\n  english: a\n  en: b', 2, 'bad_language'],
    ['one\n  no colon\n  en: b', 2, 'bad_language'],
    ['one\n  en: a, ***, b', 2, 'bad_word'],
    ['one\n  en: a, * b', 2, 'bad_word'],
    ['one\n  en: a, [b], c', 2, 'bad_word'],
    ['one\n  en: a, b [c, d', 2, 'bad_word'],
    [`one\n  en: a, ${'x'.repeat(61)}`, 2, 'bad_word'],
    ['one\n  en: a * b * c * d, a', 2, 'bad_word'],
    ['one\n  en: a, a', 2, 'word_twice'],
    ['one\ntwo\n  en: a', 1, 'no_words'],
  ]
  for (const [text, line, code] of table) {
    test(`${JSON.stringify(text).slice(0, 40)}: ${code}`, () => {
      const [fault] = parseConcepts(text).faults
      assert.deepEqual([fault?.line, fault?.code], [line, code])
    })
  }

  test('what is right beside a fault is kept, and a hostile list is read in linear time', () => {
    const { concepts } = parseConcepts('one\n  en: good, *\nBad\ntwo\n  en: fine')
    assert.deepEqual(
      concepts.map(({ name, words }) => [name, words.en]),
      [
        ['one', ['good']],
        ['two', ['fine']],
      ],
    )
    const begun = performance.now()
    parseConcepts(`one\n  en: ${'[a]*'.repeat(200_000)}`)
    parseConcepts('x\n'.repeat(200_000))
    assert.ok(performance.now() - begun < 5_000)
  })
})

suite('concepts in a text', () => {
  const { concepts, faults } = parseConcepts(`
withdraw
  en: withdraw, cash out, take * out
  zh: 提币, 提U, 出金, [不能]提
not-arrived
  zh: 没到账, 没*到账
cash
  en: cash
paused
  en: cannot [withdraw]
  zh: 不能[提]
arrive
  zh: 到账`)
  const lexicon = createLexicon(concepts)
  const found = (text: string) =>
    lexicon
      .matches(atomsOf(tokens(normalise(text))))
      .flatMap(match => match.concepts.map(({ name }) => name))
      .toSorted()

  const table: [string, string[]][] = [
    ['Withdrawals and withdrawing', ['withdraw', 'withdraw']],
    ['I cash out', ['withdraw']],
    ['I have cash', ['cash']],
    ['take all my coins out', ['withdraw']],
    ['take all of my many coins out', []],
    ['提U没有到账', ['not-arrived', 'withdraw']],
    ['提幣沒到賬', ['not-arrived', 'withdraw']],
    ['到账', ['arrive']],
    ['I cannot withdraw', ['paused', 'withdraw']],
    ['I cannot see it', []],
    ['账户不能提', ['paused', 'withdraw']],
  ]
  for (const [text, wanted] of table) {
    test(`${text}: ${wanted.join(', ') || 'none'}`, () => {
      assert.deepEqual(faults, [])
      assert.deepEqual(found(text), wanted)
    })
  }
})

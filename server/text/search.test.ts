// What is stored is found, any text makes literals that PostgreSQL accepts, and hostile text costs little.

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { parseConcepts } from './concepts.ts'
import { highlight, snippet } from './highlight.ts'
import { createLexicon } from './lexicon.ts'
import { toSearchQuery } from './search-query.ts'
import { toSearchVector } from './search-vector.ts'

/** A strict reading of tsvector literals: throws on anything PostgreSQL would refuse or read otherwise. */
function readVector(literal: string): Map<string, number[]> {
  const read = new Map<string, number[]>()
  let total = 0
  for (const part of literal === '' ? [] : literal.split(/ (?=')/)) {
    const [, quotedTerm = '', places = ''] = /^'((?:[^'\\\0]|''|\\\\)+)':(\d+(?:,\d+)*)$/.exec(part) ?? []
    assert.notEqual(quotedTerm, '', part)
    const at = places.split(',').map(Number)
    assert.ok(
      at.length < 256 && at.every((place, i) => place >= 1 && place <= 16_383 && place > (at[i - 1] ?? 0)),
    )
    assert.ok(Buffer.byteLength(quotedTerm) < 2046 && quotedTerm.isWellFormed())
    assert.ok(!read.has(quotedTerm))
    total += Buffer.byteLength(quotedTerm) + 4 + 2 * at.length
    read.set(quotedTerm, at)
  }
  assert.ok(total < 1 << 20)
  return read
}

const OPERAND = /^'((?:[^'\\\0]|''|\\\\)+)'(:\*)?$/

/** Reads the queries this analyser writes, `a & b & (c:* | d & e)`, and asks a vector; throws on any other form. */
function matches(vector: ReadonlyMap<string, unknown>, query: string): boolean {
  const all = (conjunction: string) => conjunction.split(' & ').every(operand => holds(vector, operand))
  const [, before = '', prefix, rest = ''] = /^(?:(.*) & )?\((.*) \| (.*)\)$/s.exec(query) ?? []
  if (prefix === undefined) return all(query)
  return (before === '' || all(before)) && (holds(vector, prefix) || all(rest))
}

function holds(vector: ReadonlyMap<string, unknown>, operand: string): boolean {
  const [, term, prefix] = OPERAND.exec(operand) ?? []
  assert.ok(term && Buffer.byteLength(term) < 2046 && term.isWellFormed(), operand)
  return prefix ? [...vector.keys()].some(key => key.startsWith(term)) : vector.has(term)
}

const finds = (text: string, query: string) => {
  const literal = toSearchQuery(query)
  return literal !== null && matches(readVector(toSearchVector(text)), literal)
}

suite('what is stored is found', () => {
  const table: [string, string, boolean][] = [
    ['我的 USDT 提币没到账，怎么办', 'usdt 提币', true],
    ['我的USDT提幣沒到賬', '提币没到账', true],
    ['我的提币', '币', true],
    ['提出的货币', '提币', false],
    ['BTC-USDT 手续费是多少', 'btcusdt 手续费', true],
    ['BTCUSDT 手续费', 'BTC/USDT', true],
    ['error code 30001', '３０００１', true],
    ['error code 300012', '30001', true],
    ['error code 300012', '30001 ', false],
    ['my withdrawals are late', 'withdrawing', true],
    ['my withdrawal is late', 'withdrawa', true],
    ['my withdrawal is late', 'withdrawa late', false],
    ['paid 1,234.56 USDT', '1234.56', true],
    ['I am juan.p@exa.com', 'juan.p@exa', true],
    ['I am juan.p@exa.com', 'exa.com', true],
    ['tx 0xABCdef0123456789abcdef', '0xabcdef01234', true],
    ["o'neil", 'oneil', true],
  ]
  for (const [text, query, wanted] of table) {
    test(`${text} ${wanted ? '<-' : 'not <-'} ${query}`, () => assert.equal(finds(text, query), wanted))
  }

  test('nothing to search for is no query', () => {
    for (const query of ['', '  ', '。，!', "'", '\0', ':* & |', '\ud800'])
      assert.equal(toSearchQuery(query), null)
  })
})

const withConcepts = createLexicon(
  parseConcepts('one\n  en: a * b, usdt\n  zh: 提币, 提*币\nnone 0\n  en: b, c\n  zh: 提').concepts,
)

suite('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      "'",
      '\\',
      '\0',
      '\ud800',
      'USDT ',
      '提币',
      "don't",
      'a@b.c ',
      ':*',
      ' & ',
      '1,234',
      '\u0301',
    ),
  )
  const anyText = fc.array(piece, { maxLength: 12 }).map(list => list.join(''))

  test('makes valid literals, finds itself, and its pieces are it', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        const vector = readVector(toSearchVector(text))
        const own = toSearchQuery(text)
        if (own !== null) assert.ok(matches(vector, own))
        const other = toSearchQuery(query)
        if (other !== null) matches(vector, other)
        assert.equal(joined(highlight(text, query)), text)
        assert.equal(joined(highlight(text, query, withConcepts)), text)
      }),
      { numRuns: 1000 },
    )
  })

  test('has a snippet that is a part of it', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 20, max: 60 }), (text, query, length) => {
        const shown = joined(snippet(text, query, length))
        assert.ok(shown.length <= length + 2)
        if (text.length <= length) assert.equal(shown, text)
        else assert.ok(text.includes(shown.replace(/^…/, '').replace(/…$/, '')))
      }),
    )
  })
})

const joined = (pieces: { text: string }[]) => pieces.map(piece => piece.text).join('')

suite('highlight', () => {
  const marked = (text: string, query: string) =>
    highlight(text, query)
      .map(piece => (piece.hit ? `[${piece.text}]` : piece.text))
      .join('')
  const table: [string, string, string][] = [
    ['我的 USDT 提幣一直没到账', '提币 usdt', '我的 [USDT] [提幣]一直没到账'],
    ['Two deposits, one ＤＥＰＯＳＩＴ', 'deposit', 'Two [deposits], one [ＤＥＰＯＳＩＴ]'],
    ['with\u200bdraw now', 'withdraw', '[with\u200bdraw] now'],
    ['<b>btcusdt</b>', 'usdt b', '<[b]>[btcusdt]</[b]>'],
    ['没到账没', '没到账', '[没到账]没'],
    ['nothing', '', 'nothing'],
  ]
  for (const [text, query, wanted] of table) test(wanted, () => assert.equal(marked(text, query), wanted))

  const lexicon = createLexicon(
    parseConcepts(`
filler 0
  en: how, do, i, my
  zh: 我, 的, 怎么
withdraw
  en: withdraw, cash out, take * out
  zh: 提币, 提现
coin 0.3
  en: coin`).concepts,
  )
  const meant: [string, string, string][] = [
    ['How my withdrawals work', 'how do I cash out', 'How my [withdrawals] work'],
    ['Take your coins out or 提現', 'withdraw coin', '[Take] your coins [out] or [提現]'],
    ['我的提币和我的猫', '我的提币', '我的[提币]和我的猫'],
    ['Do I know 怎么 here', '怎么提现', 'Do I know 怎么 here'],
    ['Fees of the network', 'network of mine', 'Fees [of] the [network]'],
  ]
  for (const [text, query, wanted] of meant) {
    test(`with concepts: ${wanted}`, () => {
      const found = highlight(text, query, lexicon)
      assert.equal(found.map(piece => (piece.hit ? `[${piece.text}]` : piece.text)).join(''), wanted)
      assert.equal(joined(snippet(text, query, 200, lexicon)), text)
    })
  }

  test('a snippet shows the place with most hits', () => {
    const text = `${'x '.repeat(300)}deposit ${'y '.repeat(300)}my deposit of USDT is late${' z'.repeat(300)}`
    const pieces = snippet(text, 'usdt deposit', 120)
    assert.deepEqual(
      pieces.filter(piece => piece.hit).map(piece => piece.text),
      ['deposit', 'USDT'],
    )
    assert.match(joined(pieces), /^…y .*my deposit of USDT is late z.*…$/)
  })
})

suite('100 kB are analysed in less than 30 ms', () => {
  const sentence =
    'please help, my withdrawal of 1,234.5 USDT (TRC20) to juan@exa.com is not completed: 30001. '
  const big: Record<string, string> = {
    English: sentence.repeat(1100),
    Chinese: '我昨天提幣五百個 USDT 到錢包，一直沒到賬，請聯繫客服。'.repeat(1400),
    'one token': 'a'.repeat(100_000),
    dots: 'a.'.repeat(50_000),
    'at signs': 'a@'.repeat(50_000),
    'thousands of thousands': '1,234,'.repeat(16_000),
    apostrophes: "a'".repeat(50_000),
    marks: '\u0301'.repeat(50_000),
    'mixed scripts': '提a'.repeat(25_000),
  }
  for (const [name, whole] of Object.entries(big)) {
    test(name, () => {
      const text = whole.slice(0, 100_000)
      const times = Array.from({ length: 8 }, () => {
        const begun = process.threadCpuUsage()
        toSearchVector(text)
        toSearchQuery(text)
        const { user, system } = process.threadCpuUsage(begun)
        return (user + system) / 1_000
      })
      assert.ok(Math.min(...times) < 30, `${Math.min(...times)} ms`)
    })
  }

  test('a megabyte of different terms stays a valid vector', () => {
    const text = Array.from({ length: 400_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
    )
    readVector(toSearchVector(text.join('')))
  })
})

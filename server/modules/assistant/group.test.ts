// Which questions are the same in other words or another language, which are not, and that many don't take long.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { detectLanguage } from '../../text/detect-language.ts'
import { group } from './group.ts'
import { phrasesOf, termsOf } from './question-terms.ts'

const phrases = phrasesOf([
  { id: 'withdraw', words: { en: ['withdraw', 'withdrawal', 'cash out'], zh: ['提币', '提现'] } },
  { id: 'arrive', words: { en: ['arrive', 'receive'], zh: ['到账'] } },
  { id: '2fa', words: { en: ['2fa', 'authenticator', 'two factor'], zh: ['谷歌验证', '二次验证'] } },
  { id: 'reset', words: { en: ['reset', 'lost'], zh: ['重置', '丢了'] } },
])

const grouped = (...texts: string[]) =>
  group(
    texts.map((text, n) => ({
      id: text,
      who: String(n),
      language: detectLanguage(text) ?? 'en',
      terms: termsOf(text, phrases),
    })),
  ).map(members => members.map(({ id }) => id))

describe('are one group', () => {
  const table: [what: string, ...texts: string[]][] = [
    [
      'in other small words',
      'How do I change my withdrawal password?',
      'I want to change the password for withdrawals, how?',
    ],
    ['in other forms', 'Can I export my tax report?', 'Where are tax reports exported?'],
    ['in Chinese', '怎么导出税务报表？', '请问税务报表怎么导出'],
    ['by concepts', 'How do I reset my 2FA?', 'I lost my authenticator, how can I get a new one'],
    ['across languages', 'When will my USDT withdrawal arrive?', 'USDT提币什么时候到账？'],
    ['by phrases', 'How to reset two factor?', '怎么重置谷歌验证？'],
  ]
  for (const [what, ...texts] of table) test(what, () => assert.deepEqual(grouped(...texts), [texts]))
})

describe('are not', () => {
  const table: [what: string, ...texts: string[]][] = [
    ['with one word in common', 'How do I change my email address?', 'How do I change my leverage?'],
    ['with small words in common', 'How do I close my account?', 'How do I use the grid bot?'],
    ['with particles in common', '怎么关闭账户？', '怎么使用网格机器人？'],
    ['across languages with one thing in common', 'Why is the USDT fee so high?', '为什么USDT不能交易'],
  ]
  for (const [what, ...texts] of table)
    test(what, () =>
      assert.deepEqual(
        grouped(...texts),
        texts.map(text => [text]),
      ),
    )
})

test('numbers, ids and addresses say nothing', () => {
  assert.deepEqual(termsOf('0x52908400098527886e0f7030069857d2e4169ee7 1234.5 a@b.example', phrases), [
    'example',
  ])
})

test('what has no words is in no group', () => assert.deepEqual(grouped('?', '123'), []))

test('three thousand questions take no second', () => {
  const word = (n: number) => `w${(n * 7919) % 900}x`
  const hostile = Array.from({ length: 3_000 }, (_, n) => ({
    id: String(n),
    who: String(n),
    language: n % 2 ? 'en' : 'zh',
    terms: Array.from({ length: 16 }, (_, at) => word(n + at * (n % 31))),
  }))
  const began = performance.now()
  const groups = group(hostile)
  const took = performance.now() - began
  assert.equal(groups.flat().length, 3_000)
  assert.ok(took < 1_000, `${took} ms`)
})

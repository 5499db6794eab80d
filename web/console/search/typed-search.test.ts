// What is typed, and what the desk is asked for it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Filters, readSearch, toQuestion, withFilter } from './typed-search.ts'

const mei = '018f0000-0000-7000-8000-000000000001'
const billing = '018f0000-0000-7000-8000-000000000002'
const known = {
  status: new Map([
    ['open', 'open'],
    ['待处理', 'open'],
  ]),
  channel: new Map([['email', 'email']]),
  team: new Map([['billing and fees', billing]]),
  assignee: new Map([
    ['me', 'me'],
    ['沈玫 mei shen', mei],
  ]),
  locale: new Map([['中文', 'zh']]),
}

const cases: [typed: string, text: string, filters: Filters][] = [
  ['', '', {}],
  ['status:open', '', { status: 'open' }],
  ['STATUS:Open deposit', 'deposit', { status: 'open' }],
  ['状态:待处理 提币', '提币', { status: 'open' }],
  ['状态：待处理', '', { status: 'open' }],
  [
    'where status:open from:2026-10-01 tag:vip channel:email assignee:me is it',
    'where is it',
    { status: 'open', from: '2026-10-01', tag: 'vip', channel: 'email', assignee: 'me' },
  ],
  ['team:"Billing and fees"', '', { team: billing }],
  ['团队:“billing and fees”', '', { team: billing }],
  ['assignee:"沈玫 Mei Shen"', '', { assignee: mei }],
  ['to:2026-02-28 to:2026-03-01', '', { to: '2026-03-01' }],
  ['language:zh-tw', '', { locale: 'zh-TW' }],
  ['语言:中文', '', { locale: 'zh' }],
  ['has:files', '', { files: 'true' }],
  ['有:文件', '', { files: 'true' }],
  [`customer:${mei.toUpperCase()}`, '', { customer: mei }],
  // What is no filter is looked for.
  ['status:nonsense', 'status:nonsense', {}],
  ['team:nowhere', 'team:nowhere', {}],
  ['from:2026-02-30', 'from:2026-02-30', {}],
  ['from:yesterday', 'from:yesterday', {}],
  ['https://example.test/a:b', 'https://example.test/a:b', {}],
  ['colour:red', 'colour:red', {}],
  ['constructor:x __proto__:y', 'constructor:x __proto__:y', {}],
  ['status: open', 'status: open', {}],
  ['has:hope', 'has:hope', {}],
  ['customer:alba', 'customer:alba', {}],
  [`tag:${'x'.repeat(41)}`, `tag:${'x'.repeat(41)}`, {}],
  ['tag:"not closed', 'tag:"not closed', {}],
]

describe('what is typed', () => {
  for (const [typed, text, filters] of cases) {
    test(JSON.stringify(typed.slice(0, 60)), () => {
      assert.deepEqual(readSearch(typed, known), { text, filters })
    })
  }

  test('is read in no time, whatever it is', () => {
    const from = performance.now()
    for (const part of ['status:', 'tag:"', 'a:', ':', '"', ' ', 'tag:x ', '：']) {
      readSearch(part.repeat(20_000), known)
    }
    assert.ok(performance.now() - from < 1_000)
  })
})

describe('a filter', () => {
  test('is added behind the rest, takes the place of another, and goes', () => {
    const one = withFilter('deposit  status:open late', 'tag', 'two words', known)
    assert.equal(one, 'deposit status:open late tag:"two words"')
    assert.equal(withFilter(one, 'tag', 'x', known), 'deposit status:open late tag:x')
    assert.equal(withFilter(one, 'status', null, known), 'deposit late tag:"two words"')
    assert.equal(withFilter('status:nonsense', 'status', null, known), 'status:nonsense')
    assert.equal(withFilter('', 'files', 'files', known), 'has:files')
    assert.equal(withFilter('x', 'locale', 'zh', known), 'x language:zh')
  })

  test('that was added is read again as it was meant', () => {
    for (const tag of ['vip', 'two words', '中文 标签', 'a:b'])
      assert.deepEqual(readSearch(withFilter('x', 'tag', tag, known), known), { text: 'x', filters: { tag } })
  })
})

describe('the question', () => {
  test('takes whole days by the clock of whoever asks', () => {
    const { from, to, ...rest } = toQuestion(readSearch('x from:2026-10-01 to:2026-10-01 tag:vip', known))
    assert.deepEqual(rest, { q: 'x', tag: 'vip' })
    assert.equal(new Date(from!).getHours(), 0)
    assert.equal(new Date(from!).getDate(), 1)
    assert.equal(new Date(to!).getDate(), 2)
  })

  test('is no longer than the desk takes', () => {
    assert.equal(toQuestion({ text: 'x'.repeat(9_999), filters: {} }).q.length, 2_000)
  })
})

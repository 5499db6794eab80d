// What is found, and in which order: words, stems, concepts over languages, slips of the pen, beginnings, codes; and that nothing
// is found where nothing fits, nothing that was dropped, and nothing slowly.

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { analyse, pack, unpack } from './analyse.ts'
import { parseConcepts } from './concepts.ts'
import { createLexicon } from './lexicon.ts'
import { createIndex, type SearchOptions, type Traits } from './search-index.ts'

const lexicon = createLexicon(
  parseConcepts(`
filler 0
  en: the, my, is, a, to, how, do, i, has, not yet, there, it, for, your, of, and, what, was
  zh: 我, 的, 了, 怎么办, 怎么
withdraw 1.3
  en: withdraw, withdrawal, cash out
  zh: 提币, 提现, 出金
deposit 1.3
  en: deposit, top up
  zh: 充值, 充币, 入金
not-arrived
  en: not arrived, missing, not received
  zh: 没到账, 未到账, 没收到
fee
  en: fee, fees, cost
  zh: 手续费, 费用
password
  en: password
  zh: 密码`).concepts,
)

const articles: Record<string, [title: string, body: string, traits?: Traits]> = {
  deposit: [
    'Your deposit has not arrived',
    'Look for the transaction in a block explorer.',
    { locale: 'en', group: 'd' },
  ],
  deposit_zh: ['充币没到账怎么办', '先在区块浏览器查询交易。', { locale: 'zh', group: 'd' }],
  withdraw: [
    'How to withdraw',
    'Choose the network, enter the address, confirm. Fees depend on the network.',
    { locale: 'en' },
  ],
  pending: [
    'Your withdrawal has not arrived',
    'It waits for confirmations of the network.',
    { locale: 'en' },
  ],
  fees: [
    'How withdrawal fees work',
    'The fee is fixed for each coin and network.',
    { locale: 'en', group: 'f' },
  ],
  fees_zh: ['提幣手續費怎麼算', '每個幣種和網絡收取固定費用。', { locale: 'zh', group: 'f' }],
  password: ['Reset your password', 'Press Forgot and follow the link in the mail.', { locale: 'en' }],
  timestamp: [
    'API timestamp errors',
    'Error -1021: your clock is wrong. See also E1003 and recvWindow.',
    { locale: 'en' },
  ],
  key: [
    'API key refused',
    'APIError(code=-2015) means that the key, its permissions or the IP are wrong.',
    { locale: 'en' },
  ],
  pairs: ['Trading pairs', 'The pair BTCUSDT is traded in the spot market, and so is SOL.', { locale: 'en' }],
}

function indexed() {
  const index = createIndex(lexicon)
  for (const [key, [title, body, traits]] of Object.entries(articles))
    index.put(key, analysed(title, body), traits)
  return index
}

const analysed = (title: string, body: string) =>
  analyse(
    [
      { text: title, weight: 4 },
      { text: body, weight: 1 },
    ],
    lexicon,
  )

const first = (query: string, options?: SearchOptions) => indexed().search(query, options).hits[0]?.key

suite('the best article comes first', () => {
  const table: [query: string, wanted: string | undefined, options?: SearchOptions][] = [
    ['withdrawals', 'withdraw'],
    ['cash out', 'withdraw'],
    ['my top up is missing', 'deposit'],
    ['cost of a withdrawal', 'fees'],
    ['提币没收到', 'pending'],
    ['USDT 充值没到账', 'deposit_zh'],
    ['提現費用', 'fees_zh'],
    ['入金未到賬', 'deposit_zh'],
    ['我的密码', 'password'],
    ['pasword', 'password'],
    ['withdrawel', 'withdraw'],
    ['depsoit not recieved', 'deposit'],
    ['-1021', 'timestamp'],
    ['APIError(code=-1021)', 'timestamp'],
    ['error 2015', 'key'],
    ['e1003', 'timestamp'],
    ['btc/usdt', 'pairs'],
    ['recvwindow', 'timestamp'],
    ['recvw', 'timestamp', { isTyping: true }],
    ['passw', 'password', { isTyping: true }],
    ['api ti', 'timestamp', { isTyping: true }],
    ['passw ', undefined, { isTyping: true }],
    ['-1022', undefined],
    ['pizza tonight', undefined],
    ['今天天气', undefined],
    ['how do i', undefined],
    ['', undefined],
    ['。!', undefined],
  ]
  for (const [query, wanted, options] of table) {
    test(`${query || 'nothing'} -> ${wanted ?? 'nothing'}`, () => assert.equal(first(query, options), wanted))
  }
})

suite('what was meant', () => {
  const corrected = (query: string) => indexed().search(query).corrected
  const table: [query: string, wanted: string | null][] = [
    ['My pasword, please', 'My password, please'],
    ['withdrawel feees', 'withdrawal fees'],
    ['password', null],
    ['SOLL transfer', null],
    ['-1022', null],
    ['e1004', null],
    ['trc21', null],
    ['xyzzyplugh', null],
  ]
  for (const [query, wanted] of table)
    test(`${query} -> ${wanted}`, () => assert.equal(corrected(query), wanted))
})

suite('readers', () => {
  test('get their own language first, and one article of each group', () => {
    const keys = (options: SearchOptions) =>
      indexed()
        .search('deposit missing', options)
        .hits.map(({ key }) => key)
    assert.equal(keys({ locale: 'zh' })[0], 'deposit_zh')
    assert.equal(keys({ locale: 'en' })[0], 'deposit')
    assert.ok(!keys({ locale: 'zh' }).includes('deposit'))
  })

  test('get another language where nothing of theirs fits', () => {
    assert.equal(first('忘记密码', { locale: 'zh' }), 'password')
  })

  test('get only what they may see, and as many as they ask for', () => {
    const accepts = (key: string) => key !== 'pending'
    const { hits } = indexed().search('withdrawal not arrived', { accepts, limit: 2 })
    assert.equal(hits.length, 2)
    assert.ok(hits.every(({ key }) => key !== 'pending'))
  })

  test('are told how much of the question is spoken of', () => {
    const [whole] = indexed().search('deposit not arrived').hits
    const [part] = indexed().search('deposit umbrella', { leastFit: 0 }).hits
    assert.equal(whole!.fit, 1)
    assert.ok(part!.fit < 0.8)
  })
})

suite('an index that changes', () => {
  test('finds what was put last, and nothing that was dropped', () => {
    const index = indexed()
    index.put('password', analysed('Change your email', ''))
    assert.equal(index.search('password').hits[0]?.key, undefined)
    assert.equal(index.search('email').hits[0]?.key, 'password')
    assert.equal(index.drop('password'), true)
    assert.equal(index.drop('password'), false)
    assert.equal(index.search('email').hits.length, 0)
    assert.equal(index.size, Object.keys(articles).length - 1)
  })

  test('finds the same as one made afresh, after any changes', () => {
    const words = ['deposit', 'fee', 'password', '充值', '手续费', 'clock', 'network']
    const change = fc.record({
      key: fc.integer({ min: 0, max: 60 }),
      words: fc.option(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 100, maxLength: 400 }), changes => {
        const index = createIndex(lexicon)
        const kept = new Map<string, string>()
        for (const { key, words: said } of changes) {
          if (said) index.put(`${key}`, analysed(said.join(' '), ''))
          else index.drop(`${key}`)
          if (said) kept.set(`${key}`, said.join(' '))
          else kept.delete(`${key}`)
        }
        const fresh = createIndex(lexicon)
        for (const [key, title] of kept) fresh.put(key, analysed(title, ''))
        assert.equal(index.size, fresh.size)
        for (const word of words) {
          const keys = (one: typeof index) => one.search(word, { limit: 200 }).hits.map(({ key }) => key)
          assert.deepEqual(keys(index).toSorted(), keys(fresh).toSorted())
        }
      }),
      { numRuns: 30 },
    )
  })

  test('is restored from what was packed', () => {
    const one = analysed(
      '充币没到账 deposit',
      "API error -1021, it's juan@exa.com's 0xABCdef0123456789abcdef0123456789",
    )
    const back = unpack(pack(one))
    assert.deepEqual(new Map(back!.terms), new Map(one.terms))
    assert.deepEqual(back!.words, one.words)
    assert.equal(unpack('0\nold\n1 term'), null)
    assert.deepEqual([...unpack(pack(analysed('', '')))!.terms], [])
  })
})

suite('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '\0',
      '\ud800',
      'USDT ',
      '提币',
      "don't",
      'a@b.c ',
      '1,234',
      '-1021',
      '#withdraw',
      'deposit ',
    ),
  )
  const anyText = fc.array(piece, { maxLength: 12 }).map(list => list.join(''))

  test('can be put, packed and asked for', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        const index = createIndex(lexicon)
        index.put('any', unpack(pack(analysed(text, text)))!)
        for (const isTyping of [true, false]) {
          for (const { score, fit } of index.search(query, { isTyping, leastFit: 0 }).hits) {
            assert.ok(score > 0 && fit >= 0 && fit <= 1.000_001)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is answered in bounded time by 20,000 articles that all speak of it', () => {
    const index = createIndex(lexicon)
    const same = analysed(
      'Withdrawal fees 提币手续费',
      'The cost of a deposit that is missing, and of passwords. 充值没到账',
    )
    for (let at = 0; at < 20_000; at++) index.put(`${at}`, same)
    const hostile = [
      'withdrawal',
      '提币没到账 手续费',
      'withdrawal fee deposit password missing '.repeat(50),
      Array.from({ length: 200 }, (_, at) => `pasword${String.fromCharCode(97 + (at % 26))}`).join(' '),
      '没到账'.repeat(700),
      'a'.repeat(2_000_000),
    ]
    for (const query of hostile) {
      const times = Array.from({ length: 5 }, () => {
        const begun = process.threadCpuUsage()
        assert.ok(index.search(query, { leastFit: 0 }).hits.length <= 10)
        const { user, system } = process.threadCpuUsage(begun)
        return (user + system) / 1_000
      })
      assert.ok(Math.min(...times) < 15, `${query.slice(0, 20)}: ${Math.min(...times)} ms`)
    }
  })
})

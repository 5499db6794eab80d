// What the pages of the help centre show, in which language, and what they tell those who look for them.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { ok } from '../../modules/knowledge/knowledge.fixture.ts'
import { helpDesk, textsIn, thingsIn } from './help-desk.fixture.ts'

const place = await helpDesk()
const { desk, staff, visitor, writers, change, article, translate } = place
await staff.post('/api/mailboxes', { address: 'help@harbour.example', name: 'Help' })
await change({ name: 'Harbour & Co' })
const money = await place.topic('money', 'Money', {
  names: { en: 'Money', zh: '资金' },
  contactTopic: 'deposit',
})
const deposits = await place.topic('deposits', 'Deposits', { parentId: money })
await place.topic('empty', 'Empty')
const steps =
  '## One\n\n1. Open it.\n\n## Two?\n\nYes: {{exchange}}.\n\n## Three\n\n[Fees](fees-of) and [none](nowhere).'
const first = await article(
  'first',
  { title: 'First <b>', body: steps },
  { topicId: deposits, level: 'advanced' },
)
const fees = await article(
  'fees-of',
  { title: 'Fees of it', body: '{{fees asset=USDT}}' },
  { kind: 'faq', topicId: money },
)
await translate(first, { title: '第一篇', body: '## 一\n\n你好' })
ok(await place.fee('USDT', 'TRC20', { withdrawal: '1.500', note: { en: 'Slow today.' } }))
ok(await place.fee('BTC', 'Bitcoin'))
const { publicUrl } = desk.options

suite('the start', () => {
  test('has search, topics with all that is under them, and what was published last', async () => {
    const { html, status } = await visitor().see('/help')
    assert.equal(status, 200)
    assert.match(html, /<form class="search large" role="search" action="\/help\/en\/search">/)
    assert.match(
      html,
      /href="\/help\/en\/topics\/money">Money<\/a><\/h3>.*?href="\/help\/en\/topics\/deposits">Deposits.*?2 articles/s,
    )
    assert.doesNotMatch(html, />Empty</)
    assert.match(html, /href="\/help\/en\/articles\/first"\s*>First &lt;b&gt;/)
  })

  test('is one page in the negotiated language and in each by its own address', async () => {
    const { html } = await visitor('zh').see('/help')
    assert.match(html, new RegExp(`<link rel="canonical" href="${publicUrl}/help/zh"`))
    assert.match(html, new RegExp(`<link rel="alternate" href="${publicUrl}/help" hreflang="x-default">`))
    assert.match((await visitor('zh').see('/help/en')).html, /<html lang="en"/)
    assert.match((await visitor('en').see('/help/zh?lang=en')).html, /<html lang="zh"/)
    for (const path of ['/help/fr', '/help/zh-CN', '/help/EN', '/help/__proto__', '/help/fr/articles/first'])
      assert.equal((await visitor().see(path)).status, 404, path)
  })
})

suite('an article', () => {
  const see = (path = '/help/en/articles/first', language?: string) => visitor(language).see(path)

  test('has its way back, contents, body, level and where it belongs', async () => {
    const { html } = await see()
    assert.deepEqual(textsIn(html, 'h1'), ['First &lt;b&gt;'])
    assert.match(
      html,
      /<ol class="crumbs"><li><a href="\/help\/en">Help<\/a><\/li><li><a href="\/help\/en\/topics\/money">Money<\/a><\/li><li><a href="\/help\/en\/topics\/deposits">Deposits/,
    )
    assert.match(html, /<li\s*><a href="#one">One<\/a><\/li>/)
    assert.match(html, /Yes: Harbour &amp; Co\./)
    assert.match(html, /Official answer of Harbour &amp; Co/)
    assert.match(html, /Advanced/)
    assert.match(html, /<a href="\/help\/en\/articles\/fees-of">Fees<\/a> and none\./)
  })

  test('leads on to a form that knows the topic', async () =>
    assert.match((await see()).html, /href="\/requests\/new\?topic=deposit&amp;lang=en"/))

  test('is there in its own languages, each of which names the other', async () => {
    const { html } = await see('/help/zh/articles/first')
    assert.deepEqual(textsIn(html, 'h1'), ['第一篇'])
    assert.match(html, /<a href="\/help\/en\/articles\/first\?lang=en" lang="en"/)
    for (const locale of ['en', 'zh']) assert.match(html, new RegExp(`hreflang="${locale}"`))
    assert.match(html, new RegExp(`rel="canonical" href="${publicUrl}/help/zh/articles/first"`))
  })

  test('that lacks the reader’s language is shown in its own, and says so', async () => {
    const { html } = await see('/help/zh/articles/fees-of')
    assert.match(html, /<html lang="zh"/)
    assert.match(html, /<h1 lang="en" dir="ltr">Fees of it<\/h1>/)
    assert.match(html, /<div class="prose" lang="en" dir="ltr">/)
    assert.match(html, /以下是原文/)
    assert.match(html, new RegExp(`rel="canonical" href="${publicUrl}/help/en/articles/fees-of"`))
    assert.doesNotMatch(html, /hreflang="zh" *>\n<link/)
  })

  test('has today’s fees, digit by digit', async () => {
    const { html } = await see('/help/en/articles/fees-of')
    assert.match(
      html,
      /<th scope="row">USDT<\/th><td>TRC20<br><span class="soft small">Slow today\.<\/span><\/td>/,
    )
    assert.match(html, /<td class="end">1\.500<\/td>/)
    assert.doesNotMatch(html, /BTC/)
  })

  test('tells search engines what it is', async () => {
    const { Article: facts, FAQPage: questions, BreadcrumbList: crumbs } = thingsIn((await see()).html)
    assert.equal(facts.headline, 'First <b>')
    assert.deepEqual(
      questions.mainEntity.map((one: { name: string }) => one.name),
      ['Two?'],
    )
    assert.deepEqual(
      crumbs.itemListElement.map(({ item }: { item: string }) => item.replace(publicUrl, '')),
      ['/help/en', '/help/en/topics/money', '/help/en/topics/deposits', '/help/en/articles/first'],
    )
  })

  test('that moved leads on for good, and one without a language to the reader’s', async () => {
    const { version } = ok(await writers.nora.get(`/api/articles/${fees}`))
    ok(await writers.nora.patch(`/api/articles/${fees}`, { version, settings: { slug: 'fees-moved' } }))
    const moved = await see('/help/en/articles/fees-of')
    assert.deepEqual([moved.status, moved.headers.location], [301, '/help/en/articles/fees-moved'])
    assert.match((await see()).html, /<a href="\/help\/en\/articles\/fees-moved">Fees<\/a>/)
    assert.equal((await see('/help/articles/first', 'zh')).path, '/help/zh/articles/first')
  })

  test('that isn’t there is not found, whatever its address is made of', async () => {
    for (const slug of ['nowhere', '%00', '..%2Ffees', 'First', 'x'.repeat(150)])
      assert.equal((await see(`/help/en/articles/${slug}`)).status, 404, slug)
    assert.equal((await see('/help/articles/a%0d%0ab')).status, 404)
  })
})

test('a topic shows what is under it, and nothing is found where there is none', async () => {
  const { html } = await visitor().see('/help/en/topics/money')
  assert.match(html, /Deposits<\/a><\/h3>/)
  assert.match(html, /Fees of it/)
  assert.match(html, /announcements\.xml\?topic=money/)
  assert.match((await visitor('zh').see('/help/zh/topics/money')).html, /<h1 >资金<\/h1>/)
  assert.equal((await visitor().see('/help/en/topics/none')).status, 404)
})

suite('search', () => {
  const search = (query: string) => visitor().see(`/help/en/search?${query}`)

  test('shows what fits with the words marked, and fees where a coin is named', async () => {
    const { html, headers } = await search('q=fees+usdt')
    assert.match(html, /<mark>Fees<\/mark> of it/)
    assert.match(html, /<th scope="row">USDT/)
    assert.match(html, /<meta name="robots" content="noindex">/)
    assert.equal(headers['cache-control'], 'no-store')
  })

  test('narrows by kind, and says honestly when there is nothing, with the ways on', async () => {
    assert.match((await search('q=coins&kind=guide')).html, /1 result/)
    const { html } = await search('q=coins&kind=api')
    assert.match(html, /Nothing found\./)
    assert.match(html, /href="\/requests\/new/)
  })

  test('takes whatever may be typed', async () => {
    for (const query of [
      'q=%00',
      'q=%27%3B--',
      `q=${'x'.repeat(3_000)}`,
      'q=%3Cscript%3E',
      'q=a&q=b',
      'kind=__proto__&q=x&topic=nope',
    ])
      assert.equal((await search(query)).status, 200, query.slice(0, 30))
    assert.doesNotMatch((await search('q=%3Cscript%3Ex')).html, /<script>x/)
  })
})

test('channels that are off are named nowhere, and there is an honest word when all are', async () => {
  const paths = [
    '/help/en',
    '/help/en/articles/first',
    '/help/en/get-help',
    '/help/en/search?q=zzzz',
    '/help/en/topics/money',
    '/help/en/articles/first/feedback?said=no',
  ]
  const named = { chat: /round button/, form: /\/requests\/new/, email: /help@harbour\.example/ }
  for (const path of paths)
    for (const [way, words] of Object.entries(named))
      assert.match((await visitor().see(path)).html, words, `${path} ${way}`)
  for (const way of ['chat', 'form', 'email'] as const) {
    await change({ channels: { chat: true, form: true, email: true, [way]: false } })
    for (const path of paths) {
      const { html } = await visitor().see(path)
      for (const [other, words] of Object.entries(named))
        assert.equal(words.test(html), other !== way, `${path}: ${other} while ${way} is off`)
    }
  }
  await change({ channels: { chat: false, form: false, email: false } })
  assert.match((await visitor().see('/help/en/articles/first')).html, /messages are not taken/)
  await change({ channels: { chat: true, form: true, email: true } })
})

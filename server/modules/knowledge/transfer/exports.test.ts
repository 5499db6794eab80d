// Exports of other help centers become articles, and nothing that comes in them throws or gets through.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { readChatwoot } from './chatwoot.ts'
import type { Imported, ImportOptions, ReportCode } from './imported-article.ts'
import { readHtmlPages } from './read-html-pages.ts'
import { readMarkdownFolder } from './read-markdown-folder.ts'
import { readZendesk } from './zendesk.ts'

const options: ImportOptions = { locale: 'en', locales: ['en', 'zh'] }
const files = (given: Record<string, unknown>) =>
  new Map(
    Object.entries(given).map(([path, value]) => [
      path,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
const codes = ({ report }: Imported) => report.map(({ code }) => code)

const zendesk = {
  categories: [{ id: 1, name: 'Wallet', locale: 'en-us' }],
  sections: [
    { id: 2, category_id: 1, parent_section_id: null, name: 'Deposits', locale: 'en-us' },
    { id: 3, category_id: 1, parent_section_id: 2, name: 'Crypto', locale: 'en-us' },
  ],
  articles: [
    {
      id: 360001,
      section_id: 3,
      html_url: 'https://lantern.zendesk.com/hc/en-us/articles/360001-Deposit-not-credited',
      title: 'Deposit not credited',
      body: '<p>Look at <a href="/hc/en-us/articles/360002-Other">the other</a>.</p><script>x</script><img src="/hc/article_attachments/9/a.png">',
      locale: 'en-us',
      source_locale: 'en-us',
      draft: false,
      user_segment_id: null,
      updated_at: '2026-01-02T03:04:05Z',
    },
    { id: 360002, section_id: 2, title: '提币', body: '<p>x</p>', locale: 'zh-cn', draft: true },
    { id: 360003, section_id: 9, title: 'Staff only', body: '<p>x</p>', locale: 'en-us', user_segment_id: 5 },
  ],
  translations: [
    {
      source_id: 360001,
      source_type: 'Article',
      locale: 'zh-cn',
      title: '充币未到账',
      body: '<p>看看。</p>',
      draft: false,
    },
    {
      source_id: 360001,
      source_type: 'Article',
      locale: 'en-us',
      title: 'Deposit not credited',
      body: '<p>Again</p>',
    },
    { source_id: 3, source_type: 'Section', locale: 'zh-cn', title: '加密货币' },
  ],
}

suite('Zendesk Guide', () => {
  test('one file or many, articles with sections, languages and links', () => {
    const whole = readZendesk(files({ 'export.json': zendesk }), options)
    const { articles, topics } = whole
    const [first, second, third] = articles
    assert.deepEqual(first, {
      slug: 'deposit-not-credited',
      kind: 'guide',
      level: 'beginner',
      topic: ['Wallet', 'Deposits', 'Crypto'],
      state: 'published',
      related: [],
      sourceId: 'zendesk:360001',
      texts: [
        {
          locale: 'en',
          title: 'Deposit not credited',
          summary: 'Look at the other. Picture',
          body: 'Look at [the other](article-360002).\n\n[Picture](https://lantern.zendesk.com/hc/article_attachments/9/a.png)',
          questions: [],
          updatedAt: '2026-01-02T03:04:05.000Z',
        },
        {
          locale: 'zh',
          title: '充币未到账',
          summary: '看看。',
          body: '看看。',
          questions: [],
          updatedAt: null,
        },
      ],
    })
    assert.deepEqual(
      [second!.slug, second!.state, second!.texts[0]!.locale],
      ['article-360002', 'draft', 'zh'],
    )
    assert.deepEqual([third!.state, third!.topic], ['draft', []])
    assert.deepEqual(topics.find(({ path }) => path.length === 3)?.names, { en: 'Crypto', zh: '加密货币' })
    assert.deepEqual(codes(whole), ['element_left_out', 'remote_picture', 'restricted', 'unknown_topic'])

    const paged = readZendesk(
      files({
        'a1.json': { articles: zendesk.articles.slice(0, 1), next_page: 'x', count: 3 },
        'a2.json': { articles: zendesk.articles.slice(1), next_page: null },
        'b.json': [...zendesk.sections, ...zendesk.categories],
        'c.json': { translations: zendesk.translations },
      }),
      options,
    )
    assert.deepEqual(paged.articles, articles)
  })

  test('translations within articles, and drafts of languages', () => {
    const [article] = zendesk.articles
    const translations = [{ locale: 'zh-cn', title: 'x', body: 'y', draft: true }]
    const imported = readZendesk(
      files({ 'a.json': { article: { ...article, section_id: null, translations } } }),
      options,
    )
    assert.deepEqual(
      imported.articles[0]!.texts.map(({ locale }) => locale),
      ['en'],
    )
    assert.ok(codes(imported).includes('unknown_state'))
  })
})

const chatwoot = {
  payload: [
    {
      id: 7,
      slug: '1700000000-withdraw',
      title: 'Withdraw',
      content:
        'See [deposit](/hc/help/articles/1700000001-deposit).\n\n![a](https://x.example/a.png)\n<iframe src=x></iframe>',
      description: 'How to',
      status: 'published',
      locale: 'en',
      category_id: 5,
      updated_at: 1_700_000_000,
      associated_articles: [{ id: 8, title: '提现', content: '内容', status: 'published', category_id: 6 }],
    },
    {
      id: 9,
      slug: '1700000001-deposit',
      title: 'Deposit',
      content: 'x',
      status: 'archived',
      category: { id: 5, name: 'Wallet', locale: 'en' },
    },
    { id: 10, slug: 'b', title: 'B', content: 'x', status: 0, associated_article_id: 10, category_id: 77 },
  ],
  meta: { articles_count: 3 },
}

test('Chatwoot: articles with categories, languages, states and links', () => {
  const imported = readChatwoot(
    files({
      'articles.json': chatwoot,
      'categories.json': {
        payload: [
          { id: 5, name: 'Money', slug: 'money', locale: 'en', parent_category: { id: 4 } },
          { id: 6, name: '资金', slug: 'money-zh', locale: 'zh_CN' },
          { id: 4, name: 'Account', slug: 'account', locale: 'en' },
        ],
      },
    }),
    options,
  )
  const [first, second, third] = imported.articles
  assert.deepEqual(
    first!.texts.map(({ locale, title, summary, body, updatedAt }) => [
      locale,
      title,
      summary,
      body,
      updatedAt,
    ]),
    [
      [
        'en',
        'Withdraw',
        'How to',
        'See [deposit](deposit).\n\n[a](https://x.example/a.png)',
        '2023-11-14T22:13:20.000Z',
      ],
      ['zh', '提现', '内容', '内容', null],
    ],
  )
  assert.deepEqual(
    [first!.slug, first!.topic, first!.state, first!.sourceId],
    ['withdraw', ['Account', 'Money'], 'published', 'chatwoot:7'],
  )
  assert.deepEqual([second!.state, third!.state, third!.topic], ['draft', 'draft', []])
  assert.deepEqual(codes(imported), ['remote_picture', 'element_left_out', 'archived', 'unknown_topic'])
  assert.deepEqual(imported.topics.at(-1), { path: ['Account', 'Money'], names: { en: 'Money', zh: '资金' } })
})

test('HTML pages: title, language, words and links', () => {
  const imported = readHtmlPages(
    files({
      'site/zh/fees/limits.html':
        '<!doctype html><html lang="en"><head><title>Limits | Lantern</title><meta name="description" content="What &amp; why"></head><body><nav>x</nav><main><h1>Limits</h1><p>a <a href="../start/index.html">b</a> <a href="none.html">c</a></main><footer>y</footer>',
      'site/zh/start/index.html': '<title>Start</title><p>Go.',
      'site/style.css': 'a {}',
    }),
    options,
  )
  assert.deepEqual(
    imported.articles.map(({ slug, topic, texts: [text] }) => [
      slug,
      topic,
      text!.locale,
      text!.title,
      text!.summary,
      text!.body,
    ]),
    [
      ['limits', ['fees'], 'zh', 'Limits', 'What & why', 'a [b](start) c'],
      ['start', ['start'], 'zh', 'Start', 'Go.', 'Go.'],
    ],
  )
  assert.deepEqual(codes(imported), ['not_an_article', 'unknown_link'])
})

suite('what is broken is told', () => {
  const cases: [given: unknown, code: ReportCode, line: number | null][] = [
    [`{\n"articles": [\n}${' '.repeat(100)}`, 'not_json', 3],
    ['', 'not_json', null],
    ['1', 'not_understood', null],
    [{ articles: [1, null] }, 'not_understood', null],
    [{ articles: [{ title: 'x' }] }, 'not_understood', null],
    [{ nothing: 1 }, 'no_article', null],
    [`${'['.repeat(1_000_000)}`, 'not_json', null],
  ]
  for (const [given, code, line] of cases) {
    for (const read of [readZendesk, readChatwoot]) {
      test(`${read.name}: ${JSON.stringify(given).slice(0, 30)}`, () => {
        const { articles, report } = read(files({ 'a.json': given }), options)
        assert.deepEqual(articles, [])
        const told = report.find(one => one.code === code)
        assert.ok(told, JSON.stringify(report))
        if (line !== null) assert.equal(told.line, line)
      })
    }
  }
})

test('nothing that comes in an export throws', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(1, '1', 'en', 'Article', 'published', '<p>a</p>', 'x', null),
  )
  const name = fc.constantFrom(
    ...[
      'id',
      'title',
      'name',
      'body',
      'content',
      'locale',
      'source_id',
      'source_type',
      'section_id',
      'category_id',
      'slug',
      'status',
    ],
    ...[
      'parent_section_id',
      'parent_category',
      'translations',
      'associated_articles',
      'associated_article_id',
      'category',
      '__proto__',
    ],
    ...['updated_at', 'html_url', 'draft', 'user_segment_id', 'constructor'],
  )
  const record = fc.dictionary(name, value, { maxKeys: 8 })
  const list = fc.dictionary(
    fc.constantFrom(
      'articles',
      'sections',
      'categories',
      'translations',
      'payload',
      'portals',
      'article',
      'x',
    ),
    fc.oneof(fc.array(record, { maxLength: 4 }), record, value),
  )
  fc.assert(
    fc.property(fc.oneof(list, fc.array(record), fc.string()), fc.string(), (given, path) => {
      const one = new Map([[path, typeof given === 'string' ? given : JSON.stringify(given)]])
      for (const read of [readZendesk, readChatwoot, readHtmlPages, readMarkdownFolder]) read(one, options)
      readMarkdownFolder(new Map([['a.md', [...one.values()][0]!]]), options)
      readHtmlPages(new Map([['a.html', [...one.values()][0]!]]), options)
    }),
    { numRuns: 1_000 },
  )
})

// A folder of Markdown files becomes articles, and articles such a folder, without loss.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { articleKinds, articleLevels } from '../../../../contract/articles.ts'
import { cleanMarkdown } from './clean-markdown.ts'
import { type ImportedArticle, type ImportOptions, type ReportCode } from './imported-article.ts'
import { tidyBody } from './names.ts'
import { readMarkdownFolder } from './read-markdown-folder.ts'
import { writeHtmlPages } from './write-html-pages.ts'
import { writeMarkdownFolder } from './write-markdown-folder.ts'

const options: ImportOptions = { locale: 'en', locales: ['en', 'zh'] }
const read = (files: Record<string, string>) => readMarkdownFolder(new Map(Object.entries(files)), options)

suite('paths say what heads do not', () => {
  const cases: [path: string, slug: string, locale: string, topic: string[]][] = [
    ['a.zh.md', 'a', 'zh', []],
    ['a.md', 'a', 'en', []],
    ['zh-CN/deposits/networks/a.md', 'a', 'zh', ['deposits', 'networks']],
    ['en/a.md', 'a', 'en', []],
    ['api/a.zh.md', 'a', 'zh', []],
    ['x/api/a.md', 'a', 'en', ['api']],
    ['x/de/a.md', 'a', 'de', []],
    ['My File.md', 'my-file', 'en', []],
    ['v1.2.md', 'v1-2', 'en', []],
  ]
  for (const [path, slug, locale, topic] of cases) {
    test(path, () => {
      const more: Record<string, string> = path.startsWith('x/') ? { 'x/b.md': '# B\nb' } : {}
      const article = read({ ...more, [path]: '# A\nb' }).articles.find(one => one.texts[0]!.title === 'A')!
      assert.deepEqual([article.slug, article.texts[0]!.locale, article.topic], [slug, locale, topic])
    })
  }
})

test('a head says the rest, and topics of any depth', () => {
  const { articles, topics, report } = read({
    'a.md':
      '---\ntitle: T\nsummary: S\ntopic: one/two\nkind: API\nlevel: advanced\nstate: draft\nupdated: 2026-01-02\nsource: x:1\nlanguage: zh\nrelated: [b]\nquestions:\n  - q\n---\n\nBody\n',
  })
  assert.deepEqual(report, [])
  assert.deepEqual(articles, [
    {
      slug: 'a',
      kind: 'api',
      level: 'advanced',
      topic: ['one', 'two'],
      state: 'draft',
      related: ['b'],
      sourceId: 'x:1',
      texts: [
        {
          locale: 'zh',
          title: 'T',
          summary: 'S',
          body: 'Body',
          questions: ['q'],
          updatedAt: '2026-01-02T00:00:00.000Z',
        },
      ],
    },
  ])
  assert.deepEqual(topics, [
    { path: ['one'], names: {} },
    { path: ['one', 'two'], names: {} },
  ])
})

suite('what is not understood is told with its place', () => {
  const cases: [files: Record<string, string>, code: ReportCode, line: number | null, articles: number][] = [
    [{ 'a.png': 'x' }, 'not_an_article', null, 0],
    [{ 'README.md': 'x' }, 'not_an_article', null, 0],
    [{ 'a.md': '---\ntitle: "a\n---\nb' }, 'bad_head', 3, 1],
    [{ 'a.md': 'b' }, 'missing_title', null, 1],
    [{ 'a.md': '# b' }, 'missing_body', null, 0],
    [{ 'a.md': '---\ntitle: a\nkind: novel\n---\nb' }, 'unknown_kind', null, 1],
    [{ 'a.md': '---\ntitle: a\nlevel: high\n---\nb' }, 'unknown_level', null, 1],
    [{ 'a.md': '---\ntitle: a\nlanguage: "?"\n---\nb' }, 'not_understood', null, 0],
    [{ 'a.md': '# a\nb', 'en/a.md': '# a\nb' }, 'locale_twice', null, 1],
    [{ 'a.en.md': '---\ntitle: a\nkind: faq\n---\nb', 'a.zh.md': '# a\nb' }, 'languages_differ', null, 1],
    [{ 'a.md': '# a\nb\n![c](https://a.example/c.png)' }, 'remote_picture', 3, 1],
    [{ 'a.md': '# a\nb ![c](c.png)' }, 'local_picture', 2, 1],
    [{ 'a.md': '---\ntitle: a\n---\nb\n<script>\nx\n</script>' }, 'element_left_out', 5, 1],
    [{ 'a.md': '# a\nb <b>c</b>' }, 'html_as_text', 2, 1],
    [{ 'a.md': '# a\n[b](javascript:x)' }, 'unsafe_link', 2, 1],
    [{ 'a.md': `# a\n${'b'.repeat(100_001)}` }, 'body_too_long', null, 0],
    [{ 'a.md': `# a\n${'b'.repeat(2_000_000)}` }, 'too_large', null, 0],
  ]
  for (const [files, code, line, count] of cases) {
    test(code, () => {
      const { articles, report } = read(files)
      assert.ok(
        report.some(one => one.code === code && one.line === line),
        JSON.stringify(report),
      )
      assert.equal(articles.length, count)
    })
  }
})

test('bodies come as this desk takes them', () => {
  const { articles } = read({
    'a.md':
      '# a\n\nb <script>x</script>c\n![d](https://a.example/d.png) [e](other.en.md) [f](../g/h.md)\n\n```html\n<script>\n```\n\n`<svg>` <svg>\nx</svg>y',
  })
  assert.equal(
    articles[0]!.texts[0]!.body,
    'b c\n[d](https://a.example/d.png) [e](other) [f](h)\n\n```html\n<script>\n```\n\n`<svg>` \ny',
  )
})

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map(text => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() || 'x')
const awkward = fc.constantFrom(
  'true',
  'null',
  '2026',
  '1e3',
  '- a',
  '# a',
  '"a"',
  "it's",
  'a: b',
  '[a]',
  '{{exchange}}',
  '*a',
  '充币',
)
const line = fc.oneof(words, awkward)
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,2}$/)
const block = fc.oneof(
  line,
  fc.constantFrom(
    '> [!NOTE]\n> a',
    '| a | b |\n|---|---|\n| c | d |',
    '1. a\n2. b',
    '```\n---\ncode\n```',
    '---',
    '## a',
    '[a](b)',
    '{{fees}}',
    '    x',
  ),
)
const body = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map(blocks =>
    tidyBody(
      cleanMarkdown(
        tidyBody(blocks.join('\n\n')),
        () => {},
        () => null,
      ),
    ),
  )
  .filter(text => text !== '')
const text = fc.record(
  {
    title: line,
    summary: fc.oneof(fc.constant(''), line),
    body,
    questions: fc.array(line, { maxLength: 3 }),
    updatedAt: fc.option(fc.constant('2026-02-03T04:05:06.000Z')),
  },
  { noNullPrototype: true },
)
const article: fc.Arbitrary<ImportedArticle> = fc.record(
  {
    slug,
    kind: fc.constantFrom(...articleKinds),
    level: fc.constantFrom(...articleLevels),
    topic: fc.array(fc.oneof(slug, line), { maxLength: 3 }),
    texts: fc
      .tuple(text, fc.option(text))
      .map(([en, zh]) => [{ locale: 'en', ...en }, ...(zh ? [{ locale: 'zh', ...zh }] : [])]),
    state: fc.constantFrom('published' as const, 'draft' as const),
    related: fc.array(slug, { maxLength: 3 }),
    sourceId: fc.option(slug),
  },
  { noNullPrototype: true },
)

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(article, { maxLength: 4, selector: one => one.slug }), articles => {
      const files = writeMarkdownFolder(articles)
      const { articles: again } = readMarkdownFolder(files, options)
      const bySlug = (list: ImportedArticle[]) => list.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
      assert.deepEqual(bySlug(again), bySlug(articles))
    }),
    { numRuns: 1_000 },
  )
})

test('pages stand by themselves and lead to each other', () => {
  const { articles } = read({
    'a.en.md':
      '---\ntitle: A <b>\nsummary: About {{exchange}}\n---\n[b](b) [c](c) ![d](/help/files/e/f.png)\n\n{{fees}}',
    'b.en.md': '# B\nb',
  })
  const pages = writeHtmlPages(articles, {
    words: { en: { note: 'Note', tip: 'Tip', warning: 'Warning', table: 'Table' } },
    placeholders: { exchange: 'Lantern & co' },
    origin: 'https://help.lantern.example',
  })
  assert.deepEqual([...pages.keys()], ['a.en.html', 'b.en.html'])
  const page = pages.get('a.en.html')!
  assert.match(page, /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/)
  assert.match(page, /<h1>A &lt;b&gt;<\/h1>/)
  assert.match(page, /content="About Lantern &amp; co"/)
  assert.match(
    page,
    /<a href="b.en.html">b<\/a> c <img src="https:\/\/help.lantern.example\/help\/files\/e\/f.png"/,
  )
  assert.doesNotMatch(page, /<script|fees/)
})

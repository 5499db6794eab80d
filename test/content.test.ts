// The starter articles: whole in both languages, of one shape, shown without faults, and without anything that only holds for one exchange.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { renderArticle } from '../server/modules/knowledge/markdown/render.ts'
import { readMarkdownFolder } from '../server/modules/knowledge/transfer/read-markdown-folder.ts'
import { root } from './files.ts'

const folder = join(root, 'content/articles')
const languages = ['en', 'zh']
const topics =
  'deposits withdrawals networks verification account sign-in security spot margin futures fees api status help'.split(
    ' ',
  )
const enough = 60

const files = new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]))
const { articles, report } = readMarkdownFolder(files, { locale: 'en', locales: languages })
const slugs = new Set(articles.map(({ slug }) => slug))

test('there are enough, and all of each file is understood', () => {
  assert.ok(articles.length >= enough, `${articles.length}`)
  assert.equal(articles.length * languages.length, files.size)
  assert.deepEqual(report, [])
})

suite('articles', () => {
  for (const { slug, topic, related, texts } of articles) {
    test(slug, () => {
      assert.deepEqual(
        texts.map(({ locale }) => locale),
        languages,
      )
      assert.ok(topic.length === 1 && topics.includes(topic[0]!), `topic: ${topic.join()}`)
      assert.ok(related.length > 0)
      for (const other of related) assert.ok(slugs.has(other) && other !== slug, `related: ${other}`)
      for (const text of texts) {
        assert.ok(text.title && text.summary, 'title and summary')
        assert.ok(text.summary.length <= 160, `summary of ${text.summary.length}`)
        assert.equal(
          new Set([...text.questions, text.title]).size,
          4,
          'three questions, none of them the title',
        )
        assert.ok((text.body.match(/^(?:\d+\.|-) /gm) ?? []).length >= 5, 'five steps or facts')
        assert.doesNotMatch(text.body, /<[a-z/!]|https?:|!\[/i, 'no HTML, pictures or links to elsewhere')
        const { faults, headings } = renderArticle(text.body, {
          words: { note: 'Note', tip: 'Tip', warning: 'Warning', table: 'Table' },
          placeholders: { exchange: 'Lantern' },
          article: to => (slugs.has(to) ? { url: `/${to}`, title: to } : null),
        })
        assert.deepEqual(faults, [])
        assert.ok(headings.length > 0)
      }
    })
  }
})

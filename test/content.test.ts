// The starter articles: whole in both languages, of one shape, and without anything that only holds for one exchange or leads nowhere.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { root } from './files.ts'

const folder = join(root, 'content/articles')
const languages = ['en', 'zh']
const topics =
  'deposits withdrawals networks verification account sign-in security spot margin futures fees api status help'
const kinds = 'faq guide troubleshooting fees api policy'
const levels = 'beginner intermediate advanced'
const enough = 60

interface Article {
  head: Record<string, string>
  questions: string[]
  body: string
}

function read(slug: string, language: string): Article {
  const text = readFileSync(join(folder, `${slug}.${language}.md`), 'utf8')
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? []
  const [fields = '', questions = ''] = front.split(/^questions:$/m)
  const head = Object.fromEntries(
    fields
      .trim()
      .split('\n')
      .map(line => [line.slice(0, line.indexOf(':')), unquoted(line.slice(line.indexOf(':') + 1))]),
  )
  const asked = questions.split('\n').filter(line => line.startsWith('  - '))
  return { head, questions: asked.map(line => unquoted(line.slice(4))), body }
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2')
const among = (value: string | undefined, list: string) => list.split(' ').includes(value ?? '')
const listed = (value = '') => value.replace(/^\[|\]$/g, '').split(/,\s*/)

const files = readdirSync(folder)
const slugs = [...new Set(files.map(file => file.split('.')[0]!))]

test('there are enough, each in every language', () => {
  assert.ok(slugs.length >= enough, `${slugs.length}`)
  assert.deepEqual(
    files.toSorted(),
    slugs.flatMap(slug => languages.map(one => `${slug}.${one}.md`)).toSorted(),
  )
})

suite('articles', () => {
  for (const slug of slugs) {
    test(slug, () => {
      const articles = languages.map(language => read(slug, language))
      for (const { head, questions, body } of articles) {
        assert.ok(head.title && head.summary, 'title and summary')
        assert.ok(head.summary.length <= 160, `summary of ${head.summary.length}`)
        assert.ok(among(head.topic, topics) && among(head.kind, kinds) && among(head.level, levels))
        assert.equal(new Set([...questions, head.title]).size, 4, 'three questions, none of them the title')
        for (const other of listed(head.related)) assert.ok(slugs.includes(other), `related: ${other}`)
        for (const [, to] of body.matchAll(/\]\(([^)]*)\)/g)) assert.ok(slugs.includes(to!), `link: ${to}`)
        assert.ok((body.match(/^(?:\d+\.|-) /gm) ?? []).length >= 5, 'five steps or facts')
        assert.doesNotMatch(body, /<[a-z/!]|https?:|!\[/i, 'no HTML, pictures or links to elsewhere')
        const names = [...body.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name)
        assert.deepEqual(new Set([...names, 'exchange']), new Set(['exchange']))
      }
      const [en, zh] = articles.map(({ head: { topic, kind, level, related } }) => [
        topic,
        kind,
        level,
        related,
      ])
      assert.deepEqual(zh, en)
    })
  }
})

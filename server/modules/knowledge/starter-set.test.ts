// The starter set: a new desk takes it over once, whole, and in both languages; its own articles are left alone.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Article, ArticleRow } from '../../../contract/articles.ts'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { nobody } from '../../platform/context.ts'
import { publishedArticle, searchArticles } from './index.ts'
import { drafted, ok, publish, type Writers, writersOf } from './knowledge.fixture.ts'

let desk: TestDesk
let editor: Person
let writers: Writers
let own: string
let taken: { created: number; updated: number; unchanged: number }
before(async () => {
  desk = await testDesk()
  writers = await writersOf(desk)
  editor = desk.as(await createStaff(desk, { role: 'editor' }))
  own = await drafted(writers, { title: 'Our own words' }, { slug: 'deposit-crypto' })
  await publish(writers, own)
  taken = ok(await editor.post('/api/articles/starter-set', { publish: true }))
})

const reader = () => desk.app.desk.read(nobody)

describe('the starter set', () => {
  test('is public in both languages, under topics', async () => {
    assert.ok(taken.created >= 60, `${taken.created}`)
    for (const [locale, title] of [
      ['en', 'Your account is locked'],
      ['zh', /锁/],
    ] as const) {
      const found = await publishedArticle(reader(), 'account-locked', locale)
      assert.ok(found && 'revision' in found)
      assert.match(found.title, new RegExp(title))
      assert.deepEqual(found.locales, ['en', 'zh'])
      assert.ok(found.related.length >= 3)
      assert.equal(found.content.questions.length, 3)
    }
    const { topics } = ok(await editor.get('/api/article-topics'))
    assert.equal(topics.length, 14)
    assert.ok(topics.every(({ articles }: { articles: number }) => articles > 0))
    assert.equal(topics.find(({ slug }: { slug: string }) => slug === 'withdrawals').names.zh, '提现')
  })

  test('leaves an article of the desk’s own under the same address alone', async () => {
    const found = await publishedArticle(reader(), 'deposit-crypto', 'en')
    assert.equal(found && 'revision' in found && found.title, 'Our own words')
  })

  test('is found', async () => {
    const { hits } = await searchArticles(reader(), { text: 'USDT 提币没到账', locale: 'zh' })
    assert.ok(
      hits.slice(0, 3).some(({ slug }) => slug.startsWith('withdrawal')),
      JSON.stringify(hits),
    )
  })

  test('names who answers for it, and isn’t taken over twice', async () => {
    const { articles }: { articles: ArticleRow[] } = ok(await editor.get('/api/articles?q=account-locked'))
    const { id } = articles.find(({ slug }) => slug === 'account-locked')!
    const { steps } = ok(await editor.get(`/api/articles/${id}/steps`))
    assert.deepEqual(
      new Set(steps.map(({ step }: { step: string }) => step)),
      new Set(['approved', 'published']),
    )
    const again = ok(await editor.post('/api/articles/starter-set', { publish: true }))
    assert.deepEqual(again, { created: 0, updated: 0, unchanged: taken.created + 1, left: 0 })
    const article: Article = ok(await editor.get(`/api/articles/${id}`))
    assert.ok(article.texts.every(({ newest, state }) => newest === 1 && state === 'published'))
  })

  test('may be taken over as drafts, which nobody sees', async () => {
    const other = await testDesk()
    const boss = other.as(await createStaff(other, { role: 'administrator' }))
    ok(await boss.post('/api/articles/starter-set', { publish: false }))
    assert.equal(await publishedArticle(other.app.desk.read(nobody), 'account-locked', 'en'), undefined)
    const { articles } = ok(await boss.get('/api/articles?state=draft'))
    assert.equal(articles.length, 50)
  })
})

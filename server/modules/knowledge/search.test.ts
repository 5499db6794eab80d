// What is published is found at once and on every node, what isn't public never, and the concepts of the desk count.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import { nobody } from '../../platform/context.ts'
import { type SearchWanted, searchArticles } from './index.ts'
import { contentOf, drafted, ok, publish, type Writers, writersOf } from './knowledge.fixture.ts'

let desk: TestDesk
let writers: Writers
before(async () => {
  desk = await testDesk()
  writers = await writersOf(desk)
})

const search = (text: string, more: Partial<SearchWanted> = {}, on = desk) =>
  searchArticles(on.app.desk.read(nobody), { text, locale: 'en', ...more })
const found = async (text: string, more: Partial<SearchWanted> = {}, on = desk) =>
  (await search(text, more, on)).hits.map(({ id }) => id)

/** The index is made anew beside the searches. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('not within 30 s')
    await new Promise(resolve => setImmediate(resolve))
  }
}

describe('a search', () => {
  test('finds what is public, from the moment on in which it is, until it is no more', async () => {
    const id = await drafted(writers, { title: 'Zeppelin deposits', body: 'About airships.' })
    assert.deepEqual(await found('zeppelin'), [])
    await publish(writers, id)
    assert.deepEqual(await found('zeppelin'), [id])
    ok(
      await writers.nora.put(`/api/articles/${id}/texts/en`, {
        base: 1,
        content: contentOf({ title: 'Balloons' }),
      }),
    )
    assert.deepEqual(await found('zeppelin'), [id])
    await publish(writers, id)
    assert.deepEqual(await found('zeppelin'), [])
    assert.deepEqual(await found('balloons'), [id])
    ok(await writers.nora.post(`/api/articles/${id}/archive`))
    assert.deepEqual(await found('balloons'), [])
    ok(await writers.nora.post(`/api/articles/${id}/restore`))
    assert.deepEqual(await found('balloons'), [id])
    ok(await writers.omar.post(`/api/articles/${id}/texts/en/withdraw`))
    assert.deepEqual(await found('balloons'), [])
  })

  test('finds the same on a node that starts later', async () => {
    const id = await drafted(writers, { title: 'Marmalade staking' })
    await publish(writers, id)
    assert.deepEqual(await found('marmalade'), [id])
    const other = await testDesk({ beside: desk })
    assert.deepEqual(await found('marmalade', {}, other), [id])
  })

  test('finds the same on another node that runs already', async () => {
    const other = await testDesk({ beside: desk })
    await Promise.all([desk.listen(), other.listen()])
    assert.deepEqual(await found('persimmon', {}, other), [])
    const id = await drafted(writers, { title: 'Persimmon ladder' })
    await publish(writers, id)
    await until(async () => (await found('persimmon', {}, other))[0] === id)
    ok(await writers.omar.post(`/api/articles/${id}/texts/en/withdraw`))
    await until(async () => (await found('persimmon', {}, other)).length === 0)
  })

  test('shows an article once, in the reader’s language where there is a text', async () => {
    const id = await drafted(writers, { title: 'Quokka rewards' })
    await publish(writers, id)
    const zh = { base: 0, content: contentOf({ title: 'Quokka 奖励' }), translatedFrom: 1 }
    ok(await writers.nora.put(`/api/articles/${id}/texts/zh`, zh))
    await publish(writers, id, 'zh')
    const { hits } = await search('quokka', { locale: 'zh' })
    assert.deepEqual(
      hits.map(hit => [hit.id, hit.locale]),
      [[id, 'zh']],
    )
    assert.equal((await search('quokka', { locale: 'fr' })).hits.length, 1)
  })

  test('is narrowed by kind and topic, and counts what each would give', async () => {
    const kinds = ['faq', 'faq', 'policy'] as const
    for (const kind of kinds)
      await publish(writers, await drafted(writers, { title: 'Walnut rules' }, { kind }))
    const { total, facets } = await search('walnut', { kinds: ['policy'], counted: true })
    assert.equal(total, 1)
    assert.deepEqual(facets.kinds, { faq: 2, policy: 1 })
    assert.deepEqual(facets.levels, { beginner: 1 })
  })

  test('leaves out announcements whose time is over', async () => {
    const now = desk.clock().getTime()
    const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
    const announcement = { type: 'maintenance', startsAt: at(-1), endsAt: at(1), pinned: false }
    const id = await drafted(writers, { title: 'Cinnamon upgrade' }, { kind: 'announcement', announcement })
    await publish(writers, id)
    assert.deepEqual(await found('cinnamon'), [id])
    desk.clock.advance(2 * 3_600)
    assert.deepEqual(await found('cinnamon'), [])
  })

  test('goes by the desk’s own concepts as soon as they are there', async () => {
    const id = await drafted(writers, { title: 'Tamarind vault', body: 'About vaults.' })
    await publish(writers, id)
    assert.deepEqual(await found('strongroom'), [])
    const concept = { name: 'tamarind', words: { en: ['tamarind', 'strongroom'] } }
    const made = ok(await writers.nora.post('/api/concepts', concept))
    await until(async () => (await found('strongroom'))[0] === id)
    ok(await writers.nora.delete(`/api/concepts/${made.id}`))
    await until(async () => (await found('strongroom')).length === 0)
  })

  test('answers whatever is typed', async () => {
    for (const text of [
      '',
      ' ',
      '\0',
      '\ud800',
      "'; drop table articles; --",
      'x'.repeat(100_000),
      '提'.repeat(5_000),
    ])
      assert.deepEqual(await found(text), [], text.slice(0, 20))
  })
})

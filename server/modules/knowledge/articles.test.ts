// An article's way from the first draft to the public and on: who may take which step, and that nothing written is lost.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Article, ArticleText } from '../../../contract/articles.ts'
import { createKey, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Reply } from '../../../test/person.ts'
import { nobody } from '../../platform/context.ts'
import { publishedArticle } from './index.ts'
import { contentOf, drafted, ok, publish, type Writers, writersOf } from './knowledge.fixture.ts'

let desk: TestDesk
let writers: Writers
before(async () => {
  desk = await testDesk()
  writers = await writersOf(desk)
})

const show = async (id: string): Promise<Article> => ok(await writers.nora.get(`/api/articles/${id}`))
const textOf = async (id: string, locale = 'en'): Promise<ArticleText> =>
  (await show(id)).texts.find(text => text.locale === locale)!
const path = (id: string, locale = 'en') => `/api/articles/${id}/texts/${locale}`
const save = (id: string, base: number, more = {}, by = writers.nora, locale = 'en', extra = {}) =>
  by.put(path(id, locale), { base, content: contentOf(more), ...extra })
const code = ({ status, body }: Reply) => [status, body.error?.code]

async function publicly(id: string, locale = 'en') {
  const { slug } = await show(id)
  const found = await publishedArticle(desk.app.desk.read(nobody), slug, locale)
  return found && 'revision' in found ? found : undefined
}

describe('the way to the public', () => {
  test('a draft goes through somebody else’s hands', async () => {
    const id = await drafted(writers)
    assert.equal(await publicly(id), undefined)
    assert.deepEqual(code(await writers.omar.post(`${path(id)}/approve`, { revision: 1 })), [
      409,
      'wrong_step',
    ])
    ok(await writers.nora.post(`${path(id)}/submit`, { revision: 1 }))
    assert.deepEqual(code(await writers.nora.post(`${path(id)}/approve`, { revision: 1 })), [403, 'own_work'])
    assert.deepEqual(code(await writers.omar.post(`${path(id)}/publish`, { revision: 1 })), [
      409,
      'wrong_step',
    ])
    ok(await writers.omar.post(`${path(id)}/approve`, { revision: 1, note: 'Good.' }))
    ok(await writers.nora.post(`${path(id)}/publish`, { revision: 1 }))
    assert.equal((await publicly(id))?.title, 'Withdraw coins')
    const { steps } = ok(await writers.nora.get(`/api/articles/${id}/steps`))
    assert.deepEqual(
      steps.map((step: { step: string; by: string; note: string | null }) => [step.step, step.by, step.note]),
      [
        ['published', 'Nora', null],
        ['approved', 'Omar', 'Good.'],
        ['submitted', 'Nora', null],
      ],
    )
  })

  test('whoever wrote any of it since can’t approve, even if another asked', async () => {
    const id = await drafted(writers)
    ok(await save(id, 1, { title: 'Send coins' }, writers.omar))
    ok(await writers.nora.post(`${path(id)}/submit`, { revision: 2 }))
    assert.deepEqual(code(await writers.omar.post(`${path(id)}/approve`, { revision: 2 })), [403, 'own_work'])
    const third = desk.as(await createStaff(desk, { role: 'lead' }))
    ok(await third.post(`${path(id)}/approve`, { revision: 2 }))
  })

  test('once public, its authors may approve what others write later', async () => {
    const id = await drafted(writers)
    await publish(writers, id)
    ok(await save(id, 1, { title: 'Send coins' }, writers.omar))
    ok(await writers.omar.post(`${path(id)}/submit`, { revision: 2 }))
    ok(await writers.nora.post(`${path(id)}/approve`, { revision: 2 }))
    assert.equal((await publicly(id))?.title, 'Withdraw coins')
    ok(await writers.nora.post(`${path(id)}/publish`, { revision: 2 }))
    assert.equal((await publicly(id))?.title, 'Send coins')
  })

  test('what is saved after the approval is a draft again', async () => {
    const id = await drafted(writers)
    ok(await writers.nora.post(`${path(id)}/submit`, { revision: 1 }))
    ok(await writers.omar.post(`${path(id)}/approve`, { revision: 1 }))
    ok(await save(id, 1, { title: 'Something else' }))
    assert.deepEqual(code(await writers.omar.post(`${path(id)}/publish`, { revision: 1 })), [
      409,
      'stale_version',
    ])
    assert.deepEqual(code(await writers.omar.post(`${path(id)}/publish`, { revision: 2 })), [
      409,
      'wrong_step',
    ])
  })

  test('changes are asked for with a reason', async () => {
    const id = await drafted(writers)
    ok(await writers.nora.post(`${path(id)}/submit`, { revision: 1 }))
    assert.equal((await writers.omar.post(`${path(id)}/ask-changes`, { revision: 1 })).status, 400)
    ok(await writers.omar.post(`${path(id)}/ask-changes`, { revision: 1, note: 'Name the fee.' }))
    assert.equal((await textOf(id)).state, 'draft')
  })

  test('a program approves nothing', async () => {
    const boss = await createStaff(desk, { role: 'administrator' })
    const key = desk.asKey(await createKey(desk, boss, ['articles.write', 'articles.review']))
    const id = await drafted(writers)
    ok(await writers.nora.post(`${path(id)}/submit`, { revision: 1 }))
    assert.deepEqual(code(await key.post(`${path(id)}/approve`, { revision: 1 })), [403, 'forbidden'])
  })

  test('it is published when its time has come, and not if somebody wrote meanwhile', async () => {
    const at = new Date(desk.clock().getTime() + 3_600_000).toISOString()
    const [kept, changed, taken] = [await drafted(writers), await drafted(writers), await drafted(writers)]
    for (const id of [kept, changed, taken]) await publish(writers, id, 'en', { at })
    ok(await save(changed, 1, { title: 'Changed' }))
    ok(await writers.omar.post(`${path(taken)}/unschedule`))
    assert.equal((await textOf(kept)).publishAt, at)
    await desk.settle()
    assert.equal(await publicly(kept), undefined)
    desk.clock.advance(3_600)
    await desk.settle()
    assert.equal((await publicly(kept))?.title, 'Withdraw coins')
    assert.equal(await publicly(changed), undefined)
    assert.equal(await publicly(taken), undefined)
  })

  test('what is withdrawn or archived is not published by itself later', async () => {
    const at = new Date(desk.clock().getTime() + 3_600_000).toISOString()
    const [withdrawn, archived] = [await drafted(writers), await drafted(writers)]
    for (const id of [withdrawn, archived]) {
      await publish(writers, id)
      ok(await save(id, 1, { title: 'Later' }))
      await publish(writers, id, 'en', { at })
    }
    ok(await writers.omar.post(`${path(withdrawn)}/withdraw`))
    ok(await writers.nora.post(`/api/articles/${archived}/archive`))
    ok(await writers.omar.post(`/api/articles/${archived}/restore`))
    desk.clock.advance(3_600)
    await desk.settle()
    assert.equal(await publicly(withdrawn), undefined)
    assert.equal((await publicly(archived))?.title, 'Withdraw coins')
    assert.deepEqual([(await textOf(withdrawn)).publishAt, (await textOf(archived)).publishAt], [null, null])
  })

  test('a text is withdrawn, an article archived and restored', async () => {
    const id = await drafted(writers)
    await publish(writers, id)
    ok(await writers.omar.post(`${path(id)}/withdraw`))
    assert.equal(await publicly(id), undefined)
    assert.deepEqual(code(await writers.omar.post(`${path(id)}/withdraw`)), [409, 'wrong_step'])
    await publish(writers, id)
    ok(await writers.nora.post(`/api/articles/${id}/archive`))
    assert.equal(await publicly(id), undefined)
    ok(await writers.nora.post(`/api/articles/${id}/restore`))
    assert.equal((await publicly(id))?.revision, 1)
  })
})

describe('nobody approves their own words', () => {
  test('which they wrote through a program of theirs', async () => {
    const boss = await createStaff(desk, { role: 'administrator' })
    const key = desk.asKey(await createKey(desk, boss, ['articles.write']))
    const id = await drafted(writers)
    ok(await save(id, 1, { title: 'By a program' }, key))
    ok(await writers.nora.post(`${path(id)}/submit`, { revision: 2 }))
    const approval = await desk.as(boss).post(`${path(id)}/approve`, { revision: 2 })
    assert.deepEqual(code(approval), [403, 'own_work'])
    ok(await writers.omar.post(`${path(id)}/approve`, { revision: 2 }))
  })

  test('which somebody else has restored', async () => {
    const id = await drafted(writers)
    ok(await save(id, 1, { title: 'Omar’s words' }, writers.omar))
    ok(await save(id, 2, { title: 'Other words' }))
    await publishBy(id, 3)
    ok(await writers.nora.post(`${path(id)}/revisions/2/restore`, { base: 3 }))
    ok(await writers.nora.post(`${path(id)}/submit`, { revision: 4 }))
    assert.deepEqual(code(await writers.omar.post(`${path(id)}/approve`, { revision: 4 })), [403, 'own_work'])
  })
})

/** Somebody who wrote none of it approves. */
async function publishBy(id: string, revision: number): Promise<void> {
  const third = desk.as(await createStaff(desk, { role: 'editor' }))
  ok(await writers.nora.post(`${path(id)}/submit`, { revision }))
  ok(await third.post(`${path(id)}/approve`, { revision }))
  ok(await third.post(`${path(id)}/publish`, { revision }))
}

describe('two who write at once', () => {
  const body = ['One.', '', 'Two.', '', 'Three.'].join('\n')

  test('both keep what they wrote in different places', async () => {
    const id = await drafted(writers, { body })
    ok(await save(id, 1, { body: body.replace('One', 'First') }, writers.omar))
    const saved = ok(await save(id, 1, { body: body.replace('Three', 'Third'), title: 'New title' }))
    assert.equal(saved.merged, true)
    assert.equal(saved.content.body, 'First.\n\nTwo.\n\nThird.')
    assert.equal((await textOf(id)).content.title, 'New title')
  })

  test('are shown the lines that both changed, and nothing is saved over', async () => {
    const id = await drafted(writers, { body })
    ok(await save(id, 1, { body: body.replace('Two', 'Second') }, writers.omar))
    const refused = await save(id, 1, { body: body.replace('Two', '2') })
    assert.deepEqual(code(refused), [409, 'edit_conflict'])
    const { newest, by, merge } = refused.body.error.details
    assert.deepEqual([newest, by], [2, 'Omar'])
    assert.deepEqual(merge.body, [
      { kind: 'same', text: 'One.\n' },
      { kind: 'conflict', yours: '2.', theirs: 'Second.' },
      { kind: 'same', text: '\nThree.' },
    ])
    assert.equal((await textOf(id)).content.body, body.replace('Two', 'Second'))
    ok(await save(id, 2, { body: body.replace('Two', 'Second, 2') }))
  })

  test('decide as a whole where too many lines differ, and nobody waits long for it', async () => {
    const lines = (word: string) => Array.from({ length: 20_000 }, (_, at) => (at % 2 ? '' : word)).join('\n')
    const id = await drafted(writers, { body: '\n'.repeat(40_000) })
    ok(await save(id, 1, { body: lines('a') }, writers.omar))
    const began = performance.now()
    const refused = await save(id, 1, { body: lines('b') })
    assert.ok(performance.now() - began < 2_000)
    assert.deepEqual(code(refused), [409, 'edit_conflict'])
  })

  test('are told when both together are too long', async () => {
    const long = (letter: string) => `${letter.repeat(60_000)}\n`
    const id = await drafted(writers, { body: 'Begin.\n\nEnd.' })
    ok(await save(id, 1, { body: `${long('a')}Begin.\n\nEnd.` }, writers.omar))
    const refused = await save(id, 1, { body: `Begin.\n\nEnd.\n${long('b')}` })
    assert.deepEqual([refused.status, refused.body.error.code], [400, 'invalid_input'])
    assert.equal((await textOf(id)).newest, 2)
  })

  test('saving the same once more makes no revision', async () => {
    const id = await drafted(writers)
    assert.equal(ok(await save(id, 1)).revision, 1)
  })
})

describe('revisions', () => {
  test('are listed, compared and restored', async () => {
    const id = await drafted(writers)
    ok(await save(id, 1, { body: '1. Open the purse.\n2. Choose the coin.\n3. Check the address.' }))
    const { changes } = ok(await writers.nora.get(`${path(id)}/changes?from=1&to=2`))
    assert.deepEqual(changes, [
      {
        field: 'body',
        parts: [
          { text: '1. Open the ', change: 'same' },
          { text: 'wallet', change: 'removed' },
          { text: 'purse', change: 'added' },
          { text: '.\n', change: 'same' },
          { text: '2. Choose the coin.\n3. Check the address.', change: 'same' },
        ],
      },
    ])
    assert.equal(ok(await writers.nora.post(`${path(id)}/revisions/1/restore`, { base: 2 })).revision, 3)
    assert.deepEqual((await textOf(id)).content, contentOf())
    const { revisions } = ok(await writers.nora.get(`${path(id)}/revisions`))
    assert.deepEqual(
      revisions.map(({ number, by }: { number: number; by: string }) => [number, by]),
      [
        [3, 'Nora'],
        [2, 'Nora'],
        [1, 'Nora'],
      ],
    )
    assert.deepEqual(code(await writers.nora.post(`${path(id)}/revisions/1/restore`, { base: 2 })), [
      409,
      'stale_version',
    ])
  })
})

describe('translations', () => {
  const zh = { title: '提币', summary: '如何把币转到其他钱包。', body: '1. 打开钱包。' }

  test('are outdated when the original has moved on, but not by something minor', async () => {
    const id = await drafted(writers)
    await publish(writers, id)
    ok(await save(id, 0, zh, writers.nora, 'zh', { translatedFrom: 1 }))
    await publish(writers, id, 'zh')
    assert.deepEqual((await publicly(id, 'zh'))?.locales, ['en', 'zh'])
    ok(await save(id, 1, { title: 'Withdraw  coins' }))
    await publish(writers, id, 'en', { minor: true })
    assert.equal((await textOf(id, 'zh')).outdated, false)
    ok(await save(id, 2, { body: 'Everything is different.' }))
    await publish(writers, id)
    assert.equal((await textOf(id, 'zh')).outdated, true)
    const { articles } = ok(await writers.nora.get('/api/articles?attention=true'))
    assert.ok(articles.some((row: { id: string }) => row.id === id))
    ok(await save(id, 1, { ...zh, body: '都变了。' }, writers.nora, 'zh', { translatedFrom: 3 }))
    await publish(writers, id, 'zh')
    assert.equal((await textOf(id, 'zh')).outdated, false)
  })

  test('can be said to follow the new original without other words', async () => {
    const id = await drafted(writers)
    await publish(writers, id)
    ok(await save(id, 0, zh, writers.nora, 'zh', { translatedFrom: 1 }))
    await publish(writers, id, 'zh')
    ok(await save(id, 1, { summary: 'Said better.' }))
    await publish(writers, id)
    assert.equal(ok(await save(id, 1, zh, writers.nora, 'zh', { translatedFrom: 1 })).revision, 1)
    assert.equal(ok(await save(id, 1, zh, writers.nora, 'zh', { translatedFrom: 2 })).revision, 2)
    await publish(writers, id, 'zh')
    assert.equal((await textOf(id, 'zh')).outdated, false)
  })

  test('who reads a language without one is shown the original', async () => {
    const id = await drafted(writers)
    await publish(writers, id)
    assert.deepEqual(
      [(await publicly(id, 'zh'))?.locale, (await publicly(id, 'zh'))?.title],
      ['en', 'Withdraw coins'],
    )
  })
})

describe('an article', () => {
  test('is found under its former addresses, and no other may take them', async () => {
    const id = await drafted(writers, {}, { slug: 'first-address' })
    await publish(writers, id)
    ok(await writers.nora.patch(`/api/articles/${id}`, { version: 1, settings: { slug: 'second-address' } }))
    const reader = desk.app.desk.read(nobody)
    assert.deepEqual(await publishedArticle(reader, 'first-address', 'en'), { movedTo: 'second-address' })
    const other = { kind: 'faq', locale: 'en', content: contentOf(), slug: 'first-address' }
    assert.deepEqual(code(await writers.nora.post('/api/articles', other)), [409, 'already_exists'])
    ok(await writers.nora.patch(`/api/articles/${id}`, { version: 2, settings: { slug: 'first-address' } }))
    assert.deepEqual(await publishedArticle(reader, 'second-address', 'en'), { movedTo: 'first-address' })
  })

  test('that nobody may read yet is not named by its former address', async () => {
    const id = await drafted(writers, {}, { slug: 'listing-abc' })
    ok(await writers.nora.patch(`/api/articles/${id}`, { version: 1, settings: { slug: 'listing-xyz' } }))
    assert.equal(await publishedArticle(desk.app.desk.read(nobody), 'listing-abc', 'en'), undefined)
  })

  test('is written in the languages of the desk', async () => {
    const id = await drafted(writers)
    const { status, body } = await save(id, 0, {}, writers.nora, 'xx')
    assert.deepEqual([status, body.error.fields[0].path], [400, 'locale'])
  })

  test('that was approved before a change affected it, stays on the list', async () => {
    const id = await drafted(writers)
    const at = new Date(desk.clock().getTime() + 3_600_000).toISOString()
    await publish(writers, id, 'en', { at })
    desk.clock.advance(60)
    ok(await writers.nora.post('/api/articles/affected', { articleIds: [id], note: 'New fee.' }))
    desk.clock.advance(3_600)
    await desk.settle()
    assert.equal((await show(id)).affected?.note, 'New fee.')
    ok(await save(id, 1, { body: 'The new fee.' }))
    await publish(writers, id)
    assert.equal((await show(id)).affected, null)
  })

  test('is listed by its id, also an archived one', async () => {
    const [one, other] = [await drafted(writers), await drafted(writers)]
    ok(await writers.nora.post(`/api/articles/${other}/archive`))
    const { articles } = ok(await writers.nora.get(`/api/articles?ids=${one},${other}`))
    assert.deepEqual(articles.map((row: { id: string }) => row.id).toSorted(), [one, other].toSorted())
    assert.equal((await writers.nora.get('/api/articles?ids=x')).status, 400)
  })

  test('without an address is given one that is free', async () => {
    const made = await Promise.all([drafted(writers, { title: 'My Ünique title!' })])
    made.push(await drafted(writers, { title: 'My unique title' }), await drafted(writers, { title: '提币' }))
    const slugs = await Promise.all(made.map(async id => (await show(id)).slug))
    assert.deepEqual(slugs.slice(0, 2), ['my-unique-title', 'my-unique-title-2'])
    assert.match(slugs[2]!, /^article-[0-9a-f]{12}$/)
  })

  test('of another version is left alone', async () => {
    const id = await drafted(writers)
    ok(await writers.nora.patch(`/api/articles/${id}`, { version: 1, settings: { level: 'advanced' } }))
    const late = await writers.omar.patch(`/api/articles/${id}`, {
      version: 1,
      settings: { level: 'beginner' },
    })
    assert.deepEqual(code(late), [409, 'stale_version'])
    assert.equal((await show(id)).level, 'advanced')
  })

  test('announces something at a time, or is no announcement', async () => {
    const announcement = {
      type: 'maintenance',
      startsAt: '2026-03-02T09:00:00.000Z',
      endsAt: null,
      pinned: true,
    }
    const wanted = { kind: 'announcement', locale: 'en', content: contentOf() }
    assert.deepEqual(code(await writers.nora.post('/api/articles', wanted)), [422, 'announcement_needed'])
    const id = await drafted(writers, {}, { kind: 'announcement', announcement })
    assert.deepEqual((await show(id)).announcement, announcement)
    const change = { version: 1, settings: { kind: 'guide' } }
    assert.deepEqual(code(await writers.nora.patch(`/api/articles/${id}`, change)), [
      422,
      'announcement_needed',
    ])
    const ends = { ...announcement, endsAt: '2026-03-01T09:00:00.000Z' }
    assert.equal((await writers.nora.post('/api/articles', { ...wanted, announcement: ends })).status, 400)
  })

  test('is on the list of what to look at when its review is due or a change affects it', async () => {
    const id = await drafted(writers, {}, { reviewEveryDays: 30 })
    await publish(writers, id)
    const isListed = async () =>
      ok(await writers.omar.get('/api/articles?attention=true')).articles.some(
        (row: Article) => row.id === id,
      )
    assert.equal(await isListed(), false)
    desk.clock.advance(31 * 86_400)
    // The old sessions are over by then.
    writers = await writersOf(desk)
    assert.equal(await isListed(), true)
    const again = writers.nora
    ok(await again.post(`/api/articles/${id}/confirm`))
    assert.equal(await isListed(), false)
    ok(
      await again.post('/api/articles/affected', { articleIds: [id], note: 'The fee of TRC20 has changed.' }),
    )
    assert.equal(await isListed(), true)
    const article: Article = ok(await again.get(`/api/articles/${id}`))
    assert.equal(article.affected?.note, 'The fee of TRC20 has changed.')
  })

  test('keeps no secret that somebody pasted', async () => {
    const seed = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
    const id = await drafted(writers, { body: `My words: ${seed}` })
    assert.doesNotMatch((await textOf(id)).content.body, /winner thank/)
  })
})

describe('the list', () => {
  test('is narrowed by words, kind, state and missing language', async () => {
    const id = await drafted(writers, { title: 'Zebra crossing' }, { kind: 'policy' })
    for (const [query, found] of [
      ['q=zebra', true],
      ['q=100%25', false],
      ['kind=policy&q=zebra', true],
      ['kind=video&q=zebra', false],
      ['state=draft&q=zebra', true],
      ['state=published&q=zebra', false],
      ['missing=zh&q=zebra', true],
      ['missing=en&q=zebra', false],
      ['archived=true&q=zebra', false],
    ] as const) {
      const { articles } = ok(await writers.nora.get(`/api/articles?${query}`))
      assert.equal(
        articles.some((row: Article) => row.id === id),
        found,
        query,
      )
    }
  })
})

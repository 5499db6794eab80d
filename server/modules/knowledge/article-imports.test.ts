// Articles in and out as files: looked at first, taken over whole or not at all, and back as they were.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { unzipSync, zipSync } from 'fflate'
import type { ArticleImport, ImportReportLine } from '../../../contract/article-imports.ts'
import { createKey, createStaff } from '../../../test/factories.ts'
import { storedFiles } from '../../../test/files.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person, Reply } from '../../../test/person.ts'
import { nobody } from '../../platform/context.ts'
import { publishedArticle } from './index.ts'
import { ok } from './knowledge.fixture.ts'

let desk: TestDesk
let editor: Person
before(async () => {
  desk = await testDesk({ rateFactor: 100 })
  editor = desk.as(await createStaff(desk, { name: 'Nora', role: 'editor' }))
})

const code = ({ status, body }: Reply) => [status, body.error?.code]
const file = (name: string, bytes: Uint8Array | string) => ({
  name,
  type: 'application/octet-stream',
  bytes: Buffer.from(bytes as string),
})
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])))

async function uploaded(name: string, bytes: Uint8Array | string): Promise<ArticleImport> {
  const { id } = ok(await editor.upload('/api/article-imports', file(name, bytes)))
  await desk.settle()
  return stateOf(id)
}

const stateOf = async (id: string): Promise<ArticleImport> =>
  ok(await editor.get('/api/article-imports')).imports.find((one: ArticleImport) => one.id === id)

const reportOf = async (id: string): Promise<ImportReportLine[]> =>
  ok(await editor.get(`/api/article-imports/${id}/report`)).report

async function taken(id: string, publish: boolean): Promise<ArticleImport> {
  ok(await editor.post(`/api/article-imports/${id}/take`, { publish }))
  await desk.settle()
  return stateOf(id)
}

const article = (title: string, body: string, more = '') =>
  `---\ntitle: ${title}\nsummary: About it.\ntopic: wallet\nkind: faq\n${more}---\n${body}\n`

async function publicly(slug: string, locale = 'en') {
  const found = await publishedArticle(desk.app.desk.read(nobody), slug, locale)
  return found && 'revision' in found ? found : undefined
}

describe('a folder of Markdown', () => {
  test('is looked at first, and taken over with topics, languages and relatives', async () => {
    const files = {
      'help/send.en.md': article('Send coins', 'Open the wallet.', 'related: [receive]\n'),
      'help/send.zh.md': article('转出', '打开钱包。', 'related: [receive]\n'),
      'help/receive.en.md': article('Receive coins', 'Give your address.'),
      'help/broken.en.md': '---\ntitle: [\n---\nNo head.',
    }
    const one = await uploaded('help.zip', zip(files))
    assert.deepEqual([one.state, one.articles, one.texts, one.topics], ['ready', 3, 4, 1])
    assert.ok((await reportOf(one.id)).some(line => line.file === 'help/broken.en.md' && line.line !== null))
    assert.equal(await publicly('send'), undefined)
    const done = await taken(one.id, true)
    assert.deepEqual([done.state, done.taken], ['done', { created: 3, updated: 0, unchanged: 0, left: 0 }])
    const send = await publicly('send', 'zh')
    assert.deepEqual([send?.title, send?.related.map(({ slug }) => slug)], ['转出', ['receive']])
  })

  test('comes again as new drafts where something has changed, and nothing where not', async () => {
    const files = { 'lend.en.md': article('Lend', 'Old.'), 'borrow.en.md': article('Borrow', 'Same.') }
    await taken((await uploaded('a.zip', zip(files))).id, true)
    const changed = { ...files, 'lend.en.md': article('Lend', 'New.') }
    const done = await taken((await uploaded('b.zip', zip(changed))).id, true)
    assert.deepEqual(done.taken, { created: 0, updated: 1, unchanged: 1, left: 0 })
    assert.equal((await publicly('lend'))?.content.body.trim(), 'Old.')
  })

  test('leaves what is archived here, and merges with what was written here since', async () => {
    const files = {
      'gone.en.md': article('Gone', 'Old.'),
      'kept.en.md': article('Kept', 'One.\n\nTwo.\n\nThree.'),
    }
    await taken((await uploaded('a.zip', zip(files))).id, true)
    const { articles } = ok(await editor.get('/api/articles'))
    const idOf = (slug: string) => articles.find((one: { slug: string }) => one.slug === slug).id
    ok(await editor.post(`/api/articles/${idOf('gone')}/archive`))
    const here = { title: 'Kept', summary: 'About it.', body: '1.\n\nTwo.\n\nThree.', questions: [] }
    ok(await editor.put(`/api/articles/${idOf('kept')}/texts/en`, { base: 1, content: here }))
    const again = await taken((await uploaded('a.zip', zip(files))).id, true)
    assert.deepEqual(again.taken, { created: 0, updated: 0, unchanged: 1, left: 1 })
    const changed = { ...files, 'kept.en.md': article('Kept', 'One.\n\nTwo.\n\n3.') }
    const third = await taken((await uploaded('a.zip', zip(changed))).id, true)
    assert.deepEqual(third.taken, { created: 0, updated: 1, unchanged: 0, left: 1 })
    const { texts } = ok(await editor.get(`/api/articles/${idOf('kept')}`))
    assert.equal(texts[0].content.body.trim(), '1.\n\nTwo.\n\n3.')
    const clash = { 'kept.en.md': article('Kept', 'I.\n\nTwo.\n\nThree.') }
    assert.equal((await taken((await uploaded('b.zip', zip(clash))).id, true)).taken?.left, 1)
  })

  test('is published by nobody but people', async () => {
    const boss = await createStaff(desk, { role: 'administrator' })
    const key = desk.asKey(await createKey(desk, boss, ['articles.write', 'articles.review']))
    const one = await uploaded('program.en.md', article('Program', 'Text.'))
    assert.deepEqual(code(await key.post(`/api/article-imports/${one.id}/take`, { publish: true })), [
      403,
      'forbidden',
    ])
    assert.deepEqual(code(await key.post('/api/articles/starter-set', { publish: true })), [403, 'forbidden'])
    const { articles } = ok(await editor.get('/api/articles?archived=false'))
    assert.ok(!articles.some(({ slug }: { slug: string }) => slug === 'program'))
  })

  test('as drafts can’t be approved by whoever took them over', async () => {
    const one = await taken((await uploaded('mine.en.md', article('Mine', 'Text.'))).id, false)
    assert.equal(one.state, 'done')
    const [{ id }] = ok(await editor.get('/api/articles?q=mine')).articles
    ok(await editor.post(`/api/articles/${id}/texts/en/submit`, { revision: 1 }))
    const approval = await editor.post(`/api/articles/${id}/texts/en/approve`, { revision: 1 })
    assert.deepEqual(code(approval), [403, 'own_work'])
  })

  test('as drafts is seen by nobody', async () => {
    const one = await uploaded('quiet.en.md', article('Quiet', 'Hush.'))
    assert.equal((await taken(one.id, false)).state, 'done')
    assert.equal(await publicly('quiet'), undefined)
  })
})

test('exports of other systems are told apart by what they hold', async () => {
  const zendesk = {
    articles: [{ id: 7, title: 'Withdraw', body: '<p>Open <b>it</b>.</p>', locale: 'en-us', draft: false }],
  }
  const chatwoot = {
    articles: [
      {
        id: 9,
        portal_id: 1,
        title: 'Deposit',
        content: 'Open **it**.',
        slug: '17-deposit',
        locale: 'en',
        status: 'published',
      },
    ],
  }
  for (const [name, text, words] of [
    ['zendesk.json', JSON.stringify(zendesk), 'Open **it**.'],
    ['chatwoot.json', JSON.stringify(chatwoot), 'Open **it**.'],
    [
      'page.html',
      '<html><head><title>Trade</title></head><body><h1>Trade</h1><p>Open <b>it</b>.</p></body></html>',
      'Open **it**.',
    ],
  ] as const) {
    const one = await uploaded(name, text)
    assert.deepEqual(
      [one.state, one.articles],
      ['ready', 1],
      `${name} ${JSON.stringify(await reportOf(one.id))}`,
    )
    assert.equal((await taken(one.id, false)).taken?.created, 1)
    const { articles } = ok(await editor.get('/api/articles'))
    const { texts } = ok(await editor.get(`/api/articles/${articles[0].id}`))
    assert.equal(texts[0].content.body.trim(), words, name)
  }
})

describe('what is broken', () => {
  const bytes = zip({ 'a.en.md': article('A', 'B') })
  for (const [name, content] of [
    ['empty.json', '{}'],
    ['torn.json', '{"articles": ['],
    ['torn.zip', bytes.subarray(0, bytes.length - 30)],
    ['noise.bin', Buffer.from([1, 2, 3])],
    ['pictures.zip', zip({ 'a.png': 'x' })],
  ] as const) {
    test(`${name} fails with a report, and changes nothing`, async () => {
      const count = async () => ok(await editor.get('/api/articles')).articles.length
      const before = await count()
      const one = await uploaded(name, content)
      assert.equal(one.state, 'failed')
      assert.ok((await reportOf(one.id)).length > 0)
      assert.deepEqual(code(await editor.post(`/api/article-imports/${one.id}/take`, { publish: true })), [
        409,
        'wrong_step',
      ])
      assert.equal(await count(), before)
    })
  }

  test('V14 V15 scripts and foreign parts of pages are left out, and told', async () => {
    const page = `<title>Evil</title><h1>Evil</h1><p onclick="x()">Fine <a href="javascript:alert(1)">link</a></p>
      <script>alert(1)</script><iframe src="https://evil.test"></iframe><svg onload="alert(1)"></svg><img src="data:image/svg+xml,x">`
    const one = await uploaded('evil.html', page)
    ok(await editor.post(`/api/article-imports/${one.id}/take`, { publish: true }))
    await desk.settle()
    const found = await publicly('evil')
    assert.doesNotMatch(found!.content.body, /script|iframe|svg|onclick|javascript:|alert/i)
    assert.ok((await reportOf(one.id)).length >= 3)
  })
})

test('a file is wiped when it is taken over or forgotten', async () => {
  const before = storedFiles(desk.options.filesFolder)
  const [first, second] = [
    await uploaded('x.en.md', article('X one', 'Text.')),
    await uploaded('y.en.md', article('Y two', 'Text.')),
  ]
  assert.notDeepEqual(storedFiles(desk.options.filesFolder), before)
  await taken(first.id, false)
  ok(await editor.delete(`/api/article-imports/${second.id}`))
  await desk.settle()
  assert.deepEqual(storedFiles(desk.options.filesFolder), before)
})

test('what the public doesn’t read is not exported beside what it reads', async () => {
  const files = { 'half.en.md': article('Half', 'Public.') }
  await taken((await uploaded('half.zip', zip(files))).id, true)
  const [{ id }] = ok(await editor.get('/api/articles?q=half')).articles
  const zh = { title: '一半', summary: '', body: '草稿。', questions: [] }
  ok(await editor.put(`/api/articles/${id}/texts/zh`, { base: 0, content: zh }))
  const exported = unzipSync((await editor.get('/api/articles-export?format=markdown')).bytes)
  assert.ok(exported['half.en.md'])
  assert.equal(exported['half.zh.md'], undefined)
})

test('what is exported is what another desk takes over', async () => {
  const other = await testDesk()
  const boss = other.as(await createStaff(other, { role: 'administrator' }))
  ok(await boss.post('/api/articles/starter-set', { publish: true }))
  const archive = (await boss.get('/api/articles-export?format=markdown')).bytes
  const files = unzipSync(archive)
  assert.ok(Object.keys(files).length >= 120)
  const third = await testDesk()
  const keeper = third.as(await createStaff(third, { role: 'administrator' }))
  const { id } = ok(await keeper.upload('/api/article-imports', file('all.zip', archive)))
  await third.settle()
  assert.deepEqual(ok(await keeper.get(`/api/article-imports/${id}/report`)).report, [])
  ok(await keeper.post(`/api/article-imports/${id}/take`, { publish: true }))
  await third.settle()
  const [one, same] = await Promise.all(
    [other, third].map(async each => {
      const found = await publishedArticle(each.app.desk.read(nobody), 'account-locked', 'zh')
      return (
        found && 'revision' in found && [found.content, found.related.map(({ slug }) => slug), found.kind]
      )
    }),
  )
  assert.deepEqual(same, one)
  const pages = unzipSync((await boss.get('/api/articles-export?format=html')).bytes)
  assert.match(Buffer.from(pages['account-locked.en.html']!).toString(), /<h1>Your account is locked<\/h1>/)
})

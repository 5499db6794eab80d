// What is offered before a contact, and what is recorded of it: one row for each matter, without names, and never in anybody's way.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, suite, test } from 'node:test'
import { createCustomer, createStaff } from '../../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../../test/harness.ts'
import { writeNotes } from '../index.ts'
import { drafted, ok, publish, type Writers, writersOf } from '../knowledge.fixture.ts'
import { articlesIn } from './addresses.ts'
import { masked } from './mask.ts'

let desk: TestDesk
let writers: Writers
let deposits: string
before(async () => {
  desk = await testDesk({ rateFactor: 100 })
  writers = await writersOf(desk)
  deposits = await made('deposit-missing', {
    title: 'Deposit missing',
    summary: 'Where a deposit waits until it is credited.',
    body: 'Wait for the **network**. See [the other one](withdraw-coins), [a draft](not-yet) and [ours](https://x.example/).',
  })
  await made('withdraw-coins')
  await drafted(writers, {}, { slug: 'not-yet' })
})

async function made(slug: string, content = {}, settings = {}): Promise<string> {
  const id = await drafted(writers, content, { slug, ...settings })
  await publish(writers, id)
  return id
}

const search = async (q: string, more: Record<string, string> = {}) =>
  ok(await desk.nobody.get(`/api/help/search?${new URLSearchParams({ q, ...more })}`))
async function rowOf(id: string) {
  await writeNotes(desk.app.desk)
  return (await desk.pool.query('select * from searches where id = $1', [id])).rows[0]
}

describe('a search', () => {
  test('needs no session, and gives pieces, never HTML', async () => {
    const { hits } = await search('deposit <b>missing</b>')
    assert.deepEqual(
      [hits[0].slug, hits[0].kind, hits[0].url],
      ['deposit-missing', 'guide', `${desk.options.publicUrl}/help/en/articles/deposit-missing`],
    )
    assert.deepEqual(hits[0].titlePieces, [
      { text: 'Deposit', hit: true },
      { text: ' ', hit: false },
      { text: 'missing', hit: true },
    ])
  })

  test('is one row for each matter, with the last text of it', async () => {
    const searchId = randomUUID()
    for (const q of ['dep', 'deposit', 'deposit missing']) await search(q, { searchId, place: 'form' })
    const { query, place, locale, found, offered, opened } = await rowOf(searchId)
    assert.deepEqual(
      [query, place, locale, found, offered, opened],
      ['deposit missing', 'form', 'en', 1, [deposits], []],
    )
    await search('zzz', { searchId })
    assert.deepEqual([(await rowOf(searchId)).query, (await rowOf(searchId)).found], ['zzz', 0])
  })

  test('is answered before anything is written', async () => {
    const { searchId } = await search('deposit')
    const { rows } = await desk.pool.query('select from searches where id = $1', [searchId])
    assert.equal(rows.length, 0)
    assert.ok(await rowOf(searchId))
  })

  test('takes any text, and refuses what is none', async () => {
    for (const q of ['\0', '%', "'; drop table searches; --", '💥'.repeat(400), '('.repeat(1_000)])
      ok(await desk.nobody.get(`/api/help/search?q=${encodeURIComponent(q)}`))
    for (const query of [
      '',
      '?q=',
      `?q=${'x'.repeat(1_001)}`,
      '?q=x&limit=11',
      '?q=x&place=console',
      '?q=x&searchId=1',
    ])
      assert.equal((await desk.nobody.get(`/api/help/search${query}`)).status, 400, query)
  })
})

describe('what comes of a search', () => {
  test('an article that was opened', async () => {
    const { searchId } = await search('deposit missing')
    const path = `/api/help/articles/deposit-missing?searchId=${searchId}`
    for (const _ of [1, 2]) ok(await desk.nobody.get(path))
    const { opened, conversation_id: conversation } = await rowOf(searchId)
    assert.deepEqual([opened, conversation], [[deposits], null])
  })

  test('a conversation within a day, and none later', async () => {
    const customer = await createCustomer(desk)
    const [soon, late] = [await search('deposit missing'), await search('deposit missing')]
    const write = async ({ searchId }: { searchId: string }) => {
      const opening = { clientId: randomUUID(), body: 'Where is it?', searchId }
      return ok(await desk.asCustomer(customer).post('/api/customer/conversations', opening)).conversation.id
    }
    const id = await write(soon)
    const { conversation_id: conversation, customer_id: whose } = await rowOf(soon.searchId)
    assert.deepEqual([conversation, whose], [id, customer.id])
    desk.clock.advance(25 * 3_600)
    await write(late)
    assert.equal((await rowOf(late.searchId)).conversation_id, null)
  })

  test('is kept for three months', async () => {
    const { searchId } = await search('deposit')
    await rowOf(searchId)
    desk.clock.advance(89 * 86_400)
    await desk.settle()
    assert.ok(await rowOf(searchId))
    desk.clock.advance(2 * 86_400)
    await desk.settle()
    assert.equal(await rowOf(searchId), undefined)
  })

  test('also where another node hears of the end first', async () => {
    const other = await testDesk({ beside: desk })
    const { searchId } = ok(await other.nobody.get('/api/help/search?q=deposit'))
    ok(await desk.nobody.get(`/api/help/articles/deposit-missing?searchId=${searchId}`))
    await rowOf(searchId)
    await writeNotes(other.app.desk)
    const { query, opened } = await rowOf(searchId)
    assert.deepEqual([query, opened], ['deposit', [deposits]])
  })
})

describe('an article in the widget', () => {
  test('is safe HTML, with links to what is public only', async () => {
    const { html, title } = ok(await desk.nobody.get('/api/help/articles/deposit-missing'))
    assert.equal(title, 'Deposit missing')
    assert.match(html, /<strong>network<\/strong>/)
    assert.match(html, /href="\/help\/en\/articles\/withdraw-coins"/)
    assert.doesNotMatch(html, /not-yet/)
  })

  test('is nothing but what is public', async () => {
    for (const slug of ['not-yet', 'nowhere', '..', 'X'])
      assert.equal((await desk.nobody.get(`/api/help/articles/${slug}`)).status, 404, slug)
  })
})

test('the widget begins with what is read most and what is pinned now', async () => {
  // The clock went on by months, and nobody stays signed in for so long.
  writers = await writersOf(desk)
  const soon = { type: 'maintenance', startsAt: '2026-01-01T00:00:00Z', endsAt: null, pinned: true }
  const announcing = { kind: 'announcement', announcement: soon }
  await made('upgrade', { title: 'Upgrade' }, announcing)
  await made(
    'later',
    { title: 'Later' },
    { ...announcing, announcement: { ...soon, startsAt: '2099-01-01T00:00:00Z' } },
  )
  await made('loose', { title: 'Loose' }, { ...announcing, announcement: { ...soon, pinned: false } })
  const day = desk.clock().toISOString().slice(0, 10)
  await desk.pool.query('insert into article_views values ($1, $2, $3, 7)', [deposits, 'en', day])
  const { popular, announcements } = ok(await desk.nobody.get('/api/help/home?locale=en'))
  assert.deepEqual(
    popular.map(({ slug }: { slug: string }) => slug),
    ['deposit-missing', 'withdraw-coins'],
  )
  assert.deepEqual(
    announcements.map(({ slug }: { slug: string }) => slug),
    ['upgrade'],
  )
})

test('articles that agents send by hand are counted, each message once', async () => {
  const customer = await createCustomer(desk)
  const opening = { clientId: randomUUID(), body: 'Where is it?' }
  const { conversation } = ok(await desk.asCustomer(customer).post('/api/customer/conversations', opening))
  const agent = desk.as(await createStaff(desk))
  const url = `${desk.options.publicUrl}/help/zh/articles/deposit-missing`
  const message = { clientId: randomUUID(), body: `Look: ${url} and ${url}.` }
  const path = `/api/conversations/${conversation.id}/entries`
  for (const _ of [1, 2]) ok(await agent.post(path, message))
  ok(await agent.post(path, { clientId: randomUUID(), kind: 'note', body: url }))
  await writeNotes(desk.app.desk)
  const { rows } = await desk.pool.query('select article_id from article_sends')
  assert.deepEqual(rows, [{ article_id: deposits }])
})

suite('a search is kept without', () => {
  const seed = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
  const cases: [string, string][] = [
    ['mail to flo@customer.example please', 'mail to [email] please'],
    ['call +49 (170) 123-45-67 now', 'call [number] now'],
    ['我的手机号13812345678收不到验证码', '我的手机号[number]收不到验证码'],
    [`tx 0x${'ab12'.repeat(16)} stuck`, 'tx [id] stuck'],
    ['uid 0198f000-0000-7000-8000-000000000001', 'uid [id]'],
    ['sent 20 000 USDT, error -1021', 'sent 20 000 USDT, error -1021'],
    ['a  lot\nof   room', 'a lot of room'],
  ]
  for (const [text, kept] of cases) test(text.slice(0, 30), () => assert.equal(masked(text), kept))

  test('a recovery phrase', () => assert.doesNotMatch(masked(`why ${seed}`), /winner/))

  test('its end, or much time', () => {
    assert.equal(masked('字'.repeat(5_000)).length, 300)
    const began = performance.now()
    for (const text of ['@', 'a1-', '1 ', 'a@', '+(', 'a-']) masked(text.repeat(100_000))
    assert.ok(performance.now() - began < 1_000)
  })
})

test('only addresses of this desk’s articles are articles', () => {
  const url = 'https://desk.example'
  const text = `${url}/help/en/articles/a-1, ${url}/help/zh-TW/articles/b?x ${url}/help/en/topics/c https://else.example/help/en/articles/d`
  assert.deepEqual(articlesIn(text, url), ['a-1', 'b'])
  assert.deepEqual(articlesIn(`${url}/help/`.repeat(5_000), url), [])
})

// What is kept of the help centre's pages: for whom, until when, and that it stays up when nothing else does.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { testDesk } from '../../../test/harness.ts'
import { ok } from '../../modules/knowledge/knowledge.fixture.ts'
import { request } from '../site-desk.fixture.ts'
import { visitor as visitorOf } from '../visitor.fixture.ts'
import { helpDesk } from './help-desk.fixture.ts'

const place = await helpDesk()
const { desk, visitor, writers, article, change } = place
const path = '/help/en/articles/kept'
const id = await article('kept', { title: 'As it was' })
const see = (headers = {}, at = path) => visitor().see(at, headers)

suite('a page that is kept', () => {
  test('is not sent again to those who have it', async () => {
    const { headers } = await see()
    assert.equal(headers['cache-control'], 'public, no-cache')
    const etag = String(headers.etag)
    for (const known of [etag, etag.replace('W/', ''), `"x", ${etag}`]) {
      const { status, html } = await see({ 'if-none-match': known })
      assert.deepEqual([status, html], [304, ''], known)
    }
    assert.equal((await see({ 'if-none-match': '"x"' })).status, 200)
  })

  test('is sent zipped to those who can unzip it', async () => {
    const { html } = await see()
    const zipped = await desk.app.http.inject({ url: path, headers: { 'accept-encoding': 'br, gzip' } })
    assert.equal(zipped.headers['content-encoding'], 'gzip')
    assert.equal(gunzipSync(zipped.rawPayload).toString(), html)
  })

  test('is made anew as soon as something is published, moved, taken back, or the desk is changed', async () => {
    const before = String((await see()).headers.etag)
    await place.translate(id, { title: '新' })
    assert.match((await see({ 'if-none-match': before })).html, /hreflang="zh"/)
    const address = `/api/articles/${id}`
    const base = { base: 1, content: { title: 'As it is', summary: '', body: 'x', questions: [] } }
    ok(await writers.nora.put(`${address}/texts/en`, base))
    assert.match((await see()).html, /As it was/)
    const revision = { revision: 2 }
    ok(await writers.nora.post(`${address}/texts/en/submit`, revision))
    ok(await writers.omar.post(`${address}/texts/en/approve`, revision))
    ok(await writers.omar.post(`${address}/texts/en/publish`, revision))
    assert.match((await see()).html, /<h1 >As it is<\/h1>/)
    await change({ name: 'Another' })
    assert.match((await see()).html, /Another/)
    ok(await writers.omar.post(`${address}/archive`))
    assert.equal((await see()).status, 404)
    ok(await writers.omar.post(`${address}/restore`))
    assert.equal((await see()).status, 200)
  })

  test('is forgotten by the other nodes as well', async () => {
    await desk.listen()
    const beside = await testDesk({ beside: desk, rateFactor: 100 })
    await beside.app.start({ jobs: false })
    const seeBeside = async () => (await visitorOf(beside).see(path)).html
    assert.match(await seeBeside(), /Another/)
    await change({ name: 'Third' })
    const end = performance.now() + 10_000
    while (!(await seeBeside()).includes('Third')) {
      assert.ok(performance.now() < end, 'the other node has not heard of it')
      await new Promise(resolve => setImmediate(resolve))
    }
    await beside.close()
  })

  test('is a minute old at most, so that what has a time begins and ends', async () => {
    const startsAt = new Date(desk.clock().getTime() + 30_000)
    const endsAt = new Date(startsAt.getTime() + 3_600_000)
    const announcement = { type: 'event', startsAt, endsAt, pinned: false }
    await article('soon', { title: 'A feast' }, { kind: 'announcement', announcement })
    const start = async () => (await see({}, '/help/en')).html
    assert.match(await start(), /A feast.*?To come/s)
    desk.clock.advance(61)
    assert.match(await start(), /A feast.*?Now/s)
    desk.clock.advance(3_600)
    assert.doesNotMatch(await start(), /A feast/)
  })

  test('is for strangers alone: who is signed in has a page of their own', async () => {
    const person = visitor()
    await person.send('/requests/new', request)
    const reader = await place.mailReader(request.email)
    const { html, headers } = await reader.see(path)
    assert.match(html, /sign-out/)
    assert.equal(headers['cache-control'], 'no-store')
    assert.doesNotMatch((await see()).html, /sign-out|flo@customer/)
    assert.match(String((await see()).headers.vary), /cookie/)
  })

  test('is one page however it is asked for', async () => {
    const { html } = await see()
    for (const other of [`${path}/`, `${path}?utm_source=x`, '/help/en/articles/k%65pt', `${path}?lang=zh`])
      assert.equal((await see({}, other)).html, html, other)
  })
})

test('what was seen stays up while the database is away', async () => {
  const alone = await helpDesk()
  await alone.article('steady', { title: 'Steady' })
  const at = '/help/en/articles/steady'
  assert.equal((await alone.visitor().see(at)).status, 200)
  alone.desk.clock.advance(3_600)
  const { pool } = alone.desk
  const query = pool.query.bind(pool)
  const connect = pool.connect.bind(pool)
  const away = () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
  Object.assign(pool, { query: away, connect: away })
  try {
    const { status, html } = await alone.visitor().see(at)
    assert.equal(status, 200)
    assert.match(html, /Steady/)
    assert.ok((await alone.visitor().see('/help/en/articles/other')).status >= 500)
  } finally {
    Object.assign(pool, { query, connect })
  }
})

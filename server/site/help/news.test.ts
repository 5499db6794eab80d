// Announcements, posts, their feeds, and what programs read of the help centre.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { suite, test } from 'node:test'
import { Parser } from 'htmlparser2'
import { newId } from '../../platform/ids.ts'
import { helpDesk, textsIn } from './help-desk.fixture.ts'

const place = await helpDesk()
const { desk, visitor, article } = place
const { publicUrl } = desk.options
const chain = await place.topic('chain', 'Chain')
const hour = 3_600_000
const at = (hours: number) => new Date(desk.clock().getTime() + hours * hour).toISOString()
const news = (slug: string, title: string, announcement: object, more = {}) =>
  article(
    slug,
    { title, summary: 'Short & <clear>' },
    {
      kind: 'announcement',
      announcement: { type: 'maintenance', startsAt: at(-1), endsAt: null, pinned: false, ...announcement },
      ...more,
    },
  )
await news('old', 'Old news', { endsAt: at(-0.5) })
await news('pinned', 'Pinned news', { pinned: true })
await news('later', 'Later \u0007news', { type: 'listing', startsAt: at(30) }, { topicId: chain })
await article('post', { title: 'A post' }, { kind: 'blog' })
const see = (path: string) => visitor().see(path)

/** The tags of XML that is well-formed; throws where it isn't. */
function tagsIn(xml: string): string[] {
  assert.match(xml, /^<\?xml version="1.0" encoding="utf-8"\?>\n/)
  // oxlint-disable-next-line no-control-regex
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
  assert.doesNotMatch(xml.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, ''), /&/)
  const open: string[] = []
  const tags: string[] = []
  const parser = new Parser(
    {
      onopentag: tag => (open.push(tag), tags.push(tag)),
      onclosetag: (tag, implied) => assert.ok(open.pop() === tag && (!implied || xml.includes('/>')), tag),
    },
    { xmlMode: true },
  )
  parser.end(xml)
  assert.deepEqual(open, [])
  return tags
}

suite('announcements', () => {
  test('hold now or later, the important ones first, and what is over below', async () => {
    const { html } = await see('/help/en/announcements')
    const [pinned, later, over, old] = ['Pinned news', 'Later', 'id="over"', 'Old news'].map(word =>
      html.indexOf(word),
    )
    assert.ok(pinned! < later! && later! < over! && over! < old!, JSON.stringify([pinned, later, over, old]))
  })

  test('are listed by type and topic, and by nothing else', async () => {
    const byType = (await see('/help/en/announcements?type=listing')).html
    assert.match(byType, /Later/)
    assert.doesNotMatch(byType, /Pinned news/)
    const byTopic = (await see('/help/en/announcements?topic=chain')).html
    assert.match(byTopic, /Later/)
    assert.doesNotMatch(byTopic, /Pinned news/)
    for (const query of ['type=x', 'topic=x'])
      assert.equal((await see(`/help/en/announcements?${query}`)).status, 404)
  })

  test('say their time in the article, and hang below their list', async () => {
    const { html } = await see('/help/en/articles/pinned')
    assert.match(html, /<span class="pill new">Important<\/span>/)
    assert.match(html, /<a href="\/help\/en\/announcements">Announcements<\/a><\/li><\/ol>/)
    assert.match(html, /"@type":"NewsArticle"/)
  })
})

suite('feeds', () => {
  test('are Atom, of announcements, of one topic, and of posts', async () => {
    for (const [path, titles] of [
      ['/help/en/announcements.xml', ['Later news', 'Pinned news', 'Old news']],
      ['/help/en/announcements.xml?topic=chain', ['Later news']],
      ['/help/en/blog.xml', ['A post']],
      ['/help/zh/blog.xml', ['A post']],
    ] as const) {
      const { html, headers } = await see(path)
      assert.equal(headers['content-type'], 'application/atom+xml; charset=utf-8')
      assert.equal(tagsIn(html).filter(tag => tag === 'entry').length, titles.length)
      assert.deepEqual(new Set(textsIn(html, 'title').slice(1)), new Set(titles), path)
      assert.match(
        html,
        new RegExp(
          `<link rel="self" type="application/atom\\+xml" href="${publicUrl}${path.replace('?', '\\?')}"/>`,
        ),
      )
    }
    assert.equal((await see('/help/en/blog.xml?topic=x')).status, 404)
  })

  test('are named on the pages that they go with', async () => {
    for (const path of ['/help/en', '/help/en/announcements', '/help/en/blog', '/help/en/topics/chain'])
      assert.match(
        (await see(path)).html,
        /<link rel="alternate" href="[^"]+\.xml[^"]*" type="application\/atom\+xml"/,
        path,
      )
  })
})

suite('programs', () => {
  test('find every public page in the sitemap, in its languages', async () => {
    const { html } = await see('/help/sitemap.xml')
    tagsIn(html)
    const urls = textsIn(html, 'loc').map(url => url.replace(publicUrl, ''))
    for (const url of ['/help/en', '/help/zh', '/help/en/articles/pinned', '/help/en/get-help'])
      assert.ok(urls.includes(url), url)
    assert.ok(!urls.includes('/help/zh/articles/pinned'))
    for (const url of urls) assert.equal((await see(url)).status, 200, url)
  })

  test('are told what is not for them, and how to search', async () => {
    const { html } = await see('/robots.txt')
    assert.match(html, /Disallow: \/requests\n/)
    assert.match(html, new RegExp(`Sitemap: ${publicUrl}/help/sitemap.xml`))
    const search = await see('/help/opensearch.xml')
    tagsIn(search.html)
    assert.match(search.html, /template="[^"]+\/help\/en\/search\?q=\{searchTerms\}"/)
  })
})

suite('files of articles', async () => {
  const bytes = Buffer.from('0123456789')
  const keep = async (type: string) => {
    const { key, size } = await desk.app.desk.storage.put(Readable.from([bytes]))
    const id = newId()
    await desk.db
      .insertInto('article_files')
      .values({
        id,
        storage_key: key,
        name: 'a.mp4',
        type,
        size,
        width: null,
        height: null,
        created_by: null,
        created_at: desk.clock(),
      })
      .execute()
    return id
  }
  const video = await keep('video/mp4')
  const drawing = await keep('image/svg+xml')
  const get = (id: string, headers = {}) => desk.app.http.inject({ url: `/help/files/${id}/a.mp4`, headers })

  test('are sent whole, for ever, as what their row says', async () => {
    const { statusCode, headers, body } = await get(video)
    assert.deepEqual([statusCode, body], [200, '0123456789'])
    assert.equal(headers['content-type'], 'video/mp4')
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(String(headers['cache-control']), /immutable/)
    assert.equal((await get(video, { 'if-none-match': headers.etag })).statusCode, 304)
  })

  test('are sent in parts', async () => {
    for (const [range, status, expected, said] of [
      ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
      ['bytes=7-', 206, '789', 'bytes 7-9/10'],
      ['bytes=-3', 206, '789', 'bytes 7-9/10'],
      ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
      ['bytes=10-', 416, '', 'bytes */10'],
      ['bytes=-0', 416, '', 'bytes */10'],
      ['bytes=4-2', 200, '0123456789', undefined],
      ['bytes=0-1,3-4', 200, '0123456789', undefined],
      ['lines=1-2', 200, '0123456789', undefined],
    ] as const) {
      const { statusCode, body, headers } = await get(video, { range })
      assert.deepEqual([statusCode, body, headers['content-range']], [status, expected, said], range)
    }
    assert.equal((await get(video, { range: 'bytes=2-4', 'if-range': '"other"' })).statusCode, 200)
  })

  test('that could run, or are not there, are not found', async () => {
    assert.equal((await get(drawing)).statusCode, 404)
    assert.equal((await get(newId())).statusCode, 404)
    assert.equal((await get('x%00')).statusCode, 404)
  })
})

// What holds for every page of the site: languages, origins, policies, errors, and a style sheet in the desk's colours.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { request, siteDesk } from './site-desk.fixture.ts'

const { desk, staff, visitor } = await siteDesk()
const change = async (settings: object) => {
  const { version } = (await staff.get('/api/desk/settings')).body
  assert.equal((await staff.patch('/api/desk/settings', { version, settings })).status, 200)
}

suite('the language', () => {
  const languageOf = (html: string) => /<html lang="([^"]+)" dir="ltr">/.exec(html)?.[1]

  test('is what the browser accepts, as far as the desk offers it', async () => {
    for (const [accepted, expected] of [
      ['zh-CN,zh;q=0.9,en;q=0.5', 'zh'],
      ['fr, en;q=0.5, zh;q=0.9', 'zh'],
      ['fr', 'en'],
      ['zh;q=0, en', 'en'],
      [`${'x,'.repeat(5_000)}zh`, 'en'],
    ] as const)
      assert.equal(languageOf((await visitor(accepted).see('/help')).html), expected, accepted.slice(0, 40))
  })

  test('is remembered once it was chosen, and the switch keeps the page', async () => {
    const person = visitor()
    const { html } = await person.see('/requests/new?topic=deposit')
    const link = /<a href="([^"]+)" lang="zh"/.exec(html)![1]!.replaceAll('&amp;', '&')
    assert.equal(link, '/requests/new?topic=deposit&lang=zh')
    const seen = await person.see(link)
    assert.equal(languageOf(seen.html), 'zh')
    assert.match(seen.html, /<option value="deposit" selected>充值/)
    assert.equal(languageOf((await person.see('/help')).html), 'zh')
    assert.match((await person.see('/requests/99/x/y')).html, /操作未成功/)
    await person.see('/help?lang=nonsense')
    assert.equal(languageOf((await person.see('/help')).html), 'zh')
  })

  test('is the one of the desk where it offers one alone, and then there is nothing to switch', async () => {
    await change({ languages: ['zh'], defaultLocale: 'zh' })
    const { html } = await visitor('en').see('/help?lang=en')
    assert.equal(languageOf(html), 'zh')
    assert.doesNotMatch(html, /<a [^>]*hreflang/)
    await change({ languages: ['en', 'zh'], defaultLocale: 'en' })
  })
})

suite('forms', () => {
  test('of other pages are refused, and those without any origin', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: '' },
      { origin: `${desk.options.publicUrl}.evil.example` },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of foreign) {
      const { status, html } = await visitor().send('/requests/new', request, { headers })
      assert.equal(status, 403, JSON.stringify(headers))
      assert.match(html, /Code: origin_not_allowed/)
    }
    const bare = { 'content-type': 'application/x-www-form-urlencoded' }
    const post = (headers: Record<string, string>) =>
      desk.app.http.inject({
        method: 'POST',
        url: '/requests/sign-out',
        headers: { ...bare, ...headers },
        payload: 'a=b',
      })
    assert.equal((await post({})).statusCode, 403)
    assert.equal((await post({ 'sec-fetch-site': 'same-site' })).statusCode, 403)
    assert.equal((await post({ 'sec-fetch-site': 'same-origin' })).statusCode, 303)
  })

  test('of another kind, or broken, get a page with a code', async () => {
    const send = (type: string, payload: string) =>
      desk.app.http.inject({
        method: 'POST',
        url: '/requests/new',
        headers: { origin: desk.options.publicUrl, 'content-type': type },
        payload,
      })
    for (const [type, payload, status] of [
      ['application/json', '{}', 415],
      ['text/plain', 'x', 415],
      ['multipart/form-data', 'x', 400],
      ['multipart/form-data; boundary=x', '--x\r\nbroken', 400],
      ['application/x-www-form-urlencoded', `a=${'x'.repeat(200_000)}`, 413],
    ] as const) {
      const answer = await send(type, payload)
      assert.match(String(answer.headers['content-type']), /^text\/html/, type)
      assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${type} ${answer.statusCode} ${status}`)
      assert.match(answer.body, /Code: [a-z_]+/)
      assert.match(answer.body, new RegExp(String(answer.headers['x-request-id'])))
    }
  })

  test('with fields named like parts of objects do no harm', async () => {
    const files = [{ name: 'a.txt', bytes: 'x' }]
    const fields = { ...request, ['__proto__']: 'x', constructor: 'x' }
    const { status } = await visitor().send('/requests/new', fields, { files })
    assert.ok(status < 500)
  })
})

suite('every page', () => {
  test('forbids scripts, frames and being kept', async () => {
    for (const path of [
      '/help',
      '/requests',
      '/requests/new',
      '/requests/link',
      '/requests/open',
      '/help/x',
    ]) {
      const { headers, html } = await visitor().see(path)
      const policy = String(headers['content-security-policy'])
      for (const rule of [
        "default-src 'none'",
        "style-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ])
        assert.ok(policy.split('; ').includes(rule), `${path}: ${rule}`)
      assert.doesNotMatch(policy, /script-src|unsafe/)
      assert.equal(headers['x-frame-options'], 'DENY')
      // The start is the same for all strangers; their browsers ask again each time.
      assert.equal(headers['cache-control'], path === '/help' ? 'public, no-cache' : 'no-store')
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.doesNotMatch(html, /<script(?! type="application\/ld\+json">)|\sstyle=|\son\w+=/)
    }
  })

  test('that is not there is a page of the site', async () => {
    const { status, html } = await visitor().see('/help/nowhere')
    assert.equal(status, 404)
    assert.match(html, /Code: not_found\. Number of this request: [\w-]{36}/)
  })

  test('is limited for each reader', async () => {
    const strict = await siteDesk({ rateFactor: 1 })
    const busy = strict.visitor()
    let seen = await busy.see('/requests/new')
    for (let looked = 0; looked < 150 && seen.status === 200; looked++) seen = await busy.see('/requests/new')
    assert.equal(seen.status, 429)
    assert.ok(Number(seen.headers['retry-after']) > 0)
    assert.match(seen.html, /Code: too_many_requests/)
    assert.equal((await strict.visitor().see('/requests/new')).status, 200)
  })
})

suite('the start', () => {
  test('names the ways that are on, and the addresses that are ours', async () => {
    await staff.post('/api/mailboxes', { address: 'help@harbour.example', name: 'Help' })
    // A page that is kept is a minute old at most.
    desk.clock.advance(61)
    const all = (await visitor().see('/help')).html
    assert.match(all, /help@harbour\.example/)
    assert.match(all, />Chat</)
    await change({ channels: { chat: false, email: false } })
    const fewer = (await visitor().see('/help')).html
    assert.doesNotMatch(fewer, /help@harbour\.example/)
    assert.doesNotMatch(fewer, />Chat</)
  })
})

test('the style sheet has the colours of the desk, and is fetched again only when they change', async () => {
  const first = await visitor().see('/site/style.css')
  assert.match(String(first.headers['content-type']), /^text\/css/)
  const etag = String(first.headers.etag)
  assert.equal((await visitor().see('/site/style.css', { 'if-none-match': etag })).status, 304)
  await change({ colours: { light: { brand: '#123456' }, dark: { brand: '#abcdef' } } })
  const second = await visitor().see('/site/style.css', { 'if-none-match': etag })
  assert.equal(second.status, 200)
  assert.match(second.html, /--brand: #123456[^}]*color-scheme: light/)
  assert.match(second.html, /--brand: #abcdef[^}]*color-scheme: dark/)
})

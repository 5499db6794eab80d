// The built faces as browsers get them: from memory, with their policies, and never in place of something else.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { createStaff } from '../../test/factories.ts'
import { testDesk } from '../../test/harness.ts'

const facesFolder = mkdtempSync(join(tmpdir(), 'ballast-faces-'))
after(() => rmSync(facesFolder, { recursive: true, force: true }))
const page = '<!doctype html><html><head><title>Ballast</title></head><body></body></html>'
const script = `console.log(${'1 +'.repeat(500)} 1)`
const files = {
  'console/index.html': page,
  'console/assets/index-1a2b.js': script,
  'console/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'console/.vite/manifest.json': '{}',
  'widget/frame.html': page,
  'widget/loader.js': script,
  'widget/assets/frame-3c4d.js': script,
}
for (const [path, content] of Object.entries(files)) {
  mkdirSync(dirname(join(facesFolder, path)), { recursive: true })
  writeFileSync(join(facesFolder, path), content)
}

const desk = await testDesk({ facesFolder })
// Gone before the first request: nothing may be read from the disk any more.
rmSync(facesFolder, { recursive: true })
const get = (path: string, headers: Record<string, string> = {}) => desk.nobody.get(path, { headers })

const policyOf = (headers: Record<string, unknown>) =>
  Object.fromEntries(
    String(headers['content-security-policy'])
      .split('; ')
      .map(rule => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  )

test('every address of the console is its page, with a strict policy and a fresh nonce', async () => {
  const seen = new Set<string>()
  for (const path of [
    '/',
    '/login',
    '/welcome?token=x',
    '/inbox/mine/0198',
    '/settings/staff',
    '/index.html',
  ]) {
    const { status, headers, body } = await get(path)
    assert.equal(status, 200, path)
    assert.match(String(headers['content-type']), /^text\/html/)
    assert.equal(headers['cache-control'], 'no-store')
    assert.equal(headers['x-frame-options'], 'DENY')
    const policy = policyOf(headers)
    const nonce = /nonce="([^"]+)"/.exec(body)?.[1]
    assert.equal(policy['style-src'], `'self' 'nonce-${nonce}'`)
    assert.equal(policy['script-src'], "'self'")
    assert.equal(policy['default-src'], "'none'")
    assert.equal(policy['frame-ancestors'], "'none'")
    seen.add(nonce!)
  }
  assert.equal(seen.size, 6)
})

test('files with hashed names may be kept for ever, others are asked about again', async () => {
  const asset = await get('/assets/index-1a2b.js')
  assert.equal(asset.body, script)
  assert.equal(asset.headers['content-type'], 'text/javascript; charset=utf-8')
  assert.match(String(asset.headers['cache-control']), /immutable/)
  const icon = await get('/icon.svg')
  assert.match(String(icon.headers['cache-control']), /max-age=300/)
  const again = await get('/icon.svg', { 'if-none-match': String(icon.headers.etag) })
  assert.equal(again.status, 304)
  assert.equal(again.bytes.length, 0)
})

test('scripts are zipped for those who can unzip', async () => {
  const { headers, bytes } = await get('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, br' })
  assert.equal(headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(bytes).toString(), script)
})

test('what does not exist is not found, instead of the console', async () => {
  const missing = [
    '/api/nothing',
    '/api',
    '/files',
    '/files/x/y',
    '/site/nothing',
    '/widget',
    '/widget/nothing',
    '/widget/frame.html',
    '/widget/../console/index.html',
    '/docs/nothing',
    '/metrics/x',
    '/assets/old-0000.js',
    '/.vite/manifest.json',
    '/favicon.ico',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
  ]
  for (const path of missing) {
    const { status, body } = await get(path)
    assert.equal(status, 404, path)
    assert.equal(body.error.code, 'not_found', path)
  }
  assert.equal((await desk.nobody.post('/login')).status, 404)
})

test('any page may load the loader; only the listed ones may frame the app', async () => {
  const loader = await get('/widget.js')
  assert.equal(loader.body, script)
  assert.equal(loader.headers['cross-origin-resource-policy'], 'cross-origin')
  assert.match(String((await get('/widget/assets/frame-3c4d.js')).headers['cache-control']), /immutable/)

  const frame = await get('/widget/frame?host=https://exchange.example')
  assert.equal(frame.status, 200)
  assert.equal(frame.headers['cache-control'], 'no-store')
  assert.equal(frame.headers['x-content-type-options'], 'nosniff')
  assert.equal(frame.headers['x-frame-options'], undefined, 'it would overrule the list')
  const policy = policyOf(frame.headers)
  assert.equal(policy['frame-ancestors'], "'self'")
  assert.equal(policy['script-src'], "'self'")
  assert.equal(policy['style-src'], "'self'")
  const socket = desk.options.publicUrl.replace('http', 'ws')
  assert.equal(policy['connect-src'], `'self' ${socket}`)

  const administrator = desk.as(await createStaff(desk, { role: 'administrator' }))
  const change = (version: number, widget: object) =>
    administrator.patch('/api/desk/settings', { version, settings: { widget } })
  await change(1, { allowedDomains: ['exchange.example', '*.exchange.example', 'localhost:*'] })
  const listed = policyOf((await get('/widget/frame')).headers)
  assert.equal(listed['frame-ancestors'], "'self' exchange.example *.exchange.example localhost:*")
  await change(2, { enabled: false })
  assert.equal((await get('/widget/frame')).status, 404)
})

test('a desk whose faces were not built says what to do', async () => {
  const bare = await testDesk({ facesFolder: join(facesFolder, 'nothing') })
  for (const path of ['/', '/widget.js', '/widget/frame']) {
    const { status, body } = await bare.nobody.get(path)
    assert.equal(status, 404)
    assert.match(body, /npm run build/)
  }
})

// A URL is read as browsers read it, and every address it leads to is checked before anything is connected.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { find, publicAddress } from './find.fixture.ts'
import type { Refusal } from './refused.ts'

const refused: Record<Extract<Refusal, 'url' | 'scheme' | 'credentials' | 'port' | 'address'>, string[]> = {
  url: [
    '',
    'example.com',
    '//example.com/',
    'http://',
    'http://a b/',
    'http://[::1',
    'http://::1/',
    'http://256.1.1.1/',
  ],
  scheme: [
    'file:///etc/passwd',
    'gopher://example.com/',
    'ftp://example.com/',
    'data:,x',
    'javascript:1',
    'unix:/run/x',
  ],
  credentials: [
    'http://user@example.com/',
    'https://user:pass@example.com/',
    'https://example.com@127.0.0.1/',
    'http://:p@example.com/',
  ],
  port: [
    'http://example.com:22/',
    'http://example.com:25/',
    'https://example.com:81/',
    'http://example.com:2375/',
    'http://example.com:3306/',
    'http://example.com:5432/',
    'http://example.com:6379/',
    'http://example.com:9200/',
    'http://example.com:11211/',
    'http://example.com:27017/',
    'http://example.com:0/',
    'http://example.com:1024/',
    'https://example.com:8443/',
  ],
  address: [
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706434/',
    'http://0x7f.0.0.2/',
    'http://0177.0.0.2/',
    'http://0x7f000002/',
    'http://017700000002/',
    'http://127.0.0.2./',
    'http://１２７.0.0.2/',
    'http://①②⑦.0.0.2/',
    'http://127。0。0。2/',
    'http://%31%32%37.0.0.2/',
    'http://0/',
    'http://[::]/',
    'http://[::1]:443/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:10.2.3.4]/',
    'http://[::ffff:a02:304]/',
    'http://[64:ff9b::a02:304]/',
    '  http:\\\\10.2.3.4\\',
    'http:/10.2.3.4',
    'ht\ttp://10.2.\n3.4/',
    'http://@10.2.3.4/',
    'http://10.2.3.4#@example.com/',
    'http://10.2.3.4?@example.com/',
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://lo\u00adcalhost/',
    'http://ｌｏｃａｌｈｏｓｔ/',
    'http://desk.localhost/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://vault.svc/',
    'http://router.home.arpa/',
    'http://home.arpa./',
    'http://redis/',
    'http://example..com/',
    'http://example.com../',
    `http://${'a'.repeat(64)}.example/`,
    'http://a(b).example/',
  ],
}

for (const [reason, urls] of Object.entries(refused)) {
  suite(`refused for its ${reason}, without asking the DNS`, () => {
    for (const url of urls) {
      test(JSON.stringify(url), async () => assert.deepEqual(await find(url), { reason, asked: [] }))
    }
  })
}

test('a URL beyond 8,192 characters is refused', async () => {
  const long = `http://example.com/${'a'.repeat(8_192)}`
  assert.deepEqual(await find(long), { reason: 'url', asked: [] })
  assert.deepEqual((await find(long.slice(0, 8_192))).addresses, [publicAddress])
})

suite('reached', () => {
  const reached: Record<string, string> = {
    'http://example.com/': 'example.com',
    'HTTPS://EXAMPLE.com./path?query#part': 'example.com',
    'http://example.com:80/': 'example.com',
    'http://example.com:443/': 'example.com',
    'https://客服.example/': 'xn--9myv16g.example',
    'http://localhost.example.com/': 'localhost.example.com',
    'http://_hook.example.com/': '_hook.example.com',
  }
  for (const [url, host] of Object.entries(reached)) {
    test(url, async () => {
      const encoded = new URL(url).hostname.replace(/\.$/, '')
      assert.equal(host.startsWith('xn--') ? encoded.startsWith('xn--') : encoded === host, true)
      assert.deepEqual(await find(url), { addresses: [publicAddress], host: encoded, asked: [encoded] })
    })
  }

  test('an address needs no DNS', async () => {
    assert.deepEqual(await find('http://8.8.4.4/'), { addresses: ['8.8.4.4'], host: '8.8.4.4', asked: [] })
    const six = '2606:4700:4700::1001'
    assert.deepEqual(await find(`http://[${six}]/`), { addresses: [six], host: six, asked: [] })
  })
})

suite('what the DNS answers', () => {
  const answers: Record<string, string[]> = {
    nothing: [],
    'a private address': ['192.168.7.7'],
    'a private address behind a public one': [publicAddress, '10.7.7.7'],
    'a private address before a public one': ['::1', publicAddress],
    'a private address after many public ones': [
      ...new Array<string>(40).fill(publicAddress),
      '169.254.169.254',
    ],
    'a mapped private address': ['::ffff:192.168.7.7'],
    'a zone': ['2606:4700::1%lo'],
    'no address at all': ['localhost'],
    'an address in an odd spelling': ['0177.0.0.1'],
  }
  for (const [name, answer] of Object.entries(answers)) {
    test(`${name}: refused`, async () =>
      assert.deepEqual(await find('https://example.com/', { answer }), {
        reason: 'address',
        asked: ['example.com'],
      }))
  }

  test('of many public addresses, three of each family are kept', async () => {
    const four = ['8.8.8.1', '8.8.8.2', '8.8.8.3', '8.8.8.4']
    const six = ['2a00::1', '2a00::2', '2a00::3', '2a00::4']
    const { addresses } = await find('https://example.com/', { answer: [...six, ...four] })
    assert.deepEqual(addresses, [...four.slice(0, 3), ...six.slice(0, 3)])
  })
})

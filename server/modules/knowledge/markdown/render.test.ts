// What editors write comes out as they mean it, and what is wrong with it is told with its line.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { ArticleOptions, FaultCode } from './article-options.ts'
import { feesIn, fillFees } from './fees.ts'
import { wrongIn } from './html-check.fixture.ts'
import { longestBody, renderArticle } from './render.ts'

const options: ArticleOptions = {
  words: { note: 'Note', tip: 'Tip', warning: 'Warning', table: 'Table' },
  locale: 'zh',
  placeholders: { exchange: 'Lantern & <b>' },
  article: slug =>
    slug === 'wrong-network' ? { url: '/help/en/wrong-network', title: 'Wrong network' } : null,
  file: id => (id === 'gone' ? null : id === 'sized' ? { width: 40, height: 30 } : {}),
  ownHosts: ['lantern.example'],
}
const render = (markdown: string, more: Partial<ArticleOptions> = {}) =>
  renderArticle(markdown, { ...options, ...more })
/** Without the ends of lines, which mean nothing. */
const html = (markdown: string) => render(markdown).html.replaceAll('\n', '')
const faults = (markdown: string) => render(markdown).faults.map(({ code, line }) => [code, line])

suite('the dialect', () => {
  const cases: [markdown: string, html: string][] = [
    ['# One', '<h2 id="one">One</h2>'],
    [
      '## 充币 & Co.\n\n## 充币 & Co.',
      '<h2 id="充币-co">充币 &amp; Co.</h2><h2 id="充币-co-2">充币 &amp; Co.</h2>',
    ],
    ['## {{exchange}}', '<h2 id="lantern-b">Lantern &amp; &lt;b&gt;</h2>'],
    ['- a\n- b\n  1. c', '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>'],
    ['1. a\n2. b', '<ol class="steps"><li>a</li><li>b</li></ol>'],
    ['3. a', '<ol class="steps" start="3"><li>a</li></ol>'],
    [
      '> [!WARNING]\n> Never **share** it.',
      '<div class="callout warning" role="note"><p class="callout-title">Warning</p><p>Never <strong>share</strong> it.</p></div>',
    ],
    [
      '> [!TIP] Try.',
      '<div class="callout tip" role="note"><p class="callout-title">Tip</p><p>Try.</p></div>',
    ],
    [
      '> [!NOTE]\n>\n> - a',
      '<div class="callout note" role="note"><p class="callout-title">Note</p><ul><li>a</li></ul></div>',
    ],
    ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
    [
      '| A | B |\n|---|--:|\n| 1 | 2 |',
      '<div class="table" role="group" tabindex="0" aria-label="Table"><table><thead><tr><th scope="col">A</th><th scope="col" class="end">B</th></tr></thead><tbody><tr><td>1</td><td class="end">2</td></tr></tbody></table></div>',
    ],
    [
      '| | B |\n|---|---|\n| 1 | 2 |',
      '<div class="table" role="group" tabindex="0" aria-label="Table"><table><thead><tr><td></td><th scope="col">B</th></tr></thead><tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table></div>',
    ],
    [
      '| | |\n|---|---|\n| 1 | 2 |',
      '<div class="table" role="group" tabindex="0" aria-label="Table"><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>',
    ],
    [
      '```python\n<x> {{exchange}}\n```',
      '<figure class="code"><figcaption>python</figcaption><pre tabindex="0"><code>&lt;x&gt; {{exchange}}</code></pre></figure>',
    ],
    ['`a {{exchange}}` *b* ~~c~~  \nd', '<p><code>a {{exchange}}</code> <em>b</em> <s>c</s><br>d</p>'],
    ['{{ exchange }} and {{exchange}}', '<p>Lantern &amp; &lt;b&gt; and Lantern &amp; &lt;b&gt;</p>'],
    ['[network](wrong-network#why)', '<p><a href="/help/en/wrong-network#why">network</a></p>'],
    [
      '[a](https://a.example) [b](https://lantern.example/x) [c](mailto:a@b.example)',
      '<p><a href="https://a.example/" rel="noopener nofollow">a</a> <a href="https://lantern.example/x">b</a> <a href="mailto:a@b.example">c</a></p>',
    ],
    ['## One\n\n[up](#one)', '<h2 id="one">One</h2><p><a href="#one">up</a></p>'],
    ['[file](/help/files/a1/the%20form.pdf)', '<p><a href="/help/files/a1/the%20form.pdf">file</a></p>'],
    [
      '![Where it is](/help/files/sized/a.png "The page")',
      '<figure><img src="/help/files/sized/a.png" alt="Where it is" width="40" height="30" loading="lazy" decoding="async"><figcaption>The page</figcaption></figure>',
    ],
    [
      'a ![b](/help/files/x/a.png)',
      '<p>a <img src="/help/files/x/a.png" alt="b" loading="lazy" decoding="async"></p>',
    ],
    [
      '![How](/help/files/v/how.mp4 "captions: /help/files/e/how.vtt en, /help/files/z/how.vtt zh")',
      '<figure><video controls preload="metadata" src="/help/files/v/how.mp4" aria-label="How"><track kind="captions" src="/help/files/e/how.vtt" srclang="en" label="English"><track kind="captions" src="/help/files/z/how.vtt" srclang="zh" label="中文" default><a href="/help/files/v/how.mp4">How</a></video></figure>',
    ],
    ['<b>a</b> &lt;b&gt;', '<p>&lt;b&gt;a&lt;/b&gt; &lt;b&gt;</p>'],
  ]
  for (const [markdown, expected] of cases) {
    test(markdown, () => {
      assert.equal(html(markdown), expected)
      assert.deepEqual(wrongIn(expected), [])
    })
  }
})

suite('faults', () => {
  const cases: [markdown: string, code: FaultCode, line: number][] = [
    ['# a', 'heading_top', 1],
    ['## a\n\n#### b', 'heading_skipped', 3],
    ['x\n![](/help/files/x/a.png)', 'missing_alt', 2],
    ['![a](/help/files/x/a.mp4)', 'missing_captions', 1],
    [
      '![a](/help/files/x/a.mp4 "captions: /help/files/x/a.vtt en, https://x.example/b.vtt zh")',
      'bad_captions',
      1,
    ],
    ['![a](https://x.example/a.png)', 'foreign_picture', 1],
    ['![a](/help/files/gone/a.png)', 'missing_file', 1],
    ['a\nb  \n[c](nowhere)', 'dead_link', 3],
    ['[c](#nowhere)', 'dead_anchor', 1],
    ['- a\n\n  [c](javascript:alert(1))', 'unsafe_link', 3],
    ['{{nothing}}', 'unknown_directive', 1],
    ['a {{fees}}', 'unknown_directive', 1],
    ['{{fees coin=BTC}}', 'unknown_directive', 1],
    ['| a |\n|---|\n| b |\n| {{nothing}} |', 'unknown_directive', 4],
    ['> [!DANGER]\n> a', 'unknown_callout', 1],
    [`a\n${'>'.repeat(60)} b`, 'too_deep', 2],
    [`a\n${'b'.repeat(longestBody)}`, 'too_long', 1],
  ]
  for (const [markdown, code, line] of cases) {
    test(`${code}: ${markdown.slice(0, 40)}`, () => assert.deepEqual(faults(markdown), [[code, line]]))
  }

  test('lines are those of the file', () =>
    assert.equal(render('a\n\n[b](nowhere)', { firstLine: 12 }).faults[0]!.line, 14))
})

test('what is found in an article is told', () => {
  const { links, pictures, headings, text } = render(
    '## A `b` *c*\n\n[x](wrong-network) {{exchange}}\nd\n\n![e](/help/files/f/g.png)\n\n| h |\n|---|\n| i |\n\n- j\n- k',
  )
  assert.deepEqual(links, [{ kind: 'article', target: 'wrong-network', line: 3 }])
  assert.deepEqual(pictures, [{ kind: 'picture', file: 'f', name: 'g.png', alt: 'e', line: 6 }])
  assert.deepEqual(headings, [{ id: 'a-b-c', level: 2, text: 'A b c' }])
  assert.equal(text, 'A b c\nx Lantern & <b>\nd\nh\ni\nj\nk')
})

test('headings take no id of the page around', () =>
  assert.equal(render('## Main', { takenIds: ['main'] }).headings[0]!.id, 'main-2'))

suite('fee tables', () => {
  const { html: rendered, text } = render(
    '{{fees}}\n\n{{ fees asset=USDT network=TRC20 }}\n\n`<div class="fees" data-asset="" data-network=""></div>`',
  )
  test('are marks that can be told and filled later', () => {
    assert.deepEqual(feesIn(rendered), [
      { asset: null, network: null },
      { asset: 'USDT', network: 'TRC20' },
    ])
    assert.equal(
      fillFees(rendered, ({ asset }) => `<i>${asset}</i>`).replaceAll('\n', ''),
      '<i>null</i><i>USDT</i><p><code>&lt;div class=&quot;fees&quot; data-asset=&quot;&quot; data-network=&quot;&quot;&gt;&lt;/div&gt;</code></p>',
    )
  })
  test('have no words of their own', () => assert.match(text, /^<div/))
})

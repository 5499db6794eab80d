// Other people's HTML keeps its words and its shape, and loses all that could do something.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { cpuTime } from '../../../../test/cpu-time.ts'
import { renderArticle } from '../markdown/render.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import type { ReportCode } from './imported-article.ts'
import { Report } from './report.ts'

function convert(
  html: string,
  within?: string,
): { markdown: string; told: [ReportCode, string, number | null][] } {
  const report = new Report()
  const markdown = htmlToMarkdown(html, {
    place: report.at('a.html'),
    linkOf: href => /\/articles\/(\w+)/.exec(href)?.[1] ?? null,
    base: 'https://help.example/hc/',
    ...(within ? { within } : {}),
  })
  return { markdown, told: report.lines.map(({ code, detail, line }) => [code, detail, line]) }
}

suite('what it means stays', () => {
  const cases: [html: string, markdown: string][] = [
    ['<p>a</p><p>b <b>c</b> <i>d</i></p>', 'a\n\nb **c** *d*'],
    ['a<br>b<br><br>', 'a\\\nb'],
    ['<h1>A</h1><h3>B #</h3>', '## A\n\n### B \\#'],
    ['<ul><li>a</li><li>b<ol start=3><li>c<li>d</ol></ul>', '- a\n- b\n  3. c\n  4. d'],
    ['<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
    ['<ol><li><p>a</p><p>b</p></li><li>c</li></ol>', '1. a\n\n   b\n\n2. c'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['<div class="callout callout--warning"><p>a</p></div><p>b</p>', '> [!WARNING]\n> a\n\nb'],
    ['<p class="note">a<p>b', '> [!NOTE]\n> a\n\nb'],
    [
      '<table><thead><tr><th>A<th>B|C</thead><tr><td>1<td>a<br>b<tr><td colspan=2>2</table>',
      '| A | B\\|C |\n| --- | --- |\n| 1 | a b |\n| 2 |  |',
    ],
    ['<table><tr><td>only</td></tr></table>', 'only'],
    ['<pre><code class="language-sh">a &lt; b\n  `c`</code></pre>', '```sh\na < b\n  `c`\n```'],
    ['<pre>a\n```\nb</pre>', '````\na\n```\nb\n````'],
    ['<code>a`b</code> <code>*</code>', '``a`b`` `*`'],
    ['<a href="https://a.example/x_(y)">a [b]</a>', '[a \\[b\\]](https://a.example/x_%28y%29)'],
    ['<a href="/hc/en-us/articles/42-x">a</a>', '[a](42)'],
    ['<a href="mailto:a@b.example">a</a>', '[a](mailto:a@b.example)'],
    ['<a href="http://a.example">a</a>', '[a](https://a.example/)'],
    ['<a href="https://a.example"><div>a</div></a>', '[a](https://a.example/)'],
    ['<img src="/help/files/x/a.png" alt="a *b*">', '![a \\*b\\*](/help/files/x/a.png)'],
    ['<dl><dt>a</dt><dd>b</dd></dl>', '**a**\n\nb'],
    ['<details><summary>a</summary>b</details>', '**a**\n\nb'],
    ['a<hr>b', 'a\n\n---\n\nb'],
    ['<b>a </b>b<b> c</b>', '**a** b **c**'],
    ['<b>a</b><b>b</b><b> c</b>d', '**ab c**d'],
    ['<strong>提示：</strong>请<b>「确认」</b>后继续', '**提示**：请「确认」后继续'],
    ['<b><p>a</p><p>b</p></b>c', '**a**\n\n**b**\n\nc'],
    ['<b>a<i>b</b>c</i>', '**a*b***_c_'.replace('_c_', '*c*')],
    ['1. a', '1\\. a'],
    ['<p>- a</p><p># b</p><p>+ c</p><p>&gt; d</p><p>---</p>', '\\- a\n\n\\# b\n\n\\+ c\n\n\\> d\n\n\\---'],
    [
      'a_b_c _d_ *e* `f` [g] \\ &amp;lt; {{exchange}} &lt;b&gt;',
      'a_b_c \\_d\\_ \\*e\\* \\`f\\` \\[g\\] \\\\ \\&lt; {\\{exchange}} \\<b>',
    ],
    ['a\n<scr<script>ipt>alert(1)</scr</script>ipt>', 'a ipt>alert(1)ipt>'],
    ['a &gt; b, 1 &lt; 2, x~y', 'a > b, 1 < 2, x~y'],
    ['  a \n\t b&nbsp;c  ', 'a b c'],
  ]
  for (const [html, markdown] of cases) test(html, () => assert.equal(convert(html).markdown, markdown))
})

test('only the inside of the main element is read', () =>
  assert.equal(
    convert('x<main><nav>y</nav>a<main>b</main></main>z<main>w</main>', 'main').markdown,
    'a\n\nb',
  ))

suite('what could do harm is left out and told', () => {
  const cases: [html: string, markdown: string, code: ReportCode, detail: string][] = [
    ['a<script>alert(1)</script>', 'a', 'element_left_out', 'script'],
    [
      'a<iframe src="https://evil.example/x">b</iframe>',
      'a',
      'element_left_out',
      'iframe https://evil.example/x',
    ],
    ['a<svg onload=x><circle/><svg>b</svg>c</svg>d', 'ad', 'element_left_out', 'onload'],
    ['a<svg/>b', 'ab', 'element_left_out', 'svg'],
    ['a<style>b{}</style>', 'a', 'element_left_out', 'style'],
    ['<p onclick="x">a</p>', 'a', 'element_left_out', 'onclick'],
    ['<object data=x>a</object>b<embed src=y>', 'b', 'element_left_out', 'object'],
    ['<math><mi>a</math>b', 'b', 'element_left_out', 'math'],
    ['<a href="javascript:alert(1)">a</a>', 'a', 'unsafe_link', 'javascript:alert(1)'],
    ['<a href="java&#9;script:alert(1)">a</a>', 'a', 'unknown_link', 'java\tscript:alert(1)'],
    ['<a href="data:text/html,x">a</a>', 'a', 'unsafe_link', 'data:text/html,x'],
    ['a<img src="data:image/svg+xml,x" alt="b">', 'ab', 'embedded_picture', 'b'],
    [
      '<img src="https://a.example/b.png" alt="c">',
      '[c](https://a.example/b.png)',
      'remote_picture',
      'https://a.example/b.png',
    ],
    [
      '<img src="/b.png">',
      '[Picture](https://help.example/b.png)',
      'remote_picture',
      'https://help.example/b.png',
    ],
    [
      '<video><source src="/v.mp4"></video>a',
      '[Video](https://help.example/v.mp4)a',
      'element_left_out',
      'video',
    ],
    ['a<button>b', 'a', 'element_left_out', 'button'],
    [
      '<table><tr><td>a<table><tr><td>b</table><td>c</table>',
      '| a b | c |\n| --- | --- |',
      'nested_table',
      '',
    ],
    [`${'<ul><li>'.repeat(30)}a`, `${'- '.repeat(12)}a`, 'nested_deep', 'ul'],
  ]
  for (const [html, markdown, code, detail] of cases) {
    test(html.slice(0, 80), () => {
      const { markdown: given, told } = convert(html)
      assert.equal(given, markdown)
      assert.deepEqual(told[0]?.slice(0, 2), [code, detail])
    })
  }
  test('with its line', () =>
    assert.equal(convert('a\n\nb<script>x\n</script>\n<p onclick=x>').told[1]![2], 5))
})

const piece = fc.oneof(
  fc.constantFrom(
    ...'<p>|</p>|<b>|</b>|<i>|</i>|<code>|</code>|<a href="https://a.example/">|</a>|<ul>|</ul>|<ol>|</ol>|<li>|</li>'.split(
      '|',
    ),
    ...'<table>|</table>|<tr>|<td>|</td>|<th>|<blockquote>|</blockquote>|<div class=note>|</div>|<pre>|</pre>|<br>|<hr>'.split(
      '|',
    ),
    ...'<h2>|</h2>|<script>|</script>|<svg>|</svg>|<img src=x alt="a]b">|<!--|-->|&lt;script&gt;|&amp;lt;|{{|}}|*|_|`|[|](|\\'.split(
      '|',
    ),
    ...['#', '- ', '1. ', '>', '~~', '|', '---', '充币。', '：', ' ', '\n', '\t', '&nbsp;', 'word'],
  ),
  fc.string({ maxLength: 5 }),
)
/** Of text and of what Markdown shows of it: letters and digits in their order. */
const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

test('words stay what they are, in their order, whatever stands between them', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<b>',
            '</b>',
            '<i>',
            '</i>',
            '<br>',
            '<li>',
            '<ul>',
            '</ul>',
            '<h2>',
            '</h2>',
          ),
          fc.stringMatching(/^[a-z0-9 *_`~[\]()!#>|+.=:\\{};-]{0,8}$/),
        ),
        { maxLength: 30 },
      ),
      pieces => {
        const { markdown } = convert(pieces.join(''))
        const { text } = renderArticle(markdown, { words: { note: '', tip: '', warning: '', table: '' } })
        const expected = pieces.filter(one => !/^<\/?[a-z0-9]+>$/.test(one)).join('')
        assert.equal(lettersOf(text), lettersOf(expected))
      },
    ),
    { numRuns: 3_000 },
  )
})

test('never throws, and means the same when it is read again', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const { markdown } = convert(pieces.join(''))
      const { html } = renderArticle(markdown, { words: { note: '', tip: '', warning: '', table: '' } })
      assert.doesNotMatch(html, /<script|<svg|onload/)
    }),
    { numRuns: 3_000 },
  )
})

suite('hostile HTML takes no time to speak of', () => {
  const size = 150_000
  for (const unit of [
    ...[
      '<div>',
      '<b>',
      '<b>a',
      '<b></b>',
      '<b>a</b>',
      '<i><b>',
      '<a href=x>',
      '<a href=https://a.example>a<p>',
      '<ul><li>',
      '<li>',
    ],
    ...[
      '<table>',
      '<table><tr><td>',
      '<td>',
      '<tr><td>a',
      '<blockquote>',
      '<pre>',
      '<code>`',
      '</p>',
      '</b>',
      '<br>',
      '<hr>',
      'a<br>',
    ],
    ...[
      '<',
      '<!--',
      '&',
      '&#',
      '&amp;',
      '<a b=',
      "<a b='",
      '<p onclick=x>',
      '<svg>',
      '<svg/>',
      '<script>',
      '*',
      '`',
      '_',
      '[',
      '{{',
    ],
    ...[
      ' ',
      '\n',
      '。',
      '<b>。</b>a',
      '<td colspan=30>',
      '<img>',
      '<h2>',
      '<h2>#',
      '<dt>',
      '<video><source src=/a>',
      '<p class="note">',
      '<i>a</i><b>b</b>',
    ],
  ]) {
    test(JSON.stringify(unit), () => {
      const before = cpuTime()
      convert(unit.repeat(Math.floor(size / unit.length)))
      const spent = cpuTime() - before
      assert.ok(spent < 5_000, `${spent} ms`)
    })
  }
})

// Whatever is sent, nothing is lost, nothing throws, and nothing takes long.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { textOfHtml, type Visible, visibleOfHtml, visibleOfText } from './index.ts'

const told = fc.constantFrom(
  ...[
    'Hello there',
    '',
    ' ',
    '> quoted',
    '>> twice',
    '-- ',
    '---',
    '_____',
    '-Ann',
    'Sent from my iPhone',
    'Ann wrote:',
  ],
  ...['On Mon, May 6, 2024 at 3:04 PM Ann <a@b.example> wrote:', '在 2024年5月6日，Ann <a@b.example> 写道：'],
  ...[
    'From: a@b.example',
    'Subject: x',
    '-----Original Message-----',
    'Begin forwarded message:',
    'and so on',
  ],
)
const tag = fc.constantFrom(
  ...[
    '<div>',
    '</div>',
    '<blockquote>',
    '</blockquote>',
    '<p>',
    '</p>',
    '<br>',
    '<pre>',
    '</pre>',
    '<td>',
    '<script>',
  ],
  ...[
    '</script>',
    '<!--',
    '-->',
    '<a ',
    'class="',
    '">',
    '<div class=gmail_quote>',
    '<div id=appendonsend>',
    '&#xD800;',
  ],
)
const inOrder = (lines: string[]) =>
  lines
    .map(line => line.trim())
    .filter(line => line !== '')
    .toSorted()
const linesOf = ({ text, quoted, signature }: Visible) =>
  [text, quoted, signature].flatMap(part => part.split('\n'))

suite('nothing is lost', () => {
  test('each line of a plain body is in exactly one part', () => {
    const line = fc.oneof(
      told,
      told,
      fc.string().map(text => text.replaceAll(/[\r\n]/g, '')),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const visible = visibleOfText(lines.join('\n'))
        assert.deepEqual(inOrder(linesOf(visible)), inOrder(lines))
        assert.equal(visible.text === '', lines.join('').trim() === '')
      }),
      { numRuns: 2000 },
    )
  })

  test('HTML of any kind is text, never hidden altogether', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, told, fc.string()), { maxLength: 40 }), parts => {
        const html = parts.join('')
        assert.equal(visibleOfHtml(html).text === '', textOfHtml(html) === '')
      }),
      { numRuns: 2000 },
    )
  })
})

/** Milliseconds; a quadratic rule takes minutes. */
const longest = 10_000
const size = 300_000

function isQuick(work: () => void): void {
  const start = performance.now()
  work()
  assert.ok(performance.now() - start < longest)
}

suite('hostile bodies take no time to speak of', () => {
  test('1 MB of one line, and of quoted lines', () => {
    isQuick(() => visibleOfText('a.'.repeat(500_000)))
    isQuick(() => visibleOfText('> a \n'.repeat(200_000)))
  })

  const bodies = [
    ...[
      'a.',
      'a\n',
      '\n',
      ' ',
      '> a \n',
      '>',
      'a\n> b\n',
      'wrote ',
      'On ',
      'Ann wrote:\n',
      '-- \n',
      '___\n',
      '-Ab\n\n',
    ],
    ...[
      'From: a\n',
      'From: a@b.example\nSubject: c\n',
      '-----\nFrom: a\n',
      '-----Original Message-----\n',
      '在 ',
    ],
    ...[
      'Sent from my iPhone\n',
      '\n\n\n>',
      'Am 1.1.2024 um 10:00 schrieb x\n',
      `${'. a a'.repeat(70)} wrote:\n`,
    ],
  ]
  for (const part of bodies) {
    test(JSON.stringify(part.slice(0, 40)), () =>
      isQuick(() => visibleOfText(part.repeat(size / part.length))),
    )
  }

  const pages: Record<string, string> = {
    'nested divs': `${'<div>'.repeat(100_000)}x`,
    'nested divs, ends of others': '<div>'.repeat(100_000) + '</b></p></td>'.repeat(50_000),
    'nested tables': `${'<table><tr><td>'.repeat(3000)}x`,
    'nested quotes': '<blockquote>'.repeat(size / 12),
    'announcements of quotes': `${'<div class=gmail_quote>'.repeat(15_000)}${'a<br>'.repeat(60_000)}${'<blockquote></div>'.repeat(15_000)}`,
    attributes: `<a ${'class=x '.repeat(size / 8)}>`,
    classes: `<a class="${'x '.repeat(size / 2)}">`,
    paragraphs: '<p>a'.repeat(size / 4),
    'ends of quotes': '<div id=appendonsend>a'.repeat(size / 22),
    'less-than signs': '<'.repeat(size),
    ampersands: '&'.repeat(size),
  }
  for (const [name, html] of Object.entries(pages)) {
    test(name, () => isQuick(() => visibleOfHtml(html)))
  }
})

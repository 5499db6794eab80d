// Articles survive the editor: what is read and written again says the same, and what nobody touched is not changed by a letter.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { root } from '../../../../../test/files.ts'
import type { Node } from './nodes.ts'
import { readBlocks } from './read.ts'
import { noSpelling, readArticle, type Spelling, writeArticle } from './spelling.ts'
import { writeBlock, writeBlocks } from './write-blocks.ts'

const folder = join(root, 'content/articles')
const articles = readdirSync(folder).map(name => ({
  name,
  body: readFileSync(join(folder, name), 'utf8').replace(/^---\n.*?\n---\n/s, ''),
}))

const read = (markdown: string): Node[] => readBlocks(markdown).map(({ node }) => node)
const again = (markdown: string): string => writeBlocks(read(markdown))
const write = (nodes: Node[], spelling: Spelling): string =>
  writeArticle(
    nodes.map(node => ({ node, normal: writeBlock(node) })),
    spelling,
  )

suite('the starter articles', () => {
  for (const { name, body } of articles) {
    test(`${name} says the same and is spelled the same the second time`, () => {
      const once = again(body)
      assert.deepEqual(read(once), read(body))
      assert.equal(again(once), once)
      assert.equal(harmless(once), harmless(body))
    })
  }

  test('come back to the letter when nobody touched them', () => {
    for (const { body } of articles) {
      const { doc, spelling } = readArticle(body)
      assert.equal(write(doc.content!, spelling), body)
    }
  })

  test('differ in the touched block alone', () => {
    for (const { body } of articles) {
      const { doc, spelling } = readArticle(body)
      const blocks = doc.content!.map((node, index) =>
        index === 1
          ? { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Changed' }] }
          : node,
      )
      const lines = new Set(body.split('\n'))
      const added = write(blocks, spelling)
        .split('\n')
        .filter(line => !lines.has(line))
      assert.deepEqual(added, ['## Changed'])
    }
  })
})

/** How wide a table's dashes are drawn says nothing. */
const harmless = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map(line => (/^[|: -]+$/.test(line) ? line.replaceAll(' ', '').replace(/-+/g, '-') : line))
    .join('\n')

suite('each thing is read and written', () => {
  const same = [
    '## Heading with **bold** and `code`',
    '# One\n\n##### Five',
    'Fees 3 * 4 and C_a_b, a_b and \\_c\\_ and \\*d\\*',
    '1\\. not a list',
    '\\# no heading',
    '\\- no list',
    '\\> no quote',
    '## C# and \\#',
    'a \\<b> c < d <- e',
    'AT&T, \\&amp; and &c',
    '\\[!NOTE]',
    '\\[text](address)',
    '> [!NOTE]\n> Text **b**\n>\n> - one\n> - two',
    '> [!TIP]\n> One line.',
    '> [!WARNING]\n>\n> 1. One\n> 2. Two',
    '> A quote\n>\n> of two paragraphs',
    '> \\[!NOTE] is no callout',
    '| a \\| b | c |\n|---|:---:|\n| `x\\|y` | **d** |',
    '| |  |\n|---|---|\n| a | b |'.replace('|  |', '| |'),
    '- a\n- b\n  - c\n    1. d\n    2. e\n- f',
    '1. a\n\n   > [!NOTE]\n   > b\n\n2. c',
    '3. three\n4. four',
    '- a\n\n* b',
    '1. a\n\n1) b',
    '```\na\n\n  b\n```',
    '````js\n```\n````',
    '---',
    '{{fees asset=USDT}}',
    'At {{exchange}}, **{{exchange}}** and [{{exchange}}](deposit-crypto)',
    '\\{{exchange}}',
    '[how to](choose-network "A title")',
    '[a **b** c](<a b(c>)'.replace('<a b(c>', '<a%20b(c>'),
    '<https://example.com/a_b>',
    '![alt \\[text\\]](/help/files/1/a.png "Title")',
    '![Film](/help/files/1/a.mp4 "captions: /help/files/1/captions.en.vtt en")',
    'one\\\ntwo',
    'one\\\n\\- two',
    '***both*** and **a *b* c**',
    '*a*b **c**d',
    '~~gone~~ \\~\\~kept\\~\\~',
    '``a ` b``',
    '`` `a` ``',
    '<!-- kept as it is -->'.replace('<!', '\\<!'),
    '[x]: https://example.com/c',
  ]
  for (const text of same) {
    test(text, () => {
      const once = again(text)
      assert.deepEqual(read(once), read(text))
      assert.equal(once, text)
    })
  }
})

suite('marks that Markdown cannot say are said otherwise, and no word is lost', () => {
  const bold = (text: string): Node => ({ type: 'text', text, marks: [{ type: 'bold' }] })
  const plain = (text: string): Node => ({ type: 'text', text })
  const cases: [string, Node[], string][] = [
    ['a colon before a letter', [bold('注意：'), plain('请')], '**注意**：请'],
    ['a space at the edge', [bold('a '), plain('b')], '**a** b'],
    ['only signs', [plain('a'), bold('。'), plain('b')], 'a。b'],
    ['a line break at the edge', [plain('a'), { type: 'hardBreak' }], 'a'],
  ]
  for (const [name, content, wanted] of cases) {
    test(name, () => assert.equal(writeBlock({ type: 'paragraph', content }), wanted))
  }
})

test('a callout may begin on its first line', () => {
  assert.equal(again('> [!NOTE] Text\n> more'), '> [!NOTE]\n> Text more')
  assert.equal(again('> [!note] Text'), '> \\[!note] Text')
})

test('a placeholder is what stands between two braces, known or not', () => {
  const text = '{{ exchange }}, {{fees asset="USDT"}}, {{5}} and {{}}'
  assert.equal(again(text), text)
  assert.equal(read(text)[0]!.content!.filter(({ type }) => type === 'placeholder').length, 4)
})

test('what defines a reference is kept', () => {
  const text = 'See [x].\n\n[x]: https://example.com/c\n'
  const { doc, spelling } = readArticle(text)
  assert.deepEqual(
    doc.content!.map(({ type }) => type),
    ['paragraph', 'source'],
  )
  assert.equal(write(doc.content!, spelling), text)
  assert.equal(
    write(doc.content!, noSpelling),
    'See [x](https://example.com/c).\n\n[x]: https://example.com/c',
  )
})

test('moved blocks keep their spelling, and a code block without an end gets one', () => {
  const text = 'a  \nb\n\n\n* c\n\n```\nd'
  const { doc, spelling } = readArticle(text)
  assert.equal(write(doc.content!.toReversed(), spelling), '```\nd\n```\n\n* c\n\na  \nb')
})

test('a block that is put in stands apart, wherever it is', () => {
  const { doc, spelling } = readArticle('## a\nb\n')
  const [a, b] = doc.content as [Node, Node]
  const rule = { type: 'horizontalRule' }
  assert.equal(write([rule, a, b], spelling), '---\n\n## a\nb\n')
  assert.equal(write([a, rule, b], spelling), '## a\n\n---\n\nb\n')
  assert.equal(write([a, b, rule], spelling), '## a\nb\n\n---\n')
})

test('lists that come together stay two', () => {
  for (const text of ['- a\n\nb\n\n- c', '* a\n\nb\n\n* c', '1) a\n\nb\n\n1) c']) {
    const { doc, spelling } = readArticle(text)
    const [one, , other] = doc.content as [Node, Node, Node]
    assert.deepEqual(read(write([one, other], spelling)), [one, other])
  }
})

test('lines that end as on Windows are kept', () => {
  const text = '## a\r\n\r\nb\r\n'
  const { doc, spelling } = readArticle(text)
  assert.equal(write(doc.content!, spelling), text)
})

const words = fc.stringMatching(/^[a-z0-9 *_`~[\](){}<>!#+\-=|.:&\\/注意：请。，]{1,12}$/)
const mark = fc.constantFrom(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'code' },
  { type: 'strike' },
  {
    type: 'link',
    attrs: { href: 'choose-network', title: null },
  },
)
const inline = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text: words,
      marks: fc.uniqueArray(mark, { maxLength: 2, selector: ({ type }) => type }),
    }),
  },
  fc.constant<Node>({ type: 'hardBreak' }),
  fc.constantFrom<Node>(
    ...['fees asset=USDT', ' a|b', ''].map(text => ({ type: 'placeholder', attrs: { text } })),
  ),
  fc.constant<Node>({ type: 'image', attrs: { src: '/a.png', alt: 'x', title: null } }),
)
const paragraph = fc.array(inline, { maxLength: 5 }).map<Node>(content => ({ type: 'paragraph', content }))
const { block } = fc.letrec<{ block: Node; list: Node }>(tie => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    tie('list'),
    paragraph.map(({ content }) => ({ type: 'heading', attrs: { level: 3 }, content })),
    fc.constant<Node>({ type: 'horizontalRule' }),
    words.map(text => ({ type: 'codeBlock', attrs: { language: 'js' }, content: [{ type: 'text', text }] })),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map(content => ({ type: 'blockquote', content })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map(content => ({ type: 'callout', attrs: { kind: 'tip' }, content })),
    fc.tuple(paragraph, paragraph).map(([head, cell]) => ({
      type: 'table',
      content: [head, cell].map((one, index) => ({
        type: 'tableRow',
        content: [{ type: index ? 'tableCell' : 'tableHeader', attrs: { align: null }, content: [one] }],
      })),
    })),
  ),
  list: fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList'),
      fc.boolean(),
      fc.array(fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })), { minLength: 1, maxLength: 3 }),
    )
    .map(([type, loose, items]) => ({
      type,
      attrs: { loose, start: 1 },
      content: items.map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
    })),
}))

test('whatever is written is spelled the same the second time, and keeps its words', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), blocks => {
      const once = writeBlocks(blocks)
      assert.equal(again(once), once)
      assert.equal(wordsOf(read(once)), wordsOf(blocks))
    }),
    { numRuns: 600 },
  )
})

/** All words in their order; spaces are Markdown's to change. */
const wordsOf = (nodes: readonly Node[]): string =>
  nodes
    .map(
      ({ text, content, attrs, type }) =>
        text ?? (content ? wordsOf(content) : type === 'placeholder' ? String(attrs!.text) : ''),
    )
    .join('')
    .replace(/\s+/g, '')

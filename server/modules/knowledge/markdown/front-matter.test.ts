// The head of an article's file is read as it is meant, told with its line where it can't be, and written so that it is read the same.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { type FrontMatterFault, readFrontMatter, writeFrontMatter } from './front-matter.ts'

test('texts stay as they are written', () => {
  const { head, body, bodyLine, faults } = readFrontMatter(
    '\ufeff---\r\ntitle: "A: b"\r\nyear: 2026\r\nyes: true\r\nnothing:\r\nrelated: [a, 1.0]\r\nlist:\r\n  - x\r\n---\r\nText\r\n',
  )
  assert.deepEqual(Object.fromEntries(head), {
    title: 'A: b',
    year: '2026',
    yes: 'true',
    nothing: '',
    related: ['a', '1.0'],
    list: ['x'],
  })
  assert.deepEqual([body, bodyLine, faults], ['Text\n', 10, []])
})

test('without a head, all is body', () =>
  assert.deepEqual(readFrontMatter('a\n---\nb'), {
    head: new Map(),
    body: 'a\n---\nb',
    bodyLine: 1,
    faults: [],
  }))

test('a head may be empty, or all there is', () => {
  assert.deepEqual(readFrontMatter('---\n---\na').body, 'a')
  assert.deepEqual([...readFrontMatter('---\ntitle: a\n---').head], [['title', 'a']])
})

suite('faults', () => {
  const cases: [head: string, code: FrontMatterFault['code'], line: number][] = [
    ['---\ntitle: a\n', 'not_closed', 1],
    ['---\na: b\nc: "d\n---\n', 'bad_yaml', 4],
    ['---\na: b\na: c\n---\n', 'bad_yaml', 3],
    ['---\na: b\nc: { d: e }\n---\n', 'bad_field', 3],
    ['---\n- a\n---\n', 'bad_yaml', 2],
    [`---\na: ${'b'.repeat(20_000)}\n---\n`, 'too_long', 2],
    [`---\na: ${'['.repeat(9_000)}\n---\n`, 'bad_yaml', 2],
    ['---\na: &a [b, b]\nc: [*a, *a]\n---\n', 'bad_yaml', 2],
  ]
  for (const [text, code, line] of cases) {
    test(`${code}: ${text.slice(0, 30)}`, () => {
      const [fault, ...more] = readFrontMatter(text).faults
      assert.deepEqual([fault?.code, fault?.line, more], [code, line, []])
    })
  }

  test('a billion laughs are none', () => {
    const lines = Array.from(
      { length: 20 },
      (_, at) => `a${at}: &a${at} [${at ? `*a${at - 1}, *a${at - 1}` : 'x'}]`,
    )
    assert.equal(readFrontMatter(`---\n${lines.join('\n')}\n---\n`).faults[0]?.code, 'bad_yaml')
  })

  test('names that objects have are but names', () => {
    const { head } = readFrontMatter('---\n__proto__: a\nconstructor: b\n---\n')
    assert.deepEqual(
      [...head],
      [
        ['__proto__', 'a'],
        ['constructor', 'b'],
      ],
    )
  })
})

test('what is written is read the same', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map(text => text.replaceAll(/\s+/g, ' ').trim() || 'x')
  const awkward = fc.constantFrom(
    'true',
    'null',
    '1e3',
    '- a',
    '# a',
    "it's",
    '"a"',
    '---',
    'a: b',
    '[a]',
    '{{a}}',
    '*a',
    '&a',
    '\\',
    '@x',
    '%',
  )
  const value = fc.oneof(words, awkward)
  fc.assert(
    fc.property(
      value,
      fc.array(value, { minLength: 1, maxLength: 4 }),
      fc.array(value, { maxLength: 4 }),
      (title, related, questions) => {
        const written = writeFrontMatter(
          [
            ['title', title],
            ['related', related],
            ['questions', questions],
          ],
          'Body',
        )
        const { head, body, faults } = readFrontMatter(written)
        assert.deepEqual(faults, [])
        assert.deepEqual(
          [head.get('title'), head.get('related'), head.get('questions') ?? []],
          [title, related, questions],
        )
        assert.equal(body.trim(), 'Body')
      },
    ),
    { numRuns: 2_000 },
  )
})

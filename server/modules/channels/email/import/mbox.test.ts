// What was written as an mbox comes back byte for byte, however it is read; what others wrote is read as they meant it.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { cpuTime } from '../../../../../test/cpu-time.ts'
import { inMbox, type Located, MboxScanner, mailAt, NoMbox } from './mbox.ts'

function located(file: Buffer, pieceBytes = 64 * 1024): Located[] {
  const scanner = new MboxScanner()
  const found: Located[] = []
  for (let at = 0; at < file.length; at += pieceBytes)
    found.push(...scanner.push(file.subarray(at, at + pieceBytes)))
  return [...found, ...scanner.end()]
}

const mailsIn = (file: Buffer, pieceBytes?: number): Buffer[] =>
  located(file, pieceBytes).map(({ at, size }) => mailAt(file.subarray(at, at + size)))

const line = fc.oneof(
  fc.constantFrom(
    ...['', '\r', 'From ', 'From bo@x.example Tue Jan  7 09:00:00 2025', '>From me', '>>From me 09:00 2025'],
    ...[
      'From',
      '>',
      '>>',
      ' From ',
      'Subject: x',
      'From: bo@x.example',
      'x\r',
      'From 1:00 2025\r',
      '>From \r',
    ],
  ),
  fc.uint8Array({ maxLength: 40 }).map(bytes => Buffer.from(bytes).toString('latin1')),
)
const mail = fc
  .array(line, { maxLength: 12 })
  .map(lines => Buffer.from(lines.map(one => `${one}\n`).join(''), 'latin1'))
const year = fc.date({ min: new Date('1980-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })

test('mails that were written come back byte for byte, in pieces of any size', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(mail, year), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 70 }),
      (mails, pieceBytes) => {
        const file = Buffer.concat(mails.map(([raw, at]) => inMbox(raw, at)))
        const back = mailsIn(file, pieceBytes)
        assert.deepEqual(
          back.map(String),
          mails.map(([raw]) => String(raw)),
        )
        assert.ok(back.every((raw, index) => raw.equals(mails[index]![0])))
      },
    ),
    { numRuns: 500 },
  )
})

test('a mail whose last line does not end gets its end', () => {
  assert.deepEqual(mailsIn(inMbox(Buffer.from('a: b\n\nc'), new Date('2025-01-07'))).map(String), [
    'a: b\n\nc\n',
  ])
})

const begin = 'From bo@x.example Tue Jan  7 09:00:00 2025'
const cases: [name: string, file: string, mails: string[]][] = [
  ['one quoted line, as both kinds write it', `${begin}\na: b\n\n>From me\n\n`, ['a: b\n\nFrom me\n']],
  ['no blank line at the end', `${begin}\na: b\n\nc\n`, ['a: b\n\nc\n']],
  ['nothing behind the last word', `${begin}\na: b\n\nc`, ['a: b\n\nc']],
  [
    'CRLF throughout',
    `${begin}\r\na: b\r\n\r\n>From c\r\n\r\n${begin}\r\nd: e\r\n\r\n`,
    ['a: b\r\n\r\nFrom c\r\n', 'd: e\r\n'],
  ],
  ['blank lines at the top', `\n\n${begin}\na: b\n\n`, ['a: b\n']],
  [
    'words that nobody quoted, after a blank line',
    `${begin}\na: b\n\nFrom then on, all was well.\n`,
    ['a: b\n\nFrom then on, all was well.\n'],
  ],
  [
    'a line that looks so, and has no blank line above',
    `${begin}\na: b\n\nc\n${begin}\n`,
    [`a: b\n\nc\n${begin}\n`],
  ],
  ['Thunderbird', 'From - Tue Jan 07 09:00:00 2025\nX: y\n\nz\n\n', ['X: y\n\nz\n']],
  ['Google Takeout', 'From 1820@xxx Tue Jan 07 09:00:00 +0000 2025\nX: y\n\nz\n\n', ['X: y\n\nz\n']],
  ['a mail with nothing in it', `${begin}\n\n${begin}\na: b\n\n`, ['', 'a: b\n']],
]

suite('reads', () => {
  for (const [name, file, mails] of cases) {
    test(name, () => {
      for (const pieceBytes of [1, 7, 4_096])
        assert.deepEqual(mailsIn(Buffer.from(file), pieceBytes).map(String), mails)
    })
  }
})

suite('is no mbox', () => {
  for (const [name, file] of [
    ['nothing', ''],
    ['blank lines', '\n\n\n'],
    ['a mail by itself', 'From: bo@x.example\nSubject: x\n\nHello\n'],
    ['words', `Dear all,\n\n${begin}\na: b\n\n`],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0'],
  ] as const) {
    test(name, () => assert.throws(() => located(Buffer.from(file, 'latin1'), 3), NoMbox))
  }
})

suite('hostile files take time by their size, and little memory', () => {
  const bytes = 8 * 1_048_576
  const top = Buffer.from(`${begin}\n`)
  for (const [name, filler] of [
    ['one line', 'x'],
    ['quotes without end', '>'],
    ['lines of quotes', '\n>>>>>>>>>>>>>>>>'],
    ['beginnings', '\n\nFrom '],
    ['beginnings in a line', '\nFrom From From '],
    ['blank lines', '\r\n'],
  ] as const) {
    test(name, () => {
      const file = Buffer.concat([top, Buffer.alloc(bytes, filler)])
      const before = cpuTime()
      const found = located(file)
      assert.equal(found.length, 1)
      assert.equal(found[0]!.size, file.length)
      assert.ok(found[0]!.head.length <= 64 * 1024)
      const mail = mailAt(file)
      inMbox(mail, new Date(0))
      const took = cpuTime() - before
      assert.ok(took < 8_000, `${took} ms`)
    })
  }

  test('nothing is read of a file that is none but its beginning', () => {
    const scanner = new MboxScanner()
    assert.throws(() => scanner.push(Buffer.alloc(64, 'x')), NoMbox)
  })
})

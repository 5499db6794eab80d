// Mails made to hurt: by nesting, by number, by length, by what is nearly a boundary.
import type { Cut } from './mail.ts'

export const head = 'From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n'
export const multipart = `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n`
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index))
const nested = (count: number) =>
  many(count, index => `--b${index}\r\nContent-Type: multipart/mixed; boundary="b${index + 1}"\r\n\r\n`).join(
    '',
  )
const nearMisses = (length: number) => '\n--b0000x'.repeat(length / 9)

const mailOfParts = `--b\r\nContent-Type: message/rfc822\r\n\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n${'--c\r\n\r\nx\r\n'.repeat(1_000)}--c--\r\n`

/** Each with what is left out of it. */
export const bombs: [name: string, make: () => string, cut: Cut[]][] = [
  [
    'nested 5,000 deep',
    () => `${head}Content-Type: multipart/mixed; boundary="b0"\r\n\r\n${nested(5_000)}`,
    ['depth'],
  ],
  [
    '50,000 parts',
    () => multipart + '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(50_000),
    ['parts'],
  ],
  [
    '20,000 files',
    () => multipart + '--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n'.repeat(20_000),
    ['files', 'parts'],
  ],
  ['200,000 headers', () => `${head}${'X-A: b\r\n'.repeat(200_000)}\r\nx`, ['headers']],
  ['a header of 5 MB', () => `${head}X-A: ${'a'.repeat(5_000_000)}\r\n\r\nx`, ['headers']],
  ['a subject of 400 kB in words', () => `Subject: ${'=?utf-8?Q?a?= '.repeat(28_000)}\r\n\r\nx`, ['subject']],
  [
    '20,000 recipients',
    () => `To: ${many(20_000, at => `<u${at}@x.org>`).join(',\r\n ')}\r\n\r\nx`,
    ['addresses'],
  ],
  [
    '20,000 references',
    () => `References: ${many(20_000, at => `<${at}@x>`).join('\r\n ')}\r\n\r\nx`,
    ['references'],
  ],
  ['brackets in recipients', () => `To: ${'(<"'.repeat(60_000)}\r\n\r\nx`, []],
  ['groups in recipients', () => `To: ${'a:'.repeat(60_000)}\r\n\r\nx`, []],
  ['blanks in recipients', () => `To: a${' '.repeat(200_000)}b c@d@e\r\n\r\nx`, []],
  ['words that never end', () => `Cc: ${'=?a?Q?'.repeat(40_000)}\r\n\r\nx`, []],
  ['20 MB of text', () => `${head}\r\n${'words '.repeat(3_500_000)}`, ['text']],
  ['20 MB of empty lines', () => `${head}\r\n${'\r\n'.repeat(10_000_000)}`, ['text']],
  ['10 MB that are nearly boundaries', () => multipart + nearMisses(10_000_000), []],
  [
    'the same under 49 open boundaries',
    () => `${head}Content-Type: multipart/mixed; boundary="b0"\r\n\r\n${nested(49)}${nearMisses(10_000_000)}`,
    [],
  ],
  [
    'base64 padded at every step',
    () =>
      `${head}Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QQ==\r\n'.repeat(1_500_000)}`,
    [],
  ],
  [
    'base64 that is nothing but padding',
    () =>
      `${head}Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${'='.repeat(10_000_000)}`,
    [],
  ],
  [
    'a mail in a mail, 20,000 deep',
    () => `${head}${'Content-Type: message/rfc822\r\n\r\n'.repeat(20_000)}x`,
    [],
  ],
  ['1,000 mails with 1,000 parts each', () => multipart + mailOfParts.repeat(1_000), ['files']],
  [
    'quotes that flow',
    () => `${head}Content-Type: text/plain; format=flowed\r\n\r\n${'> a \r\n'.repeat(200_000)}`,
    [],
  ],
]

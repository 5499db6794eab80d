// When mails out of files arrived, by cases.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrivalOf } from './arrival.ts'

const from = 'From bo@x.example Tue Jan  7 09:00:00 2025'
const received = (date: string) => `Received: from a.example; by b.example\n\tfor <bo@x.example>; ${date}`
const cases: [name: string, head: string[], arrived: string | null][] = [
  [
    'by the server that took it last',
    [
      from,
      received('Wed, 8 Jan 2025 10:00:00 +0100'),
      received('Thu, 9 Jan 2025 10:00:00 +0100'),
      'Date: Fri, 10 Jan 2025 09:00:00 +0000',
    ],
    '2025-01-08T09:00',
  ],
  ['by its writer', [from, 'Date: Fri, 10 Jan 2025 09:00:00 +0000'], '2025-01-10T09:00'],
  ['by whoever wrote the file', [from, 'Subject: x'], '2025-01-07T09:00'],
  ['… with a zone', ['From 18@xxx Tue Jan 07 09:00:00 +0100 2025', 'Subject: x'], '2025-01-07T08:00'],
  [
    'a server that is ahead of the desk is not believed',
    [from, received('Wed, 8 Jan 2080 10:00:00 +0000'), 'Date: Fri, 10 Jan 2025 09:00:00 +0000'],
    '2025-01-10T09:00',
  ],
  [
    'fields of the text are none',
    [from, 'Subject: x', '', 'Date: Fri, 10 Jan 2025 09:00:00 +0000'],
    '2025-01-07T09:00',
  ],
  ['nobody tells', ['From - 9:00 2025', 'Date: some day'], null],
]

for (const [name, head, arrived] of cases) {
  for (const [kind, lineEnd] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    test(`${name} (${kind})`, () => {
      const text = `${head.join('\n')}\n\nHello\n`.replaceAll('\n', lineEnd)
      const found = arrivalOf(Buffer.from(text), new Date('2026-03-02'))
      assert.equal(found?.toISOString().slice(0, 16) ?? null, arrived)
    })
  }
}

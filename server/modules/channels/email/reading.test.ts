// Who wrote a mail and what is new in it, also where a mail doesn't say it in the usual place.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lines, mail, multipart, part, read } from './parse/mail.fixture.ts'
import { nobodysAddress, visibleOf, writerOf } from './reading.ts'

suite('the writer', () => {
  const heads: [head: string[], envelope: string | null, address: string, name: string][] = [
    [['From: Mei <mei@a.example>', 'Reply-To: bo@b.example'], 'e@e.example', 'mei@a.example', 'Mei'],
    [['Sender: Ann <ann@a.example>', 'Reply-To: bo@b.example'], null, 'ann@a.example', 'Ann'],
    [['Reply-To: Bo <bo@b.example>'], 'e@e.example', 'bo@b.example', 'Bo'],
    [['From: Mei <>', 'Reply-To: bo@b.example'], 'e@e.example', 'bo@b.example', ''],
    [['From: Mei <>'], 'e@e.example', 'e@e.example', ''],
    [[], null, nobodysAddress, ''],
  ]
  for (const [head, envelope, address, name] of heads) {
    test(`${head.join(', ') || 'no header'}, handed over by ${envelope ?? 'nobody'}`, async () => {
      const parsed = await read(lines(...head, 'Subject: Hi', '', 'Hello'))
      assert.deepEqual(writerOf(parsed, envelope), { address, name })
    })
  }
})

suite('what is new', () => {
  const plain = ['Content-Type: text/plain']
  const html = ['Content-Type: text/html']
  const coded = lines('begin 644 note.txt', '%:&5L;&\\', '`', 'end')
  const mails: [name: string, raw: Buffer, wanted: string][] = [
    ['without the file that is written into the text', mail(plain, lines('See:', coded, 'Bye')), 'See:\nBye'],
    ['nothing where there is but such a file', mail(plain, coded), ''],
    [
      'without it also where the text stands below HTML',
      multipart('mixed', part(html, '<p>Hi</p>'), part(plain, lines('See:', coded))),
      'Hi\nSee:',
    ],
    [
      'the HTML where the text says nothing',
      multipart('alternative', part(plain, ' '), part(html, '<p>Hi</p>')),
      'Hi',
    ],
    [
      'words outside the parts of a mail that has none',
      mail(['Content-Type: multipart/mixed; boundary=b'], lines('Where is it?', '', '> Wait.')),
      'Where is it?',
    ],
  ]
  for (const [name, raw, wanted] of mails) {
    test(name, async () => {
      const { text } = visibleOf(await read(raw))
      assert.equal(text.replaceAll(/\n+/g, '\n').trim(), wanted)
    })
  }
})

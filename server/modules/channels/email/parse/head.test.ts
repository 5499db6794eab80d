// What stands in the head of a mail is read in every spelling that mail programs have, and never holds a second line.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { readDate } from './date.ts'
import { bytes, mail, read } from './mail.fixture.ts'
import { readIds } from './message-ids.ts'

const chinese = Buffer.from('提现一直没有到账', 'utf8').toString('base64')
const gbk = '\xcc\xe1\xcf\xd6\xd2\xbb\xd6\xb1\xc3\xbb\xd3\xd0\xb5\xbd\xd5\xcb'

suite('subjects', () => {
  const subjects: [name: string, field: string, wanted: string][] = [
    ['plain', 'Where is my money?', 'Where is my money?'],
    ['Q', '=?iso-8859-1?Q?Gr=FC=DFe_aus_K=F6ln?=', 'Grüße aus Köln'],
    ['B', `=?UTF-8?B?${chinese}?=`, '提现一直没有到账'],
    ['GB 2312', `=?gb2312?B?${bytes(gbk).toString('base64')}?=`, '提现一直没有到账'],
    ['a character cut in two', '=?utf-8?Q?=E6=8F?= =?utf-8?Q?=90=E7=8E=B0?=', '提现'],
    ['folded between words', '=?utf-8?Q?a_?=\r\n =?utf-8?Q?b?= c', 'a b c'],
    ['two charsets side by side', '=?koi8-r?B?8NLJ18XU?= =?windows-1251?Q?_=EC=E8=F0?=', 'Привет мир'],
    ['a language', '=?utf-8*en?Q?hi?=', 'hi'],
    ['an unencoded question mark', '=?utf-8?Q?why??= ok', 'why? ok'],
    ['a word without end', '=?utf-8?Q?half', 'half'],
    ['a charset that nobody knows', '=?x-nobody?Q?plain?=', 'plain'],
    ['no encoded word at all', 'a =? b ?= c', 'a =? b ?= c'],
    ['ISO-2022-JP', '=?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=', 'こんにちは'],
    ['Shift_JIS that calls itself ISO-2022-JP', '=?iso-2022-jp?B?g2WDWINn?=', 'テスト'],
    ['Big5', '=?big5?B?tPq41Q==?=', '測試'],
    ['UTF-7', '=?utf-7?Q?Hi_Mom_-+Jjo--!?=', 'Hi Mom -☺-!'],
    ['an encoded line break', '=?utf-8?Q?a=0D=0ABcc:_x@example.com?=', 'a Bcc: x@example.com'],
    ['marks that turn the text', 'pay \u202egpj.exe', 'pay gpj.exe'],
  ]
  for (const [name, field, wanted] of subjects) {
    test(name, async () => {
      const raw = Buffer.from(`From: a@example.org\r\nSubject: ${field}\r\n\r\nx`)
      assert.equal((await read(raw)).subject, wanted)
    })
  }

  test('raw bytes in the charset of the body', async () => {
    const raw = bytes(`From: a@example.org\nSubject: ${gbk}\nContent-Type: text/plain; charset=gbk\n\nx`)
    assert.equal((await read(raw)).subject, '提现一直没有到账')
  })

  test('raw bytes of Chinese without any name, raw UTF-8, raw Latin-1', async () => {
    assert.equal((await read(bytes(`Subject: ${gbk}\n\nx`))).subject, '提现一直没有到账')
    assert.equal((await read('Subject: 提现\n\nx')).subject, '提现')
    assert.equal((await read(bytes('Subject: Gr\xfc\xdfe\n\nx'))).subject, 'Grüße')
  })

  test('one that is too long is cut and says so', async () => {
    const { subject, cut } = await read(`Subject: ${'长'.repeat(5_000)}\n\nx`)
    assert.equal(subject, '长'.repeat(1_000))
    assert.deepEqual(cut, ['subject'])
  })
})

suite('authors', () => {
  const authors: [name: string, field: string, wanted: [string, string] | null][] = [
    ['name and address', 'Mei Lin <mei@example.org>', ['Mei Lin', 'mei@example.org']],
    ['address alone', 'mei@example.org', ['', 'mei@example.org']],
    ['a comma in quotes', '"Lin, Mei" <mei@example.org>', ['Lin, Mei', 'mei@example.org']],
    ['a comma without quotes', 'Lin, Mei <mei@example.org>', ['Lin, Mei', 'mei@example.org']],
    ['a comma in an encoded word', '=?utf-8?Q?Lin,_Mei?= <mei@example.org>', ['Lin, Mei', 'mei@example.org']],
    ['a name in a comment', 'mei@example.org (Mei Lin)', ['Mei Lin', 'mei@example.org']],
    ['an address in a comment', 'Mei Lin (mei@example.org)', ['Mei Lin', 'mei@example.org']],
    ['a group', 'Desk: Mei <mei@example.org>, b@example.org;', ['Mei', 'mei@example.org']],
    ['an address as name', '"ceo@bank.example" <mei@example.org>', ['ceo@bank.example', 'mei@example.org']],
    [
      'line breaks in the name',
      '"Mei\r\n Bcc: x@y.z" <mei@example.org>',
      ['Mei Bcc: x@y.z', 'mei@example.org'],
    ],
    ['an encoded line break', '=?utf-8?Q?Mei=0ATo:_x?= <mei@example.org>', ['Mei To: x', 'mei@example.org']],
    ['nobody', '<>', null],
    ['only a name', 'Mei Lin', null],
  ]
  for (const [name, field, wanted] of authors) {
    test(name, async () => {
      const { from } = await read(`From: ${field}\r\nReply-To: other@example.org\r\n\r\nx`)
      assert.deepEqual(from && [from.name, from.address], wanted)
    })
  }

  test('the first of two From fields counts, and Reply-To never stands in', async () => {
    assert.equal((await read('From: a@example.org\nFrom: b@example.org\n\nx')).from?.address, 'a@example.org')
    assert.equal((await read('Reply-To: b@example.org\n\nx')).from, null)
  })

  test('no name or address ever holds a control character', async () => {
    const field = fc.string({ unit: 'binary', maxLength: 80 }).map(text => text.replaceAll('\n', '\n '))
    await fc.assert(
      fc.asyncProperty(field, async text => {
        const { from, to, subject } = await read(`From: ${text} <a@b.c>\nTo: ${text}\nSubject: ${text}\n\nx`)
        const shown = [from, ...to].flatMap(one => (one ? [one.name, one.address] : []))
        for (const one of [subject, ...shown]) assert.doesNotMatch(one, /[\p{Cc}\u2028\u2029\u202e]/u)
      }),
    )
  })
})

test('recipients of all fields, groups dissolved, entries without an address left out', async () => {
  const { to, cc } = await read(
    mail([
      'To: a@example.org, Team: b@example.org, "C" <c@example.org>;',
      'To: d@example.org',
      'Cc: undisclosed-recipients:;',
    ]),
  )
  assert.deepEqual(
    to.map(({ address }) => address[0]),
    ['a', 'b', 'c', 'd'],
  )
  assert.deepEqual(cc, [])
})

suite('ids', () => {
  const fields: [string | null, string[]][] = [
    ['<a@x> <b@y>', ['a@x', 'b@y']],
    ['<a@x>,<b@y>', ['a@x', 'b@y']],
    ['<a@\r\n x>', ['a@x']],
    ['a@x', ['a@x']],
    ['Your message of Monday', []],
    [null, []],
  ]
  for (const [field, ids] of fields) test(String(field), () => assert.deepEqual(readIds(field), ids))

  test('of many references the last 50 stay', async () => {
    const all = Array.from({ length: 80 }, (_, index) => `<${index}@x>`)
    const { references, cut } = await read(mail([`References: ${all.join('\r\n ')}`]))
    assert.equal(references.length, 50)
    assert.equal(references.at(-1), '79@x')
    assert.deepEqual(cut, ['references'])
  })
})

suite('dates', () => {
  const dates: [string | null, string | null][] = [
    ['Sat, 22 Nov 2025 10:11:12 +0800', '2025-11-22T02:11:12.000Z'],
    ['22 Nov 2025 10:11 GMT', '2025-11-22T10:11:00.000Z'],
    ['Sat, 22 Nov 25 10:11:12 EST (comment)', '2025-11-22T15:11:12.000Z'],
    ['Sat, 22-Nov-2025 10.11.12 +0100', '2025-11-22T09:11:12.000Z'],
    ['Sat,  22 November 2025, 10:11:12 PM -0330', '2025-11-23T01:41:12.000Z'],
    ['2025-11-22T10:11:12Z', '2025-11-22T10:11:12.000Z'],
    ['yesterday', null],
    ['', null],
    [null, null],
  ]
  for (const [field, wanted] of dates) {
    test(String(field), () => assert.equal(readDate(field)?.toISOString() ?? null, wanted))
  }
})

suite('heads that are not as they should be', () => {
  const heads: [name: string, raw: string][] = [
    ['bare line feeds', 'From: a@example.org\nSubject: Hi\n\nHello'],
    ['bare carriage returns', 'From: a@example.org\rSubject: Hi\r\rHello'],
    ['a line of mbox', 'From a@example.org Sat Nov 22 10:11:12 2025\nSubject: Hi\n\nHello'],
    ['empty lines before it', '\r\n\r\nSubject: Hi\r\n\r\nHello'],
    ['lines that are no fields', 'Received\nSubject: Hi\n: x\nno field here\n\nHello'],
    ['a space before the colon', 'Subject : Hi\n\nHello'],
  ]
  for (const [name, raw] of heads) {
    test(name, async () => {
      const { subject, text } = await read(raw)
      assert.deepEqual([subject, text], ['Hi', 'Hello'])
    })
  }

  test('a mail without a body', async () => {
    assert.deepEqual(
      (({ subject, text, html, files }) => ({ subject, text, html, files }))(await read('Subject: Hi\n')),
      { subject: 'Hi', text: null, html: null, files: [] },
    )
  })

  test('nothing at all is malformed', async () => {
    await assert.rejects(read(' \r\n\r\n'), { name: 'MailUnreadable', reason: 'malformed' })
  })
})

// Bodies and files come out as they were put in, whatever order, charset and encoding a mail program chose.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { bytes, lines, mail, multipart, part, read, textOf } from './mail.fixture.ts'
import { base64, quotedPrintable } from './transfer.ts'

const plain = ['Content-Type: text/plain; charset=utf-8']
const html = ['Content-Type: text/html; charset=utf-8']
const attached = (name: string, type = 'application/pdf') => [
  `Content-Type: ${type}`,
  `Content-Disposition: attachment; filename="${name}"`,
]

suite('charsets', () => {
  const bodies: [label: string, body: string, wanted: string][] = [
    ['gb18030', '\xcc\xe1\xcf\xd6', '提现'],
    ['GB2312', '\xcc\xe1\xcf\xd6', '提现'],
    ['x-gbk', '\xcc\xe1\xcf\xd6', '提现'],
    ['cp936', '\xcc\xe1\xcf\xd6', '提现'],
    ['hz-gb-2312', '~{LaOV~}', '提现'],
    ['big5', '\xb4\xfa\xb8\xd5', '測試'],
    ['iso-2022-jp', '\x1b$B$3$s\x1b(B', 'こん'],
    ['euc-kr', '\xb0\xa1', '가'],
    ['koi8-r', '\xf0\xd2', 'Пр'],
    ['windows-1251', '\xcf\xf0', 'Пр'],
    ['cp1252', '\x80 5', '€ 5'],
    ['"iso-8859-15"', '\xa4', '€'],
    ['utf-7', 'a+AOQ-b', 'aäb'],
    ['us-ascii', 'Gr\xfc\xdfe', 'Grüße'],
    ['utf-8', 'Gr\xfc\xdfe', 'Grüße'],
    ['no-such-charset', '\xcc\xe1\xcf\xd6\xd2\xbb', '提现一'],
  ]
  for (const [label, body, wanted] of bodies) {
    test(label, async () => {
      const head = `From: a@example.org\r\nContent-Type: text/plain; charset=${label}\r\n\r\n`
      assert.equal(await textOf(bytes(head + body)), wanted)
    })
  }

  test('HTML that names its charset only itself', async () => {
    const raw = bytes('Content-Type: text/html\n\n<meta charset="gbk"><p>\xcc\xe1\xcf\xd6</p>')
    assert.match((await read(raw)).html ?? '', /提现/)
  })
})

suite('transfer encodings', () => {
  const encodings: [name: string, encoding: string, body: string, wanted: string][] = [
    ['quoted-printable', 'Quoted-Printable', 'a=\r\nb =3D =zz =', 'ab = =zz'],
    ['base64', 'base64', Buffer.from('你好').toString('base64'), '你好'],
    ['base64, padded line by line', 'base64', 'YQ==\r\nYg==\r\n', 'ab'],
    ['base64 with rubbish', 'base64', 'Y!W\r\nI=', 'ab'],
    ['one that nobody knows', 'x-none', 'as it is', 'as it is'],
  ]
  for (const [name, encoding, body, wanted] of encodings) {
    test(name, async () => {
      assert.equal(await textOf(mail([...plain, `Content-Transfer-Encoding: ${encoding}`], body)), wanted)
    })
  }

  test('any bytes survive base64 and quoted-printable', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), content => {
        const coded = Buffer.from(content)
          .toString('base64')
          .replaceAll(/.{1,20}/g, '$&\r\n')
        const quoted = Array.from(content, byte => `=${byte.toString(16).padStart(2, '0')}`).join('=\r\n')
        assert.deepEqual(new Uint8Array(base64(Buffer.from(coded))), content)
        assert.deepEqual(new Uint8Array(quotedPrintable(Buffer.from(quoted))), content)
      }),
    )
  })
})

suite('bodies', () => {
  test('text and HTML side by side', async () => {
    const { text, html: rich } = await read(
      multipart('alternative', part(plain, 'Hi'), part(html, '<p>Hi</p>')),
    )
    assert.deepEqual([text, rich], ['Hi', '<p>Hi</p>'])
  })

  test('HTML alone has no text', async () => {
    const { text, html: rich } = await read(mail(html, '<p>Hi</p>'))
    assert.deepEqual([text, rich], [null, '<p>Hi</p>'])
  })

  test('several texts around a file are joined', async () => {
    const { text, files } = await read(
      multipart('mixed', part(plain, 'one'), part(attached('a.pdf'), '%PDF'), part(plain, 'two')),
    )
    assert.equal(text, 'one\ntwo')
    assert.deepEqual(
      files.map(({ name }) => name),
      ['a.pdf'],
    )
  })

  test('HTML with a plain footer is whole only as HTML, and the footer is escaped', async () => {
    const { text, html: rich } = await read(multipart('mixed', part(html, '<p>Hi</p>'), part(plain, 'a <b>')))
    assert.equal(text, null)
    assert.match(rich ?? '', /<p>Hi<\/p>\n<div>a &lt;b&gt;<\/div>/)
  })

  test('a boundary without its parts, a part without a head, a boundary that never closes', async () => {
    const head = ['Content-Type: multipart/mixed; boundary=b']
    const { text, stray } = await read(mail(head, 'only words'))
    assert.deepEqual([text, stray], [null, 'only words'])
    assert.equal(await textOf(mail(['Content-Type: multipart/mixed'], 'no boundary')), 'no boundary')
    assert.equal(await textOf(mail(head, lines('--b', 'no head', 'here', '--b--'))), 'no head\nhere')
    assert.equal(await textOf(mail(head, lines('--b', '', 'open'))), 'open')
  })

  test('a parameter that lost its indent', async () => {
    const raw = mail(['Content-Type: multipart/mixed;', 'boundary="b"'], lines('--b', '', 'inside', '--b--'))
    assert.equal(await textOf(raw), 'inside')
  })

  test('flowed text is put together, quotes and signatures are not', async () => {
    const raw = mail(
      ['Content-Type: text/plain; format=flowed'],
      lines('one ', 'line', '> quoted ', '> too', '-- ', 'Mei'),
    )
    assert.equal(await textOf(raw), 'one line\n> quoted too\n-- \nMei')
  })

  test('text never holds a NUL or half a character', async () => {
    const raw = mail(['Content-Type: text/plain; charset=utf-16le'], 'a\0b\0\x3d\xd8')
    assert.doesNotMatch((await read(raw)).text ?? '', /\0|[\ud800-\udfff](?![\udc00-\udfff])/)
  })
})

suite('names of files', () => {
  const names: [name: string, disposition: string, wanted: string][] = [
    ['quoted', 'filename="a;b.pdf"', 'a;b.pdf'],
    ['a token', 'filename=a.pdf', 'a.pdf'],
    ['RFC 2231', "filename*=utf-8''%E6%8F%90%E7%8E%B0.pdf", '提现.pdf'],
    ['in pieces', `filename*0*=gbk''%CC%E1;\r\n filename*1*=%CF%D6;\r\n filename*2=".pdf"`, '提现.pdf'],
    ['an encoded word', 'filename="=?utf-8?B?5o+Q546wLnBkZg==?="', '提现.pdf'],
    ['raw UTF-8', 'filename="提现.pdf"', '提现.pdf'],
    ['a path', 'filename="../../etc/passwd"', 'passwd'],
    ['a path of Windows', 'filename="C:\\Users\\mei\\a.txt"', 'a.txt'],
    ['an ending turned round', 'filename="\u202egpj.exe"', 'gpj.exe'],
    ['a control character', "filename*=utf-8''a%00.php%0D%0AX:", 'a.phpX_'],
    ['empty', 'filename=""', 'file.pdf'],
  ]
  for (const [name, disposition, wanted] of names) {
    test(name, async () => {
      const head = ['Content-Type: application/pdf', `Content-Disposition: attachment; ${disposition}`]
      const { files } = await read(multipart('mixed', part(head, '%PDF')))
      assert.deepEqual(
        files.map(file => file.name),
        [wanted],
      )
    })
  }

  test('a long one keeps its ending', async () => {
    const { files } = await read(multipart('mixed', part(attached(`${'长'.repeat(400)}.pdf`), 'x')))
    assert.equal(files[0]?.name, `${'长'.repeat(196)}.pdf`)
  })
})

suite('files', () => {
  test('a mail in a mail is one file, named by its subject, byte for byte', async () => {
    const inner = lines(
      'Subject: =?utf-8?Q?Re:_a/b?=',
      'Content-Type: multipart/mixed; boundary=c',
      '',
      '--c',
      '',
      'x',
      '--c--',
    )
    const { files, text } = await read(
      multipart('mixed', part(plain, 'see'), part(['Content-Type: message/rfc822'], inner)),
    )
    assert.equal(text, 'see')
    assert.deepEqual(
      files.map(({ name }) => name),
      ['Re_ a_b.eml'],
    )
    assert.equal(Buffer.from(files[0]!.content).toString(), inner)
  })

  test('the files of a mail in a mail are listed beside it, those of mails further in and pictures are not', async () => {
    const enclosing = (subject: string, ...parts: string[]) =>
      part(
        ['Content-Type: message/rfc822'],
        lines(
          `Subject: ${subject}`,
          `Content-Type: multipart/related; boundary=${subject}`,
          '',
          ...parts.flatMap(one => [`--${subject}`, one]),
          `--${subject}--`,
        ),
      )
    const innermost = enclosing('deeper', part(attached('hidden.pdf'), 'x'))
    const picture = part(['Content-Type: image/png', 'Content-ID: <logo>'], 'x')
    const inner = enclosing(
      'deep',
      part(html, '<img src="cid:logo">'),
      picture,
      part(attached('bill.pdf'), '%PDF'),
      innermost,
    )
    const named = async (raw: Buffer) => (await read(raw)).files.map(({ name }) => name)
    assert.deepEqual(await named(multipart('mixed', part(plain, 'see'), inner)), [
      'deep.eml',
      'bill.pdf',
      'deeper.eml',
    ])
    assert.deepEqual(await named(multipart('report', part(plain, 'It failed.'), inner)), ['deep.eml'])
  })

  test('an invitation and winmail.dat stay files', async () => {
    const { files } = await read(
      multipart(
        'mixed',
        part(['Content-Type: text/calendar; method=REQUEST'], 'BEGIN:VCALENDAR'),
        part(['Content-Type: application/ms-tnef'], 'x'),
      ),
    )
    assert.deepEqual(
      files.map(({ name }) => name),
      ['invite.ics', 'winmail.dat'],
    )
  })

  test('a picture that the HTML shows is not listed, one it does not show is', async () => {
    const picture = (id: string) => part(['Content-Type: image/png', `Content-ID: <${id}>`], 'x')
    const raw = multipart('related', part(html, '<img src="cid:a%40x">'), picture('a@x'), picture('b@x'))
    const { files } = await read(raw)
    assert.deepEqual(
      files.map(({ contentId, inline }) => [contentId, inline]),
      [
        ['a@x', true],
        ['b@x', false],
      ],
    )
  })

  test('uuencoded in the text, and as the encoding of a part', async () => {
    const coded = lines('begin 644 note.txt', '%:&5L;&\\', '`', 'end')
    const inText = await read(mail(plain, lines('See:', coded, 'Bye')))
    assert.equal(inText.text, lines('See:', coded, 'Bye').replaceAll('\r', ''))
    assert.deepEqual(
      inText.files.map(({ name, content }) => [name, Buffer.from(content).toString()]),
      [['note.txt', 'hello']],
    )
    const head = [...attached('note.txt'), 'Content-Transfer-Encoding: x-uuencode']
    const { files } = await read(multipart('mixed', part(head, lines('%:&5L;&\\', '`'))))
    assert.equal(Buffer.from(files[0]!.content).toString(), 'hello')
  })

  test('a signature is kept and not listed', async () => {
    const { text, files } = await read(
      multipart('signed', part(plain, 'Hi'), part(['Content-Type: application/pgp-signature'], '-----BEGIN')),
    )
    assert.deepEqual([text, files[0]?.inline], ['Hi', true])
  })
})

test('any bytes are read without an error', async () => {
  const word = fc.constantFrom(
    'Content-Type: multipart/mixed; boundary=b\n',
    '--b\n',
    '--b--\n',
    '\n',
    '=?utf-8?Q?',
    'begin 644 a\n',
  )
  const piece = fc.oneof(word, fc.string({ unit: 'binary', maxLength: 20 }))
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async pieces => {
      await read(`Subject: x\n${pieces.join('')}`)
    }),
  )
})

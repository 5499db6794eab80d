// Mail that came back is told from mail about mail that came back, and tied to the one that failed.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lines, mail, multipart, part, read } from './mail.fixture.ts'

const report = (...fields: string[]) =>
  part(['Content-Type: message/delivery-status'], lines('Reporting-MTA: dns; mx.example.org', '', ...fields))
const returned = part(
  ['Content-Type: message/rfc822'],
  lines('Message-ID: <answer-1@desk.example>', 'Subject: Hi', '', 'x'),
)
const words = part([], 'It could not be delivered.')

const recipient = 'Final-Recipient: rfc822; mei@example.org'

suite('standard reports', () => {
  test('a failure for good', async () => {
    const { bounce, automatic } = await read(
      multipart('report', words, report(recipient, 'Action: failed', 'Status: 5.1.1 (unknown)'), returned),
    )
    const wanted = {
      permanent: true,
      messageId: 'answer-1@desk.example',
      recipient: 'mei@example.org',
      status: '5.1.1',
    }
    assert.deepEqual(bounce, wanted)
    assert.equal(automatic, 'notice')
  })

  const actions: [fields: string[], wanted: boolean | null][] = [
    [['Action: failed', 'Status: 4.4.7'], false],
    [['Action: delayed', 'Status: 4.4.1'], false],
    [['Action: failed'], true],
    [['Status: 5.2.2'], true],
    [['Action: delivered', 'Status: 2.1.5'], null],
    [['Action: relayed', 'Status: 2.0.0'], null],
  ]
  for (const [fields, wanted] of actions) {
    test(fields.join(', '), async () => {
      const { bounce } = await read(multipart('report', words, report(recipient, ...fields)))
      assert.equal(bounce && bounce.permanent, wanted)
    })
  }

  test('the recipient it went worst for', async () => {
    const { bounce } = await read(
      multipart(
        'report',
        words,
        report(
          'Final-Recipient: rfc822; a@x.org',
          'Action: delivered',
          '',
          'Final-Recipient: rfc822;<b@x.org>',
          'Action: failed',
          'Status: 5.0.0',
        ),
      ),
    )
    assert.equal(bounce?.recipient, 'b@x.org')
  })

  test('only the headers came back', async () => {
    const headers = part(['Content-Type: text/rfc822-headers'], 'Message-Id: <answer-2@desk.example>')
    const { bounce } = await read(multipart('report', words, report(recipient, 'Action: failed'), headers))
    assert.equal(bounce?.messageId, 'answer-2@desk.example')
  })
})

suite('servers with words of their own', () => {
  const daemon = (body: string[], head: string[] = [], from = 'MAILER-DAEMON@mx.example.org') =>
    Buffer.from(lines(`From: ${from}`, 'Subject: failure notice', 'Return-Path: <>', ...head, '', ...body))
  const cases: [
    name: string,
    raw: Buffer,
    permanent: boolean,
    recipient: string | null,
    id: string | null,
  ][] = [
    [
      'qmail',
      daemon([
        'Hi. This is the qmail-send program at mx.example.org.',
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        '',
        '<mei@example.org>:',
        '192.0.2.7 does not like recipient.',
        'Remote host said: 550 5.1.1 No such user',
        '',
        '--- Below this line is a copy of the message.',
        '',
        'Message-ID: <answer-3@desk.example>',
      ]),
      true,
      'mei@example.org',
      'answer-3@desk.example',
    ],
    [
      'Exim',
      daemon(
        [
          'This message was created automatically by mail delivery software.',
          '',
          '  mei@example.org',
          '    SMTP error: 451 4.7.1 Try later',
        ],
        ['X-Failed-Recipients: mei@example.org'],
      ),
      false,
      'mei@example.org',
      null,
    ],
    [
      'Exchange',
      daemon(
        [
          'Delivery has failed to these recipients or groups:',
          '',
          'mei@example.org',
          "The address couldn't be found. #5.1.10",
        ],
        ['In-Reply-To: <answer-4@desk.example>'],
        'postmaster@example.org',
      ),
      true,
      'mei@example.org',
      'answer-4@desk.example',
    ],
    [
      'Chinese',
      daemon(['您的邮件无法投递', 'mei@example.org', '收件人不存在']),
      true,
      'mei@example.org',
      null,
    ],
  ]
  for (const [name, raw, permanent, who, id] of cases) {
    test(name, async () => {
      const { bounce, automatic } = await read(raw)
      assert.deepEqual([bounce?.permanent, bounce?.recipient, bounce?.messageId], [permanent, who, id])
      assert.equal(automatic, 'notice')
    })
  }
})

suite('no bounce', () => {
  const mails: [name: string, raw: Buffer][] = [
    ['a question about one', mail([], 'I got "could not be delivered, 550 5.1.1" from you. Why?')],
    [
      'one that somebody forwards',
      Buffer.from('From: mei@example.org\nSubject: Fwd: Undelivered Mail Returned to Sender\n\n550 5.1.1'),
    ],
    ['an empty return path alone', mail(['Return-Path: <>'], 'Your statement is ready.')],
    ['somebody out of office', mail(['Auto-Submitted: auto-replied', 'Return-Path: <>'], 'I am away.')],
  ]
  for (const [name, raw] of mails) {
    test(name, async () => assert.equal((await read(raw)).bounce, null))
  }
})

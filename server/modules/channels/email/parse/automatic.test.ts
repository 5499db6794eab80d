// Programs are told from people by what they say of themselves, and a subject alone makes nobody a program.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { mail, multipart, part, read } from './mail.fixture.ts'
import type { Automatic } from './mail.ts'

suite('headers', () => {
  const heads: [wanted: Automatic, head: string[]][] = [
    ['no', []],
    ['no', ['Auto-Submitted: no']],
    ['no', ['Auto-Submitted: No (by hand)']],
    ['reply', ['Auto-Submitted: auto-replied']],
    ['reply', ['Auto-Submitted: auto-replied; owner-email="a@example.org"', 'List-Id: <x>']],
    ['notice', ['Auto-Submitted: auto-generated']],
    ['notice', ['Auto-Submitted: auto-notified']],
    ['list', ['Precedence: bulk']],
    ['list', ['Precedence: list']],
    ['list', ['Precedence: junk']],
    ['reply', ['Precedence: auto_reply']],
    ['reply', ['X-Precedence: auto_reply']],
    ['no', ['Precedence: first-class']],
    ['list', ['List-Id: News <news.example.org>']],
    ['list', ['List-Unsubscribe: <https://example.org/u>']],
    ['notice', ['X-Auto-Response-Suppress: All']],
    ['no', ['X-Auto-Response-Suppress: None']],
    ['reply', ['X-Autoreply: yes']],
    ['no', ['X-Autoreply: no']],
    ['reply', ['X-Autorespond: vacation']],
    ['notice', ['Return-Path: <>']],
    ['no', ['Return-Path: <mei@example.org>']],
    // Amazon puts it on what people write through it, too.
    ['no', ['Feedback-ID: 1.us-east-1.x:AmazonSES']],
    ['notice', ['Feedback-ID: 1.us-east-1.x:AmazonSES', 'Content-Type: text/html']],
    ['no', ['Feedback-ID: 1:x', 'Content-Type: text/html', 'In-Reply-To: <1@desk.example>']],
    ['no', ['Content-Type: text/html']],
  ]
  for (const [wanted, head] of heads) {
    test(`${head.join(', ') || 'none'}: ${wanted}`, async () => {
      assert.equal((await read(mail(head))).automatic, wanted)
    })
  }
})

suite('senders and subjects', () => {
  const mails: [wanted: Automatic, from: string, subject: string, more?: string][] = [
    ['notice', 'MAILER-DAEMON@example.org', 'x'],
    ['notice', 'Postmaster <postmaster@example.org>', 'x'],
    ['no', 'Post Master <post@example.org>', 'x'],
    ['no', 'mei@example.org', 'Out of office: when do you open?'],
    ['no', 'mei@example.org', 'Automatic reply'],
    ['notice', 'no-reply@example.org', 'Your invoice'],
    ['notice', 'Bank <noreply-7@example.org>', 'Your invoice'],
    ['notice', 'mail_do-not-reply@example.org', 'x'],
    ['notice', 'notifications+bo@example.org', 'x'],
    ['no', 'no-reply@example.org', 'Contact form', 'Reply-To: mei@example.org'],
    ['no', 'noreplyson@example.org', 'x'],
    ['no', 'mei@no-reply.example', 'x'],
    ['reply', 'mei@example.org', 'Automatic reply: Hi', 'X-Auto-Response-Suppress: All'],
    ['reply', 'mei@example.org', '自动回复：你好', 'Auto-Submitted: auto-generated'],
  ]
  for (const [wanted, from, subject, more = 'X-None: x'] of mails) {
    test(`${from}, ${subject}, ${more}: ${wanted}`, async () => {
      const raw = `From: ${from}\r\nSubject: ${subject}\r\n${more}\r\n\r\nHello`
      assert.equal((await read(raw)).automatic, wanted)
    })
  }
})

test('an empty return path and a missing one are told apart', async () => {
  assert.equal((await read(mail(['Return-Path: <>']))).returnPath, '')
  assert.equal((await read(mail(['Return-Path: <mei@example.org>']))).returnPath, 'mei@example.org')
  assert.equal((await read(mail([]))).returnPath, null)
})

test('a read receipt is a notice and no bounce', async () => {
  const receipt = part(
    ['Content-Type: message/disposition-notification'],
    'Disposition: manual-action; displayed',
  )
  const { automatic, bounce } = await read(multipart('report', part([], 'It was read.'), receipt))
  assert.deepEqual([automatic, bounce], ['notice', null])
})

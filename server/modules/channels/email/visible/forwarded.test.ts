// Mails that were sent on, as different programs write them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forwardedInHtml, forwardedInText } from './forwarded.ts'

const from = { name: 'Bo Li', address: 'bo@customer.example' }
const mails: Record<string, [string, object]> = {
  Gmail: [
    'Please look.\n\n---------- Forwarded message ---------\nFrom: Bo Li <bo@customer.example>\nDate: Mon, 2 Mar 2026 at 10:00\nSubject: Help\nTo: <nora@harbour.example>\n\n\nWhere is it?\n',
    { comment: 'Please look.', from, subject: 'Help', text: 'Where is it?' },
  ],
  Outlook: [
    'FYI\n\n________________________________\nFrom: Bo Li <bo@customer.example>\nSent: Monday, 2 March 2026 10:00\nTo: Nora\nSubject: Help\n\nWhere is it?',
    { comment: 'FYI', from, subject: 'Help', text: 'Where is it?' },
  ],
  'Apple Mail, quoted': [
    'Begin forwarded message:\n\n> From: Bo Li <bo@customer.example>\n> Subject: Help\n> Date: 2 March 2026\n> To: nora@harbour.example\n> \n> Where is it?\n> Thanks',
    { comment: '', from, subject: 'Help', text: 'Where is it?\nThanks' },
  ],
  Chinese: [
    '请处理\n\n------------------ 原始邮件 ------------------\n发件人: "Bo Li" <bo@customer.example>\n发送时间: 2026年3月2日\n收件人: "nora"<nora@harbour.example>\n主题: 求助\n\n在哪里？',
    { comment: '请处理', from, subject: '求助', text: '在哪里？' },
  ],
  'an address alone': [
    '-------- Forwarded Message --------\nSubject: Help\nDate: Mon, 2 Mar 2026\nFrom: bo@customer.example\nTo: nora@harbour.example\n\nWhere is it?',
    { from: { name: '', address: 'bo@customer.example' }, text: 'Where is it?' },
  ],
}

for (const [program, [body, expected]] of Object.entries(mails)) {
  test(`as ${program} sends it on`, () => {
    const found = forwardedInText(body)
    assert.ok(found)
    for (const [key, value] of Object.entries(expected))
      assert.deepEqual(found[key as keyof typeof found], value, key)
  })
}

test('as HTML', () => {
  const found = forwardedInHtml(
    '<div>Please look.</div><div>---------- Forwarded message ---------<br>From: <b>Bo Li</b> &lt;<a href="mailto:bo@customer.example">bo@customer.example</a>&gt;<br>Subject: Help<br>To: nora@harbour.example<br></div><br><div>Where is it?</div>',
  )
  assert.deepEqual([found?.from, found?.text], [from, 'Where is it?'])
})

test('what names nobody is none', () => {
  assert.equal(forwardedInText('From: my wallet\nTo: yours\n\nHello'), undefined)
  assert.equal(forwardedInText('Hello'), undefined)
  assert.equal(forwardedInText(''), undefined)
})

test('a long one takes no longer than its length', () => {
  const started = performance.now()
  forwardedInText('From: x\n'.repeat(100_000))
  forwardedInText(`From: ${'a@'.repeat(200_000)}\nTo: b\n`)
  assert.ok(performance.now() - started < 1_000)
})

// What belongs to one person is gone from a text, what everybody may read stays, and no text takes long.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { impersonal, personalKinds } from './impersonal.ts'

const words = Object.fromEntries(personalKinds.map(kind => [kind, `[${kind}]`])) as Record<
  (typeof personalKinds)[number],
  string
>
const clean = (text: string, ...names: string[]) => impersonal(text, { names, words })

const tron = 'TQ5NMqJjW8Vn2hKkP9sXzLr4DfGhYbC3ea'
const hash = `${'9f86d081884c7d65'.repeat(4)}`

describe('goes', () => {
  const table: [what: string, text: string, clean: string, ...names: string[]][] = [
    ['the whole name', 'Dear ann LEE, it works.', 'Dear [name], it works.', 'Ann Lee'],
    ['a part of it', 'Ann, Lee and Ann’s', '[name], [name] and [name]’s', 'Ann Lee'],
    ['a Chinese name', '我是李晓岚，请问', '我是[name]，请问', '李晓岚'],
    ['a title', '尊敬的王先生：', '尊敬的[name]先生：'],
    ['a name with signs', 'It is O(b.c)*', 'It is [name]', 'O(b.c)*'],
    ['an email address', '邮箱是ann.lee+x@mail.example.com，谢谢', '邮箱是[email]，谢谢'],
    ['a phone number abroad', 'Call +44 (0)20 7946-0958.', 'Call [phone].'],
    ['a phone number at home', '电话13800138000。', '电话[phone]。'],
    ['a phone number in groups', 'Call 555-123-4567 now', 'Call [phone] now'],
    ['an IP address', 'from 203.0.113.77 today', 'from [ip] today'],
    ['a wallet on TRON', `sent to ${tron}.`, 'sent to [address].'],
    ['a wallet on Ethereum', `to 0x${'ab12'.repeat(10)}`, 'to [address]'],
    ['a wallet in bech32', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', '[address]'],
    ['a transaction', `TXID ${hash}，请查`, 'TXID [transaction]，请查'],
    ['a transaction with 0x', `0x${hash}`, '[transaction]'],
    ['a transaction in a link', `https://scan.test/tx/${hash}`, 'https://scan.test/tx/[transaction]'],
    ['an order', 'order 48213 and Order no: 771', 'order [number] and Order no: [number]'],
    ['an order in Chinese', '订单号：20260302123，', '订单号：[number]，'],
    ['a long number', 'It is 98127745 here', 'It is [number] here'],
    ['a number with letters', 'ORD-2026-88417x', '[number]'],
    ['a number with a sign', 'see #1001', 'see [number]'],
    ['an id in groups', '0192f3a4-77aa-7bcd-8123-0123456789ab', '[number]'],
    ['an amount', 'You sent 1,250.50 USDT and 3 eth', 'You sent [amount] USDT and [amount] eth'],
    ['an amount of a coin nobody lists', '20 PEPE2', '[amount] PEPE2'],
    ['an amount with a sign', 'costs $1,000.5 or ¥ 30', 'costs $[amount] or ¥ [amount]'],
    ['an amount in Chinese', '充值了500元和2万美元', '充值了[amount]元和[amount]万美元'],
  ]
  for (const [what, text, expected, ...names] of table)
    test(what, () => assert.equal(clean(text, ...names), expected))
})

describe('stays', () => {
  const table: [what: string, text: string, ...names: string[]][] = [
    ['a name within a word', 'Annual leave', 'Ann'],
    ['a word that is a name elsewhere', 'it will arrive', 'Will Smith'],
    ['networks and standards', 'TRC20, ERC-20, BEP2, HMAC-SHA256, 2FA'],
    ['a code of an error', 'error -1021, code: 170131, 错误码 100012'],
    ['a time', 'within 24 hours, at 10 AM UTC, on 2026-03-02, in 2026'],
    ['a share and a count', '0.1% after 12 confirmations, 第3步'],
    ['a long fraction', '0.1 plus 0.2 is 0.30000000000000004'],
    ['a version', 'since 2.14.0'],
    ['a pair', 'BTC/USDT and BTC-USDT'],
    ['a long word', 'a'.repeat(300)],
  ]
  for (const [what, text, ...names] of table) test(what, () => assert.equal(clean(text, ...names), text))
})

test('marks that somebody wrote are no words of ours', () => {
  assert.equal(clean('a\ue000b\ue007c'), 'abc')
})

test('a word of ours is nobody’s name', () => {
  assert.equal(clean('a@b.test, Name', 'Name', 'email'), '[email], [name]')
})

describe('even a hostile text is quick', () => {
  const hostile: [what: string, piece: string][] = [
    ['at signs', 'a@'],
    ['dots', 'a@b.c.'],
    ['digits', '1'],
    ['digits and spaces', '1 '],
    ['digits and commas', '1,'],
    ['digits and dots', '1.'],
    ['hyphens', '1-'],
    ['plus signs', '+1 (2) '],
    ['letters', 'a'],
    ['letters and digits', 'a1'],
    ['signs of numbers', '#'],
    ['words before codes', 'error '],
    ['words before numbers', 'order number '],
    ['names', 'Ann Lee '],
    ['half names', 'Ann '],
    ['Han', '王李'],
    ['spaces', ' '],
    ['underscores', '_'],
  ]
  for (const [what, piece] of hostile)
    test(what, () => {
      const text = piece.repeat(100_000 / piece.length)
      const began = performance.now()
      clean(text, 'Ann Lee', 'A'.repeat(120), '王李王')
      const took = performance.now() - began
      assert.ok(took < 1_500, `${took} ms`)
    })
})

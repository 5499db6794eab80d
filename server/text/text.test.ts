// The analyser gives the terms people search by, for every way of writing them.

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { detectLanguage } from './detect-language.ts'
import { normalise, trace } from './normalise.ts'
import { segment } from './segment.ts'

suite('normalise', () => {
  const table: [string, string][] = [
    ['ＵＳＤＴ ３０００１', 'usdt 30001'],
    ['提幣沒到賬，請聯繫客服', '提币没到账,请联系客服'],
    ['臺灣帳戶 帐户 賬戶', '台湾账户 账户 账户'],
    ['With\u200bdraw\u00adal', 'withdrawal'],
    ['ｶﾞ ﬁ ΟΔΟΣ', 'ガ fi οδοσ'],
  ]
  for (const [text, wanted] of table) test(text, () => assert.equal(normalise(text), wanted))

  test('twice is once, and the traced text is the same text', () => {
    // Letters of Hangul in all their blocks, which compose with each other and past what is invisible.
    const hangul = fc.constantFrom(...Array.from('가각ㄱㅏ\u1100\u1161\u11a8ￂﾡ㉠㉮\u200b\u3164a\u0301'))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: hangul })), text => {
        const once = normalise(text)
        assert.equal(normalise(once), once)
        const traced = trace(text)
        assert.equal(traced.text, once)
        assert.equal(traced.origin(once.length), text.length)
      }),
      { numRuns: 1000 },
    )
  })
})

suite('segment', () => {
  const table: [string, string[]][] = [
    ['USDT 提币没到账', ['usdt', '提', '币', '没', '到', '账', '提币', '币没', '没到', '到账']],
    ['BTC-USDT 手续费', ['btc', 'usdt', '手', '续', '费', '手续', '续费']],
    ['btcusdt BTC/USDT', ['btc', 'usdt', 'btc', 'usdt']],
    ['error ３０００１: 1,234.56', ['error', '30001', '1234.56']],
    ["The customer's withdrawals don't", ['the', 'custom', 'withdraw', 'dont']],
    ['Depósito às 10', ['deposito', 'as', '10']],
    ['mail juan.p@exa.com.', ['mail', 'juan.p@exa.com', 'juan', 'p', 'exa', 'com']],
    ['0xABCdef0123456789 TRC20', ['0xabcdef0123456789', 'trc20']],
    ['ERR_ORDER_30001', ['err', 'order', '30001']],
    [
      'EQD-x_yAbcdefghijklmnopqrstuvwxyz0123456789ABCDEF',
      ['eqd-x_yabcdefghijklmnopqrstuvwxyz0123456789abcdef'],
    ],
    ['비밀번호', ['비', '밀', '번', '호', '비밀', '밀번', '번호']],
    ['。 — "" \ud800 ', []],
  ]
  for (const [text, wanted] of table) test(text, () => assert.deepEqual(segment(text), wanted))

  test('a term of any length is cut', () => {
    assert.ok(segment(`${'x'.repeat(100_000)} ${'𝒳é'.repeat(9_000)}`).every(term => term.length <= 256))
  })
})

suite('detectLanguage', () => {
  const table: [string, string | null][] = [
    ['USDT 提币没到账', 'zh'],
    ['BTC-USDT 手續費 how much', 'zh'],
    ['My withdrawal is still pending, please help', 'en'],
    ['パスワードを忘れました', 'ja'],
    ['출금이 안 돼요', 'ko'],
    ['Где мои деньги', 'ru'],
    ['Де мої гроші, будь ласка', 'uk'],
    ['أين أموالي', 'ar'],
    ['ถอนเงินไม่ได้', 'th'],
    ['Rút tiền chưa về ví', 'vi'],
    ['No me ha llegado el depósito', null],
    ['Meine Auszahlung ist nicht da', null],
    ['BTC USDT 12345', null],
    ['TXID 0xabc123 https://example.com/is/this/the', null],
    ['', null],
  ]
  for (const [text, wanted] of table)
    test(text || 'nothing', () => assert.equal(detectLanguage(text), wanted))
})

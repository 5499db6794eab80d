// What counts as the same request, in both languages; and that no text makes comparing slow.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameRequest, likeness } from './likeness.ts'

const cases: [one: string, other: string, same: boolean][] = [
  ['My deposit of 200 USDT is missing.', 'my deposit of 200 usdt is missing', true],
  ['My deposit of 200 USDT is missing.', 'How do I change my phone number?', false],
  ['我的充值没有到账', '我的充值沒有到賬', true],
  ['我的充值没有到账', '我想修改绑定的手机号码', false],
  ['Order 88412093 is stuck, please cancel it.', 'Please cancel my stuck order 88412093.', true],
  ['Order 88412093 is stuck, please cancel it.', 'Order 88412094 is stuck, please cancel it.', false],
  ['Hi', 'Hi', false],
  ['', '', false],
  ['x'.repeat(300), 'x'.repeat(300), false],
]
for (const [one, other, same] of cases) {
  test(`“${one.slice(0, 40)}” and “${other.slice(0, 40)}”: ${same}`, () => {
    assert.equal(isSameRequest(one, other), same)
    assert.equal(isSameRequest(other, one), same)
  })
}

test('likeness is 1 for the same text and 0 for nothing in common', () => {
  assert.equal(likeness('Where is my deposit?', 'WHERE IS MY DEPOSIT'), 1)
  assert.equal(likeness('Where is my deposit?', '我的充值没有到账呢'), 0)
})

test('a text of any kind is compared in linear time', () => {
  const took = (length: number) => {
    const texts = ['a1'.repeat(length), '\u0301'.repeat(length), '1 a'.repeat(length), '漢'.repeat(length)]
    const from = performance.now()
    for (const text of texts) isSameRequest(text, `${text}.`)
    return performance.now() - from
  }
  took(10_000)
  assert.ok(took(200_000) < 5_000)
})

// Which passwords are too easy to guess.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWeak } from './password-rules.ts'

const owner = {
  name: 'Maria Lindqvist',
  email: 'm.lindqvist@harbour-exchange.com',
  host: 'desk.harbour.example',
}

const weak = {
  'eleven characters': 'kT9!vb2#qLx',
  'more than two hundred': 'correct'.repeat(29),
  'one character over and over': 'aaaaaaaaaaaaaaaa',
  'a short piece over and over': 'abc1abc1abc1abc1',
  'a piece over and over, and a little more': 'Xy7!Xy7!Xy7!Xy',
  'along the alphabet': 'abcdefghijklmnop',
  'along the digits': '1234567890123',
  'backwards along the digits': '9876543210987',
  'along the keyboard': 'qwertyuiopasdf',
  'along the keyboard in columns': '1qaz2wsx3edc',
  'a common word with digits': 'password12345',
  'a common word in disguise': 'P@ssw0rd!2026',
  'two common words': 'dragonmonkey99',
  'a season and a year': 'Summer2026!!',
  'a month and a year': 'November-2026',
  'a coin and digits': 'bitcoin20260101',
  'the name of the person': 'maria.lindqvist',
  'the family name and digits': 'Lindqvist#1984',
  'the part of the address before the @': 'm.lindqvist.99',
  'the name of the house': 'Harbour-12345!',
  'the name of the product': 'ballast-2026-x',
  'the same in full-width characters': 'ｐａｓｓｗｏｒｄ１２３４５',
} as const

for (const [why, password] of Object.entries(weak)) {
  test(`refused: ${why}`, () => assert.equal(isWeak(password, owner), true))
}

const strong = [
  'lantern-otter-72-gravel',
  'vK3$mQ9!zT7@',
  'tre hästar äter gröt',
  '紫色的河马在屋顶上跳舞呢吗呀',
  'Maria Lindqvist eats nine yellow pears',
  'my password is longer than this',
]

for (const password of strong) {
  test(`accepted: ${password}`, () => assert.equal(isWeak(password, owner), false))
}

test('a password of two hundred characters is judged at once', () => {
  const before = performance.now()
  for (const unit of ['ab', 'aab', 'abcabd', 'x1']) isWeak(unit.repeat(100).slice(0, 199) + '!', owner)
  assert.ok(performance.now() - before < 50)
})

// Menus must open when they are asked for, and stay away from dates, paths and addresses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedBefore } from './typed-before.ts'

const at = (text: string, kind: 'message' | 'note') => typedBefore(text, text.length, kind)?.word

test('a slash at the start of a line asks for a canned reply', () => {
  assert.equal(at('/', 'message'), '')
  assert.equal(at('Hello\n/stu', 'message'), 'stu')
  assert.equal(at('/手续', 'message'), '手续')
  for (const text of ['1/2', 'see /etc', 'https://x.example/a', '/two words'])
    assert.equal(at(text, 'message'), undefined, text)
  assert.equal(at('/stu', 'note'), undefined)
})

test('an at sign in a note asks for a colleague', () => {
  assert.equal(at('Please @Me', 'note'), 'Me')
  assert.equal(at('@沈', 'note'), '沈')
  assert.equal(at('mail@desk', 'note'), undefined)
  assert.equal(at('@Mei', 'message'), undefined)
})

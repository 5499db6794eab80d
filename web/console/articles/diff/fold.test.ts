// A long article of which one word changed is read in a few lines.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, type Part, type Piece } from './fold.ts'

const lines = (count: number, name = 'line') =>
  Array.from({ length: count }, (_, index) => `${name} ${index}\n`).join('')
const same = (text: string): Part => ({ text, change: 'same' })
const added = (text: string): Part => ({ text, change: 'added' })
const told = (pieces: Piece[]) => pieces.map(piece => (piece.kind === 'fold' ? piece.lines : piece.part.text))
const whole = (pieces: Piece[]) =>
  pieces.map(piece => (piece.kind === 'fold' ? piece.text : piece.part.text)).join('')

test('two lines stay on each side of a change', () => {
  const pieces = fold([same(lines(10, 'a')), added('new\n'), same(lines(10, 'b'))])
  assert.deepEqual(told(pieces), [8, 'a 8\na 9\n', 'new\n', 'b 0\nb 1\n', 8])
})

test('between two changes both have their lines', () => {
  const pieces = fold([added('x\n'), same(lines(10)), added('y\n')])
  assert.deepEqual(told(pieces), ['x\n', 'line 0\nline 1\n', 6, 'line 8\nline 9\n', 'y\n'])
})

test('a few unchanged lines are shown', () => {
  assert.deepEqual(told(fold([added('x\n'), same(lines(7)), added('y\n')])), ['x\n', lines(7), 'y\n'])
})

test('parts of one kind are one, and empty ones none', () => {
  assert.deepEqual(told(fold([added('a'), same(''), added('b'), same('c')])), ['ab', 'c'])
})

test('what is folded is not lost', () => {
  const parts = [same(lines(30)), added('x'), same(lines(30)), added('y'), same(lines(3))]
  assert.equal(whole(fold(parts)), parts.map(({ text }) => text).join(''))
})

// Two editors at once: each place is decided, and what is decided is what is saved.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conflictsOf, type Decision, type MergeBlock, merged } from './merge.ts'

const blocks: MergeBlock[] = [
  { kind: 'same', text: 'a\n' },
  { kind: 'conflict', yours: 'b\n', theirs: 'c\n' },
  { kind: 'same', text: 'd\n' },
  { kind: 'conflict', yours: 'e', theirs: 'f' },
]
const by = (...decisions: [number, Decision][]) => new Map(decisions)

test('nothing comes out while a place is not decided', () => {
  assert.equal(merged(blocks, by([1, { take: 'yours' }])), null)
  assert.deepEqual(conflictsOf(blocks), [1, 3])
})

test('yours, theirs, both and by hand', () => {
  assert.equal(merged(blocks, by([1, { take: 'yours' }], [3, { take: 'theirs' }])), 'a\nb\nd\nf')
  assert.equal(merged(blocks, by([1, { take: 'both' }], [3, { take: 'both' }])), 'a\nb\nc\nd\ne\nf')
  assert.equal(
    merged(blocks, by([1, { take: 'hand', text: '' }], [3, { take: 'hand', text: 'x' }])),
    'a\nd\nx',
  )
})

test('what one of both deleted adds no line', () => {
  assert.equal(merged([{ kind: 'conflict', yours: '', theirs: 'a' }], by([0, { take: 'both' }])), 'a')
})

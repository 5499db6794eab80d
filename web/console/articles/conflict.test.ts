// The content that comes of the decisions of two who changed the same lines.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MergeBlock } from '../../../contract/articles.ts'
import { contentFrom, lined } from './conflict.ts'

const same = (text: string): MergeBlock => ({ kind: 'same', text })
const conflict = (yours: string, theirs: string): MergeBlock => ({ kind: 'conflict', yours, theirs })

test('blocks that stand one after the other are the text that the desk would make of them', () => {
  const blocks = lined([same('a\nb'), conflict('c', ''), same(''), conflict('d', 'e')])
  const of = (side: 'yours' | 'theirs') =>
    blocks.map(block => (block.kind === 'same' ? block.text : block[side])).join('')
  assert.equal(of('yours'), 'a\nb\nc\n\nd')
  assert.equal(of('theirs'), 'a\nb\n\ne')
})

test('what nobody had to decide stays as both have it', () => {
  const merge = {
    title: [same('Withdraw')],
    summary: [],
    body: [same('1. Open'), conflict('2. Mine', '2. Theirs'), same('3. Close')],
    questions: [same('How?\nWhere?')],
  }
  assert.deepEqual(contentFrom({ merge }, { body: '1. Open\n2. Both\n3. Close' }), {
    title: 'Withdraw',
    summary: '',
    body: '1. Open\n2. Both\n3. Close',
    questions: ['How?', 'Where?'],
  })
})

// The list that a tree of topics makes, and the places after a step up or down.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleTopic } from '../../../contract/knowledge.ts'
import { branchOf, linesOf, moved, topicPath } from './tree.ts'

const topic = (id: string, parentId: string | null = null, place = 0): ArticleTopic => ({
  id,
  slug: id,
  parentId,
  place,
  names: { en: id.toUpperCase(), zh: '' },
  descriptions: {},
  contactTopic: null,
  articles: 0,
})
const tree = [
  topic('a'),
  topic('b'),
  topic('a1', 'a'),
  topic('a2', 'a'),
  topic('a1x', 'a1'),
  topic('lost', 'gone'),
]

test('each topic is below its parent, and none is left out', () => {
  assert.deepEqual(
    linesOf(tree).map(({ id, depth, isFirst, isLast }) => [id, depth, isFirst, isLast]),
    [
      ['a', 0, true, false],
      ['a1', 1, true, false],
      ['a1x', 2, true, true],
      ['a2', 1, false, true],
      ['b', 0, false, false],
      ['lost', 0, false, true],
    ],
  )
})

test('a path is told from the top, in any language there is', () => {
  assert.equal(topicPath(tree, 'a1x', 'zh'), 'A / A1 / A1X')
})

test('a branch is a topic with all below it', () => {
  assert.deepEqual([...branchOf(tree, 'a')], ['a', 'a1', 'a1x', 'a2'])
})

test('a step gives siblings of the same place an order', () => {
  const places = (id: string, by: 1 | -1) => moved(tree, id, by).map(one => [one.id, one.place])
  assert.deepEqual(places('a2', -1), [['a1', 1]])
  assert.deepEqual(places('a1', 1), [['a1', 1]])
  assert.deepEqual(places('a1', -1), [])
})

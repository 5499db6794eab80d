// Which language is shown, by what the desk offers and what the reader wants.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageFor, offeredOf } from './language.ts'

test('a desk offers what there are texts in, and at least English', () => {
  assert.deepEqual(offeredOf(['zh', 'en'], 'zh'), { locales: ['zh', 'en'], usual: 'zh' })
  assert.deepEqual(offeredOf(['zh-CN', 'zh', 'fr'], 'fr'), { locales: ['zh'], usual: 'zh' })
  assert.deepEqual(offeredOf(['fr'], 'fr'), { locales: ['en'], usual: 'en' })
})

test('what was chosen comes before what the browser says, and both before the desk’s own', () => {
  const offered = { locales: ['en', 'zh'], usual: 'en' }
  const cases: [(string | undefined)[], string | undefined, string][] = [
    [['zh', 'en'], 'en', 'zh'],
    [[undefined, 'zh'], 'en', 'zh'],
    [['fr', undefined], 'zh-TW', 'zh'],
    [[], 'fr;q=1, zh;q=0.2', 'zh'],
    [[], 'zh;q=0', 'en'],
    [[], '', 'en'],
    [['__proto__', 'constructor'], undefined, 'en'],
  ]
  for (const [chosen, accepted, expected] of cases)
    assert.equal(languageFor(offered, chosen, accepted), expected, JSON.stringify([chosen, accepted]))
})

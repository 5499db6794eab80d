// The list of concepts that a new desk has is read without faults, and with it the starter articles are found by what people ask.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { parseConcepts } from '../server/text/concepts.ts'
import { ours } from './eval/search-engines.ts'
import { type Language, readOwnQuestions, readStarterArticles } from './eval/search-questions.ts'
import { root } from './files.ts'

test('the list of concepts has no faults, and each speaks both languages', () => {
  const { concepts, faults } = parseConcepts(readFileSync(join(root, 'content/concepts.txt'), 'utf8'))
  assert.deepEqual(faults, [])
  assert.ok(concepts.length >= 100)
  for (const { name, words } of concepts) assert.ok(words.en && words.zh, name)
})

suite('the questions listed with the starter articles find them among the first three', () => {
  const { articles, asked } = readStarterArticles()
  const table: [asks: Language, of: Language, floor: number][] = [
    ['en', 'en', 0.8],
    ['zh', 'zh', 0.85],
    ['zh', 'en', 0.65],
  ]
  for (const [asks, of, floor] of table) {
    test(`${asks} asks ${of}: ${floor}`, context => {
      const ask = ours(articles.filter(({ language }) => language === of))
      const questions = asked.filter(({ language }) => language === asks)
      const found = questions.filter(({ key, text }) => (ask(text) as string[]).includes(key)).length
      context.diagnostic(`${found} of ${questions.length}`)
      assert.ok(found / questions.length >= floor, `${found} of ${questions.length}`)
    })
  }
})

test('every question of our own names a language and has words', () => {
  const questions = readOwnQuestions()
  assert.ok(questions.length >= 400)
  for (const { key, language, text } of questions) assert.ok(/^(en|zh)$/.test(language) && text, key)
})

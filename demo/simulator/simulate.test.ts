// A newcomer's desk must come alive by itself, in both languages, and never by a request that the desk refuses.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { testDesk } from '../../test/harness.ts'
import { straightInto } from '../desk/line.ts'
import { setUp } from '../desk/set-up.ts'
import { languages } from '../languages.ts'
import { caseNames, caseOf, wordsIn } from './cases.ts'
import { movedPace } from './moved-pace.fixture.ts'
import { createRandom } from './random.ts'
import { simulate } from './simulate.ts'
import { drawStory } from './story.ts'

suite('words', () => {
  for (const language of languages) {
    test(`${language}: at least 60 questions, all different, over all topics`, () => {
      const questions = caseNames.flatMap(name => wordsIn[language].told[name].openings)
      assert.ok(new Set(questions).size >= 60 && new Set(questions).size === questions.length)
      assert.equal(new Set(caseNames.map(name => caseOf(name).topic)).size, 8)
    })
    test(`${language}: agents speak first and last`, () => {
      for (const name of caseNames) assert.equal(wordsIn[language].told[name].turns.length % 2, 1, name)
    })
    test(`${language}: every fact is there, in every case`, () => {
      for (const name of caseNames) {
        for (let seed = 0; seed < 12; seed++) {
          const { opening, answers, replies } = drawStory(createRandom(seed), { language, name })
          const said = [opening, ...answers, ...replies].join('\n')
          assert.doesNotMatch(said, /\{[a-z]+\}|undefined|NaN/)
        }
      }
    })
  }
  test('both languages tell each case with as many turns', () => {
    for (const name of caseNames) {
      assert.equal(wordsIn.en.told[name].turns.length, wordsIn.zh.told[name].turns.length, name)
    }
  })
  test('no agent ever asks for a secret', () => {
    const asks =
      /(send|tell|give|post)( me| us)? your (password|code|private key|recovery phrase|seed|secret)|(提供|发|告诉)(一下)?您的(密码|验证码|私钥|助记词)/i
    for (const language of languages) {
      for (const name of caseNames) {
        for (const turn of wordsIn[language].told[name].turns) assert.doesNotMatch(turn, asks)
      }
    }
  })
})

test('the same seed tells the same story', () => {
  assert.deepEqual(drawStory(createRandom(7)), drawStory(createRandom(7)))
  assert.notDeepEqual(drawStory(createRandom(7)), drawStory(createRandom(8)))
})

test('four minutes of a busy day: both languages, answers, thanks, and no refusal', async () => {
  const desk = await testDesk()
  const origin = desk.options.publicUrl
  const line = straightInto(desk.app.http)
  const { key } = await setUp(desk.app.desk, line, { origin, sites: ['localhost:4401'], now: desk.clock() })
  const pace = movedPace(desk.clock, () => desk.settle())
  const day = await simulate({ line, pace, key, origin, seed: 3, rate: 10 })
  await pace.run(240)
  await day.end()
  assert.deepEqual(pace.failures, [])
  const rows = await desk.db.selectFrom('conversations').selectAll().execute()
  assert.ok(rows.length >= 25, `${rows.length} conversations`)
  for (const language of languages) assert.ok(rows.some(row => row.locale === language))
  const count = (status: string) => rows.filter(row => row.status === status).length
  assert.ok(count('solved') > 0, 'somebody was helped to the end')
  assert.ok(rows.some(row => row.last_author === 'staff'))
  assert.ok(
    rows.some(row => row.assignee_id === null && row.status !== 'solved'),
    'some of the work is left to the newcomer',
  )
  const notices = await desk.db.selectFrom('entries').select('body').where('kind', '=', 'message').execute()
  assert.ok(notices.length > rows.length * 2)
})

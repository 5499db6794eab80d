// Whether an article helped is counted once a day for each reader and says nothing about them; looks are counted without keeping anybody.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { testDesk } from '../../../test/harness.ts'
import { visitor as visitorOf } from '../visitor.fixture.ts'
import { helpDesk } from './help-desk.fixture.ts'

const place = await helpDesk()
const { desk, visitor, article } = place
const at = '/help/en/articles/asked'
const id = await article('asked')
const loud = await article('loud', { title: 'Loud one' })
const quiet = await article('quiet', { title: 'Quiet one' })
const votes = () =>
  desk.db.selectFrom('article_votes').selectAll().where('article_id', '=', id).orderBy('at').execute()
const seed = 'legal winner thank year wave sausage worth useful legal winner thank yellow'

suite('a vote', () => {
  test('yes is thanked for; no is asked why, which may stay empty', async () => {
    const glad = await visitor().send(`${at}/feedback`, { helpful: 'yes' })
    assert.equal(glad.path, `${at}/feedback?said=thanks`)
    assert.match(glad.html, /Thank you/)
    const person = visitor()
    const sad = await person.send(`${at}/feedback`, { helpful: 'no' })
    assert.match(sad.html, /What was wrong\?/)
    assert.match(sad.html, /\/requests\/new/)
    const done = await person.fill(sad.path, `${at}/feedback`, { reason: '', comment: '' })
    assert.match(done.html, /Thank you/)
    assert.deepEqual(
      (await votes()).map(({ helpful, reason, comment }) => [helpful, reason, comment]),
      [
        [true, null, null],
        [false, null, null],
      ],
    )
  })

  test('is one a day for each reader, and the last one counts, with its words', async () => {
    const before = (await votes()).length
    const person = visitor()
    await person.send(`${at}/feedback`, { helpful: 'yes' })
    await person.send(`${at}/feedback`, {
      helpful: 'no',
      asked: 'yes',
      reason: 'outdated',
      comment: ' Old\r\nwords ',
    })
    const mine = (await votes()).slice(before)
    assert.deepEqual(
      mine.map(({ helpful, reason, comment, locale, revision }) => ({
        helpful,
        reason,
        comment,
        locale,
        revision,
      })),
      [{ helpful: false, reason: 'outdated', comment: 'Old words', locale: 'en', revision: 1 }],
    )
    desk.clock.advance(86_400)
    await person.send(`${at}/feedback`, { helpful: 'yes' })
    const both = (await votes()).slice(before)
    assert.equal(both.length, 2)
    assert.notDeepEqual(both[0]!.voter, both[1]!.voter)
  })

  test('keeps no secret, nothing without end, and no reason that we do not know', async () => {
    const before = (await votes()).length
    await visitor().send(`${at}/feedback`, {
      helpful: 'no',
      reason: '__proto__',
      comment: `${seed} ${'x'.repeat(5_000)}\0`,
    })
    const [mine] = (await votes()).slice(before)
    assert.equal(mine!.reason, null)
    assert.doesNotMatch(mine!.comment!, /sausage|\0/)
    assert.equal(mine!.comment!.length, 1_000)
  })

  test('that is none, or about nothing, is refused', async () => {
    assert.equal((await visitor().send(`${at}/feedback`, { helpful: 'maybe' })).status, 400)
    assert.equal((await visitor().send('/help/en/articles/none/feedback', { helpful: 'yes' })).status, 404)
    const foreign = { headers: { origin: 'https://evil.example' } }
    assert.equal((await visitor().send(`${at}/feedback`, { helpful: 'yes' }, foreign)).status, 403)
  })
})

test('looks are counted by article, language and day, and written when the node ends', async () => {
  const beside = await testDesk({ beside: desk, rateFactor: 100 })
  const look = (agent: string, path = at) => visitorOf(beside).see(path, { 'user-agent': agent })
  for (let n = 0; n < 3; n++) await look('Mozilla/5.0')
  await look('Mozilla/5.0', '/help/zh/articles/asked')
  await look('SearchBot/1.0 (+https://search.example/bot)')
  await beside.close()
  const { rows } = await desk.pool.query(
    'select locale, day::text, views from article_views where article_id = $1',
    [id],
  )
  assert.deepEqual(rows, [{ locale: 'en', day: '2026-03-03', views: 4 }])
})

test('what is looked at most stands first on the start', async () => {
  const views = { locale: 'en', day: '2026-03-01' }
  await desk.db
    .insertInto('article_views')
    .values([
      { ...views, article_id: loud, views: 90 },
      { ...views, article_id: quiet, views: 10 },
    ])
    .execute()
  desk.clock.advance(61)
  const { html } = await visitor().see('/help/en')
  const popular = html.slice(html.indexOf('id="popular"'))
  assert.ok(popular.indexOf('Loud one') < popular.indexOf('Quiet one'))
})

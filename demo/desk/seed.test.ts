// What a newcomer finds must be whole, in every state, and there once however often the demo is started.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { createStaff } from '../../test/factories.ts'
import { testDesk } from '../../test/harness.ts'
import { supportToken } from '../exchange/support-token.ts'
import { newcomer, password, staff } from '../people.ts'
import { ends } from './past.ts'
import { DemoError, prepareDesk } from './prepare.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'ballast-demo-'))
after(() => rmSync(dataFolder, { recursive: true }))

const desk = await testDesk()
const said: string[] = []
const prepare = (fresh = false) =>
  prepareDesk({ dataFolder, runAs: null }, desk.options, {
    fresh,
    seed: 1,
    sites: ['localhost:4401'],
    say: text => said.push(text),
  })

const countBy = async (column: 'status' | 'locale' | 'topic') => {
  const rows = await desk.db
    .selectFrom('conversations')
    .select(eb => [column, eb.fn.countAll<number>().as('count')])
    .groupBy(column)
    .execute()
  return Object.fromEntries(rows.map(row => [row[column], Number(row.count)]))
}

suite('a seeded desk', async () => {
  const key = await prepare()

  test('has conversations in every state', async () => assert.deepEqual(await countBy('status'), ends))

  test('in both languages, about every topic', async () => {
    const locales = await countBy('locale')
    assert.ok(locales.en! > 40 && locales.zh! > 40, JSON.stringify(locales))
    assert.equal(Object.keys(await countBy('topic')).length, 8)
  })

  test('gives conversations numbers in the order they began, and none from the future', async () => {
    const rows = await desk.db
      .selectFrom('conversations')
      .select(['created_at', 'last_entry_at'])
      .orderBy('number')
      .execute()
    const begun = rows.map(row => row.created_at.getTime())
    assert.deepEqual(
      begun,
      begun.toSorted((one, other) => one - other),
    )
    for (const row of rows)
      assert.ok(row.last_entry_at <= desk.clock() && row.created_at <= row.last_entry_at)
  })

  test('lets everybody sign in with the printed password', async () => {
    for (const { email } of staff) {
      const { status } = await desk.nobody.post('/api/session', { email, password })
      assert.equal(status, 200, email)
    }
  })

  test('shows the newcomer every view', async () => {
    const robin = desk.as(
      (await desk.db
        .selectFrom('staff')
        .selectAll()
        .where('email', '=', newcomer.email)
        .executeTakeFirstOrThrow()) as never,
    )
    const { body } = await robin.get('/api/conversations?view=unassigned')
    assert.ok(body.conversations.length >= 5)
    assert.ok((await robin.get('/api/canned-replies?locale=zh')).body.cannedReplies.length >= 10)
    assert.ok((await robin.get('/api/macros')).body.macros.length >= 2)
    assert.ok((await robin.get('/api/fees')).body.fees.length >= 10)
    const { topics } = (await robin.get('/api/article-topics')).body
    assert.ok(topics.every(({ articles }: { articles: number }) => articles > 0))
  })

  test('accepts what the exchange signs, once', async () => {
    const about = { uid: '31415926', name: 'Alba Arden', email: 'alba@mail.northquay.example', locale: 'en' }
    const identity = await supportToken(key, about, desk.clock())
    const { status, body } = await desk.nobody.post('/api/customer/session', { identity })
    assert.equal(status, 200)
    assert.deepEqual([body.customer.name, body.customer.verified], ['Alba Arden', true])
    assert.equal(
      (await desk.nobody.post('/api/customer/session', { identity })).body.error.code,
      'token_reused',
    )
  })

  test('is left as it is by the next start', async () => {
    const before = await countBy('status')
    assert.deepEqual(await prepare(), key)
    assert.deepEqual(await countBy('status'), before)
    assert.equal(said.length, 1)
  })

  test('begins again when the last start was interrupted', async () => {
    rmSync(join(dataFolder, 'demo-exchange.json'))
    const another = await prepare()
    assert.notEqual(another.kid, key.kid)
    assert.deepEqual(await countBy('status'), ends)
  })
})

test('a desk that is somebody’s is never touched, not even to start over', async () => {
  const real = await testDesk()
  await createStaff(real)
  const folder = mkdtempSync(join(tmpdir(), 'ballast-demo-'))
  const options = { fresh: true, seed: 1, sites: [], say: () => {} }
  await assert.rejects(prepareDesk({ dataFolder: folder, runAs: null }, real.options, options), DemoError)
  assert.equal(existsSync(join(folder, 'demo-exchange.json')), false)
  assert.equal((await real.db.selectFrom('staff').selectAll().execute()).length, 1)
  rmSync(folder, { recursive: true })
})

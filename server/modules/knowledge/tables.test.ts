// The tree of topics closes no loop and loses nothing; the fee table and the concepts have each line once.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Reply } from '../../../test/person.ts'
import { drafted, ok, type Writers, writersOf } from './knowledge.fixture.ts'

let desk: TestDesk
let writers: Writers
before(async () => {
  desk = await testDesk()
  writers = await writersOf(desk)
})

const code = ({ status, body }: Reply) => [status, body.error?.code]
const topic = (slug: string, parentId: string | null = null) => ({
  slug,
  parentId,
  place: 1,
  names: { en: slug, zh: '' },
  descriptions: {},
  contactTopic: null,
})
const topicUnder = async (slug: string, parent: string | null = null): Promise<string> =>
  ok(await writers.nora.post('/api/article-topics', topic(slug, parent))).id

describe('topics', () => {
  test('lie under one another, as deep as wanted, and never in a circle', async () => {
    const top = await topicUnder('wallet')
    const middle = await topicUnder('withdrawals', top)
    const low = await topicUnder('networks', middle)
    const move = (id: string, slug: string, parent: string) =>
      writers.nora.put(`/api/article-topics/${id}`, topic(slug, parent))
    assert.deepEqual(code(await move(top, 'wallet', low)), [422, 'topic_loop'])
    assert.deepEqual(code(await move(top, 'wallet', top)), [422, 'topic_loop'])
    ok(await move(low, 'networks', top))
  })

  test('go only when nothing is under them', async () => {
    const [top, empty] = [await topicUnder('trading'), await topicUnder('old')]
    const low = await topicUnder('spot', top)
    const id = await drafted(writers, {}, { topicId: low })
    const remove = (one: string) => writers.nora.delete(`/api/article-topics/${one}`)
    assert.deepEqual(code(await remove(top)), [409, 'topic_in_use'])
    assert.deepEqual(code(await remove(low)), [409, 'topic_in_use'])
    ok(await writers.nora.post(`/api/articles/${id}/archive`))
    assert.deepEqual(code(await remove(low)), [409, 'topic_in_use'])
    ok(await remove(empty))
  })

  test('have a name, and a slug of their own', async () => {
    await topicUnder('margin')
    assert.deepEqual(code(await writers.nora.post('/api/article-topics', topic('margin'))), [
      409,
      'already_exists',
    ])
    const nameless = { ...topic('nameless'), names: { en: ' ' } }
    assert.equal((await writers.nora.post('/api/article-topics', nameless)).status, 400)
  })
})

const fee = {
  asset: 'usdt',
  network: 'Tron (TRC20)',
  deposit: '0',
  leastDeposit: '0.10',
  leastWithdrawal: null,
}

describe('fees', () => {
  test('keep every digit, one line for each asset and network', async () => {
    const { id } = ok(await writers.nora.post('/api/fees', { ...fee, withdrawal: '1.0000000000000050' }))
    const { fees } = ok(await writers.nora.get('/api/fees'))
    assert.deepEqual(
      [fees[0].asset, fees[0].withdrawal, fees[0].leastDeposit],
      ['USDT', '1.0000000000000050', '0.10'],
    )
    assert.deepEqual(code(await writers.nora.post('/api/fees', { ...fee, withdrawal: '2' })), [
      409,
      'already_exists',
    ])
    ok(await writers.nora.put(`/api/fees/${id}`, { ...fee, withdrawal: null }))
    assert.equal(ok(await writers.nora.get('/api/fees')).fees[0].withdrawal, null)
    ok(await writers.nora.delete(`/api/fees/${id}`))
    assert.deepEqual(ok(await writers.nora.get('/api/fees')).fees, [])
  })

  test('are taken over from a spreadsheet as a whole, and their remarks stay', async () => {
    const note = { en: 'Paused' }
    const { id } = ok(await writers.nora.post('/api/fees', { ...fee, withdrawal: '1', note }))
    const lines = [
      { ...fee, withdrawal: '2.50' },
      { ...fee, asset: 'BTC', withdrawal: '0.0002' },
    ]
    const read = async () => ok(await writers.nora.get('/api/fees')).fees
    const wrong = { ...fee, asset: 'ETH', withdrawal: 'free' }
    assert.equal((await writers.nora.put('/api/fees', { fees: [...lines, wrong] })).status, 400)
    assert.equal((await writers.nora.put('/api/fees', { fees: [...lines, lines[1]] })).status, 400)
    assert.deepEqual(
      (await read()).map((line: { withdrawal: string }) => line.withdrawal),
      ['1'],
    )
    assert.deepEqual(ok(await writers.nora.put('/api/fees', { fees: lines })), { saved: 2 })
    const [btc, usdt] = await read()
    assert.deepEqual([btc.asset, btc.withdrawal, btc.note], ['BTC', '0.0002', {}])
    assert.deepEqual([usdt.id, usdt.withdrawal, usdt.note], [id, '2.50', note])
    for (const line of [btc, usdt]) ok(await writers.nora.delete(`/api/fees/${line.id}`))
  })

  for (const withdrawal of ['1e3', '-1', '1,5', '1.', ' 1', 'free', '０']) {
    test(`refuse ${JSON.stringify(withdrawal)} as an amount`, async () => {
      assert.equal((await writers.nora.post('/api/fees', { ...fee, withdrawal })).status, 400)
    })
  }
})

describe('concepts', () => {
  const own = { name: 'moonwalk', words: { en: ['moonwalk', 'moon walk'], zh: ['月球漫步'] } }
  const list = async () => ok(await writers.nora.get('/api/concepts')).concepts
  const named = async (name: string) => (await list()).find((one: { name: string }) => one.name === name)

  test('are added, changed and deleted, each name once', async () => {
    const { id } = ok(await writers.nora.post('/api/concepts', own))
    assert.deepEqual(code(await writers.nora.post('/api/concepts', own)), [409, 'already_exists'])
    ok(await writers.nora.put(`/api/concepts/${id}`, { ...own, weight: 2 }))
    assert.deepEqual(await named('moonwalk'), { ...own, id, weight: 2, shipped: false, changed: false })
    ok(await writers.nora.delete(`/api/concepts/${id}`))
    assert.equal(await named('moonwalk'), undefined)
  })

  test('that came with the desk are changed or taken out, and had back', async () => {
    const one = (await list()).find((concept: { shipped: boolean }) => concept.shipped)
    assert.deepEqual(code(await writers.nora.post('/api/concepts', { ...own, name: one.name })), [
      409,
      'already_exists',
    ])
    const path = `/api/concepts/${one.id}`
    ok(await writers.nora.put(path, { ...own, name: one.name }))
    assert.deepEqual((await named(one.name)).words, own.words)
    assert.equal((await named(one.name)).changed, true)
    ok(await writers.nora.delete(path))
    assert.equal(await named(one.name), undefined)
    assert.equal((await writers.nora.delete(path)).status, 404)
    ok(await writers.nora.post(`${path}/restore`))
    assert.deepEqual(await named(one.name), one)
    assert.equal((await writers.nora.post(`${path}/restore`)).status, 404)
  })
})

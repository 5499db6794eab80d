// Reports for editors count what happened, once, in the days that were asked for, and for nobody else.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import type { ArticleReport } from '../../../../contract/article-reports.ts'
import { createCustomer, createStaff } from '../../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../../test/harness.ts'
import { writeNotes } from '../index.ts'
import { drafted, ok, publish, type Writers, writersOf } from '../knowledge.fixture.ts'

let desk: TestDesk
let writers: Writers
let report: ArticleReport
let customer: Awaited<ReturnType<typeof createCustomer>>
const range = '?from=2026-03-02&to=2026-03-04'

const search = async (q: string, locale = 'en'): Promise<string> =>
  ok(await desk.nobody.get(`/api/help/search?${new URLSearchParams({ q, locale })}`)).searchId
const read = async (searchId: string, slug = 'deposit') =>
  ok(await desk.nobody.get(`/api/help/articles/${slug}?searchId=${searchId}`))
const write = async (searchId: string) =>
  ok(
    await desk.asCustomer(customer).post('/api/customer/conversations', {
      clientId: randomUUID(),
      body: 'Where is it?',
      topic: 'deposit',
      searchId,
    }),
  )
const vote = async (helpful: boolean, ip: string, more = {}) => {
  const payload = { locale: 'en', helpful, ...more }
  const url = '/api/help/articles/deposit/votes'
  const { statusCode } = await desk.app.http.inject({ method: 'POST', url, payload, remoteAddress: ip })
  assert.equal(statusCode, 200)
}

before(async () => {
  desk = await testDesk({ rateFactor: 100 })
  writers = await writersOf(desk)
  const topic = { slug: 'deposits', parentId: null, place: 1, names: { en: 'Deposits' }, descriptions: {} }
  ok(await writers.nora.post('/api/article-topics', { ...topic, contactTopic: 'deposit' }))
  customer = await createCustomer(desk)
  const id = await drafted(writers, { title: 'Deposit missing', summary: 'Wait.' }, { slug: 'deposit' })
  await publish(writers, id)
  for (const q of ['Zebra!', 'zebra', 'ＺＥＢＲＡ']) await search(q)
  await search('斑马', 'zh')
  await search('斑馬', 'zh')
  await read(await search('deposit'))
  const contact = await search('deposit')
  await read(contact)
  await write(contact)
  await search('deposit')
  await vote(true, '10.0.0.1')
  await vote(false, '10.0.0.2', { reason: 'outdated', comment: 'Old\0 names.' })
  await vote(false, '10.0.0.2', { reason: 'outdated', comment: 'Old names.' })
  await vote(false, '10.0.0.3', { reason: 'unclear' })
  await desk.pool.query(
    `insert into article_views values ($1, 'en', '2026-03-02', 9), ($1, 'en', '2026-03-05', 1)`,
    [id],
  )
  await writeNotes(desk.app.desk)
  desk.clock.advance(25 * 3_600)
  // Nobody stays signed in for so long.
  writers = await writersOf(desk)
  await read(await search('deposit'))
  await writeNotes(desk.app.desk)
  report = ok(await writers.nora.get(`/api/articles/reports${range}`))
})

describe('the report of some days', () => {
  test('groups what was looked for in vain, however it is spelt', () => {
    const gaps = report.gaps.map(({ query, count, locales }) => [
      query.toLowerCase().slice(0, 1),
      count,
      locales,
    ])
    assert.deepEqual(
      gaps.map(([, ...rest]) => rest),
      [
        [3, { en: 3 }],
        [2, { zh: 2 }],
      ],
    )
  })

  test('tells searches that were answered from those that led to a contact, a day later', () => {
    assert.deepEqual(report.days, [
      { day: '2026-03-02', searches: 8, opened: 2, contacted: 1, deflected: 1 },
      { day: '2026-03-03', searches: 1, opened: 1, contacted: 0, deflected: 0 },
      { day: '2026-03-04', searches: 0, opened: 0, contacted: 0, deflected: 0 },
    ])
    const [article, ...more] = report.contacts
    assert.deepEqual(
      [article?.title, article?.opened, article?.contacted, more],
      ['Deposit missing', 3, 1, []],
    )
  })

  test('shows who is unhappy once for each reader, with reasons and views', () => {
    const [{ id: _, ...article }, ...more] = report.unhappy as [ArticleReport['unhappy'][0]]
    const comments = [{ at: '2026-03-02T09:00:00.000Z', locale: 'en', text: 'Old names.' }]
    const counts = { views: 9, helpful: 1, unhelpful: 2, reasons: { outdated: 1, unclear: 1 }, comments }
    assert.deepEqual([article, more], [{ slug: 'deposit', title: 'Deposit missing', ...counts }, []])
  })

  test('counts conversations of the topics', async () => {
    const { topics } = ok(await writers.nora.get(`/api/articles/reports/topics${range}`))
    assert.deepEqual(
      topics.map(({ names, contacts }: any) => [names.en, contacts]),
      [['Deposits', 1]],
    )
  })

  test('is for those who write articles', async () => {
    const agent = desk.as(await createStaff(desk))
    for (const path of ['', '/topics'])
      assert.equal((await agent.get(`/api/articles/reports${path}${range}`)).status, 403)
  })

  test('has a beginning before its end, a year at most', async () => {
    for (const wrong of [
      '',
      '?from=2026-03-02',
      '?from=2026-03-02&to=2026-03-01',
      '?from=2024-01-01&to=2026-01-01',
      '?from=x&to=y',
    ])
      assert.equal((await writers.nora.get(`/api/articles/reports${wrong}`)).status, 400, wrong)
  })
})

test('an agent is offered what fits the last messages, in the customer’s language', async () => {
  const { conversation } = ok(
    await desk.asCustomer(customer).post('/api/customer/conversations', {
      clientId: randomUUID(),
      body: 'Hello there',
      locale: 'zh',
    }),
  )
  const agent = desk.as(await createStaff(desk))
  const offered = async () => {
    const { articles } = ok(await agent.get(`/api/conversations/${conversation.id}/articles`))
    return articles.map(({ slug }: { slug: string }) => slug)
  }
  assert.deepEqual(await offered(), [])
  const path = `/api/customer/conversations/${conversation.id}/entries`
  ok(await desk.asCustomer(customer).post(path, { clientId: randomUUID(), body: 'My deposit' }))
  assert.deepEqual(await offered(), ['deposit'])
})

// What becomes a gap, what doesn't, what is shown of it to whom, and how it goes away and comes back.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, test } from 'node:test'
import type { ArticleGap } from '../../../contract/assistant.ts'
import { createCustomer, createKey, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { system } from '../../platform/context.ts'
import { type ImportedThread, importMessages } from '../conversations/index.ts'
import { contentOf, drafted, ok, publish, type Writers, writersOf } from '../knowledge/knowledge.fixture.ts'
import { gapsFor, nextRun, reply, solved } from './assistant.fixture.ts'

let desk: TestDesk
let writers: Writers
let agent: Person
beforeEach(async () => {
  desk = await testDesk({ rateFactor: 1_000 })
  writers = await writersOf(desk)
  agent = desk.as(await createStaff(desk, { name: 'Tess', role: 'lead' }))
})

const asked = [
  'Hi! How can I export my tax report?',
  'I need a tax report for last year. Where do I export the report?',
  'Is there a way to export tax reports?',
]
const askAll = async (more = {}) => {
  const all = []
  for (const text of asked) all.push(await solved(desk, agent, text, reply, more))
  return all
}
const numbersOf = (gap: ArticleGap | undefined) =>
  gap?.conversations.map(({ number }) => number).sort((one, other) => one - other)
const chinese = ['怎么导出税务报表？', '请问税务报表怎么导出', '我要导出税务报表，在哪里？']

describe('a gap', () => {
  test('is what three people asked, and shows what they asked, when, about what and in which language', async () => {
    const [first, , third] = await askAll({ topic: 'account' })
    desk.clock.advance(60)
    await solved(desk, agent, 'How do I close my account for good?')
    await nextRun(desk)
    const gaps = await gapsFor(desk.as(await createStaff(desk, { role: 'lead' })))
    assert.equal(gaps.length, 1)
    const [gap] = gaps
    assert.equal(gap!.question, 'Is there a way to export tax reports?')
    assert.equal(gap!.answer, 'Open the wallet, choose the coin and export the file of the whole year.')
    assert.deepEqual(
      [gap!.people, gap!.topic, gap!.languages],
      [3, 'account', [{ language: 'en', people: 3 }]],
    )
    assert.equal(gap!.since, '2026-03-02T09:00:00.000Z')
    assert.deepEqual(numbersOf(gap), [first!.number, first!.number + 1, third!.number])
  })

  test('is none for two people, however often they ask', async () => {
    const customer = await createCustomer(desk)
    for (const text of asked) await solved(desk, agent, text, reply, { customer })
    await solved(desk, agent, asked[0]!)
    await nextRun(desk)
    assert.deepEqual(await gapsFor(writers.nora), [])
  })

  test('is asked in two languages that a concept joins', async () => {
    await solved(desk, agent, asked[0]!)
    await solved(desk, agent, asked[2]!)
    await solved(desk, agent, chinese[0]!, '打开钱包，选择币种，然后导出全年的文件即可。', { locale: 'zh' })
    await nextRun(desk)
    const [gap] = await gapsFor(writers.nora)
    assert.deepEqual(gap?.languages, [
      { language: 'en', people: 2 },
      { language: 'zh', people: 1 },
    ])
  })

  test('is none of what nobody answered, a program answered, a note said, or is not over', async () => {
    const boss = await createStaff(desk, { role: 'administrator' })
    const key = desk.asKey(
      await createKey(desk, boss, ['conversations.read', 'conversations.read_all', 'conversations.write']),
    )
    for (const text of asked) {
      await solved(desk, key, text)
      const opening = { clientId: randomUUID(), body: text, live: false }
      const ask = async () =>
        ok(await desk.asCustomer(await createCustomer(desk)).post('/api/customer/conversations', opening))
          .conversation.id
      const [silent, noted, open] = [await ask(), await ask(), await ask()]
      const note = { clientId: randomUUID(), kind: 'note', body: reply }
      ok(await agent.post(`/api/conversations/${noted}/entries`, note))
      ok(await agent.post(`/api/conversations/${open}/entries`, { clientId: randomUUID(), body: reply }))
      for (const id of [silent, noted])
        ok(await agent.patch(`/api/conversations/${id}`, { status: 'solved' }))
    }
    await nextRun(desk)
    assert.deepEqual(await gapsFor(writers.nora), [])
  })

  test('is none of old mail that was imported', async () => {
    const at = desk.clock()
    const threads = await Promise.all(
      asked.map(async (text): Promise<ImportedThread> => {
        const { id } = await createCustomer(desk)
        const said = { at, attachmentIds: [], secretsRemoved: 0 }
        return {
          into: null,
          customer: { kind: 'customer', id, verified: false, sessionId: randomUUID() },
          ...{ channel: 'email', subject: null, locale: 'en', teamId: null, tags: [], priority: 1 },
          messages: [
            { ...said, clientId: randomUUID(), from: 'customer', body: text },
            { ...said, clientId: randomUUID(), from: { name: 'Tess' }, body: reply },
          ],
        }
      }),
    )
    await desk.app.desk.transact(system('test'), ctx => importMessages(ctx, threads))
    await nextRun(desk)
    assert.deepEqual(await gapsFor(writers.nora), [])
  })

  test('is none of what articles answer, in whatever language, and goes when one does', async () => {
    for (const text of chinese) await solved(desk, agent, text, undefined, { locale: 'zh' })
    await askAll()
    await nextRun(desk)
    const [gap, ...others] = await gapsFor(writers.nora)
    assert.deepEqual(gap?.languages.map(({ language }) => language).toSorted(), ['en', 'zh'])
    assert.deepEqual(others, [])
    const id = await drafted(writers, {
      title: 'Export a tax report',
      summary: 'How to export the tax report.',
    })
    await nextRun(desk)
    assert.equal((await gapsFor(writers.nora)).length, 1, 'a draft answers nobody')
    await publish(writers, id)
    await nextRun(desk)
    assert.deepEqual(await gapsFor(writers.nora), [])
  })

  test('is forgotten after thirty days, and keeps its number over the runs', async () => {
    await askAll()
    await nextRun(desk)
    const [before] = await gapsFor(writers.nora)
    await solved(desk, agent, 'Where can I export the tax report?')
    await nextRun(desk)
    const [after] = await gapsFor(writers.nora)
    assert.deepEqual([after?.id, after?.people], [before?.id, 4])
    desk.clock.advance(31 * 86_400)
    await nextRun(desk)
    assert.deepEqual(await gapsFor(desk.as(await createStaff(desk, { role: 'lead' }))), [])
  })
})

describe('what is shown', () => {
  test('is nothing that belongs to one person', async () => {
    for (const name of ['Alba Arden', 'Bo Berg', 'Cy Cole'])
      await solved(
        desk,
        agent,
        `I am ${name}. How can I export my tax report for order 4471829, 250 USDT?`,
        `Dear ${name},\nI sent it to ${name.split(' ')[0]!.toLowerCase()}@mail.test. Open the wallet, ${name}, and export the tax report.\nTess`,
        { name },
      )
    await nextRun(desk)
    const text = JSON.stringify(await gapsFor(writers.nora))
    assert.match(text, /\[email address\]\. Open the wallet, \[name\], and export/)
    assert.match(text, /tax report for order \[number\], \[amount\] USDT\?/)
    assert.doesNotMatch(text, /Alba|Arden|Cole|Cy|Tess|4471829|250|mail\.test/)
  })

  test('names conversations only to those who may see them, and no words that were deleted', async () => {
    const all = await askAll()
    await nextRun(desk)
    const [toEditor] = await gapsFor(writers.nora)
    assert.deepEqual([toEditor?.people, toEditor?.conversations], [3, []])
    const [toLead] = await gapsFor(agent)
    assert.deepEqual(
      numbersOf(toLead),
      all.map(({ number }) => number),
    )
    for (const { id, seq } of all) ok(await agent.delete(`/api/conversations/${id}/entries/${seq}`))
    assert.deepEqual(await gapsFor(writers.nora), [])
    await nextRun(desk)
    assert.equal((await desk.db.selectFrom('article_gaps').select('id').execute()).length, 1)
  })

  test('can be narrowed to a topic', async () => {
    await askAll({ topic: 'account' })
    await nextRun(desk)
    assert.equal((await gapsFor(writers.nora, '?topic=account')).length, 1)
    assert.equal((await gapsFor(writers.nora, '?topic=deposit')).length, 0)
  })
})

describe('an editor', () => {
  test('dismisses a gap until twice as many have asked, or takes it back', async () => {
    await askAll()
    await nextRun(desk)
    const [{ id } = { id: '' }] = await gapsFor(writers.nora)
    ok(await writers.nora.post(`/api/article-gaps/${id}/dismiss`))
    assert.deepEqual(await gapsFor(writers.nora), [])
    assert.equal((await gapsFor(writers.nora, '?dismissed=true'))[0]?.isDismissed, true)
    ok(await writers.nora.post(`/api/article-gaps/${id}/restore`))
    assert.equal((await gapsFor(writers.nora)).length, 1)
    ok(await writers.nora.post(`/api/article-gaps/${id}/dismiss`))
    for (const text of asked.slice(1)) await solved(desk, agent, text)
    await nextRun(desk)
    assert.deepEqual(await gapsFor(writers.nora), [])
    await solved(desk, agent, asked[0]!)
    await nextRun(desk)
    assert.deepEqual(
      (await gapsFor(writers.nora)).map(gap => [gap.id, gap.people]),
      [[id, 6]],
    )
  })

  test('makes a draft of one, once, which takes it off the list when it is public', async () => {
    const [, , last] = await askAll()
    await nextRun(desk)
    const [{ id } = { id: '' }] = await gapsFor(writers.nora)
    const path = `/api/article-gaps/${id}`
    const { locale, content } = ok(await writers.nora.get(`${path}/proposal`))
    assert.deepEqual([locale, content.title], ['en', 'Is there a way to export tax reports?'])
    const made = ok(await writers.nora.post(`${path}/article`, { locale, content: contentOf(content) }))
    const [gap] = await gapsFor(writers.nora)
    assert.equal(gap?.articleId, made.id)
    const again = await writers.nora.post(`${path}/article`, { locale, content })
    assert.deepEqual([again.status, again.body.error.code], [409, 'already_exists'])
    const { sources } = ok(await agent.get('/api/article-sources'))
    assert.deepEqual(
      sources.map((source: any) => [source.articleId, source.state, source.by, source.conversation]),
      [[made.id, 'draft', 'Nora', { id: last!.id, number: last!.number, seq: last!.seq }]],
    )
    await publish(writers, made.id)
    await nextRun(desk)
    assert.deepEqual(await gapsFor(writers.nora), [])
  })

  test('may make another one when the first is archived', async () => {
    await askAll()
    await nextRun(desk)
    const [{ id } = { id: '' }] = await gapsFor(writers.nora)
    const make = () =>
      writers.nora.post(`/api/article-gaps/${id}/article`, { locale: 'en', content: contentOf() })
    const { id: article } = ok(await make())
    ok(await writers.nora.post(`/api/articles/${article}/archive`))
    assert.equal((await gapsFor(writers.nora))[0]?.articleId, null)
    ok(await make())
  })
})

// Articles made from replies: what is proposed, that nothing in it belongs to one person, and who may make and see them.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { ok, publish, type Writers, writersOf } from '../knowledge/knowledge.fixture.ts'
import { type Solved, solved } from './assistant.fixture.ts'

let desk: TestDesk
let writers: Writers
let agent: Person
before(async () => {
  desk = await testDesk({ rateFactor: 1_000 })
  writers = await writersOf(desk)
  agent = desk.as(await createStaff(desk, { name: 'Tess Ek' }))
})

const path = ({ id, seq }: Pick<Solved, 'id' | 'seq'>) => `/api/conversations/${id}/entries/${seq}/article`
const propose = async (reply: Solved, by = agent) => ok(await by.get(path(reply)))

describe('what is proposed', () => {
  test('is the question and the reply without what belongs to one person', async () => {
    const hash = '9f86d081884c7d65'.repeat(4)
    const one = await solved(
      desk,
      agent,
      'Hi, Alba Arden here. I sent 250 USDT in order 4471829. Why is it pending? Call +44 20 7946 0958.',
      `Dear Alba,

Your 250 USDT (${hash}) are on the way:
1. Open the wallet.
2. Look for alba@mail.test.

It takes 20 minutes, Arden.

Best regards,
Tess Ek`,
      { name: 'Alba Arden' },
    )
    assert.deepEqual(await propose(one), {
      locale: 'en',
      locales: ['en', 'zh'],
      content: {
        title: 'Why is it pending?',
        summary: '',
        body: `Your [amount] USDT ([transaction ID]) are on the way:

1. Open the wallet.
2. Look for [email address].

It takes 20 minutes, [name].`,
        questions: ['Why is it pending?'],
      },
    })
  })

  test('is Chinese for a Chinese question', async () => {
    const question = '你好，我是李晓岚，提币三天还没到账，怎么办？'
    const answer = '李女士您好：\n请先核对网络，再等待30分钟。\n\n祝好\n沈玫'
    const one = await solved(desk, agent, question, answer, { name: '李晓岚' })
    const { locale, content } = await propose(one)
    assert.equal(locale, 'zh')
    assert.equal(content.body, '请先核对网络，再等待30分钟。')
    assert.deepEqual(content.questions, ['我是[姓名]，提币三天还没到账，怎么办？'])
  })

  test('goes by the last question before the reply, and by the subject of a mail', async () => {
    const one = await solved(desk, agent, 'Why is my card blocked?', 'We look.', { subject: 'Re: My card' })
    const later = { clientId: randomUUID(), body: 'It works again.' }
    const { seq } = ok(await agent.post(`/api/conversations/${one.id}/entries`, later))
    const { content } = await propose({ ...one, seq })
    assert.deepEqual([content.title, content.questions], ['My card', ['Why is my card blocked?']])
  })

  test('is nothing of a note, of what a customer wrote, of what was deleted or isn’t there', async () => {
    const one = await solved(desk, agent, 'Why?')
    const note = { clientId: randomUUID(), kind: 'note', body: 'Only for us.' }
    const { seq: noted } = ok(await agent.post(`/api/conversations/${one.id}/entries`, note))
    ok(await agent.delete(`/api/conversations/${one.id}/entries/${one.seq}`))
    for (const seq of [1, noted, one.seq, 999])
      assert.equal((await agent.get(path({ ...one, seq }))).status, 404, String(seq))
  })
})

describe('a draft', () => {
  const content = { title: 'Export', summary: '', body: 'Open the wallet.', questions: ['How?'] }

  test('is made by an agent, reviewed by editors, and leads them back only where they may go', async () => {
    const one = await solved(desk, agent, 'How do I export it?')
    const made = ok(await agent.post(path(one), { locale: 'en', content }))
    const article = ok(await writers.nora.get(`/api/articles/${made.id}`))
    assert.deepEqual(
      [article.kind, article.texts[0].state, article.texts[0].content],
      ['faq', 'draft', content],
    )
    const sourceFor = async (reader: Person) =>
      ok(await reader.get('/api/article-sources')).sources.find((source: any) => source.articleId === made.id)
    const seen = await sourceFor(writers.nora)
    assert.deepEqual([seen.title, seen.by, seen.conversation], ['Export', 'Tess Ek', null])
    const lead = desk.as(await createStaff(desk, { role: 'lead' }))
    assert.deepEqual((await sourceFor(lead)).conversation, { id: one.id, number: one.number, seq: one.seq })
    await publish(writers, made.id)
    assert.equal((await sourceFor(lead)).state, 'published')
  })

  test('is not made of a conversation of others', async () => {
    const { id: team } = ok(
      await desk.as(await createStaff(desk, { role: 'administrator' })).post('/api/teams', { name: 'Far' }),
    )
    const one = await solved(desk, agent, 'How?')
    const lead = desk.as(await createStaff(desk, { role: 'lead' }))
    ok(await lead.patch(`/api/conversations/${one.id}`, { teamId: team, assigneeId: null }))
    const stranger = desk.as(await createStaff(desk))
    assert.equal((await stranger.get(path(one))).status, 404)
    assert.equal((await stranger.post(path(one), { locale: 'en', content })).status, 404)
  })

  test('needs a title', async () => {
    const one = await solved(desk, agent, 'How?')
    const { status } = await agent.post(path(one), { locale: 'en', content: { ...content, title: ' ' } })
    assert.equal(status, 400)
  })
})

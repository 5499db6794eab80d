// A customer who asks the same twice is told the number of the first, and agents are offered to merge; nobody else's are compared.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import type { Person } from '../../../test/person.ts'
import { type Case, linesOf, merge, ok, opened, relatedTo } from './related.fixture.ts'

let desk: TestDesk
let lead: Person
before(async () => {
  desk = await testDesk({ rateFactor: 10_000 })
  lead = desk.as(await createStaff(desk, { role: 'lead' }))
})

const text = 'My withdrawal of 51.06 USDT has been pending for three hours. Please tell me where it is.'

async function twice(
  first: string,
  second: string,
  between: (one: Case) => Promise<unknown> = async () => {},
) {
  const older = await opened(desk, first)
  await desk.settle()
  await between(older)
  const newer = await opened(desk, second, { customer: older.customer })
  await desk.settle()
  return { older, newer }
}
const offers = async (one: Case) => (await relatedTo(lead, one)).same.map(({ number }) => number)
const told = async (one: Case) =>
  (await linesOf(lead, one)).filter(([code]) => code === 'same_as').map(([, number]) => number)

describe('the same request again', () => {
  test('is told to the customer once and offered to agents on both sides', async () => {
    const { older, newer } = await twice(text, `${text.toUpperCase()}!`)
    assert.deepEqual(await told(newer), [older.number])
    assert.deepEqual(await told(older), [])
    assert.deepEqual([await offers(newer), await offers(older)], [[older.number], [newer.number]])
    const { entries } = ok(await newer.person.get(`/api/customer/conversations/${newer.id}/entries`))
    assert.deepEqual([entries.at(-1).code, entries.at(-1).values.number], ['same_as', older.number])
  })

  test('is noticed in Chinese, simplified or traditional', async () => {
    const { older, newer } = await twice(
      '我的提币已经三个小时没有到账，请帮我查询一下。',
      '我的提幣已經三個小時沒有到賬，請幫我查詢一下！',
    )
    assert.deepEqual(await told(newer), [older.number])
  })

  test('is noticed by the same transaction in other words', async () => {
    const { older, newer } = await twice(
      'Where is my withdrawal WD-6083022? I am still waiting for the coins.',
      'I am still waiting for my withdrawal WD-6083022, where is it?',
    )
    assert.deepEqual(await told(newer), [older.number])
  })

  test('about another transaction is another request, however alike the words', async () => {
    const { newer } = await twice(
      'Where is my withdrawal WD-6083022? I am still waiting for the coins to arrive in my wallet.',
      'Where is my withdrawal WD-6083023? I am still waiting for the coins to arrive in my wallet.',
    )
    assert.deepEqual([await told(newer), await offers(newer)], [[], []])
  })

  test('is not noticed once the first is solved, or three days later', async () => {
    const solved = await twice(text, text, ({ id }) =>
      lead.patch(`/api/conversations/${id}`, { status: 'solved' }),
    )
    assert.deepEqual([await told(solved.newer), await offers(solved.newer)], [[], []])
    const older = await opened(desk, text)
    desk.clock.advance(72 * 3_600 + 60)
    const newer = await opened(desk, text, { customer: older.customer })
    await desk.settle()
    lead = desk.as(await createStaff(desk, { role: 'lead' }))
    assert.deepEqual(await told(newer), [])
  })

  test('of another customer is nobody’s business', async () => {
    const one = await opened(desk, text)
    const other = await opened(desk, text, { customer: await createCustomer(desk) })
    await desk.settle()
    assert.deepEqual([await told(other), await offers(one), await offers(other)], [[], [], []])
  })

  test('says too little to be compared where it is a greeting', async () => {
    const { newer } = await twice('Hi?', 'Hi?')
    assert.deepEqual(await told(newer), [])
  })

  test('a machine that opens dozens is not told each time', async () => {
    const customer = await createCustomer(desk)
    const all: Case[] = []
    for (let n = 0; n < 25; n++) all.push(await opened(desk, text, { customer }))
    await desk.settle()
    assert.deepEqual(await told(all.at(-1)!), [])
  })
})

describe('the offer', () => {
  test('goes with a merge', async () => {
    const { older, newer } = await twice(text, text)
    ok(await merge(lead, newer, older))
    assert.deepEqual([await offers(newer), await offers(older)], [[], []])
  })

  test('goes from both sides when it is dismissed, for good', async () => {
    const { older, newer } = await twice(text, text)
    for (let n = 0; n < 2; n++) ok(await lead.delete(`/api/conversations/${older.id}/same/${newer.number}`))
    assert.deepEqual([await offers(newer), await offers(older)], [[], []])
    const lines = (await linesOf(lead, newer)).filter(([code]) => code === 'not_same')
    assert.deepEqual(lines, [['not_same', older.number]])
  })

  test('is not made where it was merged before anybody was told', async () => {
    const older = await opened(desk, text)
    const newer = await opened(desk, text, { customer: older.customer })
    ok(await merge(lead, newer, older))
    await desk.settle()
    assert.deepEqual([await told(newer), await told(older)], [[], []])
  })
})

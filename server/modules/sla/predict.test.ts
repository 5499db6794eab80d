// Predictions by tables: which samples they rest on, what recency and load do to them, and how good they were.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { accuracy, forecastFrom, rangeOf, type Sample, type Situation } from './predict.ts'

const minute = 60_000
const day = 86_400_000
const newest = Date.parse('2026-06-01T00:00Z')
const situation: Situation = { topic: 'withdrawal', language: 'zh-TW', channel: 'chat', backlog: 9 }
const fitting: Sample = { ...situation, duration: minute, endedAt: new Date(newest) }

const predict = (given: readonly Sample[], now: Situation) => forecastFrom(given)(now)
const samples = (count: number, change: Partial<Sample> = {}): Sample[] =>
  Array.from({ length: count }, () => ({ ...fitting, ...change }))
/** One sample of each of 1 to `count` minutes. */
const minutesUpTo = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...fitting, duration: (index + 1) * minute }))

const english = { language: 'en' }
const deposits = { topic: 'deposit' } as const
const mails = { ...deposits, channel: 'email' } as const

describe('the scope of a prediction', () => {
  const cases: [string, Sample[], Partial<Situation>, string | null][] = [
    ['is topic and language with enough', samples(20), {}, 'topic+language of 20'],
    ['takes kinds of one language together', samples(20, { language: 'ZH' }), {}, 'topic+language of 20'],
    ['is topic with too few in the language', [...samples(19), ...samples(1, english)], {}, 'topic of 20'],
    ['is channel with too few in the topic', [...samples(19), ...samples(1, deposits)], {}, 'channel of 20'],
    ['is channel without a topic', samples(20), { topic: null }, 'channel of 20'],
    ['is all with too few in the channel', [...samples(19), ...samples(1, mails)], {}, 'all of 20'],
    ['is all with few', [...samples(3), ...samples(2, mails)], {}, 'all of 5'],
    ['is none with very few', samples(4), {}, null],
    ['is none without samples', [], {}, null],
  ]
  for (const [name, given, change, expected] of cases) {
    test(name, () => {
      const made = predict(given, { ...situation, ...change })
      assert.equal(made && `${made.scope} of ${made.basis}`, expected)
    })
  }
})

describe('the range', () => {
  const range = (given: Sample[], change: Partial<Situation> = {}) => {
    const { low, high } = predict(given, { ...situation, ...change })!
    return [low / minute, high / minute]
  }
  const weekAgo = { endedAt: new Date(newest - 14 * day) }
  test('is half of all and nine in ten', () => assert.deepEqual(range(minutesUpTo(100)), [50, 90]))
  test('does not mind the order', () => assert.deepEqual(range(minutesUpTo(100).reverse()), [50, 90]))
  test('is one value where all are', () => assert.deepEqual(range(samples(20)), [1, 1]))
  test('counts what is 14 days older by half', () => {
    const old = (count: number) => samples(count, weekAgo)
    const recent = (count: number) => samples(count, { duration: 5 * minute })
    assert.deepEqual(range([...old(20), ...recent(10)]), [1, 5])
    assert.deepEqual(range([...old(20), ...recent(11)]), [5, 5])
  })
  test('is there on a desk that was quiet for decades', () => {
    const old = samples(20, { endedAt: new Date('1990-01-01T00:00Z') })
    assert.deepEqual(range(old), [1, 1])
    assert.deepEqual(range([...old, ...samples(1, { duration: 7 * minute })]), [7, 7])
  })
  const loads: [string, backlogs: number, backlog: number, expected: number][] = [
    ['is as it was with the same load', 9, 9, 10],
    ['doubles with twice as many ahead', 9, 19, 20],
    ['is at most three times as long', 9, 500, 30],
    ['is at least half as long', 9, 0, 5],
    ['knows a desk where nobody was ahead', 0, 1, 20],
  ]
  for (const [name, backlogs, backlog, expected] of loads) {
    test(name, () =>
      assert.deepEqual(range(samples(20, { duration: 10 * minute, backlog: backlogs }), { backlog }), [
        expected,
        expected,
      ]),
    )
  }
  test('takes the middle of the loads, so one surge does not count', () => {
    assert.deepEqual(range([...samples(20), ...samples(1, { backlog: 100_000 })]), [1, 1])
  })
})

const anySample: fc.Arbitrary<Sample> = fc.record({
  topic: fc.constantFrom('withdrawal', 'deposit', null),
  language: fc.constantFrom('en', 'zh', 'zh-TW'),
  channel: fc.constantFrom('chat', 'email'),
  backlog: fc.nat(1_000),
  duration: fc.nat(30 * day),
  endedAt: fc.nat(20 * 365 * day).map(ago => new Date(newest - ago)),
})

test('a range is ordered, grows with the load, and comes from the samples (property)', () => {
  fc.assert(
    fc.property(fc.array(anySample, { maxLength: 80 }), anySample, fc.nat(1_000), (given, now, more) => {
      const made = predict(given, now)
      assert.equal(made === null, given.length < 5)
      const busier = predict(given, { ...now, backlog: now.backlog + more })
      if (!made || !busier) return
      const durations = given.map(({ duration }) => duration)
      assert.ok(made.low <= made.high && made.high <= 3 * Math.max(...durations))
      assert.ok(made.low >= Math.floor(Math.min(...durations) / 2))
      assert.ok(made.low <= busier.low && made.high <= busier.high)
      assert.ok(made.basis === given.length || made.basis >= 20)
    }),
  )
})

test('a forecast says the same when it is asked again, and of each scope its own', () => {
  const forecast = forecastFrom([...samples(20), ...samples(20, { ...deposits, duration: 5 * minute })])
  const asked = [situation, { ...situation, ...deposits }, situation].map(one => forecast(one)?.high)
  assert.deepEqual(asked, [minute, 5 * minute, minute])
})

describe('a range of given samples', () => {
  test('rests on all of them, whatever they are about', () => {
    assert.deepEqual(rangeOf([...samples(3), ...samples(2, mails)], 9), {
      low: minute,
      high: minute,
      basis: 5,
    })
  })
  test('is none with fewer than 5', () => assert.equal(rangeOf(samples(4), 9), null))
})

describe('accuracy', () => {
  const told = (...durations: number[]) => durations.map(duration => ({ low: 10, high: 20, duration }))
  const cases: [string, ReturnType<typeof told>, object][] = [
    ['counts the end itself in', told(20, 20, 20, 20, 21), { basis: 5, belowHigh: 0.8, medianError: 10 }],
    [
      'takes the middle of the errors',
      told(10, 12, 14, 18, 900),
      { basis: 5, belowHigh: 0.8, medianError: 4 },
    ],
    ['minds what was quicker, too', told(4, 4, 4, 4, 4, 4), { basis: 6, belowHigh: 1, medianError: 6 }],
    ['says nothing of fewer than 5', told(10, 20, 30, 40), { basis: 4, belowHigh: null, medianError: null }],
    ['says nothing of none', [], { basis: 0, belowHigh: null, medianError: null }],
  ]
  for (const [name, given, expected] of cases) test(name, () => assert.deepEqual(accuracy(given), expected))
})

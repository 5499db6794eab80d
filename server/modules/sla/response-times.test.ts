// What the desk publishes of itself, on a made history whose numbers are known.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { ResponseTime } from '../../../contract/predictions.ts'
import { createStaff } from '../../../test/factories.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import { ok } from './sla.fixture.ts'

const minute = 60_000
const dayMs = 86_400_000
let desk: TestDesk
before(async () => {
  desk = await testDesk()
})

interface Made {
  minutes: number
  daysAgo: number
  /** Minutes. */
  told?: [low: number, high: number]
}

async function ended(channel: string, topic: string | null, kind: string, made: Made[]): Promise<void> {
  for (const { minutes, daysAgo, told } of made) {
    await desk.pool.query(
      `insert into samples (conversation_id, kind, topic, language, channel, backlog, duration, ended_at, low, high)
       values (gen_random_uuid(), $1, $2, 'en', $3, 0, $4, $5, $6, $7)`,
      [
        kind,
        topic,
        channel,
        minutes * minute,
        new Date(desk.clock().getTime() - daysAgo * dayMs),
        told ? told[0] * minute : null,
        told ? told[1] * minute : null,
      ],
    )
  }
  desk.clock.advance(61)
}

const published = async (): Promise<ResponseTime[]> => ok(await desk.nobody.get('/api/response-times')).times
const of = (times: ResponseTime[], channel: string, topic: string | null, kind: string) =>
  times.find(one => one.channel === channel && one.topic === topic && one.kind === kind)

test('each channel that is on is there from the first day, without numbers', async () => {
  const times = await published()
  assert.deepEqual(
    times.map(({ channel, topic, kind }) => [channel, topic, kind]),
    ['chat', 'form', 'email'].flatMap(channel => [
      [channel, null, 'firstReply'],
      [channel, null, 'resolution'],
    ]),
  )
  for (const { range, basis, accuracy } of times) {
    assert.deepEqual([range, basis], [null, 0])
    assert.deepEqual(accuracy.days30, { basis: 0, belowHigh: null, medianError: null })
  }
})

test('ranges, and how well what was told has held', async () => {
  const told: [number, number] = [10, 20]
  // Within 7 days 4 of 5 ended in time, within 30 days 8 of 10; the one before that is too old to count.
  const recent = [10, 12, 14, 20, 21].map(minutes => ({ minutes, daysAgo: 1, told }))
  const older = [10, 10, 10, 20, 60].map(minutes => ({ minutes, daysAgo: 20, told }))
  await ended('email', 'deposit', 'firstReply', [...recent, ...older, { minutes: 900, daysAgo: 40, told }])
  await ended('email', 'deposit', 'firstReply', [{ minutes: 11, daysAgo: 1 }])
  const deposit = of(await published(), 'email', 'deposit', 'firstReply')!
  assert.equal(deposit.basis, 12)
  assert.deepEqual(deposit.range, { low: 12 * minute, high: 21 * minute })
  assert.deepEqual(deposit.accuracy.days7, { basis: 5, belowHigh: 0.8, medianError: 4 * minute })
  assert.deepEqual(deposit.accuracy.days30, { basis: 10, belowHigh: 0.8, medianError: 2 * minute })
  const whole = of(await published(), 'email', null, 'firstReply')!
  assert.deepEqual([whole.range, whole.accuracy], [deposit.range, deposit.accuracy])
})

test('fewer than 5 samples give no number', async () => {
  const four = Array.from({ length: 4 }, () => ({
    minutes: 30,
    daysAgo: 1,
    told: [10, 60] as [number, number],
  }))
  await ended('form', 'api', 'resolution', four)
  const before = of(await published(), 'form', 'api', 'resolution')!
  assert.deepEqual([before.range, before.basis, before.accuracy.days7.belowHigh], [null, 4, null])
  await ended('form', 'api', 'resolution', four.slice(0, 1))
  const after = of(await published(), 'form', 'api', 'resolution')!
  assert.deepEqual([after.range, after.basis], [{ low: 30 * minute, high: 30 * minute }, 5])
  assert.equal(after.accuracy.days7.belowHigh, 1)
})

test('is remembered for a minute', async () => {
  const before = await published()
  await desk.pool.query(`delete from samples where topic = 'api'`)
  assert.deepEqual(await published(), before)
  desk.clock.advance(61)
  assert.equal(of(await published(), 'form', 'api', 'resolution'), undefined)
})

test('a channel that is off is not published, from that moment on', async () => {
  const admin = desk.as(await createStaff(desk, { role: 'administrator' }))
  const { version } = ok(await admin.get('/api/desk/settings'))
  ok(await admin.patch('/api/desk/settings', { version, settings: { channels: { email: false } } }))
  await desk.settle()
  const channels = new Set((await published()).map(({ channel }) => channel))
  assert.deepEqual([...channels], ['chat', 'form'])
})

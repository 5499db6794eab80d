// What is put off must come back when people say it does, on any day of the week.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf, snoozeTimes } from './snooze-times.ts'

test('every preset lies ahead, and the next Monday is never today', () => {
  for (let day = 0; day < 14; day++) {
    const now = new Date(2026, 2, 2 + day, 15, 30).getTime()
    const times = snoozeTimes(now)
    for (const { preset, until } of times) assert.ok(Date.parse(until) > now, preset)
    const monday = new Date(times.find(({ preset }) => preset === 'next_week')?.until ?? 0)
    assert.deepEqual([monday.getDay(), monday.getHours()], [1, 9])
  }
})

test('a moment that is past or missing is none', () => {
  const now = new Date(2026, 2, 2, 9).getTime()
  assert.equal(instantOf('', now), undefined)
  assert.equal(instantOf('2026-03-02T08:59', now), undefined)
  assert.equal(instantOf('2026-03-02T09:01', now), new Date(2026, 2, 2, 9, 1).toISOString())
})

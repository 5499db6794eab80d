// What people write of opening hours is read as they mean it, or not at all.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fromHolidays, fromSpans, toHolidays, toSpans } from './hours-text.ts'

describe('opening hours', () => {
  const cases: [string, string | null][] = [
    ['', ''],
    ['9-17', '09:00-17:00'],
    ['09:00-12:00, 13:30-24:00', '09:00-12:00, 13:30-24:00'],
    ['9:00–12:00，13:00～18:00', '09:00-12:00, 13:00-18:00'],
    ['17:00-09:00', null],
    ['9-25', null],
    ['9:75-10', null],
    ['always', null],
  ]
  for (const [text, expected] of cases) {
    test(`“${text}” ${expected === null ? 'cannot be read' : `is “${expected}”`}`, () => {
      const spans = toSpans(text)
      assert.equal(spans && fromSpans(spans), expected)
    })
  }
})

describe('holidays', () => {
  test('have a date, hours if they are open, and a name', () => {
    const text = '2026-12-25 Christmas Day\n2026-12-24 09:00-12:00,13:00-14:00 24 hours before'
    const holidays = toHolidays(text)
    assert.ok(Array.isArray(holidays))
    assert.deepEqual(holidays[1], {
      date: '2026-12-24',
      name: '24 hours before',
      spans: [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '14:00' },
      ],
    })
    assert.equal(fromHolidays(holidays), text)
  })

  test('that cannot be read are told by line', () => {
    assert.equal(toHolidays('2026-12-25 Christmas\n\nsome day'), 3)
    assert.equal(toHolidays('2026-12-25'), 1)
  })
})

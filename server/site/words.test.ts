// Times are true for readers anywhere: by one clock, which is named with its distance from UTC at that very moment.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from './html.ts'
import { around, time, wordsOf } from './words.ts'

test('a time says by which clock it is', () => {
  const winter = '2026-01-15T10:05:00Z'
  const summer = '2026-07-15T10:05:00Z'
  for (const [locale, zone, at, expected] of [
    ['zh', 'Asia/Shanghai', winter, '2026年1月15日 18:05 UTC+8'],
    ['zh', 'UTC', winter, '2026年1月15日 10:05 UTC'],
    ['zh', 'Asia/Kolkata', winter, '2026年1月15日 15:35 UTC+5:30'],
    ['zh', 'America/St_Johns', winter, '2026年1月15日 06:35 UTC-3:30'],
    ['zh', 'Europe/London', winter, '2026年1月15日 10:05 UTC'],
    ['zh', 'Europe/London', summer, '2026年7月15日 11:05 UTC+1'],
    ['zh', 'Pacific/Kiritimati', summer, '2026年7月16日 00:05 UTC+14'],
    ['en', 'Asia/Shanghai', winter, 'Jan 15, 2026, 6:05 PM UTC+8'],
  ] as const) {
    const { text } = time(wordsOf(locale, zone), at)
    assert.match(text, new RegExp(`^<time datetime="${at.slice(0, 16)}:00.000Z">`))
    assert.equal(text.replace(/<[^>]+>/g, '').replace('\u202f', ' '), expected)
  }
})

test('a sentence takes pieces of HTML where their names stand, and nothing from elsewhere', () => {
  const b = html`<b>!</b>`
  assert.equal(around('{b} & {b}', { b }).text, '<b>!</b> &amp; <b>!</b>')
  assert.equal(around('<i>{constructor}', { b }).text, '&lt;i&gt;{constructor}')
})

// Callers that count as one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressKey } from './attempts.ts'

const same = [
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
] as const

for (const [ip, key] of same) {
  test(`${ip} counts as ${key}`, () => assert.equal(addressKey(ip), key))
}

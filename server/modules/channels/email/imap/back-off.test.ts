// When a lost connection is tried again, by a table.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImapFault } from '../../../../../contract/imap.ts'
import { waitMs } from './back-off.ts'

const cases: [faults: number, fault: ImapFault, least: number, most: number][] = [
  [1, 'imap_unreachable', 500, 1_000],
  [2, 'imap_unreachable', 1_000, 2_000],
  [6, 'imap_failed', 16_000, 32_000],
  [9, 'imap_unreachable', 128_000, 256_000],
  [10, 'imap_unreachable', 150_000, 300_000],
  [5_000, 'imap_unreachable', 150_000, 300_000],
  [1, 'imap_wrong_password', 30_000, 60_000],
  [4, 'imap_wrong_password', 150_000, 300_000],
]

for (const [faults, fault, least, most] of cases) {
  test(`${fault} number ${faults} waits ${least} to ${most} ms`, () => {
    assert.equal(waitMs(faults, fault, 0, 1_000), least)
    assert.equal(waitMs(faults, fault, 1, 1_000), most)
  })
}

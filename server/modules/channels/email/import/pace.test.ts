// How long an import rests, by a table.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { restMs } from './pace.ts'

const cases: [name: string, workedMs: number, load: number, least: number, most: number][] = [
  ['a desk at rest', 100, 0, 10, 40],
  ['a desk with a few customers', 100, 0.05, 300, 500],
  ['a desk with many', 100, 0.2, 1_500, 2_000],
  ['a desk in a surge', 50, 0.8, 1_500, 2_000],
  ['a long piece of work', 5_000, 0.8, 2_000, 2_000],
  ['a short one', 0, 0.8, 10, 10],
]

for (const [name, workedMs, load, least, most] of cases) {
  test(name, () => {
    const rest = restMs(workedMs, load)
    assert.ok(rest >= least && rest <= most, `${rest} ms`)
  })
}

// A customer must never read a gap or another one's name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillPlaceholders, hasPlaceholder } from './placeholders.ts'

const known = { 'customer.name': 'Alba', 'agent.name': 'Nora', 'conversation.number': '1017' }
const nameless = { ...known, 'customer.name': null }

const cases = [
  [
    'Hello {{customer.name}}, {{ agent.name }} here (#{{conversation.number}}).',
    known,
    'Hello Alba, Nora here (#1017).',
  ],
  ['Hello {{customer.name}}', nameless, 'Hello {{customer.name}}'],
  ['Hello {{customer.name|there}}', nameless, 'Hello there'],
  ['您好 {{customer.name|朋友}}', known, '您好 Alba'],
  ['{{other}} {{constructor}}', known, '{{other}} {{constructor}}'],
  ['{{{{customer.name}}}}', known, '{{Alba}}'],
] as const

for (const [text, values, filled] of cases) {
  test(`${text} with ${values['customer.name'] ?? 'nobody'}`, () => {
    assert.equal(fillPlaceholders(text, values), filled)
  })
}

test('a gap is seen, and braces alone are none', () => {
  assert.equal(hasPlaceholder('Hello {{customer.name}}'), true)
  assert.equal(hasPlaceholder('function () { return {} }'), false)
})

test('braces without end take linear time', () => {
  const text = '{{a|'.repeat(50_000)
  const from = performance.now()
  fillPlaceholders(text, known)
  assert.ok(performance.now() - from < 1_000)
})

// A customer must never read a gap or another one's name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillCanned } from './fill-canned.ts'

const customer = { id: 'c', name: 'Alba', verified: true, email: null, tier: null }
const conversation = { number: 1017, customer }

test('variables are filled, and what is unknown stays to be seen', () => {
  const body = 'Hello {{customer.name}}, {{ agent.name }} here (#{{conversation.number}}). {{other}}'
  assert.equal(fillCanned(body, conversation, { name: 'Nora' }), 'Hello Alba, Nora here (#1017). {{other}}')
  const nameless = { ...conversation, customer: { ...conversation.customer, name: null } }
  assert.equal(fillCanned('Hello {{customer.name}}', nameless, { name: 'Nora' }), 'Hello {{customer.name}}')
})

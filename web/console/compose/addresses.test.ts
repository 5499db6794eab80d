// What agents type where several addresses belong.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesIn, faultIn } from './addresses.ts'

const own = ['help@harbour.example']

test('addresses are found however they are parted, with or without names, each once', () => {
  const typed = 'a@x.example, Bo Li <b@x.example>; c@x.example d@x.example\na@x.example,'
  assert.deepEqual(addressesIn(typed), ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'])
  assert.deepEqual(addressesIn(' '), [])
})

test('what is no address, or the desk’s own, or too many, is named', () => {
  assert.equal(faultIn(['a@x.example'], own), undefined)
  assert.deepEqual(faultIn(['a@x.example', 'bo@'], own), { kind: 'wrong', text: 'bo@' })
  assert.deepEqual(faultIn(['Help+7-ab@harbour.example'], own), {
    kind: 'own',
    text: 'Help+7-ab@harbour.example',
  })
  const many = Array.from({ length: 21 }, (_, n) => `a${n}@x.example`)
  assert.deepEqual(faultIn(many, own), { kind: 'many' })
})

// Every case of what a message does to a conversation's state.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Status, statuses } from '../../../contract/conversations.ts'
import { afterCustomerMessage, afterStaffMessage, mayBecome, previewOf, type State } from './rules.ts'

const state = (status: Status, live = false, assigneeId: string | null = null): State => ({
  status,
  live,
  assigneeId,
})
const said = (next: ReturnType<typeof afterCustomerMessage>) =>
  next && [next.status, next.live ? 'live' : 'later', ...(next.reopened ? ['reopened'] : [])].join(' ')

describe('a customer’s message', () => {
  const cases: [State, string | null][] = [
    [state('assistant', true), 'assistant live'],
    [state('queued', true), 'queued live'],
    [state('open', true, 'a'), 'open live'],
    [state('open', true), 'queued live'],
    [state('open'), 'open later'],
    [state('open', false, 'a'), 'open later'],
    [state('waiting'), 'open later'],
    [state('waiting', true, 'a'), 'open live'],
    [state('on_hold'), 'open later'],
    [state('snoozed', false, 'a'), 'open later'],
    [state('solved'), 'open later reopened'],
    [state('solved', false, 'a'), 'open later reopened'],
    [state('closed'), null],
    [state('closed', true, 'a'), null],
    [state('merged'), null],
  ]
  for (const [before, after] of cases)
    test(`${JSON.stringify(before)} → ${after}`, () =>
      assert.equal(said(afterCustomerMessage(before)), after))
  test('knows every status', () =>
    assert.deepEqual([...new Set(cases.map(([{ status }]) => status))].sort(), [...statuses].sort()))
})

describe('an answer', () => {
  const cases: [State, Status | undefined, string | null][] = [
    [state('assistant', true), undefined, 'open live'],
    [state('queued', true), undefined, 'open live'],
    [state('queued', true), 'waiting', 'waiting live'],
    [state('open', true, 'a'), undefined, 'open live'],
    [state('open', true, 'a'), 'solved', 'solved later'],
    [state('waiting'), undefined, 'waiting later'],
    [state('on_hold'), undefined, 'on_hold later'],
    [state('snoozed'), undefined, 'snoozed later'],
    [state('snoozed'), 'on_hold', 'on_hold later'],
    [state('solved'), undefined, 'solved later'],
    [state('closed'), 'solved', null],
    [state('closed'), undefined, null],
    [state('merged'), undefined, null],
  ]
  for (const [before, then, after] of cases)
    test(`${JSON.stringify(before)} then ${then} → ${after}`, () =>
      assert.equal(said(afterStaffMessage(before, then)), after))
  test('knows every status', () =>
    assert.deepEqual([...new Set(cases.map(([{ status }]) => status))].sort(), [...statuses].sort()))
})

test('by hand, what is closed or merged stays so, nothing becomes merged, and nobody is put into the queue', () => {
  const final: Status[] = ['closed', 'merged']
  const notByHand: Status[] = ['queued', 'assistant', 'merged']
  for (const from of statuses) {
    for (const to of statuses)
      assert.equal(mayBecome(from, to), !final.includes(from) && !notByHand.includes(to))
  }
})

describe('a preview', () => {
  test('is one line of at most 140 characters, none of them cut in half (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), fc.nat(3), (text, files) => {
        const preview = previewOf(text, files)
        assert.ok(Array.from(preview).length <= 140)
        assert.doesNotMatch(preview, /[\n\r\t]|  /)
        if (text.isWellFormed()) assert.ok(preview.isWellFormed())
      }),
    )
  })
  test('shows that there is a file where there is no text', () => {
    assert.equal(previewOf(' \n', 1), '📎')
    assert.equal(previewOf('', 0), '')
    assert.equal(previewOf('a\n\n b', 2), 'a b')
  })
})

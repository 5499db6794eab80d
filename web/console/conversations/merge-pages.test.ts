// A list that follows the desk must stand as a fresh fetch would, as far as the browser can know.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Conversation } from '../../../contract/conversations.ts'
import type { ListQuery } from './filters.ts'
import { mergeClock, mergePages } from './merge-pages.ts'

const me = 'me'
const query: ListQuery = { view: 'all', status: 'active', sort: 'newest' }

function conversation(id: string, minute: number, change: Partial<Conversation> = {}): Conversation {
  const at = new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString()
  return {
    id,
    number: minute,
    subject: null,
    topic: null,
    locale: 'en',
    channel: 'chat',
    status: 'open',
    live: false,
    seq: 1,
    version: 1,
    createdAt: at,
    lastEntryAt: at,
    unread: 0,
    priority: 'normal',
    complexity: 'normal',
    assignee: null,
    team: null,
    tags: [],
    customer: { id: `customer ${id}`, name: null, verified: false, email: null, tier: null },
    preview: '',
    lastAuthor: 'customer',
    queuedAt: null,
    waitingSince: at,
    snoozedUntil: null,
    readByCustomer: 0,
    mergedInto: null,
    sideOf: null,
    ...change,
  }
}

const pages = (next: string | null, ...groups: Conversation[][]) =>
  groups.map((conversations, index) => ({ conversations, next: index < groups.length - 1 ? 'more' : next }))
const ids = (list: readonly { conversations: Conversation[] }[]) =>
  list.map(page => page.conversations.map(({ id }) => id).join(''))

suite('merging what changed into the pages of a list', () => {
  test('moves a conversation that goes on to where it stands now', () => {
    const list = pages(null, [conversation('a', 9), conversation('b', 8)], [conversation('c', 7)])
    const changed = conversation('c', 10, { seq: 2 })
    assert.deepEqual(ids(mergePages(list, [changed], query, me)), ['cab', ''])
  })

  test('keeps a list of a tier to the customers of that tier', () => {
    const gold = conversation('a', 9)
    gold.customer.tier = 'gold'
    const list = pages(null, [gold])
    const changed = [conversation('n', 10), { ...gold, seq: 2, customer: { ...gold.customer, tier: null } }]
    assert.deepEqual(ids(mergePages(list, changed, { ...query, tier: 'gold' }, me)), [''])
  })

  test('takes out what no longer belongs, and puts in what does', () => {
    const list = pages(null, [conversation('a', 9), conversation('b', 8)])
    const solved = conversation('a', 9, { status: 'solved', version: 2 })
    assert.deepEqual(ids(mergePages(list, [solved, conversation('n', 10)], query, me)), ['nb'])
  })

  test('keeps out of a list what is not of its view, team, status or tag', () => {
    const other = conversation('x', 10, { assignee: { id: 'somebody', name: '' } })
    const narrowed: Partial<ListQuery>[] = [
      { view: 'mine' },
      { view: 'unassigned' },
      { teamId: 't' },
      { status: 'solved' },
      { tag: 'vip' },
    ]
    for (const narrow of narrowed) {
      assert.deepEqual(
        ids(mergePages(pages(null, []), [other], { ...query, ...narrow }, me)),
        [''],
        JSON.stringify(narrow),
      )
    }
  })

  test('does not put in what stands beyond the pages that are loaded', () => {
    const list = pages('more', [conversation('a', 9), conversation('b', 8)])
    assert.deepEqual(ids(mergePages(list, [conversation('z', 1)], query, me)), ['ab'])
  })

  test('ignores news that came too late', () => {
    const list = pages(null, [conversation('a', 9, { seq: 5, version: 3, preview: 'new' })])
    const late = conversation('a', 8, { seq: 4, version: 3, preview: 'old' })
    assert.equal(mergePages(list, [late], query, me), list)
  })

  test('shows mentions only where the desk said so', () => {
    const mentions = { ...query, view: 'mentions' } as const
    const list = pages(null, [conversation('a', 9)])
    assert.deepEqual(
      ids(mergePages(list, [conversation('b', 10), conversation('a', 11, { seq: 2 })], mentions, me)),
      ['a'],
    )
  })

  test('orders by what was asked for', () => {
    const calm = conversation('a', 9)
    const urgent = conversation('b', 8, { priority: 'urgent' })
    assert.deepEqual(ids(mergePages(pages(null, [calm]), [urgent], { ...query, sort: 'priority' }, me)), [
      'ba',
    ])
    assert.deepEqual(ids(mergePages(pages(null, [calm]), [urgent], { ...query, sort: 'oldest' }, me)), ['ba'])
    const waits = conversation('c', 12, { waitingSince: '2026-03-02T09:01:00.000Z' })
    const answered = conversation('d', 2, { waitingSince: null })
    const longest = { ...query, sort: 'waiting_longest' } as const
    assert.deepEqual(ids(mergePages(pages(null, [calm]), [waits, answered], longest, me)), ['ca'])
  })
})

test('a clock moves its conversation in the list of what is due, and out of it once it is kept', () => {
  const due = { ...query, sort: 'due_next' } as const
  const clockAt = (minute: number) => ({
    kind: 'firstReply' as const,
    state: 'running' as const,
    dueAt: new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString(),
    warnAt: null,
    left: null,
  })
  const pages = [
    {
      conversations: [
        conversation('a', 1, { clock: clockAt(1) }),
        conversation('b', 2, { clock: clockAt(5) }),
      ],
      next: null,
    },
  ]
  const ids = (merged: readonly { conversations: Conversation[] }[] | undefined) =>
    merged?.flatMap(page => page.conversations.map(({ id }) => id))
  assert.deepEqual(ids(mergeClock(pages, { conversationId: 'a', clock: clockAt(9) }, due, me)), ['b', 'a'])
  assert.deepEqual(ids(mergeClock(pages, { conversationId: 'a', clock: null }, due, me)), ['b'])
  assert.equal(mergeClock(pages, { conversationId: 'c', clock: clockAt(2) }, due, me), undefined)
})

test('a frame that says nothing of the clock leaves it as it is', () => {
  const clock = { kind: 'resolution', state: 'paused', dueAt: null, warnAt: null, left: 60_000 } as const
  const pages = [{ conversations: [conversation('a', 1, { clock })], next: null }]
  const [page] = mergePages(pages, [conversation('a', 2, { seq: 2 })], query, me)
  assert.deepEqual(page?.conversations[0]?.clock, clock)
})

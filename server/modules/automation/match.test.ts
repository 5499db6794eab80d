// Every condition of a rule by itself, and why it held.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conditions, Reason } from '../../../contract/automation.ts'
import { type Facts, reasonsFor } from './match.ts'
import { phrasesOf, plain } from './phrases.ts'

const facts: Facts = {
  topic: 'deposit',
  tier: 'vip-2',
  priority: 'high',
  language: 'zh-TW',
  channel: 'email',
  teamId: 'money',
  assigneeId: null,
  status: 'open',
  complexity: 'complex',
  tags: ['vip', 'bank'],
  number: 1017,
  subject: null,
  waitingSince: null,
  activeAt: new Date(0),
  texts: [plain('我的充值沒到')],
  isOpen: id => (id === 'day' ? true : id === 'night' ? false : undefined),
}

const cases: [name: string, rule: Conditions, reasons: Reason[] | null][] = [
  ['nothing asked', {}, []],
  ['topic', { topics: ['deposit', 'api'] }, [{ by: 'topics', value: 'deposit' }]],
  ['another topic', { topics: ['api'] }, null],
  ['channel', { channels: ['email'] }, [{ by: 'channels', value: 'email' }]],
  ['priority', { priorities: ['low'] }, null],
  ['a language stands for its regions', { languages: ['zh'] }, [{ by: 'languages', value: 'zh-TW' }]],
  ['tier', { tiers: ['vip-1', 'vip-2'] }, [{ by: 'tiers', value: 'vip-2' }]],
  ['another tier', { tiers: ['vip'] }, null],
  ['team', { teamIds: ['money'] }, [{ by: 'teamIds', value: 'money' }]],
  ['complexity', { complexities: ['complex'] }, [{ by: 'complexities', value: 'complex' }]],
  ['another complexity', { complexities: ['simple'] }, null],
  ['status', { statuses: ['solved'] }, null],
  ['one of the tags', { tags: ['x', 'bank'] }, [{ by: 'tags', value: 'bank' }]],
  ['none of the tags', { tags: ['x'] }, null],
  ['a tag that must not be there', { withoutTags: ['vip'] }, null],
  ['a tag that isn’t there', { withoutTags: ['x'] }, []],
  ['words', { words: ['hello', '没到'] }, [{ by: 'words', value: '没到' }]],
  ['other words', { words: ['hello'] }, null],
  ['open', { hours: { calendarId: 'day', open: true } }, [{ by: 'hours', value: 'open' }]],
  ['closed', { hours: { calendarId: 'night', open: false } }, [{ by: 'hours', value: 'closed' }]],
  ['open, but not then', { hours: { calendarId: 'night', open: true } }, null],
  ['a calendar that is gone', { hours: { calendarId: 'gone', open: false } }, null],
  ['all must hold', { topics: ['deposit'], words: ['hello'] }, null],
]

for (const [name, rule, reasons] of cases) {
  test(`${name}: ${reasons ? 'holds' : 'does not hold'}`, () => {
    assert.deepEqual(reasonsFor(rule, facts, phrasesOf(rule.words ?? [])), reasons)
  })
}

test('no rule is for what goes on elsewhere, nor for a question among colleagues', () => {
  assert.deepEqual(reasonsFor({}, facts, []), [])
  assert.equal(reasonsFor({}, { ...facts, status: 'merged' }, []), null)
  assert.equal(reasonsFor({}, { ...facts, channel: 'internal' }, []), null)
})

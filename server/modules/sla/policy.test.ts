// Which promise a conversation gets, by a table.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Policy } from '../../../contract/sla.ts'
import { findPolicy, type Promised } from './policy.ts'

const team = '7d9f0a52-3c1e-4b67-9a0d-2f4b8c6e1a35'
const promised: Promised = {
  topic: 'withdrawal',
  priority: 'high',
  language: 'zh-TW',
  tier: 'vip',
  channel: 'chat',
  teamId: team,
}
const bare: Promised = { ...promised, topic: null, tier: null, teamId: null }

describe('a policy matches', () => {
  const cases: [string, Policy['match'], Promised, boolean][] = [
    ['anything without lists', {}, bare, true],
    ['one of its topics', { topics: ['deposit', 'withdrawal'] }, promised, true],
    ['no other topic', { topics: ['deposit'] }, promised, false],
    ['nothing without a topic where it lists some', { topics: ['deposit'] }, bare, false],
    ['its priorities', { priorities: ['high', 'urgent'] }, promised, true],
    ['no other priority', { priorities: ['low'] }, promised, false],
    ['its tiers', { tiers: ['vip'] }, promised, true],
    ['nobody without a tier where it lists some', { tiers: ['vip'] }, bare, false],
    ['its channels', { channels: ['email', 'chat'] }, promised, true],
    ['no other channel', { channels: ['email'] }, promised, false],
    ['its teams', { teamIds: [team] }, promised, true],
    ['nothing without a team where it lists some', { teamIds: [team] }, bare, false],
    ['a language and what is special in it', { languages: ['zh'] }, promised, true],
    ['a language in any case', { languages: ['zh-tw'] }, promised, true],
    ['not the general language where it lists a special one', { languages: ['zh-HK'] }, promised, false],
    ['no language that only begins alike', { languages: ['zh'] }, { ...promised, language: 'zhx' }, false],
    ['all lists at once', { topics: ['withdrawal'], channels: ['email'] }, promised, false],
  ]
  for (const [name, match, given, expected] of cases) {
    test(name, () => {
      const policy = { enabled: true, position: 0, match }
      assert.equal(findPolicy([policy], given), expected ? policy : null)
    })
  }
})

describe('of several policies', () => {
  const policy = (name: string, position: number, enabled = true, match: Policy['match'] = {}) => ({
    name,
    position,
    enabled,
    match,
  })
  const found = (...policies: ReturnType<typeof policy>[]) => findPolicy(policies, promised)?.name
  test('the lowest position counts', () => assert.equal(found(policy('b', 2), policy('a', 1)), 'a'))
  test('of equal positions the first given', () => assert.equal(found(policy('b', 1), policy('a', 1)), 'b'))
  test('one that is switched off never', () =>
    assert.equal(found(policy('a', 1, false), policy('b', 2)), 'b'))
  test('one that does not match is passed over', () =>
    assert.equal(found(policy('a', 1, true, { channels: ['api'] }), policy('b', 2)), 'b'))
  test('none', () => assert.equal(found(), undefined))
})

describe('the contract of a policy', () => {
  const made = {
    name: 'Promise',
    enabled: true,
    position: 0,
    match: {},
    calendarId: null,
    targets: { firstReply: { minutes: 30, warning: 0.75 } },
    escalation: [{ at: 'warning', do: 'notify_leads' }],
  }
  const step = (change: object) => ({ escalation: [{ at: 'breach', do: 'notify_leads', ...change }] })
  const cases: [string, object, boolean][] = [
    ['accepts one without pauses', {}, true],
    ['accepts a step after the breach', step({ at: 30 }), true],
    ['accepts giving it to a team', step({ do: 'assign_team', teamId: team }), true],
    ['refuses a team that is not named', step({ do: 'assign_team' }), false],
    ['refuses a step at no time', step({ at: 0 }), false],
    ['refuses an unknown step', step({ do: 'shout' }), false],
    ['refuses an empty list, which would match nothing', { match: { topics: [] } }, false],
    ['refuses no time at all', { targets: { resolution: { minutes: 0 } } }, false],
    ['refuses a warning at the end', { targets: { resolution: { minutes: 5, warning: 1 } } }, false],
    ['refuses to pause what is solved', { pauses: { resolution: ['solved'] } }, false],
  ]
  for (const [name, change, accepted] of cases)
    test(name, () => assert.equal(Policy.safeParse({ ...made, ...change }).success, accepted))

  test('pauses only the resolution unless it says otherwise', () => {
    const given = (pauses?: object) => Policy.parse({ ...made, pauses }).pauses
    const usual = ['waiting', 'on_hold', 'snoozed']
    assert.deepEqual(given(), { firstReply: [], nextReply: [], resolution: usual })
    assert.deepEqual(given({ nextReply: ['snoozed'] }), {
      firstReply: [],
      nextReply: ['snoozed'],
      resolution: usual,
    })
  })
})

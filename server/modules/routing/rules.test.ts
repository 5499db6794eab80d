// Who gets what, by tables and for any line and any people.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Agent, assignInOrder, type Waiting } from './rules.ts'

const agent = (id: string, given: Partial<Agent> = {}): Agent => ({
  id,
  capacity: 2,
  load: 0,
  teamIds: [],
  assignedAt: null,
  ...given,
})
const line = (...ids: string[]): Waiting[] => ids.map(id => ({ id, teamId: null }))
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute))
const given = (waiting: Waiting[], agents: Agent[]) =>
  assignInOrder(waiting, agents).map(({ conversationId, agentId }) => `${conversationId}→${agentId}`)

describe('who gets what', () => {
  const cases: [string, Waiting[], Agent[], string[]][] = [
    ['nobody waits', [], [agent('a')], []],
    ['nobody is there', line('1'), [], []],
    ['nobody has room', line('1'), [agent('a', { load: 2 })], []],
    ['more than fits by a lowered capacity', line('1'), [agent('a', { load: 5 })], []],
    ['the least loaded first', line('1'), [agent('a', { load: 1 }), agent('b')], ['1→b']],
    [
      'by the share of capacity',
      line('1'),
      [agent('a', { capacity: 2, load: 1 }), agent('b', { capacity: 5, load: 2 })],
      ['1→b'],
    ],
    [
      'the longest without a new one among equals',
      line('1'),
      [agent('a', { assignedAt: at(2) }), agent('b', { assignedAt: at(1) })],
      ['1→b'],
    ],
    ['whoever never had one before all', line('1'), [agent('a', { assignedAt: at(1) }), agent('b')], ['1→b']],
    ['in turns', line('1', '2', '3', '4', '5'), [agent('a'), agent('b')], ['1→a', '2→b', '3→a', '4→b']],
    [
      'a team’s only to its members',
      [
        { id: '1', teamId: 't' },
        { id: '2', teamId: null },
      ],
      [agent('a'), agent('b', { teamIds: ['t'] })],
      ['1→b', '2→a'],
    ],
    [
      'who fits nobody holds nobody up',
      [
        { id: '1', teamId: 'x' },
        { id: '2', teamId: null },
      ],
      [agent('a')],
      ['2→a'],
    ],
  ]
  for (const [name, waiting, agents, expected] of cases)
    test(name, () => assert.deepEqual(given(waiting, agents), expected))
})

const teams = ['x', 'y', 'z']
const anyLine = fc
  .array(fc.option(fc.constantFrom(...teams), { nil: null }), { maxLength: 30 })
  .map(all => all.map((teamId, index) => ({ id: String(index), teamId })))
const anyAgents = fc
  .array(
    fc.record({
      capacity: fc.integer({ min: 1, max: 5 }),
      load: fc.integer({ min: 0, max: 6 }),
      teamIds: fc.subarray(teams),
      assignedAt: fc.option(fc.date({ noInvalidDate: true }), { nil: null }),
    }),
    { maxLength: 8 },
  )
  .map(all => all.map((one, index) => ({ id: String(index), ...one })))

const fits = ({ teamId }: Waiting, one: Agent) => teamId === null || one.teamIds.includes(teamId)

test('for any line and people: no more than fits, nobody waits in vain, and the first come first (property)', () => {
  fc.assert(
    fc.property(anyLine, anyAgents, (waiting, agents) => {
      const before = structuredClone({ waiting, agents })
      const assignments = assignInOrder(waiting, agents)
      assert.deepEqual({ waiting, agents }, before)
      const load = new Map(agents.map(({ id, load }) => [id, load]))
      for (const { conversationId, agentId } of assignments) {
        const one = agents.find(({ id }) => id === agentId)!
        assert.ok(fits(waiting.find(({ id }) => id === conversationId)!, one))
        load.set(agentId, load.get(agentId)! + 1)
        assert.ok(load.get(agentId)! <= one.capacity)
      }
      const taken = assignments.map(({ conversationId }) => Number(conversationId))
      assert.equal(new Set(taken).size, taken.length)
      assert.deepEqual(
        taken,
        taken.toSorted((a, b) => a - b),
      )
      for (const one of waiting.filter(({ id }) => !taken.includes(Number(id)))) {
        assert.ok(
          !agents.some(other => fits(one, other) && load.get(other.id)! < other.capacity),
          'somebody waits although a fitting agent has room',
        )
      }
      // Whoever was passed over had nobody when their turn came, so nobody behind them took what they could have had.
      for (const one of waiting.filter(({ id }) => !taken.includes(Number(id)))) {
        const behind = assignInOrder(waiting.slice(0, Number(one.id) + 1), agents)
        assert.ok(!behind.some(({ conversationId }) => conversationId === one.id))
      }
    }),
  )
})

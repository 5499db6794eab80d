// Where a conversation stands for its customer, case by case.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LineCode, Status } from '../../../contract/conversations.ts'
import { type Step, standing } from './standing.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
const said = (who: 'customer' | 'staff', hour: number): Step => ({
  kind: 'message',
  author_kind: who,
  code: null,
  at: at(hour),
  line_values: null,
})
const line = (code: LineCode, hour: number, values: Step['line_values'] = null): Step => ({
  kind: 'line',
  author_kind: 'staff',
  code,
  at: at(hour),
  line_values: values,
})

interface Case {
  name: string
  status?: Status
  assignee?: boolean
  team?: boolean
  /** In the order in which they happened. */
  steps: Step[]
  is: [state: string, hour: number]
}

const cases: Case[] = [
  { name: 'nobody has looked at it', steps: [said('customer', 0), said('customer', 1)], is: ['received', 0] },
  {
    name: 'given to a person',
    assignee: true,
    steps: [said('customer', 0), line('assigned', 2)],
    is: ['with_us', 2],
  },
  {
    name: 'given to another team',
    team: true,
    steps: [said('customer', 0), line('team_changed', 1), line('team_changed', 3), said('customer', 4)],
    is: ['with_us', 3],
  },
  { name: 'begun in a team', team: true, steps: [said('customer', 0)], is: ['with_us', 0] },
  {
    name: 'answered, and still with us',
    assignee: true,
    steps: [said('customer', 0), said('staff', 2), line('joined', 2)],
    is: ['with_us', 2],
  },
  {
    name: 'waits for the customer since the answer',
    status: 'waiting',
    steps: [said('customer', 0), said('staff', 2), said('staff', 3)],
    is: ['waiting_for_you', 3],
  },
  {
    name: 'waits since somebody set it so',
    status: 'waiting',
    steps: [
      said('staff', 2),
      line('status_changed', 4, { status: 'on_hold' }),
      line('status_changed', 5, { status: 'waiting' }),
    ],
    is: ['waiting_for_you', 5],
  },
  {
    name: 'the customer answered, and added to it',
    assignee: true,
    steps: [said('customer', 0), said('staff', 2), said('customer', 4), said('customer', 6)],
    is: ['with_us', 4],
  },
  {
    name: 'put off',
    status: 'snoozed',
    assignee: true,
    steps: [said('staff', 1), line('assigned', 2)],
    is: ['with_us', 2],
  },
  {
    name: 'solved for the second time',
    status: 'solved',
    steps: [line('solved', 1), line('reopened', 2), said('staff', 3), line('solved', 4)],
    is: ['solved', 4],
  },
  {
    name: 'opened again',
    assignee: true,
    steps: [said('staff', 1), line('solved', 2), line('reopened', 5)],
    is: ['with_us', 5],
  },
  { name: 'closed', status: 'closed', steps: [line('solved', 1), line('closed', 7)], is: ['closed', 7] },
]

for (const { name, status = 'open', assignee, team, steps, is } of cases) {
  test(name, () => {
    const row = { status, assignee_id: assignee ? 'a' : null, team_id: team ? 't' : null, created_at: at(0) }
    const { state, since } = standing(row, steps.toReversed())
    assert.deepEqual([state, since], [is[0], at(is[1])])
  })
}

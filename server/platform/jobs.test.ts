// What comes round by itself goes on coming round, whatever becomes of the clock.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestDesk, testDesk } from '../../test/harness.ts'

const hour = 3_600

async function isFolded(desk: TestDesk): Promise<boolean> {
  await desk.pool.query(
    `insert into conversation_count_changes (status, team_id, assignee_id, delta) values ('closed', null, null, 1)`,
  )
  await desk.settle()
  desk.clock.advance(10)
  await desk.settle()
  const { rows } = await desk.pool.query('select 1 from conversation_count_changes')
  return rows.length === 0
}

test('the schedule goes on after the clock was put forward, and after it was put back', async () => {
  const desk = await testDesk()
  assert.ok(await isFolded(desk))
  desk.clock.advance(hour)
  assert.ok(await isFolded(desk), 'an hour ahead')
  desk.clock.advance(-3 * hour)
  assert.ok(await isFolded(desk), 'two hours behind')
})

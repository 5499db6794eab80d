// What comes round by itself goes on coming round, whatever becomes of the clock; and a job that never ends holds up nobody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestDesk, testDesk } from '../../test/harness.ts'
import { system } from './context.ts'
import { createJobRunner, type Job, type JobRunner } from './jobs.ts'
import { silentLog } from './log.ts'
import { createNodes } from './nodes.ts'
import { createOwnJobs } from './own-jobs.ts'

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

/** Works one job after the other. */
function runnerOf({ app, pool, clock }: TestDesk, jobs: Record<string, Job>, limitMs?: number): JobRunner {
  const log = silentLog()
  const nodes = createNodes({ pool, nodeId: app.nodeId, log })
  const nothing = { reactions: {}, schedule: {}, background: new Set<string>() }
  return createJobRunner({
    pool,
    desk: app.desk,
    clock,
    log,
    nodes,
    jobs,
    ownTasks: {},
    ownJobs: createOwnJobs('this node', {}, log),
    ...nothing,
    ...(limitMs && { limitMs }),
  })
}

const failed = async ({ pool }: TestDesk) =>
  (
    await pool.query(
      'select task_identifier as task, attempts, run_at > now() as later, locked_at is null as free, last_error as error from graphile_worker.jobs where last_error is not null',
    )
  ).rows

test('a job that never ends counts as failed after its limit, is to be tried again, and lets the others work', async () => {
  const desk = await testDesk()
  const done: string[] = []
  const jobs: Record<string, Job> = {
    hang: () => new Promise(() => {}),
    work: async () => void done.push('work'),
  }
  await desk.app.desk.transact(system('test'), async ctx => {
    ctx.enqueue('hang', {})
    ctx.enqueue('work', {})
  })
  await assert.rejects(runnerOf(desk, jobs, 20).settle(), /hang: not done after 20 ms/)
  assert.deepEqual(done, ['work'])
  const [{ error, ...job }] = await failed(desk)
  assert.deepEqual(job, { task: 'hang', attempts: 1, later: true, free: true })
})

test('a job has the limit that it declares, or none', async () => {
  const desk = await testDesk()
  const done: string[] = []
  const add = (...tasks: string[]) =>
    desk.app.desk.transact(system('test'), async ctx => {
      for (const task of tasks) ctx.enqueue(task, {})
    })
  const beside = runnerOf(desk, { hang: () => new Promise(() => {}) }, 20)
  /** Is done when another job that began later was given up: its own time would have been over by then. */
  const lasting =
    (name: string): Job =>
    async () => {
      await add('hang')
      await assert.rejects(beside.settle(), /hang: not done/)
      done.push(name)
    }
  const jobs: Record<string, Job> = {
    longer: Object.assign(lasting('longer'), { limitMs: 60_000 }),
    endless: Object.assign(lasting('endless'), { limitMs: null }),
  }
  await add('longer', 'endless')
  await assert.rejects(runnerOf(desk, jobs, 20).settle(), /hang/)
  assert.deepEqual(done.toSorted(), ['endless', 'longer'])
  assert.deepEqual(
    (await failed(desk)).map(({ task }) => task),
    ['hang', 'hang'],
  )
})

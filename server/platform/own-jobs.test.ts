// What a node does itself is done together, also behind something that hangs, and nothing of it is lost when it fails.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../test/harness.ts'
import { silentLog } from './log.ts'
import { createOwnJobs, type Payload } from './own-jobs.ts'

const { app, pool } = await testDesk()

/** Jobs of a node that works; each run ends when the test says so. */
function working() {
  const runs: { numbers: unknown[]; end(error?: Error): void }[] = []
  let told = () => {}
  const own = createOwnJobs(
    'this node',
    {
      count: (_, payloads: Payload[]) => {
        const { promise, resolve, reject } = Promise.withResolvers<void>()
        const numbers = payloads.map(({ n }) => n)
        runs.push({ numbers, end: error => (error ? reject(error) : resolve()) })
        told()
        return promise
      },
    },
    silentLog(),
  )
  /** Waits for a run. */
  const run = async (index: number) => {
    while (!runs[index]) await new Promise<void>(resolve => (told = resolve))
    return runs[index]
  }
  return { own, runs, run }
}

test('what comes while one runs is done together by the next', async () => {
  const { own, run } = working()
  own.start(app.desk)
  for (const n of [1, 2, 3]) own.push('count', { n })
  const first = await run(0)
  assert.deepEqual(first.numbers, [1])
  first.end()
  const second = await run(1)
  assert.deepEqual(second.numbers, [2, 3])
  second.end()
  await own.stop()
})

test('one that hangs holds nobody up for long', async () => {
  const { own, runs, run } = working()
  own.start(app.desk)
  own.push('count', { n: 1 })
  own.push('count', { n: 2 })
  const second = await run(1)
  assert.deepEqual(second.numbers, [2])
  for (const { end } of runs) end()
  await own.stop()
})

test('one that fails goes into the queue', async () => {
  const { own, run } = working()
  own.start(app.desk)
  own.push('count', { n: 7 })
  ;(await run(0)).end(new Error('a bug'))
  await own.stop()
  const { rows } = await pool.query(
    `select task_identifier, payload from graphile_worker.jobs j
     join graphile_worker._private_jobs using (id) where task_identifier = 'count'`,
  )
  assert.deepEqual(
    rows.map(({ payload }) => payload.n),
    [7],
  )
})

test('a node that does not work on jobs has no worker', async () => {
  const { own, runs } = working()
  assert.equal(own.worker(), null)
  own.start(app.desk)
  assert.equal(own.worker(), 'this node')
  await own.stop()
  assert.equal(own.worker(), null)
  own.push('count', { n: 1 })
  assert.deepEqual(runs, [])
})

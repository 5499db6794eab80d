// Jobs go on after the database was away, and the process lives: shown with a pool that refuses for a while.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Logger } from 'graphile-worker'
import pg from 'pg'
import { createDatabase, stopOwnServer, type TestDatabase } from '../../test/databases.ts'
import { silentLog } from './log.ts'
import { type SteadyRunner, startSteadyRunner } from './steady-runner.ts'

let database: TestDatabase
let pool: pg.Pool
let runner: SteadyRunner | undefined
let away = false
const done: string[] = []
let taken: () => void = () => {}

before(async () => {
  database = await createDatabase()
  pool = new pg.Pool({ ...database.connection, max: 4 })
  pool.on('error', () => {}).on('connect', client => client.on('error', () => {}))
  const fickle = Object.assign(Object.create(pool) as pg.Pool, { connect })
  runner = await startSteadyRunner({
    pool: fickle,
    log: silentLog(),
    options: {
      taskList: {
        note: async payload => {
          taken()
          await until(() => !(payload as { wait?: boolean }).wait || away)
          done.push((payload as { name: string }).name)
        },
      },
      concurrency: 2,
      noHandleSignals: true,
      parsedCronItems: [],
      pollInterval: 100,
      logger: new Logger(() => () => {}),
      preset: { worker: { localQueue: { size: 10 }, completeJobBatchDelay: 5, failJobBatchDelay: 5 } },
    },
  })
})

after(async () => {
  await runner?.stop()
  await pool.end()
  await database.drop()
  await stopOwnServer()
})

function connect(listen?: () => void): unknown {
  if (listen) return pool.connect(listen)
  return away ? Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })) : pool.connect()
}

async function until(met: () => unknown): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error('not in time')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const enqueue = (name: string, wait = false) =>
  pool.query(`select graphile_worker.add_job('note', $1)`, [JSON.stringify({ name, wait })])

test('a job whose end could not be noted, and those after it, run once the database is back', async () => {
  const before = runner!.names()
  const begun = new Promise<void>(resolve => {
    taken = resolve
  })
  await enqueue('noted by nobody', true)
  await begun
  away = true
  await until(() => done.includes('noted by nobody'))
  await until(() => runner!.names().length === 0)
  away = false
  await enqueue('afterwards')
  await until(() => done.includes('afterwards'))
  assert.equal(
    runner!.names().some(name => before.includes(name)),
    false,
    'what was locked under the old names must be free',
  )
})

// Runs jobs: graphile-worker does the work, the desk's own clock decides what is due, heartbeats free a dead node's jobs.
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { runMigrations, runOnce, type Task, type TaskList, Logger as WorkerLogger } from 'graphile-worker'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import { type Desk, system } from './context.ts'
import type { DeskEvent, Reaction, Reactions } from './events.ts'
import type { Log } from './log.ts'
import { type SteadyRunner, startSteadyRunner } from './steady-runner.ts'

/** Does one job outside a transaction; `desk.transact` opens one. Throwing has it tried again, later and later. */
export type Job = (desk: Desk, payload: Record<string, unknown>) => Promise<void>

/** Jobs that come round by themselves. */
export type Schedule = Record<string, { everySeconds: number; task: string }>

export interface JobParts {
  pool: pg.Pool
  desk: Desk
  clock: Clock
  log: Log
  nodeId: string
  reactions: Reactions
  jobs: Record<string, Job>
  schedule: Schedule
  /** Names of jobs that nobody waits for: they run one at a time, and let a surge pass first. */
  background: ReadonlySet<string>
}

export interface JobRunner {
  start(): Promise<void>
  /** Lets running jobs end, gives the others back. */
  stop(): Promise<void>
  /** Makes everything run that is due, and what follows from it. For tests and simulations, instead of `start`. */
  settle(): Promise<void>
}

const tickMs = 1_000
const heartbeatMs = 5_000
/** Without a heartbeat for this long, a node counts as dead and its jobs run elsewhere. */
const deadAfterSeconds = 15
const maxTries = 5

export const migrateJobs = (pool: pg.Pool, log: Log): Promise<void> =>
  runMigrations({ pgPool: pool, logger: quiet(log) })

export const createJobRunner = (parts: JobParts): JobRunner => {
  const { pool, log, clock, nodeId, schedule, background } = parts
  const taskList = tasksOf(parts)
  const logger = quiet(log)
  const timers: NodeJS.Timeout[] = []
  const runners: SteadyRunner[] = []

  const beat = () =>
    heartbeat(
      pool,
      nodeId,
      runners.flatMap(runner => runner.names()),
    )
  let stopping = false
  const tick = () => moveDueTimers(pool, clock(), schedule)

  async function work(tasks: TaskList, concurrency: number): Promise<void> {
    const options = { ...workerOptions, taskList: tasks, logger, concurrency }
    runners.push(await startSteadyRunner({ pool, log, options }))
  }

  return {
    start: async () => {
      const inFront = Object.entries(taskList as Record<string, Task>).filter(
        ([name]) => !background.has(name),
      )
      const behind = Object.entries(taskList as Record<string, Task>).filter(([name]) => background.has(name))
      await work(Object.fromEntries(inFront), 8)
      const { load, timer } = watchLoad()
      timers.push(timer)
      await work(
        Object.fromEntries(
          behind.map(([name, task]) => [name, whenCalm(() => stopping || load() <= busy, task)]),
        ),
        1,
      )
      await beat()
      timers.push(every(heartbeatMs, log, beat), every(tickMs, log, tick))
    },
    stop: async () => {
      stopping = true
      for (const timer of timers) clearInterval(timer)
      // A runner that doesn't end loses its jobs to the next one, as a killed node does.
      await Promise.race([Promise.all(runners.map(runner => runner.stop())), sleep(longestStopMs)])
      await pool.query('delete from nodes where id = $1', [nodeId]).catch(() => {})
    },
    settle: async () => {
      let moved: number
      do {
        moved = await tick()
        await runOnce({ pgPool: pool, taskList, logger, noHandleSignals: true })
      } while (moved > 0)
      await throwFailed(pool)
    },
  }
}

const workerOptions = {
  noHandleSignals: true,
  // The worker would look for a crontab in the folder it was started in.
  parsedCronItems: [],
  pollInterval: 1_000,
  preset: { worker: { localQueue: { size: 100 }, completeJobBatchDelay: 5, failJobBatchDelay: 5 } },
}

const busy = 0.7
const longestWaitMs = 15_000
const longestStopMs = 4_000
const sampleMs = 100

/** Tells the share of the last moment in which the event loop had no rest. */
function watchLoad(): { load: () => number; timer: NodeJS.Timeout } {
  let before = performance.eventLoopUtilization()
  let share = 0
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    share = performance.eventLoopUtilization(now, before).utilization
    before = now
  }, sampleMs)
  timer.unref()
  return { load: () => share, timer }
}

/** Lets a job wait while the node has its hands full, but not for ever: a surge may last. */
function whenCalm(calm: () => boolean, task: Task): Task {
  return async (payload, helpers) => {
    const from = performance.now()
    while (!calm() && performance.now() - from < longestWaitMs) await sleep(sampleMs)
    return task(payload, helpers)
  }
}

function every(ms: number, log: Log, work: () => Promise<unknown>): NodeJS.Timeout {
  const timer = setInterval(() => {
    work().catch(error => log.warn({ err: error }, 'background work failed, trying again'))
  }, ms)
  timer.unref()
  return timer
}

function tasksOf({ desk, reactions, jobs }: JobParts): TaskList {
  const tasks: TaskList = {}
  for (const handlers of Object.values(reactions) as Record<string, Reaction<never>>[]) {
    for (const [name, reaction] of Object.entries(handlers)) {
      tasks[name] = async payload => {
        const { events } = payload as { events: DeskEvent<never>[] }
        await desk.transact(system(name), ctx => reaction(ctx, events))
      }
    }
  }
  for (const [name, job] of Object.entries(jobs)) {
    tasks[name] = async payload => job(desk, payload as Record<string, unknown>)
  }
  return tasks
}

async function heartbeat(pool: pg.Pool, nodeId: string, workers: string[]): Promise<void> {
  await pool.query(
    `insert into nodes (id, workers) values ($1, $2)
     on conflict (id) do update set seen_at = now(), workers = excluded.workers,
       started_at = case when nodes.seen_at < now() - make_interval(secs => $3) then now() else nodes.started_at end`,
    [nodeId, workers, deadAfterSeconds],
  )
  await pool.query(`delete from nodes where seen_at < now() - make_interval(secs => $1)`, [deadAfterSeconds])
  // Only jobs held for longer than a heartbeat: a node that has just started has not told its workers' names yet.
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
     where locked_at < now() - make_interval(secs => $1)
       and locked_by not in (select unnest(workers) from nodes)
     having count(*) > 0`,
    [deadAfterSeconds],
  )
}

/**
 * Turns due timers into jobs; those of the schedule are set again, also where the clock was put back and they would not
 * come round for hours. Gives how many were due.
 */
async function moveDueTimers(pool: pg.Pool, now: Date, schedule: Schedule): Promise<number> {
  const rounds = Object.entries(schedule).map(([name, { everySeconds, task }]) => ({
    key: `schedule:${name}`,
    every: everySeconds,
    task,
  }))
  const { rows } = await pool.query<{ moved: number }>(moveTimers, [now, JSON.stringify(rounds), maxTries])
  return rows[0]?.moved ?? 0
}

const moveTimers = `
  with rounds as (
    select r->>'key' as key, (r->>'every')::int as every, r->>'task' as task from jsonb_array_elements($2::jsonb) as given(r)
  ), due as (
    select key, task, payload from timers where due_at <= $1
    order by due_at limit 1000 for update skip locked
  ), removed as (
    delete from timers using due where timers.key = due.key and due.key not in (select key from rounds)
  ), set_again as (
    insert into timers (key, due_at, task, payload)
    select key, $1::timestamptz + make_interval(secs => every), task, '{"v":1}' from rounds
    where key in (select key from due) or not exists (
      select 1 from timers where timers.key = rounds.key and due_at <= $1::timestamptz + make_interval(secs => every + 60)
    )
    on conflict (key) do update set due_at = excluded.due_at
      where timers.due_at <= $1 or timers.due_at > excluded.due_at + interval '60 seconds'
  ), queued as (
    select graphile_worker.add_jobs(array(
      select json_populate_record(null::graphile_worker.job_spec,
        json_build_object('identifier', task, 'payload', payload, 'max_attempts', $3::int)) from due
    ))
    where exists (select 1 from due)
  )
  select (select count(*) from due)::int as moved, (select count(*) from queued)`

async function throwFailed(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ task_identifier: string; last_error: string }>(
    'select task_identifier, last_error from graphile_worker.jobs where last_error is not null',
  )
  if (rows.length > 0)
    throw new Error(rows.map(row => `${row.task_identifier}: ${row.last_error}`).join('\n'))
}

function quiet(log: Log): WorkerLogger {
  return new WorkerLogger(scope => (level, message) => {
    if (level === 'error') log.error({ scope }, message)
    else if (level === 'warning') log.warn({ scope }, message)
  })
}

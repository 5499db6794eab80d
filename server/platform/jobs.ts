// Runs jobs: graphile-worker does the work, the desk's own clock decides what is due, and a dead node's jobs are freed.
import { setTimeout as sleep } from 'node:timers/promises'
import { runMigrations, runOnce, type TaskList, Logger as WorkerLogger } from 'graphile-worker'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import { type Desk, system } from './context.ts'
import { endAfter, usualLimitMs } from './end-after.ts'
import type { DeskEvent, Reaction, Reactions } from './events.ts'
import { createFollower } from './follower.ts'
import type { Log } from './log.ts'
import { deadAfterSeconds, type Nodes } from './nodes.ts'
import type { OwnJob, OwnJobs } from './own-jobs.ts'
import { type SteadyRunner, startSteadyRunner } from './steady-runner.ts'

/**
 * Does one job outside a transaction; `desk.transact` opens one. Throwing has it tried again, later and later; `attempt`
 * counts from 1, also those in which a node died. One that is still at it after its limit, ten minutes unless it has
 * another or none, counts as failed.
 */
export interface Job {
  (desk: Desk, payload: Record<string, unknown>, attempt: number): Promise<void>
  limitMs?: number | null
}

/** Jobs that come round by themselves. */
export type Schedule = Record<string, { everySeconds: number; task: string }>

export interface JobParts {
  pool: pg.Pool
  desk: Desk
  clock: Clock
  log: Log
  nodes: Nodes
  reactions: Reactions
  jobs: Record<string, Job>
  ownTasks: Record<string, OwnJob>
  ownJobs: OwnJobs
  schedule: Schedule
  /** Names of reactions that nobody waits for: they follow the record of events. */
  background: ReadonlySet<string>
  /** Of jobs that have no limit of their own, and of reactions; ten minutes when left out. */
  limitMs?: number
}

export interface JobRunner {
  start(): Promise<void>
  /** Lets running jobs end, gives the others back. */
  stop(): Promise<void>
  /** Makes everything run that is due, and what follows from it. For tests and simulations, instead of `start`. */
  settle(): Promise<void>
}

const tickMs = 1_000
const freeMs = 5_000
const maxTries = 5

export const migrateJobs = (pool: pg.Pool, log: Log): Promise<void> =>
  runMigrations({ pgPool: pool, logger: quiet(log) })

export const createJobRunner = (parts: JobParts): JobRunner => {
  const { pool, log, clock, nodes, schedule, desk, ownJobs } = parts
  const follower = createFollower(parts)
  const taskList = tasksOf(parts)
  const logger = quiet(log)
  const timers: NodeJS.Timeout[] = []
  let runner: SteadyRunner | undefined

  const tick = () => moveDueTimers(pool, clock(), schedule)

  return {
    start: async () => {
      runner = await startSteadyRunner({ pool, log, options: { ...workerOptions, taskList, logger } })
      follower.start()
      ownJobs.start(desk)
      nodes.setWorkers(() => runner?.names() ?? [])
      await nodes.beat()
      const free = () => freeJobsOfTheDead(pool)
      timers.push(every(freeMs, log, free), every(tickMs, log, tick))
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      // A runner that doesn't end loses its jobs to the next one, as a killed node does.
      await Promise.race([
        Promise.all([ownJobs.stop(), runner?.stop(), follower.stop()]),
        sleep(longestStopMs),
      ])
    },
    settle: async () => {
      let moved: number
      do {
        moved = await tick()
        await runOnce({ pgPool: pool, taskList, logger, noHandleSignals: true })
        moved += await follower.settle()
      } while (moved > 0)
      await throwFailed(pool)
    },
  }
}

const workerOptions = {
  concurrency: 8,
  noHandleSignals: true,
  // The worker would look for a crontab in the folder it was started in.
  parsedCronItems: [],
  pollInterval: 1_000,
  preset: { worker: { localQueue: { size: 100 }, completeJobBatchDelay: 5, failJobBatchDelay: 5 } },
}

const longestStopMs = 4_000

function every(ms: number, log: Log, work: () => Promise<unknown>): NodeJS.Timeout {
  const timer = setInterval(() => {
    work().catch(error => log.warn({ err: error }, 'background work failed, trying again'))
  }, ms)
  timer.unref()
  return timer
}

function tasksOf(parts: JobParts): TaskList {
  const { desk, reactions, jobs, ownTasks, log, limitMs: usualMs = usualLimitMs } = parts
  const tasks: TaskList = {}
  const end = (task: string, ms: number | null, work: Promise<void>) =>
    ms === null ? work : endAfter(ms, work, { task, log })
  for (const handlers of Object.values(reactions) as Record<string, Reaction<never>>[]) {
    for (const [name, reaction] of Object.entries(handlers)) {
      tasks[name] = async payload => {
        const { events } = payload as { events: DeskEvent<never>[] }
        await end(
          name,
          usualMs,
          desk.transact(system(name), ctx => reaction(ctx, events)),
        )
      }
    }
  }
  for (const [name, job] of Object.entries(jobs)) {
    tasks[name] = async (payload, helpers) =>
      end(
        name,
        job.limitMs === undefined ? usualMs : job.limitMs,
        job(desk, payload as Record<string, unknown>, helpers.job.attempts),
      )
  }
  for (const [name, job] of Object.entries(ownTasks))
    tasks[name] = async payload => end(name, usualMs, job(desk, [payload as Record<string, unknown>]))
  return tasks
}

/** Jobs of nodes without a heartbeat run elsewhere. */
async function freeJobsOfTheDead(pool: pg.Pool): Promise<void> {
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

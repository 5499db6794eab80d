// Jobs that a node does itself as soon as it has committed what they are about, many together: for those the queue would cost
// more than the work.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Desk, system } from './context.ts'
import { endAfter, usualLimitMs } from './end-after.ts'
import type { Log } from './log.ts'

export type Payload = Record<string, unknown>

/**
 * Does everything that was enqueued since it ran last. What a node that dies leaves undone is in no queue: a job of the
 * schedule has to find it, by the node's id that was written down with it.
 */
export type OwnJob = (desk: Desk, payloads: Payload[]) => Promise<void>

export interface OwnJobs {
  /** The node's id while it does such jobs; null where they go into the queue instead. */
  worker(): string | null
  push(task: string, payload: Payload): void
  start(desk: Desk): void
  /** Takes no more; resolves when those that run have ended. */
  stop(): Promise<void>
}

const mostTogether = 32
/** Others start only while those that run are held up, so that each finds much to do together. */
const mostAtOnce = 8
const heldUpMs = 250
const againMs = 1_000

export function createOwnJobs(nodeId: string, tasks: Record<string, OwnJob>, log: Log): OwnJobs {
  const lines = Object.entries(tasks).map(([task, job]) => createLine(task, job, log))
  let at: Desk | null = null
  return {
    worker: () => (at ? nodeId : null),
    push: (task, payload) => {
      if (at) lines.find(line => line.task === task)!.push(at, payload)
    },
    start: desk => {
      at = desk
    },
    stop: async () => {
      at = null
      await Promise.all(lines.map(line => line.ended()))
    },
  }
}

function createLine(task: string, job: OwnJob, log: Log) {
  const waiting: Payload[] = []
  const running = new Set<Promise<void>>()
  /** Of those that run, how many have not taken long yet. */
  let fresh = 0
  let ending = false

  function startMore(desk: Desk): void {
    while (waiting.length > 0 && fresh === 0 && running.size < mostAtOnce) start(desk)
  }

  function start(desk: Desk): void {
    const run = runNext(desk)
    running.add(run)
    fresh += 1
    let isFresh = true
    const age = () => {
      if (isFresh) fresh -= 1
      isFresh = false
      startMore(desk)
    }
    const heldUp = setTimeout(age, heldUpMs)
    heldUp.unref()
    void run.finally(() => {
      clearTimeout(heldUp)
      running.delete(run)
      age()
    })
  }

  async function runNext(desk: Desk): Promise<void> {
    const payloads = waiting.splice(0, mostTogether)
    try {
      await endAfter(usualLimitMs, job(desk, payloads), { task, log })
    } catch (error) {
      log.warn({ err: error, task }, 'a job of this node failed and goes into the queue')
      await queue(desk, payloads)
    }
  }

  /** Until it is there, or the node ends: then it counts as left undone. */
  async function queue(desk: Desk, payloads: Payload[]): Promise<void> {
    const write = () =>
      desk.transact(system(task), async ctx => {
        for (const payload of payloads) ctx.enqueue(task, payload)
      })
    do {
      try {
        return await write()
      } catch {
        await sleep(againMs, undefined, { ref: false })
      }
    } while (!ending)
  }

  return {
    task,
    push: (desk: Desk, payload: Payload) => {
      waiting.push(payload)
      startMore(desk)
    },
    ended: async () => {
      ending = true
      waiting.length = 0
      await Promise.all(running)
    },
  }
}

// How fast old mail is read: as fast as it goes on a desk that rests, and in small steps far apart while others need it.
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** Long enough to tell how busy a node is with other things. */
const shortestRestMs = 10
const longestRestMs = 2_000

/**
 * How long to rest after so much work, in milliseconds.
 * @param load of the node by others, from 0 to 1: the share of time in which its event loop had no rest
 */
export function restMs(workedMs: number, load: number): number {
  const share = load < 0.02 ? 0.8 : load < 0.1 ? 0.2 : load < 0.4 ? 0.05 : 0.03
  return Math.min(longestRestMs, Math.max(shortestRestMs, (workedMs * (1 - share)) / share))
}

export interface Pace {
  /** Lets others work after a piece of work. */
  rest(): Promise<void>
}

/** Of what the node itself does for it, the database and the thread that reads do about as much. */
const othersFactor = 2

/** Measures during its rests, when all that a node does is done for others. */
export function createPace(signal: AbortSignal): Pace {
  let load = 0.1
  let began = performance.eventLoopUtilization()
  return {
    rest: async () => {
      const { active } = performance.eventLoopUtilization(began)
      const before = performance.eventLoopUtilization()
      await sleep(restMs(active * othersFactor, load), undefined, { signal }).catch(() => {})
      const { utilization } = performance.eventLoopUtilization(before)
      // A moment says little; the last few say enough.
      load += (utilization - load) / 4
      began = performance.eventLoopUtilization()
    },
  }
}

// A pace for tests: everything in order of its time, on a clock that jumps from one thing to the next.
import type { Pace } from './pace.ts'

export interface MovedPace extends Pace {
  /** Lets so many seconds go by. */
  run(seconds: number): Promise<void>
  /** What would have been told to the operator. */
  failures: unknown[]
}

type MovedClock = (() => Date) & { set(instant: Date): void }

/** `settle` has the desk do its jobs, about once in a second of moved time. */
export function movedPace(clock: MovedClock, settle: () => Promise<void>): MovedPace {
  const plans: { at: number; work: () => Promise<void> }[] = []
  const failures: unknown[] = []
  let settled = 0
  return {
    failures,
    now: clock,
    after: (ms, work) => {
      plans.push({ at: clock().getTime() + ms, work })
    },
    run: async seconds => {
      const end = clock().getTime() + seconds * 1000
      while (true) {
        plans.sort((one, other) => one.at - other.at)
        const next = plans[0]
        if (!next || next.at > end) break
        plans.shift()
        clock.set(new Date(next.at))
        await next.work().catch((error: unknown) => {
          failures.push(error)
        })
        if (next.at - settled > 1_000) {
          settled = next.at
          await settle()
        }
      }
      clock.set(new Date(end))
    },
  }
}

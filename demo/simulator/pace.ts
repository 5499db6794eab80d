// When things happen: in real time while the demo runs; in moved time in tests.

export interface Pace {
  now(): Date
  /** Does `work` in so many ms, unless everything has ended before. */
  after(ms: number, work: () => Promise<void>): void
}

export interface RealPace extends Pace {
  /** Starts nothing any more; resolves when what was under way is done. */
  end(): Promise<void>
}

/** Real time. What fails is told and harms nobody else. */
export function realPace(failed: (error: unknown) => void): RealPace {
  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  let ended = false
  return {
    now: () => new Date(),
    after: (ms, work) => {
      if (ended) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        const done: Promise<void> = work()
          .catch(error => {
            if (!ended) failed(error)
          })
          .finally(() => running.delete(done))
        running.add(done)
      }, ms)
      timers.add(timer)
    },
    end: async () => {
      ended = true
      for (const timer of timers) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}

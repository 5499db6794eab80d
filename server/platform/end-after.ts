// A limit for work that may never end.
import type { Log } from './log.ts'

/** In milliseconds; longer than anything the desk does takes, all its time-outs included. */
export const usualLimitMs = 600_000

/**
 * The work, or a failure when it takes longer: whoever waits for it is free then. Nobody can end the work itself. It goes on
 * beside the next try, like that of a node that was wrongly thought dead, and does no more harm than that: jobs run at least
 * once, so what they do twice counts once. How it ends is only logged.
 */
export async function endAfter(
  ms: number,
  work: Promise<void>,
  { task, log }: { task: string; log: Log },
): Promise<void> {
  const { promise: over, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    reject(new Error(`not done after ${ms} ms`))
    work.then(
      () => log.warn({ task }, 'a job that was given up is done after all'),
      error => log.warn({ task, err: error }, 'a job that was given up has failed'),
    )
  }, ms)
  timer.unref()
  try {
    await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}

// Waiting for a condition with a deadline, measured: recoveries are figures, not sleeps.
import { setTimeout as pause } from 'node:timers/promises'

export { pause }

const stepMs = 25

/** Seconds until `met` holds, asked again and again; Infinity when it doesn't within `seconds`. Errors count as not met. */
export async function secondsUntil(met: () => unknown, seconds: number): Promise<number> {
  const started = performance.now()
  const elapsed = () => (performance.now() - started) / 1000
  for (;;) {
    if (await attempt(met)) return elapsed()
    if (elapsed() > seconds) return Infinity
    await pause(stepMs)
  }
}

/** Waits until `met` holds; throws with `what` when it takes too long. */
export async function until(what: string, met: () => unknown, seconds = 30): Promise<void> {
  if ((await secondsUntil(met, seconds)) === Infinity) throw new Error(`${what}: not within ${seconds} s`)
}

async function attempt(met: () => unknown): Promise<boolean> {
  try {
    return Boolean(await met())
  } catch {
    return false
  }
}

export const between = (least: number, most: number): number => least + Math.random() * (most - least)

export function pick<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)]!
}

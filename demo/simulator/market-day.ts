// How many customers write, minute by minute: a gentle stream, and bursts when the market drops.
import type { Random } from './random.ts'

export interface Weather {
  /** Whether the market drops at this moment. */
  crash: boolean
  /** Customers a minute. */
  rate: number
}

const calmSeconds = [240, 420] as const
const crashSeconds = [40, 70] as const
const crashFactor = 4

/** A day whose moments are asked for in order, in seconds since it began; `rate` is what a calm minute brings. */
export function marketDay(random: Random, rate: number): (second: number) => Weather {
  let crash = false
  let until = random.between(...calmSeconds)
  return second => {
    while (second >= until) {
      crash = !crash
      until += crash ? random.between(...crashSeconds) : random.between(...calmSeconds)
    }
    return { crash, rate: crash ? rate * crashFactor : rate }
  }
}

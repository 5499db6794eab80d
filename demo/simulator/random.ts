// Chance that repeats: the same seed gives the same day, so that what somebody saw can be seen again.

export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** Between `least` and `most`, rather near the lower end, as people's times are. */
  skewed(least: number, most: number): number
  /** An exponential waiting time with this mean. */
  wait(mean: number): number
  hex(length: number): string
  /** An independent stream of its own: who draws from it changes nothing for the others. */
  fork(): Random
}

/** Mulberry32: small, fast, and good enough for a story. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: probability => next() < probability,
    pick: items => items[Math.floor(next() * items.length)]!,
    skewed: (least, most) => least + (most - least) * next() ** 2,
    wait: mean => -Math.log(1 - next()) * mean,
    hex: length => Array.from({ length }, () => between(0, 15).toString(16)).join(''),
    fork: () => createRandom(between(0, 0xffffffff)),
  }
}

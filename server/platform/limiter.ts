// Limits on one node, in memory: a token bucket for each caller. What must hold across nodes is counted in the database.
import type { Clock } from './clock.ts'

const maxKeys = 100_000

export type Limiter = (key: string, perMinute: number) => number

/**
 * Gives a function that takes one token of `perMinute` for `key`, and answers the seconds to wait: 0 when there was one.
 * A bucket holds a minute's worth; `factor` widens every limit of a node alike.
 */
export function createLimiter(clock: Clock, factor = 1): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (key, limit) => {
    const perMinute = limit * factor
    const now = clock().getTime()
    const known = buckets.get(key)
    const bucket = known ?? { tokens: perMinute, at: now }
    const elapsed = Math.max(0, now - bucket.at)
    bucket.tokens = Math.min(perMinute, bucket.tokens + (elapsed / 60_000) * perMinute)
    bucket.at = now
    if (!known) {
      if (buckets.size >= maxKeys) buckets.clear()
      buckets.set(key, bucket)
    }
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) * 60) / perMinute)
    bucket.tokens -= 1
    return 0
  }
}

// How long it will probably take, from how long it took: ranges of which one can say later whether they held.
import type { ChannelName, Topic } from '../../../contract/conversations.ts'

export interface Situation {
  topic: Topic | null
  /** A locale; `zh` and `zh-TW` are one language here. */
  language: string
  channel: ChannelName
  /** How many conversations were ahead when this one was opened. */
  backlog: number
}

/** One that is over. `duration` in milliseconds, finite and not negative. */
export interface Sample extends Situation {
  duration: number
  endedAt: Date
}

export type Scope = 'topic+language' | 'topic' | 'channel' | 'all'

/** `low` and `high` in milliseconds: half of all take at most `low`, nine in ten at most `high`. */
export interface Prediction {
  low: number
  high: number
  /** How many samples it rests on. */
  basis: number
  scope: Scope
}

const enough = 20
const fewest = 5
const halfLife = 14 * 86_400_000
const leastLoad = 0.5
const mostLoad = 3

/**
 * The range for one more. Takes the narrowest scope with 20 samples, else all of them; null when these are fewer than 5.
 *
 * weight(s) = 2 ^ -((endedAt of the newest - endedAt of s) / 14 days)
 * Q(p, f)   = the smallest f(s) such that the weights of all samples with an f up to it are at least p of all weights
 * load      = (backlog now + 1) / (Q(0.5, backlog) + 1), at least 0.5 and at most 3
 * low       = Q(0.5, duration) * load, high = Q(0.9, duration) * load
 */
export function predict(samples: readonly Sample[], situation: Situation): Prediction | null {
  const { scope, within } = narrowest(samples, situation)
  if (within.length < fewest) return null
  const weights = weightsOf(within)
  const backlog = quantiles(within, weights, ({ backlog }) => backlog)
  const load = Math.min(mostLoad, Math.max(leastLoad, (situation.backlog + 1) / (backlog(0.5) + 1)))
  const duration = quantiles(within, weights, ({ duration }) => duration)
  const scaled = (share: number) => Math.round(duration(share) * load)
  return { low: scaled(0.5), high: scaled(0.9), basis: within.length, scope }
}

function narrowest(all: readonly Sample[], { topic, language, channel }: Situation) {
  const ofTopic = topic === null ? [] : all.filter(sample => sample.topic === topic)
  const wanted = primary(language)
  const candidates: { scope: Scope; within: readonly Sample[] }[] = [
    { scope: 'topic+language', within: ofTopic.filter(sample => primary(sample.language) === wanted) },
    { scope: 'topic', within: ofTopic },
    { scope: 'channel', within: all.filter(sample => sample.channel === channel) },
  ]
  return candidates.find(({ within }) => within.length >= enough) ?? { scope: 'all' as const, within: all }
}

const primary = (locale: string): string => locale.split('-', 1)[0]!.toLowerCase()

/** Relative to the newest, so that a desk which was quiet for years still has weights above 0. */
function weightsOf(samples: readonly Sample[]): Map<Sample, number> {
  const newest = samples.reduce((latest, { endedAt }) => Math.max(latest, endedAt.getTime()), -Infinity)
  return new Map(samples.map(one => [one, 2 ** ((one.endedAt.getTime() - newest) / halfLife)]))
}

function quantiles(
  samples: readonly Sample[],
  weights: ReadonlyMap<Sample, number>,
  value: (sample: Sample) => number,
): (share: number) => number {
  const sorted = samples.toSorted((one, other) => value(one) - value(other))
  const upTo: number[] = []
  for (const sample of sorted) upTo.push((upTo.at(-1) ?? 0) + weights.get(sample)!)
  const total = upTo.at(-1)!
  return share => value(sorted[upTo.findIndex(sum => sum >= share * total)]!)
}

/** Shares between 0 and 1 of those whose outcome is known; null where there is none. */
export interface Accuracy {
  basis: number
  /** low <= duration <= high; 0.4 is to be expected. */
  withinRange: number | null
  /** duration <= high; 0.9 is to be expected. */
  belowHigh: number | null
}

/** How good predictions were; those without an outcome, and outcomes without a prediction, are left out. Durations in milliseconds. */
export function accuracy(
  predictions: readonly { id: string; low: number; high: number }[],
  outcomes: readonly { id: string; duration: number }[],
): Accuracy {
  const durations = new Map(outcomes.map(({ id, duration }) => [id, duration]))
  let [basis, within, below] = [0, 0, 0]
  for (const { id, low, high } of predictions) {
    const duration = durations.get(id)
    if (duration === undefined) continue
    basis++
    if (duration <= high) below++
    if (duration >= low && duration <= high) within++
  }
  return {
    basis,
    withinRange: basis === 0 ? null : within / basis,
    belowHigh: basis === 0 ? null : below / basis,
  }
}

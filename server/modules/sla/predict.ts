// How long it will probably take, from how long it took: ranges of which one can say later whether they held.
import type { ChannelName, Topic } from '../../../contract/conversations.ts'
import type { Accuracy } from '../../../contract/predictions.ts'

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
export interface Range {
  low: number
  high: number
  /** How many samples it rests on. */
  basis: number
}

export interface Prediction extends Range {
  scope: Scope
}

/** The range for one more; null where too little is known. */
export type Forecast = (situation: Situation) => Prediction | null

const enough = 20
const fewest = 5
const halfLife = 14 * 86_400_000
const leastLoad = 0.5
const mostLoad = 3

/**
 * Takes the narrowest scope with 20 samples, else all of them; says nothing when these are fewer than 5. What it reckons of a
 * scope is reckoned once.
 *
 * weight(s) = 2 ^ -((endedAt of the newest - endedAt of s) / 14 days)
 * Q(p, f)   = the smallest f(s) such that the weights of all samples with an f up to it are at least p of all weights
 * load      = (backlog now + 1) / (Q(0.5, backlog) + 1), at least 0.5 and at most 3
 * low       = Q(0.5, duration) * load, high = Q(0.9, duration) * load
 */
export function forecastFrom(samples: readonly Sample[]): Forecast {
  const groups = new Map<string, Sample[]>()
  for (const sample of samples) {
    for (const { key } of scopesOf(sample)) {
      const group = groups.get(key)
      if (group) group.push(sample)
      else groups.set(key, [sample])
    }
  }
  const spreads = new Map<string, Spread | null>()
  return situation => {
    const scopes = scopesOf(situation)
    const { scope, key } = scopes.find(one => (groups.get(one.key)?.length ?? 0) >= enough) ?? scopes.at(-1)!
    if (!spreads.has(key)) spreads.set(key, spreadOf(groups.get(key) ?? []))
    const spread = spreads.get(key)
    return spread ? { ...scaled(spread, situation.backlog), scope } : null
  }
}

/** The range of these samples, whatever they have in common; null when they are fewer than 5. */
export function rangeOf(samples: readonly Sample[], backlog: number): Range | null {
  const spread = spreadOf(samples)
  return spread && scaled(spread, backlog)
}

/** From the narrowest on. */
function scopesOf({ topic, language, channel }: Omit<Situation, 'backlog'>): { scope: Scope; key: string }[] {
  const ofTopic: { scope: Scope; key: string }[] =
    topic === null
      ? []
      : [
          { scope: 'topic+language', key: `topic ${topic} ${primary(language)}` },
          { scope: 'topic', key: `topic ${topic}` },
        ]
  return [...ofTopic, { scope: 'channel', key: `channel ${channel}` }, { scope: 'all', key: 'all' }]
}

/** The language without its region. */
export const primary = (locale: string): string => locale.split('-', 1)[0]!.toLowerCase()

/** What is typical of some samples: the middle of their backlogs, and how long they took. */
interface Spread {
  basis: number
  backlog: number
  low: number
  high: number
}

function spreadOf(samples: readonly Sample[]): Spread | null {
  if (samples.length < fewest) return null
  const weights = weightsOf(samples)
  const duration = quantiles(samples, weights, sample => sample.duration)
  const backlog = quantiles(samples, weights, sample => sample.backlog)
  return { basis: samples.length, backlog: backlog(0.5), low: duration(0.5), high: duration(0.9) }
}

function scaled({ basis, backlog, low, high }: Spread, now: number): Range {
  const load = Math.min(mostLoad, Math.max(leastLoad, (now + 1) / (backlog + 1)))
  return { low: Math.round(low * load), high: Math.round(high * load), basis }
}

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

/**
 * How well ranges held that were told: the share with duration <= high, of which 0.9 is to be expected, and the middle of all
 * |duration - low|. Null with fewer than 5.
 */
export function accuracy(told: readonly { low: number; high: number; duration: number }[]): Accuracy {
  const basis = told.length
  if (basis < fewest) return { basis, belowHigh: null, medianError: null }
  const errors = told
    .map(({ low, duration }) => Math.abs(duration - low))
    .toSorted((one, other) => one - other)
  return {
    basis,
    belowHigh: told.filter(({ high, duration }) => duration <= high).length / basis,
    medianError: errors[Math.floor((basis - 1) / 2)]!,
  }
}

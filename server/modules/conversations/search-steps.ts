// Decides in which steps a search goes back through time. The index gives what holds a word in no order, so a word that stands in
// every third entry is looked for in slices of time, the newest first, each as large as finding a page in it may need.
import type { SearchParts } from '../../text/search-query.ts'
import type { Frequencies } from './search-frequencies.ts'

/** What a search does; times as milliseconds. */
export interface Way {
  /** Whether the word that is being typed is read from the index; otherwise what the rest finds is looked through for it. */
  prefixByIndex: boolean
  /** Cost of one entry's worth of time, in milliseconds on a plain machine. */
  cost: number
  /** The same where all words always stand together. */
  worst: number
  /** Share of the entries that are expected to fit. */
  share: number
}

/** Milliseconds on a plain machine: an entry read by itself or among its neighbours, its conversation looked at, an entry passed over. */
const perRead = 0.004
const perNeighbour = 0.0015
const perLook = 0.008
const perPassed = 0.0001
/** What one search may take; then it answers with what it has, and tells how far back it looked. */
export const budget = 24
const firstStep = 1.5
/** A search that takes no longer needs no steps. */
const atOnce = 10
const enough = 120
/**
 * What begins like a word is read from the index as a whole, in each step: more entries than this are too many, alone or beside
 * other words, which find sooner what is looked through.
 */
const widePrefix = { alone: 10_000, beside: 3_000 }

/** How to look for these words; `filtered` where the conversations that they stand in may well not fit. */
export function wayOf({ terms, typing }: SearchParts, known: Frequencies, filtered = false): Way {
  const shares = terms.map(term => known.shares.get(term) ?? known.rest)
  const prefixShare = typing ? shareOfPrefix(typing.prefix, known) : 1
  // Of few letters nobody knows how many rare words begin with them.
  const short = typing !== null && typing.prefix.length < 3 && /^[\x21-\x7e]*$/.test(typing.prefix)
  const wide = terms.length === 0 ? widePrefix.alone : widePrefix.beside
  const prefixByIndex =
    typing !== null && prefixShare * known.total < wide && !(short && known.total > 50_000)
  const indexed = prefixByIndex ? [...shares, Math.max(prefixShare, known.rest)] : shares
  const read = indexed.reduce((product, share) => product * share, 1)
  const passed = Math.min(1, ...indexed)
  // Words that people use together stand together more often than by chance.
  const reading = indexed.length === 0 ? perNeighbour : Math.sqrt(read * passed) * perRead
  const share = prefixByIndex || !typing ? read : read * Math.max(prefixShare, known.rest)
  const looks = filtered ? share * perLook : 0
  const worst = Math.max(reading, passed * perRead) + looks
  return { prefixByIndex, cost: reading + passed * perPassed + looks, worst, share }
}

function shareOfPrefix(prefix: string, { shares }: Frequencies): number {
  let sum = 0
  for (const [term, share] of shares) if (term.startsWith(prefix)) sum += share
  return Math.min(1, sum)
}

/** From an instant on, until where the step before began; null for all that is left. */
export interface Step {
  from: number | null
}

/** The steps of a search from `upTo` back, until the budget is used up; the last one says whether anything is left. */
export function* stepsOf(way: Way, known: Frequencies, upTo: number): Generator<Step> {
  const binSize = known.total / Math.max(1, known.spread.length - 1)
  let left = entriesBefore(upTo, known, binSize)
  if (known.spread.length < 2 || left * way.worst <= atOnce) {
    yield { from: null }
    return
  }
  let spent = 0
  let size = Math.max(firstStep / way.cost, Math.min(enough / way.share, (4 * firstStep) / way.cost))
  while (spent < budget) {
    spent += size * way.cost
    left -= size
    if (left <= binSize / 10) {
      yield { from: null }
      return
    }
    yield { from: instantWith(left, known, binSize) }
    size = Math.min(size * 4, budget / 2 / way.cost)
  }
}

/** About how many entries are older than an instant. */
function entriesBefore(at: number, { spread, total }: Frequencies, binSize: number): number {
  const next = spread.findIndex(bound => bound >= at)
  if (next < 0) return total
  if (next === 0) return 0
  const [lower, upper] = [spread[next - 1]!, spread[next]!]
  return (next - 1 + (at - lower) / Math.max(1, upper - lower)) * binSize
}

/** The instant before which there are about this many entries. */
function instantWith(entries: number, { spread }: Frequencies, binSize: number): number {
  const bin = Math.min(Math.floor(entries / binSize), spread.length - 2)
  const [lower, upper] = [spread[bin]!, spread[bin + 1]!]
  return lower + (entries / binSize - bin) * (upper - lower)
}

const dayMs = 86_400_000
/** Days of the spans that the index knows, as the migration has them. */
const spans = [1, 8, 64, 512]
const mostKeys = 12

/** The fewest keys of the index that hold all entries of a time; more than those, as a span may begin earlier. */
export function slicesOf(from: number, upTo: number): number[] {
  for (const [level, days] of spans.entries()) {
    const [first, last] = [from, upTo].map(at => Math.floor(at / (days * dayMs))) as [number, number]
    if (last - first < mostKeys || level === spans.length - 1)
      return Array.from({ length: last - first + 1 }, (_, n) => (first + n) * spans.length + level)
  }
  return []
}

// How much two texts say the same, in any language: by the runs of letters that they share. Linear.
import { normalise } from './normalise.ts'

/** Letters in a run. */
const runLength = 4
/** A text with fewer different runs says too little to be compared. */
const fewestRuns = 4
const sameWords = 0.8
/** Enough where both name the same order or transaction. */
const sameMatter = 0.4

/** The share of runs of letters and digits that both texts have, of all that either has: 0 to 1; 0 where one says too little. */
export function likeness(one: string, other: string): number {
  const runs = runsOf(one)
  const others = runsOf(other)
  if (runs.size < fewestRuns || others.size < fewestRuns) return 0
  let shared = 0
  for (const run of runs) if (others.has(run)) shared += 1
  return shared / (runs.size + others.size - shared)
}

/**
 * Whether two texts of one writer ask for the same: in nearly the same words, or in similar ones about the same order or
 * transaction. Never where each names one that the other doesn't.
 */
export function isSameRequest(one: string, other: string): boolean {
  const named = referencesIn(one)
  const others = referencesIn(other)
  const shares = [...named].some(reference => others.has(reference))
  if (!shares && named.size > 0 && others.size > 0) return false
  return likeness(one, other) >= (shares ? sameMatter : sameWords)
}

function runsOf(text: string): Set<string> {
  const letters = Array.from(normalise(text).replace(/[^\p{L}\p{N}]+/gu, ''))
  const runs = new Set<string>()
  for (let at = 0; at + runLength <= letters.length; at++) {
    runs.add(letters.slice(at, at + runLength).join(''))
  }
  return runs
}

/** What looks like the number of an order, a transaction or an address: long, and with digits. */
function referencesIn(text: string): Set<string> {
  const words = normalise(text).match(/[a-z0-9]+/g) ?? []
  return new Set(
    words.filter(word => word.length >= 6 && word.length <= 128 && /\d{4}|\d.*[a-z].*\d/.test(word)),
  )
}

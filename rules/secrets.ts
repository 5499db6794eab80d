// The secret firewall: finds what nobody may ever store, before it leaves the browser and again on the server.

import { COMMON_WORDS } from './common-words.ts'
import { type LatinWord, latinWords } from './latin-words.ts'
import { type NearWords, nearWords } from './near-words.ts'

/** Stands where a seed phrase stood. It reads the same in every language and is never taken for a secret itself. */
export const SEED_PHRASE_REMOVED = '⟦seed phrase removed · 助记词已移除⟧'

/** A BIP-39 word list, lower case. Pass the same object each time: its index is built once. */
export type WordList = ReadonlySet<string> | readonly string[]

/** Offsets are UTF-16 positions in the original text, end exclusive; `words` counts the words of the run. */
export type SeedPhrase = { start: number; end: number; words: number }

export type Redaction = { text: string; removed: { kind: 'seed_phrase'; count: number }[] }

const MIN_WORDS = 12
const MIN_DISTINCT = 9
const MAX_TYPOS = 2
const MIN_EXACT = MIN_WORDS - MAX_TYPOS
// Sentences repeat "you" and "this"; with typos allowed that has to count for more.
const MIN_DISTINCT_WITH_TYPOS = 11
const MIN_TYPO_LETTERS = 3

/**
 * Finds runs of at least 12 words of the list, at least 9 of them distinct, whatever separates or numbers them. Up to
 * two words of a run may be misspelt by one letter; such a run has at least 10 exact words. Time is linear.
 */
export function findSeedPhrases(text: string, words: WordList): SeedPhrase[] {
  const runs = plausibleRuns(latinWords(text, SEED_PHRASE_REMOVED))
  if (runs.length === 0) return []
  const list = nearWords(words)
  return runs.flatMap(run => listedRuns(run, list).flatMap(seedPhrasesIn))
}

/** Replaces every seed phrase by SEED_PHRASE_REMOVED; `removed` is empty when there was none. */
export function redactSecrets(text: string, words: WordList): Redaction {
  const found = findSeedPhrases(text, words)
  if (found.length === 0) return { text, removed: [] }
  return { text: redactRanges(text, found), removed: [{ kind: 'seed_phrase', count: found.length }] }
}

/** Replaces the given ranges (in order, not overlapping) by SEED_PHRASE_REMOVED. */
export function redactRanges(text: string, ranges: readonly { start: number; end: number }[]): string {
  let kept = ''
  let from = 0
  for (const range of ranges) {
    kept += text.slice(from, range.start) + SEED_PHRASE_REMOVED
    from = range.end
  }
  return kept + text.slice(from)
}

/** True when a text could hold a seed phrase; needs no word list. Never false where findSeedPhrases finds one. */
export function mayHoldSeedPhrase(text: string): boolean {
  return plausibleRuns(latinWords(text, SEED_PHRASE_REMOVED)).length > 0
}

/** Runs of at least 12 words whose lengths allow them to be in a BIP-39 list, labels included. */
function plausibleRuns(words: readonly LatinWord[]): LatinWord[][] {
  const runs: LatinWord[][] = []
  let run: LatinWord[] = []
  let long = 0
  const close = () => {
    if (long >= MIN_WORDS) runs.push(run)
    run = []
    long = 0
  }
  for (const word of words) {
    const fits = word.word.length >= 3 && word.word.length <= 9
    if (word.apart || !(fits || word.label)) close()
    if (fits || word.label) run.push(word)
    if (fits) long++
  }
  close()
  return runs
}

type Listed = { word: string; start: number; end: number; typo: boolean }

/** The pieces of a run in which every word is in the list or nearly so; labels are left out. */
function listedRuns(run: readonly LatinWord[], list: NearWords): Listed[][] {
  const words = run.filter(word => !word.label || list.has(word.word))
  const exactBefore = [0]
  for (const { word } of words) exactBefore.push(exactBefore.at(-1)! + (list.has(word) ? 1 : 0))
  const exactIn = (from: number, to: number) =>
    exactBefore[Math.min(to, words.length)]! - exactBefore[Math.max(from, 0)]!

  const pieces: Listed[][] = []
  let piece: Listed[] = []
  for (const [at, { word, start, end }] of words.entries()) {
    const typo = exactIn(at, at + 1) === 0
    if (!typo || (exactIn(at - MIN_WORDS + 1, at + MIN_WORDS) >= MIN_EXACT && isTypo(word, list))) {
      piece.push({ word, start, end, typo })
    } else {
      pieces.push(piece)
      piece = []
    }
  }
  pieces.push(piece)
  return pieces.filter(listed => listed.length >= MIN_WORDS)
}

const isTypo = (word: string, list: NearWords) =>
  word.length >= MIN_TYPO_LETTERS && !COMMON_WORDS.has(word) && list.near(word)

type Stretch = { first: number; last: number }

function seedPhrasesIn(words: readonly Listed[]): SeedPhrase[] {
  const exact = stretches(words, 0, MIN_DISTINCT)
  const misspelt = stretches(words, MAX_TYPOS, MIN_DISTINCT_WITH_TYPOS)
  return joined([...exact, ...misspelt]).map(({ first, last }) => ({
    start: words[first]!.start,
    end: words[last]!.end,
    words: last - first + 1,
  }))
}

/** Slides over the widest stretches with at most so many typos and keeps those that are seed phrases. */
function stretches(words: readonly Listed[], maxTypos: number, minDistinct: number): Stretch[] {
  const found: Stretch[] = []
  const counts = new Map<string, number>()
  let first = 0
  let typos = 0
  for (const [last, word] of words.entries()) {
    counts.set(word.word, (counts.get(word.word) ?? 0) + 1)
    if (word.typo) typos++
    for (; typos > maxTypos; first++) {
      const gone = words[first]!
      if (gone.typo) typos--
      forget(counts, gone.word)
    }
    const widest = last === words.length - 1 || (typos === maxTypos && words[last + 1]!.typo)
    const spare = Math.min(last - first + 1 - MIN_WORDS, counts.size - minDistinct)
    if (widest && spare >= 0) found.push(trimmed(words, first, last, spare))
  }
  return found
}

function forget(counts: Map<string, number>, word: string): void {
  const left = (counts.get(word) ?? 0) - 1
  if (left > 0) counts.set(word, left)
  else counts.delete(word)
}

/** A misspelt word at an edge is more likely the sentence around the phrase: it goes when the rest is enough. */
function trimmed(words: readonly Listed[], from: number, to: number, spareWords: number): Stretch {
  let [first, last, spare] = [from, to, spareWords]
  for (; spare > 0 && words[first]!.typo; spare--) first++
  for (; spare > 0 && words[last]!.typo; spare--) last--
  return { first, last }
}

function joined(all: Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const next of all.toSorted((a, b) => a.first - b.first)) {
    const before = result.at(-1)
    if (before && next.first <= before.last) before.last = Math.max(before.last, next.last)
    else result.push({ ...next })
  }
  return result
}

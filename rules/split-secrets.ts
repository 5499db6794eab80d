// A phrase sent in pieces is a phrase all the same: looks at a sender's last messages together.

import { latinWords } from './latin-words.ts'
import { nearWords } from './near-words.ts'
import { findSeedPhrases, SEED_PHRASE_REMOVED, type WordList } from './secrets.ts'

/** How many earlier messages of a sender to pass at most; older ones are ignored. */
export const SPLIT_LOOKBACK = 24

const ALWAYS_JOINED = 5
/** UTF-16 units; whatever separates the words of a phrase is shorter. */
const BEGINNING = 200

/** Ranges to remove: of the message being sent, and of earlier ones by their index in `previous`. */
export type SplitSeedPhrase = {
  current: { start: number; end: number }[]
  earlier: { index: number; start: number; end: number }[]
}

/**
 * Finds seed phrases that only the sender's earlier messages (oldest first) and the current one hold together. The
 * last five are joined, and older ones while they hold nothing but words of the list (one word a message). Messages
 * without any such word ("ok", "next") do not end a phrase. Null when the current message completes none; what it
 * holds alone is found by findSeedPhrases.
 */
export function findSplitSeedPhrase(
  previous: readonly string[],
  current: string,
  words: WordList,
): SplitSeedPhrase | null {
  const list = nearWords(words)
  if (listedShare(current, list) === 0) return null
  const joined = joinedMessages(previous, list)
  if (joined.length === 0) return null

  const pieces: { index: number; start: number; text: string }[] = []
  let text = ''
  for (const piece of [...joined, { index: -1, text: current }]) {
    pieces.push({ ...piece, start: text.length })
    text += `${piece.text}\n`
  }

  const result: SplitSeedPhrase = { current: [], earlier: [] }
  const currentStart = pieces.at(-1)!.start
  for (const found of findSeedPhrases(text, words)) {
    if (found.start >= currentStart || found.end <= currentStart) continue
    for (const piece of pieces) {
      const start = Math.max(found.start - piece.start, 0)
      const end = Math.min(found.end - piece.start, piece.text.length)
      if (start >= end) continue
      if (piece.index < 0) result.current.push({ start, end })
      else result.earlier.push({ index: piece.index, start, end })
    }
  }
  return result.current.length > 0 ? result : null
}

/**
 * Whether findSplitSeedPhrase could find anything in a message, whatever came before: it has to begin with words of the
 * list. Looks at its beginning only, so that it may be asked of every message.
 */
export function mayGoOn(current: string, words: WordList): boolean {
  const list = nearWords(words)
  const begin = latinWords(current.slice(0, BEGINNING), SEED_PHRASE_REMOVED)
  const [first, second] = begin.filter(word => !word.label || list.has(word.word))
  if (!first || first.apart) return false
  return list.has(first.word) || (second !== undefined && list.has(second.word) && list.near(first.word))
}

function joinedMessages(previous: readonly string[], list: ReturnType<typeof nearWords>) {
  const joined: { index: number; text: string }[] = []
  const oldest = Math.max(0, previous.length - SPLIT_LOOKBACK)
  for (let index = previous.length - 1; index >= oldest; index--) {
    const text = previous[index]!
    const share = listedShare(text, list)
    if (index < previous.length - ALWAYS_JOINED && share < 1) break
    if (share > 0) joined.unshift({ index, text })
  }
  return joined
}

/** The share of a message's words that are in the list, 0 to 1. */
function listedShare(text: string, list: ReturnType<typeof nearWords>): number {
  const words = latinWords(text, SEED_PHRASE_REMOVED).filter(word => !word.label || list.has(word.word))
  return words.length === 0 ? 0 : words.filter(word => list.has(word.word)).length / words.length
}

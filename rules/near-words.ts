// Tells in constant time whether a word is one slip of the fingers away from a word of a list.

/** A word list that also knows its misspellings: one letter missing, added, wrong, or two neighbours swapped. */
export type NearWords = { has(word: string): boolean; near(word: string): boolean }

const known = new WeakMap<object, NearWords>()

/** Builds the index once for each list; the same list object gives the same index. */
export function nearWords(words: ReadonlySet<string> | readonly string[]): NearWords {
  const cached = known.get(words)
  if (cached) return cached
  const set: ReadonlySet<string> = 'has' in words ? words : new Set(words)
  let shapes: Set<string> | undefined
  const index: NearWords = {
    has: word => set.has(word),
    near: word => {
      shapes ??= shapesOf(set)
      return isNear(word, set, shapes)
    },
  }
  known.set(words, index)
  return index
}

/** Every word with one letter missing, and every word with one letter replaced by a gap. */
function shapesOf(words: Iterable<string>): Set<string> {
  const shapes = new Set<string>()
  for (const word of words) {
    for (let at = 0; at < word.length; at++) {
      shapes.add(without(word, at))
      shapes.add(withGap(word, at))
    }
  }
  return shapes
}

function isNear(word: string, words: ReadonlySet<string>, shapes: ReadonlySet<string>): boolean {
  if (shapes.has(word)) return true
  for (let at = 0; at < word.length; at++) {
    if (words.has(without(word, at)) || shapes.has(withGap(word, at)) || words.has(swapped(word, at)))
      return true
  }
  return false
}

const without = (word: string, at: number) => word.slice(0, at) + word.slice(at + 1)
const withGap = (word: string, at: number) => `${word.slice(0, at)}_${word.slice(at + 1)}`
const swapped = (word: string, at: number) =>
  word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)

// Finds the concepts in a text: the words and phrases that mean the same, however they are spelt and in whichever language.

import type { Atom } from './atoms.ts'
import { type Concept, patternOf, type Step } from './concepts.ts'

/** Words or characters that `*` may stand for. */
const longestGap = 3

/** A place in a text where concepts were found, by positions of atoms. */
export interface Match {
  concepts: readonly Concept[]
  /** The atoms that say it, without those in a gap and those that only have to be there. */
  named: readonly number[]
}

export interface Lexicon {
  /**
   * Where the words of concepts stand, in order. What lies within a longer match is no match: "cash out" is not "cash".
   * Linear but for the length of phrases.
   */
  matches(atoms: readonly Atom[]): Match[]
  /** Whether an atom occurs in any word or phrase, so that it can't be a slip of the pen. */
  knows(atom: string): boolean
  /** Every word of one atom, as concepts spell it: what a misspelt word may have been meant to be. */
  words: readonly string[]
}

interface Node {
  said: Map<string, Node>
  context: Map<string, Node> | undefined
  gap: Node | undefined
  concepts: Concept[]
}

const node = (): Node => ({ said: new Map(), context: undefined, gap: undefined, concepts: [] })

/** The concepts made ready to be found. */
export function createLexicon(concepts: readonly Concept[]): Lexicon {
  const root = node()
  const known = new Set<string>()
  const words = new Set<string>()
  for (const concept of concepts) {
    for (const word of Object.values(concept.words).flat()) {
      const pattern = patternOf(word)
      if (!pattern) continue
      add(root, pattern, concept)
      for (const { atom } of pattern) known.add(atom)
      for (const single of word.toLowerCase().split(/[^a-z]+/)) words.add(single)
    }
  }
  return {
    matches: atoms => longest(all(root, atoms), atoms.length),
    knows: atom => known.has(atom),
    words: [...words],
  }
}

function add(root: Node, pattern: readonly Step[], concept: Concept): void {
  let at = root
  for (const { atom, is } of pattern) {
    if (is === 'gap') {
      at = at.gap ??= node()
      continue
    }
    const edges = is === 'said' ? at.said : (at.context ??= new Map<string, Node>())
    const next = edges.get(atom) ?? node()
    edges.set(atom, next)
    at = next
  }
  if (!at.concepts.includes(concept)) at.concepts.push(concept)
}

function all(root: Node, atoms: readonly Atom[]): Match[] {
  const found: Match[] = []
  const step = (from: Node, position: number, named: readonly number[]) => {
    const text = atoms[position]!.text
    const said = from.said.get(text)
    if (said) walk(said, position + 1, [...named, position])
    const context = from.context?.get(text)
    if (context) walk(context, position + 1, named)
  }
  const walk = (at: Node, position: number, named: readonly number[]) => {
    if (at.concepts.length > 0 && !isThere(found, at.concepts, named))
      found.push({ concepts: at.concepts, named })
    if (position < atoms.length) step(at, position, named)
    if (!at.gap) return
    for (let skipped = 0; skipped <= longestGap && position + skipped < atoms.length; skipped++) {
      step(at.gap, position + skipped, named)
    }
  }
  for (let at = 0; at < atoms.length; at++) step(root, at, [])
  return found
}

/** The same words can be found with a gap and without one. */
function isThere(found: readonly Match[], concepts: readonly Concept[], named: readonly number[]): boolean {
  for (let at = found.length - 1; at >= 0 && found[at]!.named[0] === named[0]; at--) {
    const other = found[at]!
    const isSame =
      other.named.length === named.length && other.named.every((one, place) => one === named[place])
    if (isSame && concepts.every(one => other.concepts.includes(one))) return true
  }
  return false
}

/** Without those of which every word belongs to a longer one. */
function longest(found: readonly Match[], atoms: number): Match[] {
  const most = new Uint8Array(atoms)
  for (const { named } of found) for (const at of named) most[at] = Math.max(most[at]!, named.length)
  return found.filter(({ named }) => named.some(at => most[at] === named.length))
}

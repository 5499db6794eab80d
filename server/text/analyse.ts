// What an article is found by, worked out once when it is written: its terms, how much it says about each, and its words as spelt.

import { atomsOf } from './atoms.ts'
import type { Lexicon } from './lexicon.ts'
import { normalise } from './normalise.ts'
import { spelling, termsOf } from './terms.ts'
import { type Token, tokens } from './tokens.ts'

/** A part of an article; a word in one of weight 3 counts as often as three in one of weight 1. */
export interface Field {
  text: string
  weight: number
}

export interface Analysed {
  /** 1 to 255: how much of the article a term is, the same in every index. Concepts have a `#` before their name. */
  terms: ReadonlyMap<string, number>
  /** Latin words as they are spelt, against which slips of the pen are held. */
  words: readonly string[]
}

/** Units of all fields together that are read; far beyond what people write. */
const maxLength = 400_000
const maxTerms = 20_000
export const spelt = /^[a-z]{3,24}$/

/** A field of weight 1 and this many words says half as much with each; heavy fields are meant to be shorter. */
const longField = 100
/** What is said so often, as often as in a short field of weight 1, is half of what can be said. */
const half = 1.2

export const conceptTerm = (name: string): string => `#${name}`

/** Linear in the text; about a millisecond for an article of 400 words. */
export function analyse(fields: readonly Field[], lexicon: Lexicon): Analysed {
  const counts = new Map<string, number>()
  const words = new Set<string>()
  let left = maxLength
  for (const { text, weight } of fields) {
    const inField = new Map<string, number>()
    const add = (term: string) => void inField.set(term, (inField.get(term) ?? 0) + 1)
    const length = addField(normalise(text.slice(0, left)), lexicon, add, words)
    left = Math.max(0, left - text.length)
    const worth = (weight * longField) / (longField + length * weight)
    for (const [term, count] of inField) {
      const known = counts.get(term)
      if (known !== undefined || counts.size < maxTerms) counts.set(term, (known ?? 0) + count * worth)
    }
  }
  const terms = new Map<string, number>()
  for (const [term, count] of counts) {
    terms.set(term, Math.max(1, Math.round((255 * count) / (count + half))))
  }
  return { terms, words: [...words] }
}

/** Gives how many words the text has, without those that are ignored. */
function addField(text: string, lexicon: Lexicon, add: (term: string) => void, words: Set<string>): number {
  const found = tokens(text)
  const atoms = atomsOf(found)
  const ignored = new Set<number>()
  for (const { concepts, named } of lexicon.matches(atoms)) {
    const telling = concepts.filter(({ weight }) => weight > 0)
    for (const { name } of telling) add(conceptTerm(name))
    if (telling.length === 0) for (const at of named) ignored.add(at)
  }
  let length = 0
  let done: Token | undefined
  for (const [at, atom] of atoms.entries()) {
    if (ignored.has(at)) continue
    length += 1
    if (atom.token.kind === 'run') {
      const next = atoms[at + 1]
      const alone = atom.token.text.length === atom.text.length
      if (alone) add(atom.text)
      else if (next?.token === atom.token && !ignored.has(at + 1)) add(atom.text + next.text)
    } else if (atom.token !== done) {
      done = atom.token
      for (const term of termsOf(atom.token)) if (term !== '') add(term)
      const word = spelling(atom.token)
      if (spelt.test(word)) words.add(word)
    }
  }
  return length
}

const version = '1'

/** As one text for a column of a database: about four kilobytes for an article of 400 words. */
export function pack({ terms, words }: Analysed): string {
  const byWeight = new Map<number, string[]>()
  for (const [term, weight] of terms) {
    const same = byWeight.get(weight)
    if (same) same.push(term)
    else byWeight.set(weight, [term])
  }
  const lines = Array.from(byWeight, ([weight, same]) => `${weight} ${same.join(' ')}`)
  return [version, words.join(' '), ...lines].join('\n')
}

/** What `pack` packed; null where an older version of the analyser did, and the article must be analysed again. */
export function unpack(text: string): Analysed | null {
  const [written, words = '', ...lines] = text.split('\n')
  if (written !== version) return null
  const terms = new Map<string, number>()
  for (const line of lines) {
    const [weight, ...same] = line.split(' ')
    for (const term of same) terms.set(term, Number(weight))
  }
  return { terms, words: words === '' ? [] : words.split(' ') }
}

// Writes a text as the literal of a PostgreSQL tsvector, so that search needs no text configuration in the database.

import { normalise } from './normalise.ts'
import { characters, pairsOfCharacters, spelling, termsOf } from './terms.ts'
import { type Token, tokens } from './tokens.ts'

const LAST_POSITION = 16_383
const POSITIONS_A_TERM = 255
const MAX_BYTES = 900_000

/**
 * A tsvector literal, to be used as `$1::tsvector`. Valid for any text; beyond 900 kB of terms the rest is left out.
 * Words are stored by stem and as spelt, so that a prefix still being typed finds them.
 */
export function toSearchVector(text: string): string {
  const positions = new Map<string, number[]>()
  const storedTerms = remembered(token => new Set([...termsOf(token), spelling(token)]))
  let bytes = 0
  let place = 0
  const add = (term: string, offset: number) => {
    if (term === '') return
    const at = Math.min(place + offset, LAST_POSITION)
    const known = positions.get(term)
    if (!known) {
      bytes += Buffer.byteLength(term) + 6
      if (bytes <= MAX_BYTES) positions.set(term, [at])
    } else if (known.length < POSITIONS_A_TERM && known.at(-1) !== at) {
      bytes += 2
      if (bytes <= MAX_BYTES) known.push(at)
    }
  }

  for (const token of tokens(normalise(text))) {
    place++
    if (token.kind === 'run') {
      const chars = characters(token.text)
      chars.forEach(add)
      pairsOfCharacters(token.text).forEach(add)
      place += chars.length - 1
    } else {
      for (const term of storedTerms(token)) add(term, 0)
    }
  }
  return Array.from(positions, ([term, at]) => `${quoted(term)}:${at.join(',')}`).join(' ')
}

/** The work is in the distinct words: a long text repeats itself. */
function remembered<T>(of: (token: Token) => T): (token: Token) => T {
  const known = new Map<string, T>()
  return token => {
    let value = known.get(token.text)
    if (value === undefined) known.set(token.text, (value = of(token)))
    return value
  }
}

/** A term as a quoted lexeme of tsvector and tsquery literals. */
export function quoted(term: string): string {
  const special = term.includes("'") || term.includes('\\')
  return `'${special ? term.replaceAll(/['\\]/g, '$&$&') : term}'`
}

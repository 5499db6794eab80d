// The smallest pieces that phrases are made of: stems of words, codes, and single characters where no spaces divide words.

import { characters, wantedTermsOf } from './terms.ts'
import type { Token } from './tokens.ts'

export interface Atom {
  text: string
  /** Offsets into the normalised text that the tokens were cut from. */
  start: number
  end: number
  token: Token
}

/** In the order in which they stand; "BTCUSDT" gives two with the same offsets. Linear. */
export function atomsOf(found: readonly Token[]): Atom[] {
  const atoms: Atom[] = []
  for (const token of found) {
    if (token.kind !== 'run') {
      for (const text of wantedTermsOf(token)) atoms.push({ text, start: token.start, end: token.end, token })
      continue
    }
    let start = token.start
    for (const text of characters(token.text)) {
      atoms.push({ text, start, end: start + text.length, token })
      start += text.length
    }
  }
  return atoms
}

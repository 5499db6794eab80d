// One form for all the ways of writing the same text: search, comparison and the screening of languages start here.

import { simplify } from './simplify.ts'

const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu

/** NFKC, lower case, simplified Han, without zero-width and other invisible characters. Linear. */
export function normalise(text: string): string {
  return simplify(text.replace(INVISIBLE, '').normalize('NFKC').toLowerCase().normalize('NFKC')).replaceAll(
    'ς',
    'σ',
  )
}

/** A normalised text that remembers where it came from. */
export type Traced = {
  text: string
  /** Offset in the original of a unit of the normalised text; its length maps to the original's end. */
  origin(at: number): number
}

// Pieces that normalise by themselves: what composes with its neighbour stays in one piece. Letters of Hangul come
// in several blocks (conjoining, compatibility, halfwidth, circled), and all compose, also onto a syllable before them.
const PIECES =
  /[ -~]+(?=[ -~])|[\u4e00-\u9fff]+(?=[\u4e00-\u9fff])|[가-힣]?(?:\p{Default_Ignorable_Code_Point}|(?![가-힣])\p{Script=Hangul})*(?![가-힣])\p{Script=Hangul}[\p{M}\p{Default_Ignorable_Code_Point}]*|[^][\p{M}\p{Default_Ignorable_Code_Point}\uff9e\uff9f]*/gu

/** As normalise, with the way back to offsets of the original, for highlighting. */
export function trace(text: string): Traced {
  const origins: number[] = []
  let result = ''
  for (const match of text.matchAll(PIECES)) {
    const piece = match[0]
    const plain = normalise(piece)
    for (let at = 0; at < plain.length; at++)
      origins.push(match.index + (plain.length === piece.length ? at : 0))
    result += plain
  }
  origins.push(text.length)
  return { text: result, origin: at => origins[Math.min(at, result.length)]! }
}

// Shows where a text answers a query, as plain pieces of text: what becomes of them is the reader's business, never HTML.

import { atomsOf } from './atoms.ts'
import type { Lexicon } from './lexicon.ts'
import { trace } from './normalise.ts'
import { queryTokens } from './search-query.ts'
import { characters, spelling, termsOf, wantedTermsOf } from './terms.ts'
import { type Token, tokens } from './tokens.ts'

export type Piece = { text: string; hit: boolean }

type Range = { start: number; end: number }

const BEFORE_HIT = 40
const WORD_REACH = 16

/** Concepts that say less are not shown as hits. */
const tellingWeight = 0.5

/**
 * The whole text in pieces; joined they are the text. With a lexicon, what means the same as the query in other words or another
 * language is a hit as well, and words that say nothing are none.
 */
export const highlight = (text: string, query: string, lexicon?: Lexicon): Piece[] =>
  pieces(text, 0, text.length, hitsIn(text, query, lexicon))

/** At most `length` UTF-16 units of the text around its densest hits (its beginning without any), with "…" where it was cut. */
export function snippet(text: string, query: string, length = 200, lexicon?: Lexicon): Piece[] {
  const hits = hitsIn(text, query, lexicon)
  const { start, end } = window(text, hits, length)
  const result = pieces(text, start, end, hits)
  if (start > 0) result.unshift({ text: '…', hit: false })
  if (end < text.length) result.push({ text: '…', hit: false })
  return result
}

function hitsIn(text: string, query: string, lexicon: Lexicon | undefined): Range[] {
  const { found, typing } = queryTokens(query)
  if (found.length === 0) return []
  const { concepts, telling } = lexicon ? meaningOf(found, lexicon) : { concepts: null, telling: found }
  const wanted = new Set(telling.flatMap(wantedTermsOf))
  const prefix = typing && telling.includes(typing) ? spelling(typing) : undefined
  const traced = trace(text)
  const inText = tokens(traced.text)
  const ranges = inText.flatMap(token => hitsOf(token, wanted, prefix))
  if (lexicon && concepts) ranges.push(...conceptsIn(inText, concepts, lexicon))
  const hits: Range[] = []
  for (const range of ranges.sort((one, other) => one.start - other.start)) {
    const [start, end] = [traced.origin(range.start), traced.origin(range.end)]
    const before = hits.at(-1)
    if (before && start <= before.end) before.end = Math.max(end, before.end)
    else if (start < end) hits.push({ start, end })
  }
  return hits
}

/** The concepts of a query, and its tokens without what says nothing. */
function meaningOf(found: readonly Token[], lexicon: Lexicon) {
  const atoms = atomsOf(found)
  const concepts = new Set<string>()
  const ignored = new Set<number>()
  for (const match of lexicon.matches(atoms)) {
    const weight = Math.max(...match.concepts.map(each => each.weight))
    for (const at of match.named) if (weight < tellingWeight) ignored.add(at)
    if (weight >= tellingWeight) for (const { name } of match.concepts) concepts.add(name)
  }
  const telling: Token[] = []
  for (const [at, { token, text }] of atoms.entries()) {
    if (ignored.has(at)) continue
    if (token.kind !== 'run') telling.push(token)
    // A run is what is left of it between the characters that say nothing.
    else if (ignored.has(at - 1) || atoms[at - 1]?.token !== token) telling.push({ ...token, text })
    else telling.at(-1)!.text += text
  }
  return { concepts, telling }
}

function conceptsIn(inText: readonly Token[], concepts: ReadonlySet<string>, lexicon: Lexicon): Range[] {
  const atoms = atomsOf(inText)
  return lexicon
    .matches(atoms)
    .filter(match => match.concepts.some(({ name }) => concepts.has(name)))
    .flatMap(({ named }) => named.map(at => ({ start: atoms[at]!.start, end: atoms[at]!.end })))
}

function hitsOf(token: Token, wanted: ReadonlySet<string>, prefix: string | undefined): Range[] {
  if (token.kind !== 'run') {
    const hit =
      termsOf(token).some(term => wanted.has(term)) || (prefix && spelling(token).startsWith(prefix))
    return hit ? [token] : []
  }
  const hits: Range[] = []
  const chars = characters(token.text)
  let start = token.start
  for (const [at, char] of chars.entries()) {
    const next = chars[at + 1] ?? ''
    if (next !== '' && wanted.has(char + next)) hits.push({ start, end: start + char.length + next.length })
    else if (wanted.has(char)) hits.push({ start, end: start + char.length })
    start += char.length
  }
  return hits
}

function window(text: string, hits: readonly Range[], length: number): Range {
  if (text.length <= length) return { start: 0, end: text.length }
  let best = 0
  let most = 0
  for (let first = 0, last = 0; first < hits.length; first++) {
    while (last < hits.length && hits[last]!.end <= hits[first]!.start - BEFORE_HIT + length) last++
    if (last - first > most) [best, most] = [first, last - first]
  }
  const wish = Math.min((hits[best]?.start ?? 0) - BEFORE_HIT, text.length - length)
  const start = wish <= 0 ? 0 : cutAfterSpace(text, wish)
  return { start, end: cutWithinPair(text, Math.min(start + length, text.length)) }
}

/** The next beginning of a word when it is near, else the next whole character. */
function cutAfterSpace(text: string, at: number): number {
  const space = text.slice(at, at + WORD_REACH).search(/\s/)
  return space >= 0 ? at + space + 1 : cutWithinPair(text, at)
}

const cutWithinPair = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at)

function pieces(text: string, start: number, end: number, hits: readonly Range[]): Piece[] {
  const result: Piece[] = []
  const add = (from: number, to: number, hit: boolean) => {
    if (from < to) result.push({ text: text.slice(from, to), hit })
  }
  let from = start
  for (const hit of hits) {
    if (hit.end <= start || hit.start >= end) continue
    add(from, Math.max(hit.start, start), false)
    add(Math.max(hit.start, start), Math.min(hit.end, end), true)
    from = Math.min(hit.end, end)
  }
  add(from, end, false)
  return result
}

// Shows where a text answers a query, as plain pieces of text: what becomes of them is the reader's business, never HTML.

import { trace } from './normalise.ts'
import { queryTokens } from './search-query.ts'
import { characters, spelling, termsOf, wantedTermsOf } from './terms.ts'
import { type Token, tokens } from './tokens.ts'

export type Piece = { text: string; hit: boolean }

type Range = { start: number; end: number }

const BEFORE_HIT = 40
const WORD_REACH = 16

/** The whole text in pieces; joined they are the text. */
export const highlight = (text: string, query: string): Piece[] =>
  pieces(text, 0, text.length, hitsIn(text, query))

/** At most `length` UTF-16 units of the text around its densest hits (its beginning without any), with "…" where it was cut. */
export function snippet(text: string, query: string, length = 200): Piece[] {
  const hits = hitsIn(text, query)
  const { start, end } = window(text, hits, length)
  const result = pieces(text, start, end, hits)
  if (start > 0) result.unshift({ text: '…', hit: false })
  if (end < text.length) result.push({ text: '…', hit: false })
  return result
}

function hitsIn(text: string, query: string): Range[] {
  const { found, typing } = queryTokens(query)
  if (found.length === 0) return []
  const wanted = new Set(found.flatMap(wantedTermsOf))
  const prefix = typing && spelling(typing)
  const traced = trace(text)
  const hits: Range[] = []
  for (const token of tokens(traced.text)) {
    for (const range of hitsOf(token, wanted, prefix)) {
      const [start, end] = [traced.origin(range.start), traced.origin(range.end)]
      const before = hits.at(-1)
      if (before && start <= before.end) before.end = Math.max(end, before.end)
      else if (start < end) hits.push({ start, end })
    }
  }
  return hits
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

// Writes what a person types into a search box as the literal of a PostgreSQL tsquery.

import { normalise } from './normalise.ts'
import { quoted } from './search-vector.ts'
import { spelling, wantedTermsOf } from './terms.ts'
import { type Token, tokens } from './tokens.ts'

const MAX_TERMS = 64
const MAX_LENGTH = 2_000

/** The words of a query; the last one may be unfinished when nothing follows it. Only the first 2,000 units count. */
export function queryTokens(query: string): { found: Token[]; typing: Token | undefined } {
  const text = normalise(query.slice(0, MAX_LENGTH))
  const found = tokens(text)
  const last = found.at(-1)
  return { found, typing: last && last.kind !== 'run' && last.end === text.length ? last : undefined }
}

/** What must occur in what is found. */
export interface SearchParts {
  /** Terms, all of them. */
  terms: string[]
  /** The word that is still being typed: what begins like it, or what has all of these terms. */
  typing: { prefix: string; terms: string[] } | null
}

/** The parts of a query; null when nothing in it can be searched for. */
export function searchParts(query: string): SearchParts | null {
  const { found, typing } = queryTokens(query)
  const terms = new Set<string>()
  for (const token of found) if (token !== typing) for (const term of wantedTermsOf(token)) terms.add(term)
  if (terms.size === 0 && !typing) return null
  return {
    terms: Array.from(terms).slice(0, MAX_TERMS),
    // Terms that don't all fit leave no room for it.
    typing:
      typing && terms.size < MAX_TERMS ? { prefix: spelling(typing), terms: wantedTermsOf(typing) } : null,
  }
}

/** Parts as a tsquery literal; null for none. Safe for any text. */
export function toLiteral({ terms, typing }: SearchParts): string | null {
  const wanted = [...terms.map(quoted), ...(typing ? [prefixed(typing)] : [])]
  return wanted.length === 0 ? null : wanted.join(' & ')
}

/**
 * A tsquery literal, to be used as `$1::tsquery`: all terms must occur, the last word as a prefix while it is being
 * typed. Safe for any text. Null when nothing in it can be searched for.
 */
export function toSearchQuery(query: string): string | null {
  const parts = searchParts(query)
  return parts && toLiteral(parts)
}

function prefixed({ prefix, terms }: { prefix: string; terms: string[] }): string {
  const asPrefix = `${quoted(prefix)}:*`
  if (terms.length === 1 && terms[0]!.startsWith(prefix)) return asPrefix
  return `(${asPrefix} | ${terms.map(quoted).join(' & ')})`
}

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

/**
 * A tsquery literal, to be used as `$1::tsquery`: all terms must occur, the last word as a prefix while it is being
 * typed. Safe for any text. Null when nothing in it can be searched for.
 */
export function toSearchQuery(query: string): string | null {
  const { found, typing } = queryTokens(query)
  const wanted = new Set<string>()
  for (const token of found) {
    if (token === typing) wanted.add(prefixed(token))
    else for (const term of wantedTermsOf(token)) wanted.add(quoted(term))
  }
  return wanted.size === 0 ? null : Array.from(wanted).slice(0, MAX_TERMS).join(' & ')
}

function prefixed(token: Token): string {
  const prefix = spelling(token)
  const terms = wantedTermsOf(token)
  const asPrefix = `${quoted(prefix)}:*`
  if (terms.length === 1 && terms[0]!.startsWith(prefix)) return asPrefix
  return `(${asPrefix} | ${terms.map(quoted).join(' & ')})`
}

// What a token is found by: the terms it is stored under and the terms a query asks for.

import { stemmer } from 'stemmer'
import type { Token } from './tokens.ts'

const MAX_TERM = 256
const STEMMABLE = /^[a-z]{3,32}$/
// Words whose stem is another word: apy would be api.
const UNSTEMMED = new Set(['apy'])
const PAIR = /^([a-z0-9]{2,10})(usdt|usdc|busd|fdusd|tusd)$/

/** Every term a token is stored under for ranking: stems, characters and pairs of a run, parts of pairs and addresses. */
export function termsOf(token: Token): string[] {
  if (token.kind === 'run') return [...characters(token.text), ...pairsOfCharacters(token.text)]
  if (token.kind === 'email')
    return [spelling(token), ...token.text.split(/[^\p{L}\p{N}\p{M}]+/u).map(capped)]
  return wordTerms(token)
}

/** The terms that all must occur for the token to be found; runs by their pairs of characters. */
export function wantedTermsOf(token: Token): string[] {
  if (token.kind === 'email') return [spelling(token)]
  if (token.kind !== 'run') return wordTerms(token)
  const pairs = pairsOfCharacters(token.text)
  return pairs.length > 0 ? pairs : characters(token.text)
}

/** The token as it is spelt: what a prefix that is still being typed is compared with. */
export function spelling(token: Token): string {
  if (token.kind === 'number') return capped(token.text.replaceAll(',', ''))
  if (token.kind !== 'word') return capped(token.text)
  return capped(withoutAccents(token.text.replace(/['’]s$/, '').replaceAll(/['’]/g, '')))
}

export const characters = (run: string) => Array.from(run)

export function pairsOfCharacters(run: string): string[] {
  const chars = characters(run)
  const pairs: string[] = []
  for (let at = 1; at < chars.length; at++) pairs.push(chars[at - 1]! + chars[at]!)
  return pairs
}

function wordTerms(token: Token): string[] {
  const word = spelling(token)
  if (token.kind !== 'word') return [word]
  const pair = PAIR.exec(word)
  if (pair) return [pair[1]!, pair[2]!]
  return [STEMMABLE.test(word) && !UNSTEMMED.has(word) ? stemmer(word) : word]
}

function withoutAccents(word: string): string {
  return /^[\x20-\x7e]*$/.test(word) || !/\p{sc=Latin}/u.test(word)
    ? word
    : word.normalize('NFD').replaceAll(/\p{M}+/gu, '')
}

/** Cut to a length the database takes, never within a character. */
const capped = (term: string) =>
  term.length <= MAX_TERM ? term : term.slice(0, MAX_TERM).replace(/[\ud800-\udbff]$/, '')

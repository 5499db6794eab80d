// What a question asks for, piece by piece: each concept, word, code or pair of characters, with all the terms that may answer it.

import { conceptTerm, spelt } from './analyse.ts'
import { type Atom, atomsOf } from './atoms.ts'
import type { Lexicon, Match } from './lexicon.ts'
import { trace } from './normalise.ts'
import { spelling, wantedTermsOf } from './terms.ts'
import { type Token, tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One thing that is asked for. */
export interface Unit {
  terms: Map<string, number>
  /** How much of the question it is; 0 for what only helps to rank. */
  share: number
}

export interface Question {
  units: Unit[]
  /** The question as it was probably meant, where words of it were misspelt. */
  corrected: string | null
}

/** What is known about the index that is asked. */
export interface Known {
  lexicon: Lexicon
  vocabulary: Vocabulary
  /** The number of articles with a term. */
  frequency(term: string): number
}

const maxLength = 2_000
const maxUnits = 48
const maxCorrections = 4
const maxEndings = 6

/** How much a term says, beside a concept of weight 1. */

const weights = {
  word: 0.6,
  wordOfConcept: 0.3,
  pair: 0.4,
  pairOfConcept: 0.15,
  pairBetween: 0.1,
  code: 3,
  ending: 0.7,
}

/** A number of an error or the like, which is the whole point of the question; round ones are amounts. */
const code = /^(?=.{4,32}$)(?=.*\d)(?!\d*00$)[a-z0-9]+$/

/** Only the first 2,000 units of the question count, and the first 48 things that it asks for. */
export function unitsOf(query: string, known: Known, isTyping: boolean): Question {
  const cut = query.slice(0, maxLength)
  const traced = trace(cut)
  const written = tokens(traced.text)
  const last = written.at(-1)
  const begun = isTyping && last?.kind === 'word' && last.end === traced.text.length ? last : undefined
  const endings = begun ? endingsOf(begun, known) : []
  const found = endings.length > 0 ? written.slice(0, -1) : written
  const meant = corrections(found, shouted(cut), known)
  const units = new Map<string, Unit>()
  addUnits(units, atomsOf(found.map(token => meant.get(token) ?? token)), known)
  if (endings.length > 0) units.set('', unitOfEndings(endings, known.lexicon))
  const replaced = [...meant].map(([from, to]) => ({
    from: traced.origin(from.start),
    to: traced.origin(from.end),
    text: to.text,
  }))
  return {
    units: [...units.values()].slice(0, maxUnits),
    corrected: replaced.length === 0 ? null : replacing(cut, replaced),
  }
}

function addUnits(units: Map<string, Unit>, atoms: readonly Atom[], { lexicon, frequency }: Known): void {
  const add = (key: string, share: number, terms: readonly [term: string, weight: number][]) => {
    const unit = units.get(key) ?? { terms: new Map<string, number>(), share }
    for (const [term, weight] of terms) unit.terms.set(term, Math.max(weight, unit.terms.get(term) ?? 0))
    units.set(key, unit)
  }
  const { owners, ignored } = owned(lexicon.matches(atoms))
  for (const match of new Set(owners.values())) add(keyOf(match), shareOf(match), conceptTerms(match))
  for (const [at, { token, text }] of atoms.entries()) {
    const owner = owners.get(at)
    if (ignored.has(at)) continue
    if (token.kind !== 'run') {
      const own = code.test(text) ? weights.code : weights.word
      const weight = owner ? weights.wordOfConcept : own
      // Amounts, orders and addresses of the customer are in no article, and no article is worse for it.
      const share = /\d/.test(text) && frequency(text) === 0 ? 0 : own
      add(owner ? keyOf(owner) : text, share, [[text, weight]])
      continue
    }
    const next = atoms[at + 1]
    if (next?.token !== token) {
      if (!owner && token.text === text) add(text, weights.pair, [[text, weights.pair]])
      continue
    }
    if (ignored.has(at + 1)) continue
    const pair = text + next.text
    const other = owners.get(at + 1)
    if (owner && owner === other) add(keyOf(owner), 0, [[pair, weights.pairOfConcept]])
    else if (owner || other) add(pair, 0, [[pair, weights.pairBetween]])
    else add(pair, weights.pair, [[pair, weights.pair]])
  }
}

/** Which match an atom belongs to, and which atoms say nothing. */
function owned(matches: readonly Match[]) {
  const owners = new Map<number, Match>()
  const ignored = new Set<number>()
  for (const match of matches) {
    const isTelling = match.concepts.some(({ weight }) => weight > 0)
    for (const at of match.named) {
      if (!isTelling) ignored.add(at)
      else if (!owners.has(at)) owners.set(at, match)
    }
  }
  for (const at of owners.keys()) ignored.delete(at)
  return { owners, ignored }
}

const keyOf = ({ concepts }: Match) => concepts.map(({ name }) => conceptTerm(name)).join()
const shareOf = ({ concepts }: Match) => Math.max(...concepts.map(({ weight }) => weight))
const conceptTerms = ({ concepts }: Match) =>
  concepts.map(({ name, weight }): [string, number] => [conceptTerm(name), weight])

/** Words in capitals in a text that isn't: tickers and names, which nobody misspells so. */
function shouted(text: string): ReadonlySet<string> {
  if (!/\p{Ll}/u.test(text)) return new Set()
  return new Set((text.match(/\b[A-Z]{2,10}\b/g) ?? []).map(word => word.toLowerCase()))
}

const isUsed =
  ({ lexicon, frequency }: Known) =>
  (word: string) => {
    const stem = stemOf(word)
    return lexicon.knows(stem) || frequency(stem) > 0
  }

const stemOf = (word: string) =>
  wantedTermsOf({ kind: 'word', text: word, start: 0, end: word.length })[0] ?? word

function corrections(found: readonly Token[], names: ReadonlySet<string>, known: Known): Map<Token, Token> {
  const meant = new Map<Token, Token>()
  let looked = 0
  for (const token of found) {
    const word = spelling(token)
    if (token.kind !== 'word' || !spelt.test(word) || names.has(word) || isUsed(known)(word)) continue
    if (++looked > maxCorrections) break
    const [best] = known.vocabulary
      .near(word, isUsed(known), 8)
      .sort((one, other) => frequencyOf(other, known) - frequencyOf(one, known))
    if (best !== undefined) meant.set(token, { ...token, text: best })
  }
  return meant
}

/** What concepts are made of was meant sooner than any other word. */
const frequencyOf = (word: string, { lexicon, frequency }: Known) =>
  frequency(stemOf(word)) + (lexicon.knows(stemOf(word)) ? 1_000_000 : 0)

/** Words that a begun one may become; none when it is a word already. */
function endingsOf(begun: Token, known: Known): string[] {
  const word = spelling(begun)
  if (isUsed(known)(word) && word.length > 3) return []
  return known.vocabulary.beginningWith(word, isUsed(known), maxEndings)
}

function unitOfEndings(endings: readonly string[], lexicon: Lexicon): Unit {
  const terms = new Map<string, number>()
  for (const ending of endings) {
    const token: Token = { kind: 'word', text: ending, start: 0, end: ending.length }
    for (const term of wantedTermsOf(token)) terms.set(term, weights.ending)
    for (const { concepts } of lexicon.matches(atomsOf([token])))
      for (const { name, weight } of concepts) terms.set(conceptTerm(name), weight * weights.ending)
  }
  return { terms, share: weights.ending }
}

function replacing(text: string, replaced: readonly { from: number; to: number; text: string }[]): string {
  let result = ''
  let from = 0
  for (const part of replaced) {
    result += text.slice(from, part.from) + part.text
    from = part.to
  }
  return result + text.slice(from)
}

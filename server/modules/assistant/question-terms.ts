// What a question is about, as terms that questions in other words and other languages share.
import type { Concept } from '../../../contract/knowledge.ts'
import { segment } from '../../text/segment.ts'

/** Phrases that mean something in the concept list, by one of their terms. */
export type Phrases = ReadonlyMap<string, readonly { terms: readonly string[]; concept: string }[]>

/** Terms of one question that are looked at. */
const mostTerms = 16

const small = new Set(
  segment(`a an the and or but not no is are was were am be been being do does did done have has had having will would can could should
may might must shall to of in on at by for from with without about into than then there here this that these those it its i my me mine
we our us you your yours he she they them their how what why where when who which please help hello hi hey dear sir madam thanks thank
yes ok just still yet also very so too any some all more most as if because since while again get got want need like know tell let
im ive dont cant didnt doesnt isnt wont there's it's now today day days hour hours already after before back up out only`),
)
/** Characters of Han that say nothing by themselves: pairs with one of them are no words. */
const particles =
  /[的了吗呢吧啊么我你您他她它们是在有和就也都还把被给请问怎何什为这那个很太想要能会可以好谢再又]/u

export function phrasesOf(concepts: readonly Pick<Concept, 'id' | 'words'>[]): Phrases {
  const phrases = new Map<string, { terms: string[]; concept: string }[]>()
  for (const { id, words } of concepts) {
    for (const word of Object.values(words).flat()) {
      const terms = [...new Set(segment(word).filter(says))]
      const key = terms[0]
      if (key === undefined) continue
      const known = phrases.get(key) ?? []
      phrases.set(key, [...known, { terms, concept: `=${id}` }])
    }
  }
  return phrases
}

/** The terms of a question: its words but for the small ones, concepts in place of the words that mean them. Linear. */
export function termsOf(question: string, phrases: Phrases): string[] {
  const terms = new Set(segment(question).filter(says))
  const meant = [...terms].flatMap(term =>
    (phrases.get(term) ?? []).filter(phrase => phrase.terms.every(one => terms.has(one))),
  )
  for (const phrase of meant) {
    for (const term of phrase.terms) terms.delete(term)
  }
  for (const { concept } of meant) terms.add(concept)
  return [...terms].slice(-mostTerms)
}

/** Whether a term tells questions apart: no small word, no single character of Han, no mere number, nobody's id or address. */
function says(term: string): boolean {
  if (small.has(term) || term.length > 24 || /^[\d.,]*$|@/.test(term)) return false
  if (/\p{sc=Han}/u.test(term)) return term.length > 1 && !particles.test(term)
  return term.length > 1
}

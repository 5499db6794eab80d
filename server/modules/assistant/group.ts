// Puts questions that ask for the same into one group. Pure, and about linear: a question is compared with a few groups only.

export interface Question {
  id: string
  /** Who asked. */
  who: string
  language: string
  /** What it is about; see question-terms.ts. */
  terms: readonly string[]
}

/** Of one language: the share of what both are about. */
const sameWords = 0.5
/** Of two languages, by what is the same in both. */
const sameMeaning = 0.7
const fewestMeant = 2
/** The rarest terms of a question lead to the groups it may belong to. */
const keysOfOne = 6
/** The newest groups under a term; more share what is common. */
const groupsOfTerm = 8

/** A question with what comparing it takes. */
interface Weighed {
  language: string
  /** Squared weights of its terms, and of those that other languages have, too. */
  terms: ReadonlyMap<string, number>
  meant: ReadonlyMap<string, number>
  /** Lengths of both. */
  length: number
  meantLength: number
}

interface Place<Q> {
  leader: Weighed
  members: Q[]
}

/**
 * Greedy: each joins the group whose first question is most like it, or begins one. The first question of a group comes
 * first, the groups in the order in which they began.
 */
export function group<Q extends Question>(questions: readonly Q[]): Q[][] {
  const weigh = weights(questions)
  const groups: Place<Q>[] = []
  const byTerm = new Map<string, Place<Q>[]>()
  for (const question of questions) {
    const weighed = weigh(question)
    const keys = [...weighed.terms].sort(([, one], [, other]) => other - one).slice(0, keysOfOne)
    const best = nearest(
      weighed,
      keys.flatMap(([key]) => byTerm.get(key) ?? []),
    )
    if (best) {
      best.members.push(question)
    } else if (keys.length > 0) {
      const begun = { leader: weighed, members: [question] }
      groups.push(begun)
      for (const [key] of keys) byTerm.set(key, [...(byTerm.get(key) ?? []), begun].slice(-groupsOfTerm))
    }
  }
  return groups.map(({ members }) => members)
}

function nearest<Q>(question: Weighed, places: Place<Q>[]): Place<Q> | undefined {
  let best: Place<Q> | undefined
  let most = 0
  for (const place of new Set(places)) {
    const fits = likeness(place.leader, question)
    if (fits > most) [best, most] = [place, fits]
  }
  return best
}

/** Rare terms weigh more, but in a few questions hardly so. */
function weights(questions: readonly Question[]): (question: Question) => Weighed {
  const counts = new Map<string, { n: number; language: string; isShared: boolean }>()
  for (const { terms, language } of questions) {
    for (const term of terms) {
      const known = counts.get(term)
      if (known) {
        known.n += 1
        known.isShared ||= known.language !== language
      } else counts.set(term, { n: 1, language, isShared: false })
    }
  }
  const squareOf = (term: string) => Math.log(1 + (questions.length + 20) / (counts.get(term)!.n + 5)) ** 2
  return ({ terms, language }) => {
    const all = new Map(terms.map(term => [term, squareOf(term)]))
    const meant = new Map([...all].filter(([term]) => counts.get(term)!.isShared))
    return { language, terms: all, meant, length: lengthOf(all), meantLength: lengthOf(meant) }
  }
}

const lengthOf = (terms: ReadonlyMap<string, number>): number =>
  Math.sqrt([...terms.values()].reduce((sum, square) => sum + square, 0))

/** The cosine of what both are about; 0 where they ask for something else. */
function likeness(one: Weighed, other: Weighed): number {
  if (one.language === other.language) {
    const alike = inCommon(one.terms, other.terms).sum / (one.length * other.length)
    return alike >= sameWords ? alike : 0
  }
  const { n, sum } = inCommon(one.meant, other.meant)
  const alike = n < fewestMeant ? 0 : sum / (one.meantLength * other.meantLength)
  return alike >= sameMeaning ? alike : 0
}

function inCommon(ones: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>) {
  let [n, sum] = [0, 0]
  for (const [term, square] of ones) {
    if (!others.has(term)) continue
    n += 1
    sum += square
  }
  return { n, sum }
}

/** Different people in a group. */
export const peopleIn = (questions: readonly Pick<Question, 'who'>[]): number =>
  new Set(questions.map(({ who }) => who)).size

/** How often each value comes, the most frequent first. */
export function tally<T>(values: readonly T[]): [value: T, n: number][] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)
}

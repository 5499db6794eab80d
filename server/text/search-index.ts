// The help centre's articles in memory, ranked by how well they answer a question. The database is the truth; this is rebuilt from it.

import { type Analysed, spelt } from './analyse.ts'
import type { Lexicon } from './lexicon.ts'
import { maxSlots, Postings } from './postings.ts'
import { Scores, type Wanted } from './score.ts'
import { type Unit, unitsOf } from './search-units.ts'
import { createVocabulary } from './vocabulary.ts'

export interface Traits {
  /** The language that the article is written in. */
  locale?: string
  /** Articles that say the same in several languages: a search gives the best one of them. */
  group?: string
}

export interface SearchOptions {
  /** 10 without it, 200 at most. */
  limit?: number
  /** The reader's language: articles in another one come first only if they fit much better. */
  locale?: string
  /** The last word may be unfinished. */
  isTyping?: boolean
  /** Which articles the reader may see; asked for few more than are given. */
  accepts?(key: string): boolean
  /** Articles that fit less are not given; `fitEnough` without it. */
  leastFit?: number
}

export interface Hit {
  key: string
  score: number
  /** How much of the question the article speaks of, 0 to 1. */
  fit: number
}

export interface Answer {
  /** The best first; none when nothing fits. */
  hits: Hit[]
  /** The question as it was probably meant, and as it was answered; null when nothing was misspelt. */
  corrected: string | null
}

export interface SearchIndex {
  /** Adds an article or replaces it. About 0.1 ms. */
  put(key: string, analysed: Analysed, traits?: Traits): void
  /** Gives whether it was there. */
  drop(key: string): boolean
  search(query: string, options?: SearchOptions): Answer
  readonly size: number
}

/** Below it, what an article shares with a question is chance. */
export const fitEnough = 0.36

const otherLanguage = 0.6
/** How much of an article's score depends on how much of the question it speaks of. */
const coverCounts = 0.7
/** What is asked for counts this much even if every article speaks of it, beside how rare it is. */
const shareAnyway = 1
const maxLimit = 200
/** Where very many articles speak of something, so many are looked at closely. */
const leastLooked = 120
/** Postings looked through for articles that are gone, at each change. */
const sweptAtOnce = 20_000

/** An empty index whose articles are analysed with these concepts. With 50,000 articles it takes about 100 MB. */
export const createIndex = (lexicon: Lexicon): SearchIndex => new Articles(lexicon)

interface Slot extends Traits {
  key: string
}

class Articles implements SearchIndex {
  private lists = new Map<string, Postings>()
  private slots: (Slot | undefined)[] = []
  private bySlot = new Map<string, number>()
  private vocabulary = createVocabulary()
  private scores = new Scores()
  /** Slots that are empty and in no list. */
  private free: number[] = []
  /** Slots that are empty, but may still be in lists: since before the sweep began, and since then. */
  private sweeping = new Set<number>()
  private left = new Set<number>()
  private sweep: Iterator<[string, Postings]> | undefined

  private lexicon: Lexicon

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
    for (const word of lexicon.words) if (spelt.test(word)) this.vocabulary.add(word)
  }

  get size(): number {
    return this.bySlot.size
  }

  put(key: string, { terms, words }: Analysed, traits: Traits = {}): void {
    this.drop(key)
    const slot = this.free.pop() ?? this.slots.length
    if (slot >= maxSlots) throw new RangeError('too many articles')
    this.slots[slot] = { key, locale: traits.locale, group: traits.group }
    this.bySlot.set(key, slot)
    for (const [term, weight] of terms) {
      let postings = this.lists.get(term)
      if (!postings) this.lists.set(term, (postings = new Postings()))
      postings.add(slot, weight)
    }
    for (const word of words) this.vocabulary.add(word)
    this.sweepSome()
  }

  drop(key: string): boolean {
    const slot = this.bySlot.get(key)
    if (slot === undefined) return false
    this.bySlot.delete(key)
    this.slots[slot] = undefined
    this.left.add(slot)
    this.sweepSome()
    return true
  }

  search(query: string, options: SearchOptions = {}): Answer {
    const { lexicon, vocabulary } = this
    const frequency = (term: string) => this.lists.get(term)?.count ?? 0
    const { units, corrected } = unitsOf(query, { lexicon, vocabulary, frequency }, options.isTyping ?? false)
    const best = new Best(options)
    const { locale, leastFit = fitEnough } = options
    const enough = Math.max(leastLooked, best.limit * 6)
    this.scores.rank(
      units.map(unit => this.wanted(unit)),
      this.slots.length,
      enough,
      ({ slot, score, cover }) => {
        const article = this.slots[slot]
        if (!article || cover < leastFit) return best.bar
        const isForeign = locale !== undefined && article.locale !== undefined && article.locale !== locale
        const inLanguage = isForeign ? otherLanguage : 1
        best.offer(article, score * (1 - coverCounts + coverCounts * cover) * inLanguage, cover)
        return best.bar
      },
    )
    return { hits: best.hits, corrected }
  }

  private wanted({ terms, share }: Unit): Wanted {
    const lists: Wanted['lists'] = []
    let rarity = 0
    for (const [term, weight] of terms) {
      const postings = this.lists.get(term)
      const idf = this.rarityOf(postings?.count ?? 0)
      rarity = Math.max(rarity, postings ? idf : 0)
      if (postings) lists.push({ postings, worth: (weight * idf) / 255 })
    }
    return { lists, share: share * (lists.length > 0 ? shareAnyway + rarity : this.rarityOf(0)) }
  }

  private rarityOf(count: number): number {
    const all = Math.max(this.size, count)
    return Math.log(1 + (all - count + 0.5) / (count + 0.5))
  }

  /** Takes articles that are gone out of the lists, a little at each change, so that none takes long. */
  private sweepSome(): void {
    if (!this.sweep) {
      if (this.left.size < 32 || this.left.size * 8 < this.size) return
      ;[this.sweeping, this.left] = [this.left, this.sweeping]
      this.sweep = this.lists.entries()
    }
    for (let swept = 0; swept < sweptAtOnce; ) {
      const { done, value } = this.sweep.next()
      if (done) return this.endSweep()
      const [term, postings] = value
      swept += postings.count + 4
      postings.keep(slot => !this.sweeping.has(slot))
      if (postings.count === 0) this.lists.delete(term)
    }
  }

  private endSweep(): void {
    this.free.push(...this.sweeping)
    this.sweeping.clear()
    this.sweep = undefined
  }
}

/** The best articles so far, one of each group. */
class Best {
  hits: (Hit & { group: string | undefined })[] = []
  limit: number
  private accepts: (key: string) => boolean

  constructor({ limit = 10, accepts = () => true }: SearchOptions) {
    this.limit = Math.min(Math.max(1, limit), maxLimit)
    this.accepts = accepts
  }

  /** What isn't above it comes too late. */
  get bar(): number {
    return this.hits.length < this.limit ? 0 : this.hits.at(-1)!.score
  }

  offer({ key, group }: Slot, score: number, fit: number): void {
    const last = this.hits.at(-1)
    if (last && this.hits.length >= this.limit && !isBefore({ key, score }, last)) return
    const same = group === undefined ? -1 : this.hits.findIndex(hit => hit.group === group)
    if (same >= 0 && !isBefore({ key, score }, this.hits[same]!)) return
    if (!this.accepts(key)) return
    if (same >= 0) this.hits.splice(same, 1)
    const at = this.hits.findIndex(hit => isBefore({ key, score }, hit))
    this.hits.splice(at < 0 ? this.hits.length : at, 0, { key, score, fit, group })
    if (this.hits.length > this.limit) this.hits.pop()
  }
}

const isBefore = (one: { key: string; score: number }, other: { key: string; score: number }) =>
  one.score > other.score || (one.score === other.score && one.key < other.key)

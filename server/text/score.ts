// Adds up how well each article answers a question, on arrays that are made once; the work for one question is bounded.

import { type Postings, slotOf, weightOf } from './postings.ts'

/** One thing that is asked for, as the index knows it. */
export interface Wanted {
  /** With what a posting of weight 1 is worth. */
  lists: { postings: Postings; worth: number }[]
  share: number
}

export interface Scored {
  slot: number
  score: number
  /** The share of what is asked that the article speaks of, 0 to 1. */
  cover: number
}

/** Postings that one question reads before it is known which articles are worth a closer look. */
const maxPostings = 60_000

/** For one question at a time. */
export class Scores {
  private scores = new Float32Array(0)
  private covers = new Float64Array(0)
  private asked = new Uint8Array(0)
  private touched = new Int32Array(0)
  private count = 0

  /**
   * Gives the articles that speak of anything asked for, in no order and perhaps with some that are gone. Where very many do, only
   * about `enough` of them, those with the highest scores. `visit` says which score is of no interest any more: articles at or below
   * it are left out from then on.
   */
  rank(wanted: readonly Wanted[], slots: number, enough: number, visit: (scored: Scored) => number): void {
    if (this.scores.length < slots) this.makeRoom(Math.ceil(slots * 1.5) + 64)
    const isWhole = this.addUp(wanted)
    const found = isWhole ? this.touched.subarray(0, this.count) : this.best(enough)
    const share = wanted.reduce((sum, each) => sum + each.share, 0)
    for (let at = 0, bar = 0; at < found.length; at++) {
      const slot = found[at]!
      if (!isWhole) this.lookUp(slot, wanted)
      const score = this.scores[slot]!
      if (score > bar) {
        bar = visit({ slot, score, cover: share > 0 ? Math.min(1, this.covers[slot]! / share) : 0 })
      }
    }
    this.forget()
  }

  /** Rare things first. Gives whether everything was read. */
  private addUp(wanted: readonly Wanted[]): boolean {
    const sized = wanted.map(each => ({ ...each, size: sizeOf(each) }))
    let left = maxPostings
    let isWhole = true
    for (const [at, each] of sized.sort((one, other) => one.size - other.size).entries()) {
      if (each.lists.some(({ postings }) => postings.best !== postings)) isWhole = false
      if (each.size > left && at > 0) return false
      this.add(each, at + 1)
      left -= each.size
    }
    return isWhole
  }

  private add({ lists, share }: Wanted, ask: number): void {
    const { scores, covers, asked, touched } = this
    let touches = this.count
    for (const { postings, worth } of lists) {
      const { entries, count } = postings.best
      for (let at = 0; at < count; at++) {
        const posting = entries[at]!
        const slot = slotOf(posting)
        if (scores[slot] === 0) touched[touches++] = slot
        scores[slot]! += weightOf(posting) * worth
        if (asked[slot] === ask) continue
        asked[slot] = ask
        covers[slot]! += share
      }
    }
    this.count = touches
  }

  /** The whole score of one article. */
  private lookUp(slot: number, wanted: readonly Wanted[]): void {
    let score = 0
    let cover = 0
    for (const { lists, share } of wanted) {
      let found = 0
      for (const { postings, worth } of lists) found += postings.weightIn(slot) * worth
      score += found
      if (found > 0) cover += share
    }
    this.scores[slot] = score
    this.covers[slot] = cover
  }

  /** The articles with the highest scores so far: found by counting how many have about which score. */
  private best(enough: number): Int32Array {
    const { scores, touched, count } = this
    let highest = 0
    for (let at = 0; at < count; at++) highest = Math.max(highest, scores[touched[at]!]!)
    const scale = 255 / highest
    const steps = new Int32Array(256)
    for (let at = 0; at < count; at++) steps[Math.floor(scores[touched[at]!]! * scale)]! += 1
    let from = 256
    let above = 0
    while (from > 0 && above < enough) above += steps[--from]!
    // Where many are alike, the first of them do as well as any.
    let alike = enough - (above - (steps[from] ?? 0))
    const found = new Int32Array(Math.min(enough, above))
    for (let at = 0, taken = 0; at < count && taken < found.length; at++) {
      const step = Math.floor(scores[touched[at]!]! * scale)
      if (step > from || (step === from && alike-- > 0)) found[taken++] = touched[at]!
    }
    return found
  }

  private forget(): void {
    for (let at = 0; at < this.count; at++) {
      const slot = this.touched[at]!
      this.scores[slot] = 0
      this.covers[slot] = 0
      this.asked[slot] = 0
    }
    this.count = 0
  }

  private makeRoom(slots: number): void {
    this.scores = new Float32Array(slots)
    this.covers = new Float64Array(slots)
    this.asked = new Uint8Array(slots)
    this.touched = new Int32Array(slots)
  }
}

const sizeOf = ({ lists }: Wanted) => lists.reduce((sum, { postings }) => sum + postings.best.count, 0)

// Which articles a term occurs in, four bytes for each: the number of the article's slot and how much of the article the term is.

/** Slots that fit beside a weight of 8 bits. */
export const maxSlots = 1 << 24

/** Most terms of a vocabulary occur in a few articles; those lists are plain arrays, which weigh less. */
const fewPostings = 12

/** Of a term of more articles than this, the ones that it is most of are read first. */
export const manyPostings = 3_000
const bestPostings = 1_500

export const slotOf = (posting: number): number => posting >>> 8
export const weightOf = (posting: number): number => posting & 255

/** The postings of one term, sorted by slot. */
export class Postings {
  count = 0
  private list: number[] | Uint32Array = []
  private top: { entries: Uint32Array; count: number; from: number } | undefined

  /** The first `count` are postings. Always of one kind, so that reading them stays fast. */
  get entries(): Uint32Array {
    return Array.isArray(this.list) ? Uint32Array.from(this.list) : this.list
  }

  /** `weight` is 1 to 255; a slot is added once. */
  add(slot: number, weight: number): void {
    this.grow()
    const posting = ((slot << 8) | weight) >>> 0
    let at = this.count
    if (at > 0 && this.list[at - 1]! > posting) {
      at = this.firstFrom(slot)
      this.list.copyWithin(at + 1, at, this.count)
    }
    this.list[at] = posting
    this.count += 1
    if (!this.top || weight < this.top.from) return
    if (this.top.count < this.top.entries.length) this.top.entries[this.top.count++] = posting
    else this.top = undefined
  }

  /** The postings to begin with: all of them, or some thousand of the highest weights. */
  get best(): { entries: Uint32Array; count: number } {
    return this.count <= manyPostings ? this : (this.top ??= this.highest())
  }

  /** The weight in a slot, 0 when the term doesn't occur there. */
  weightIn(slot: number): number {
    const at = this.firstFrom(slot)
    return at < this.count && slotOf(this.list[at]!) === slot ? weightOf(this.list[at]!) : 0
  }

  /** Keeps the postings of slots that pass, and gives up room that isn't needed any more. */
  keep(passes: (slot: number) => boolean): void {
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      const posting = this.list[at]!
      if (passes(slotOf(posting))) this.list[kept++] = posting
    }
    if (kept < this.count) this.top = undefined
    this.count = kept
    if (kept <= fewPostings) this.list = Array.from(this.list.slice(0, kept))
    else if (kept * 2 < this.list.length) this.list = this.list.slice(0, kept)
  }

  private highest() {
    const { entries, count } = this
    const weights = new Uint32Array(257)
    for (let at = 0; at < count; at++) weights[weightOf(entries[at]!)]! += 1
    let from = 256
    for (let sum = 0; from > 1 && sum + weights[from - 1]! <= bestPostings; from--) sum += weights[from - 1]!
    // Where most are alike, the first of them do as well as any.
    const top = new Uint32Array(2 * bestPostings)
    let taken = 0
    for (let at = 0; at < count; at++) if (weightOf(entries[at]!) >= from) top[taken++] = entries[at]!
    for (let at = 0; at < count && taken < bestPostings; at++) {
      if (weightOf(entries[at]!) === from - 1) top[taken++] = entries[at]!
    }
    return { entries: top, count: taken, from }
  }

  private grow(): void {
    if (this.count < this.list.length) return
    if (Array.isArray(this.list) && this.count < fewPostings) {
      this.list.push(0)
      return
    }
    const larger = new Uint32Array(Math.ceil(this.count * 1.4) + 4)
    larger.set(this.list)
    this.list = larger
  }

  private firstFrom(slot: number): number {
    let low = 0
    let high = this.count
    const wanted = slot * 256
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.list[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

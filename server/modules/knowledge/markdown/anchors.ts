// Headings have ids that stay as long as their words do, in any script.

const longest = 60

/** Gives each heading an id of its own, in the order of the article. Linear over all calls. */
export class Anchors {
  private readonly taken: Set<string>
  private readonly counts = new Map<string, number>()

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken)
  }

  idOf(words: string): string {
    const base = anchorOf(words)
    let id = base
    while (this.taken.has(id)) {
      const count = (this.counts.get(base) ?? 1) + 1
      this.counts.set(base, count)
      id = `${base}-${count}`
    }
    this.taken.add(id)
    return id
  }
}

/** Letters and digits of any script, small, with hyphens between the words. */
export function anchorOf(words: string): string {
  const kept = words.slice(0, longest).normalize('NFKC').toLowerCase()
  return kept.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'section'
}

// Puts the text together of two people who changed the same places.

export type MergeBlock = { kind: 'same'; text: string } | { kind: 'conflict'; yours: string; theirs: string }

/** What becomes of one conflict; `text` is what was written by hand. */
export type Decision = { take: 'yours' | 'theirs' | 'both' } | { take: 'hand'; text: string }

/** What stays in the place; null while that is not decided. */
export function decided(block: MergeBlock, decision: Decision | undefined): string | null {
  if (block.kind === 'same') return block.text
  switch (decision?.take) {
    case 'yours':
      return block.yours
    case 'theirs':
      return block.theirs
    case 'both':
      return both(block.yours, block.theirs)
    case 'hand':
      return decision.text
    default:
      return null
  }
}

/** The merged text; null while a place is not decided. `decisions` are by the number of the block. */
export function merged(
  blocks: readonly MergeBlock[],
  decisions: ReadonlyMap<number, Decision>,
): string | null {
  const texts = blocks.map((block, index) => decided(block, decisions.get(index)))
  return texts.some(text => text === null) ? null : texts.join('')
}

/** One after the other, with a line break where the first one has none. */
const both = (yours: string, theirs: string): string =>
  yours && theirs && !yours.endsWith('\n') ? `${yours}\n${theirs}` : yours + theirs

export const conflictsOf = (blocks: readonly MergeBlock[]): number[] =>
  blocks.flatMap(({ kind }, index) => (kind === 'conflict' ? [index] : []))

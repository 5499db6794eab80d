// Leaves out what did not change, but for the lines around a change that show where one is.

export interface Part {
  text: string
  change: 'same' | 'added' | 'removed'
}

export type Piece = { kind: 'part'; part: Part } | { kind: 'fold'; text: string; lines: number }

/** Unchanged lines that stay beside a change. */
const beside = 2
/** Fewer hidden lines than these would cost more room than they save. */
const least = 4

export function fold(parts: readonly Part[]): Piece[] {
  const joined = join(parts)
  return joined.flatMap((part, index): Piece[] => {
    if (part.change !== 'same') return [{ kind: 'part', part }]
    const lines = part.text.split(/(?<=\n)/)
    const before = index === 0 ? 0 : beside
    const after = index === joined.length - 1 ? 0 : beside
    const hidden = lines.slice(before, lines.length - after)
    if (hidden.length < least) return [{ kind: 'part', part }]
    const pieces: Piece[] = [
      same(lines.slice(0, before)),
      { kind: 'fold', text: hidden.join(''), lines: hidden.length },
      same(lines.slice(lines.length - after)),
    ]
    return pieces.filter(piece => piece.kind === 'fold' || piece.part.text !== '')
  })
}

const same = (lines: string[]): Piece => ({ kind: 'part', part: { text: lines.join(''), change: 'same' } })

/** Parts of the same kind that follow each other are one. */
function join(parts: readonly Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (!part.text) continue
    if (last?.change === part.change) all[all.length - 1] = { ...last, text: last.text + part.text }
    else all.push(part)
  }
  return all
}

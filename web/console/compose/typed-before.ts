// What is being typed right before the caret, as far as a menu belongs to it.

export interface Typed {
  sign: '/' | '@'
  word: string
  from: number
  to: number
}

/** The word with its sign right before the caret: `/` only where a line starts, so that a path or a date opens nothing. */
export function typedBefore(text: string, caret: number, kind: 'message' | 'note'): Typed | null {
  const before = text.slice(0, caret)
  const pattern =
    kind === 'message' ? /(?:^|\n)(\/)([\p{L}\p{N}_-]{0,40})$/u : /(?:^|\s)(@)([\p{L}\p{N}._-]{0,40})$/u
  const match = pattern.exec(before)
  if (!match) return null
  const word = match[2] ?? ''
  return { sign: match[1] as '/' | '@', word, from: caret - word.length - 1, to: caret }
}

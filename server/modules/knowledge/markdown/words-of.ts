// The words of a line without its marks: for headings, their anchors, and what stands for a picture.
import type { Token } from './parser.ts'

/** With placeholders filled. Linear: pictures within pictures are no deeper than the parser goes. */
export function wordsOf(
  tokens: readonly Token[],
  placeholders: Readonly<Record<string, string>> = {},
): string {
  let words = ''
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') words += ' '
    else if (token.type === 'placeholder')
      words += valueOf(token.content, placeholders) ?? `{{${token.content}}}`
    else if (token.type === 'image') words += wordsOf(token.children ?? [], placeholders)
    else words += token.content
  }
  return words
}

/** What stands for a placeholder; null for one that nobody knows. */
export function valueOf(content: string, placeholders: Readonly<Record<string, string>> = {}): string | null {
  const name = content.trim()
  return Object.hasOwn(placeholders, name) ? placeholders[name]! : null
}

// What two writers made of the same fields, as the places to decide need it, and the content that comes of the decisions.
import type { ArticleContent, ContentField, EditConflict, MergeBlock } from '../../../contract/articles.ts'

/** Blocks with the line breaks between them, so that they only have to stand one after the other. */
export const lined = (blocks: readonly MergeBlock[]): MergeBlock[] =>
  blocks.map((block, at) => {
    const end = at === blocks.length - 1 ? '' : '\n'
    if (block.kind === 'same') return { ...block, text: block.text + end }
    const ended = (side: string) => (side === '' ? '' : side + end)
    return { ...block, yours: ended(block.yours), theirs: ended(block.theirs) }
  })

/** Every field as it stands now: as it was decided, or as both have it. */
export function contentFrom(
  { merge }: Pick<EditConflict, 'merge'>,
  decided: Partial<Record<ContentField, string>>,
): ArticleContent {
  const text = (field: ContentField) =>
    decided[field] ??
    (merge[field] ?? []).map(block => (block.kind === 'same' ? block.text : block.yours)).join('\n')
  const inOneLine = (field: ContentField) => text(field).split('\n').filter(Boolean).join(' ')
  return {
    title: inOneLine('title'),
    summary: text('summary').trim(),
    body: text('body'),
    questions: text('questions')
      .split('\n')
      .filter(line => line.trim() !== ''),
  }
}

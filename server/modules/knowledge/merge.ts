// Brings together what two people made of the same text, and shows what they have to decide themselves.
import { diff3Merge } from 'node-diff3'
import {
  type ArticleContent,
  type ContentField,
  contentFields,
  type MergeBlock,
} from '../../../contract/articles.ts'

export type Merged = { content: ArticleContent } | { conflicts: Record<ContentField, MergeBlock[]> }

/** `yours` and `theirs` were both made of `base`. Conflicts come with every field, so that the whole can be put together. */
export function merge(base: ArticleContent, yours: ArticleContent, theirs: ArticleContent): Merged {
  const fields = contentFields.map(field => {
    const [before, mine, other] = [base, yours, theirs].map(content => piecesOf(content[field]))
    return [field, blocksOf(before!, mine!, other!)] as const
  })
  const blocks = Object.fromEntries(fields) as Record<ContentField, MergeBlock[]>
  if (fields.some(([, found]) => found.some(({ kind }) => kind === 'conflict'))) return { conflicts: blocks }
  const text = (field: ContentField) => blocks[field].map(block => 'text' in block && block.text).join('\n')
  const questions = text('questions').split('\n').filter(Boolean)
  return { content: { title: text('title'), summary: text('summary'), body: text('body'), questions } }
}

const piecesOf = (value: string | string[]): string[] =>
  typeof value === 'string' ? value.split('\n') : value

function blocksOf(base: string[], yours: string[], theirs: string[]): MergeBlock[] {
  const found = diff3Merge(yours, base, theirs, { excludeFalseConflicts: true })
  return found.flatMap(({ ok, conflict }): MergeBlock[] => {
    if (conflict) return [{ kind: 'conflict', yours: conflict.a.join('\n'), theirs: conflict.b.join('\n') }]
    return ok && ok.length > 0 ? [{ kind: 'same', text: ok.join('\n') }] : []
  })
}

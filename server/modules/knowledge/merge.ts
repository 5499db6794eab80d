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

/** Beyond so many lines that differ somewhere, nobody wants to decide line by line, and comparing takes their square. */
const mostCompared = 2_000

function blocksOf(base: string[], yours: string[], theirs: string[]): MergeBlock[] {
  const before = commonLines(base, yours, theirs)
  const rest = (lines: string[]) => lines.slice(before)
  const after = commonLines(...([base, yours, theirs].map(lines => rest(lines).toReversed()) as Three))
  const differing = [base, yours, theirs].map(lines => lines.slice(before, lines.length - after)) as Three
  return [...same(base.slice(0, before)), ...decided(...differing), ...same(base.slice(base.length - after))]
}

type Three = [string[], string[], string[]]

function commonLines(one: string[], ...others: string[][]): number {
  const end = Math.min(one.length, ...others.map(({ length }) => length))
  let count = 0
  while (count < end && others.every(other => other[count] === one[count])) count += 1
  return count
}

function decided(base: string[], yours: string[], theirs: string[]): MergeBlock[] {
  if (equal(yours, theirs) || equal(base, theirs)) return same(yours)
  if (equal(base, yours)) return same(theirs)
  if (Math.max(base.length, yours.length, theirs.length) > mostCompared) return [conflictOf(yours, theirs)]
  const found = diff3Merge(yours, base, theirs, { excludeFalseConflicts: true })
  return found.flatMap(({ ok, conflict }) =>
    conflict ? [conflictOf(conflict.a, conflict.b)] : same(ok ?? []),
  )
}

const equal = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((line, index) => line === other[index])

const same = (lines: string[]): MergeBlock[] =>
  lines.length > 0 ? [{ kind: 'same', text: lines.join('\n') }] : []

const conflictOf = (yours: string[], theirs: string[]): MergeBlock => ({
  kind: 'conflict',
  yours: yours.join('\n'),
  theirs: theirs.join('\n'),
})

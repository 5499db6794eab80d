// What became of a text between two revisions, as people read it: whole lines, and words where a line has changed.
import { type Change, diffArrays, diffLines, diffWords } from 'diff'
import { type ArticleContent, contentFields, type RevisionDiff } from '../../../contract/articles.ts'

type Part = RevisionDiff[number]['parts'][number]

/** Beyond so many characters a changed stretch is shown as a whole: comparing words takes time with the square of them. */
const longestCompared = 4_000
/** Beyond so many different lines the bodies are shown one after the other. */
const mostEdits = 2_000

/** Only the fields that differ. `locale` says where words end in languages without spaces. */
export function diff(from: ArticleContent, to: ArticleContent, locale: string): RevisionDiff {
  const words = new Intl.Segmenter(locale, { granularity: 'word' })
  const fields = contentFields.map(field => {
    if (field === 'questions') return { field, parts: listParts(from.questions, to.questions) }
    return { field, parts: textParts(from[field], to[field], words) }
  })
  return fields.filter(({ parts }) => parts.some(({ change }) => change !== 'same'))
}

const listParts = (from: string[], to: string[]): Part[] =>
  diffArrays(from, to).map(part => partOf({ ...part, value: `${part.value.join('\n')}\n` }))

function textParts(from: string, to: string, words: Intl.Segmenter): Part[] {
  const lines = diffLines(from, to, { maxEditLength: mostEdits })
  if (!lines) return [part(from, 'removed'), part(to, 'added')]
  return lines.flatMap((line, index) => {
    const [before, after] = [lines[index - 1], lines[index + 1]]
    if (line.added && before?.removed && isComparable(before, line)) return []
    if (line.removed && after?.added && isComparable(line, after))
      return diffWords(line.value, after.value, { intlSegmenter: words }).map(partOf)
    return [partOf(line)]
  })
}

const isComparable = (one: { value: string }, other: { value: string }): boolean =>
  one.value.length + other.value.length <= longestCompared

const part = (text: string, change: Part['change']): Part => ({ text, change })

const partOf = ({ value, added, removed }: Pick<Change, 'value' | 'added' | 'removed'>): Part =>
  part(value, added ? 'added' : removed ? 'removed' : 'same')

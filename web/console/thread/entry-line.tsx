// A system line in the reader's words, with its values as the reader's language says them.
import { IconShieldLock } from '@tabler/icons-react'
import type {
  Complexity,
  LineValues,
  Priority,
  StaffEntry,
  Status,
  Topic,
} from '../../../contract/conversations.ts'
import { lineKey } from '../../../locales/lines.ts'
import { clockTime, fullTime } from '../language/time.ts'
import { useWords, type Words } from '../language/words.tsx'
import { MergedThread } from '../related/merged-thread.tsx'
import styles from './entries.module.css'

type Line = Extract<StaffEntry, { kind: 'line' }>

export function EntryLine({ entry }: { entry: Line }) {
  const words = useWords()
  const isWarning = entry.code === 'secret_removed'
  const merged = entry.code === 'merged_from' ? entry.values : null
  const line = (
    <div
      className={styles.line}
      data-warn={isWarning}
      data-line={entry.code}
      title={fullTime(words.locale, entry.at)}
    >
      {isWarning && <IconShieldLock size={16} aria-hidden />}
      <span>{sentenceOf(entry, words)}</span>
      <time dateTime={entry.at}>{clockTime(words.locale, entry.at)}</time>
    </div>
  )
  if (!merged) return line
  return (
    <>
      {line}
      <MergedThread into={entry.conversationId} number={Number(merged.number)} />
    </>
  )
}

export function sentenceOf({ code, values, author }: Line, words: Words): string {
  const by = values.by || author.name || words.word('authors', 'system')
  return words.word('lines', lineKey(code, values), { ...translated(values, words), by })
}

function translated(values: LineValues, { word, locale }: Words): Record<string, unknown> {
  return {
    ...values,
    // A number that names a conversation is not counted.
    ...(values.number !== undefined && { number: `#${values.number}` }),
    ...(values.status && { status: word('statuses', values.status as Status) }),
    ...(values.priority && { priority: word('priorities', values.priority as Priority) }),
    ...(values.complexity && { complexity: word('complexities', values.complexity as Complexity) }),
    ...(values.topic && { topic: word('topics', values.topic as Topic) }),
    ...(typeof values.until === 'string' && { until: fullTime(locale, values.until) }),
  }
}

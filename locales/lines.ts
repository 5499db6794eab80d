// Which sentence a system line is said in: a code that lost its value, or was done to oneself, has words of its own.
import type { Strings } from './index.ts'

type Line = keyof Strings['lines']
type Values = Readonly<Record<string, unknown>>

const emptied: Partial<Record<Line, readonly [value: string, line: Line]>> = {
  assigned: ['name', 'unassigned'],
  team_changed: ['name', 'no_team'],
  tags_changed: ['tags', 'no_tags'],
  subject_changed: ['subject', 'no_subject'],
  topic_changed: ['topic', 'no_topic'],
  side_answered: ['name', 'colleague_answered'],
}

/** The key of the sentence among `lines`. Without a name in `by` it was the desk itself. */
export function lineKey(code: Line, values: Values): Line {
  if (code === 'assigned' && values.by && values.by === values.name) return 'taken'
  const [value, line] = emptied[code] ?? []
  return value && line && !values[value] ? line : code
}

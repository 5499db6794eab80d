// When a task is due, and that it is late where it is.
import { IconAlertCircle } from '@tabler/icons-react'
import type { Task } from '../../../contract/tasks.ts'
import { Tag } from '../../kit/tag.tsx'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'

export function Due({ task: { dueAt, doneAt }, now }: { task: Pick<Task, 'dueAt' | 'doneAt'>; now: number }) {
  const { t, locale } = useWords()
  if (!dueAt) return null
  const at = fullTime(locale, dueAt)
  if (doneAt || Date.parse(dueAt) > now) return <Tag>{t('task_due_by', { at })}</Tag>
  return (
    <Tag tone="late" icon={<IconAlertCircle size={13} aria-hidden />}>
      {t('task_overdue', { at })}
    </Tag>
  )
}

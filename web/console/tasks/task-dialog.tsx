// One task: what, until when, by whom.
import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import type { Task } from '../../../contract/tasks.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { useMe } from '../session/session.ts'
import { useStaff } from '../teams/teams.ts'
import { useTaskChanges } from './tasks.ts'

interface Props {
  conversation: Pick<Conversation, 'id' | 'assignee'>
  /** Null for a new one. */
  task: Task | null
  onClose(): void
}

export function TaskDialog({ conversation, task, onClose }: Props) {
  const { t } = useWords()
  const me = useMe()
  const staff = useStaff().filter(({ disabled, id }) => !disabled || id === task?.assignee?.id)
  const { add, change } = useTaskChanges()
  const [id] = useState(() => task?.id ?? (crypto.randomUUID() as string))
  const [title, setTitle] = useState(task?.title ?? '')
  const [due, setDue] = useState(task?.dueAt ? toField(task.dueAt) : '')
  const [assigneeId, setAssigneeId] = useState<string | null>(
    task ? (task.assignee?.id ?? null) : (conversation.assignee?.id ?? me.id),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = { title, dueAt: due ? new Date(due).toISOString() : null, assigneeId }
    if (task) change.mutate({ id, wanted }, { onSuccess: onClose })
    else add.mutate({ conversationId: conversation.id, task: { id, ...wanted } }, { onSuccess: onClose })
  }
  return (
    <Dialog onClose={onClose} title={task ? t('task') : t('task_add')} size="sm">
      <form className={styles.steps} onSubmit={submit}>
        <TextInput
          label={t('task')}
          required
          withAsterisk={false}
          maxLength={200}
          data-autofocus
          value={title}
          onChange={event => setTitle(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('task_due_at')}
          value={due}
          onChange={event => setDue(event.currentTarget.value)}
        />
        <Select
          label={t('assignee')}
          placeholder={t('nobody')}
          clearable
          searchable
          data={staff.map(one => ({ value: one.id, label: one.name }))}
          value={assigneeId}
          onChange={setAssigneeId}
        />
        <Button
          type="submit"
          loading={add.isPending || change.isPending}
          disabled={!title.trim()}
          style={{ alignSelf: 'flex-end' }}
        >
          {t('save')}
        </Button>
      </form>
    </Dialog>
  )
}

/** As the browser's field takes it: the reader's own wall clock, to the minute. */
function toField(instant: string): string {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

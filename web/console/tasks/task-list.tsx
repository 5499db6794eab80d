// The tasks of a conversation, in its details: what is left to do, by whom and until when.
import { Button, Checkbox } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import type { Task } from '../../../contract/tasks.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { useNow } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import { Due } from './due.tsx'
import { TaskDialog } from './task-dialog.tsx'
import styles from './tasks.module.css'
import { useTaskChanges, useTasksIn } from './tasks.ts'

export function TaskList({ conversation }: { conversation: Pick<Conversation, 'id' | 'assignee'> }) {
  const { t } = useWords()
  const may = useMay()
  const now = useNow()
  const { data = [] } = useTasksIn(conversation.id)
  const [open, setOpen] = useState<Task | 'new' | null>(null)
  const mayWrite = may('conversations.write')
  return (
    <>
      {data.length > 0 && (
        <ul className={styles.tasks}>
          {data.map(task => (
            <TaskLine key={task.id} task={task} now={now} mayWrite={mayWrite} onEdit={() => setOpen(task)} />
          ))}
        </ul>
      )}
      {mayWrite && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => setOpen('new')}
        >
          {t('task_add')}
        </Button>
      )}
      {open && (
        <TaskDialog
          conversation={conversation}
          task={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

interface LineProps {
  task: Task
  now: number
  mayWrite: boolean
  onEdit(): void
}

function TaskLine({ task, now, mayWrite, onEdit }: LineProps) {
  const { t } = useWords()
  const { change, remove } = useTaskChanges()
  const { id, title, assignee, doneAt } = task
  return (
    <li data-done={doneAt !== null}>
      <Checkbox
        size="sm"
        aria-label={title}
        checked={doneAt !== null}
        disabled={!mayWrite || change.isPending}
        onChange={event => change.mutate({ id, wanted: { done: event.currentTarget.checked } })}
      />
      <div className={styles.what}>
        {mayWrite ? (
          <button type="button" onClick={onEdit} aria-label={t('edit_named', { name: title })}>
            {title}
          </button>
        ) : (
          <span>{title}</span>
        )}
        <div className={styles.about}>
          <Due task={task} now={now} />
          {assignee && <span>{assignee.name}</span>}
        </div>
      </div>
      {mayWrite && (
        <IconButton label={t('task_delete', { title })} size={24} onClick={() => remove.mutate(id)}>
          <IconX size={14} />
        </IconButton>
      )}
    </li>
  )
}

// What one has left to do, wherever it is, by when it is due.
import { Checkbox } from '@mantine/core'
import { IconArrowLeft, IconChecklist } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Blank } from '../../kit/blank.tsx'
import { Bone } from '../../kit/bones.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { useNow } from '../language/time.ts'
import { useTitle } from '../language/use-title.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { Due } from './due.tsx'
import styles from './tasks.module.css'
import { useOwnTasks, useTaskChanges } from './tasks.ts'

export function TasksPage() {
  const { t } = useWords()
  const now = useNow()
  const navigate = useNavigate()
  const { data, error, isPending } = useOwnTasks()
  const { change } = useTaskChanges()
  useTitle(t('tasks_mine'))
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <IconButton
        label={t('back')}
        className={styles.back}
        size={44}
        onClick={() => void navigate({ to: '/inbox' })}
      >
        <IconArrowLeft size={20} />
      </IconButton>
      <Page title={t('tasks_mine')}>
        <Fault error={error} />
        {isPending && <Bone height={160} />}
        {data?.length === 0 && (
          <Blank icon={<IconChecklist size={28} />} title={t('tasks_mine_none')}>
            {t('tasks_mine_none_text')}
          </Blank>
        )}
        {data && data.length > 0 && (
          <Section>
            {data.map(task => (
              <Line
                key={task.id}
                icon={
                  <Checkbox
                    size="sm"
                    aria-label={task.title}
                    checked={false}
                    disabled={change.isPending}
                    onChange={() => change.mutate({ id: task.id, wanted: { done: true } })}
                  />
                }
                title={task.title}
                detail={
                  <Link to="/inbox/$view/$id" params={{ view: 'all', id: task.conversationId }} search={{}}>
                    #{task.conversation.number} {task.conversation.subject ?? task.conversation.preview}
                  </Link>
                }
              >
                <Due task={task} now={now} />
              </Line>
            ))}
          </Section>
        )}
      </Page>
    </main>
  )
}

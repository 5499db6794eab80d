// The head of a conversation: who it is, who has it, and the few things that are done most.
import { Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconAlarm,
  IconArrowLeft,
  IconCircleCheck,
  IconDots,
  IconDownload,
  IconLayoutSidebarRight,
  IconLink,
  IconLock,
  IconMailForward,
  IconPlayerPause,
  IconRotate2,
} from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { ChoicePopover } from '../../kit/choices.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { AssignItems } from '../conversations/assign-items.tsx'
import { isFixed, isOver } from '../conversations/belongs.ts'
import { ClockTag } from '../conversations/clock-tag.tsx'
import { SnoozeItems } from '../conversations/snooze-items.tsx'
import { StatusTag } from '../conversations/status-tag.tsx'
import { phone } from '../inbox/views-screen.tsx'
import { useNow } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import { ForwardDialog } from './forward-dialog.tsx'
import styles from './thread-pane.module.css'
import type { Side } from './thread-pane.tsx'
import type { Change } from './use-change.ts'

interface Props {
  conversation: Conversation
  onChange(change: Change): void
  side: Side
}

export function ThreadHeader({ conversation, onChange, side }: Props) {
  const { t, word } = useWords()
  const navigate = useNavigate()
  const may = useMay()
  const { view } = useParams({ from: '/desk/inbox/$view' })
  // Where it is alone on the screen, it is what the screen is about.
  const Title = useMediaQuery(phone) ? 'h1' : 'h2'
  const now = useNow()
  const mayWrite = may('conversations.write') && !isFixed(conversation)
  return (
    <header className={styles.header}>
      <IconButton
        label={t('to_list')}
        className={styles.back}
        size={44}
        onClick={() =>
          void navigate({
            to: '/inbox/$view',
            params: { view },
            search: before => ({ ...before, panel: undefined }),
          })
        }
      >
        <IconArrowLeft size={20} />
      </IconButton>
      <div className={styles.title}>
        <Title>{conversation.subject ?? conversation.customer.name ?? t('visitor')}</Title>
        <small>#{conversation.number}</small>
        {/* A clock that runs says that it is open; the head is narrow, and the side panel says it, too. */}
        {!(conversation.clock && conversation.status === 'open') && (
          <span className={styles.status} title={word('statuses', conversation.status)}>
            <StatusTag status={conversation.status} />
          </span>
        )}
        {conversation.clock && (
          <span className={styles.clock}>
            <ClockTag clock={conversation.clock} now={now} short />
          </span>
        )}
      </div>
      {mayWrite && <Assignee conversation={conversation} onChange={onChange} />}
      {mayWrite && !isOver(conversation) && <Snooze conversation={conversation} onChange={onChange} />}
      {mayWrite && <SolveOrReopen conversation={conversation} onChange={onChange} />}
      <MoreMenu conversation={conversation} onChange={onChange} mayWrite={mayWrite} />
      <IconButton label={t('details')} keys="d" aria-pressed={side.open} onClick={side.toggle}>
        <IconLayoutSidebarRight size={18} />
      </IconButton>
    </header>
  )
}

type PartProps = Pick<Props, 'conversation' | 'onChange'>

function Assignee({ conversation, onChange }: PartProps) {
  const { t } = useWords()
  const { assignee } = conversation
  const button = (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      className={styles.assignee}
      classNames={{ label: styles.assigneeName }}
      leftSection={assignee && <Avatar name={assignee.name} id={assignee.id} kind="staff" size={20} />}
      title={assignee?.name}
      aria-label={assignee ? t('assigned_to_change', { name: assignee.name }) : t('assign')}
    >
      {assignee?.name ?? t('assign')}
    </Button>
  )
  return (
    <ChoicePopover target={button}>
      {close => (
        <AssignItems
          conversation={conversation}
          onChoose={assigned => {
            close()
            onChange(assigned)
          }}
        />
      )}
    </ChoicePopover>
  )
}

function Snooze({ onChange }: PartProps) {
  const { t } = useWords()
  const button = (
    <IconButton label={t('snooze')} keys="s">
      <IconAlarm size={18} />
    </IconButton>
  )
  return (
    <ChoicePopover target={button} width={280}>
      {close => (
        <SnoozeItems
          onChoose={snoozedUntil => {
            close()
            onChange({ status: 'snoozed', snoozedUntil })
          }}
        />
      )}
    </ChoicePopover>
  )
}

function SolveOrReopen({ conversation, onChange }: PartProps) {
  const { t } = useWords()
  const over = conversation.status === 'solved'
  return (
    <IconButton
      label={over ? t('reopen') : t('solve')}
      keys="e"
      onClick={() => onChange({ status: over ? 'open' : 'solved' })}
    >
      {over ? <IconRotate2 size={18} /> : <IconCircleCheck size={18} />}
    </IconButton>
  )
}

function MoreMenu({ conversation, onChange, mayWrite }: PartProps & { mayWrite: boolean }) {
  const { t, word } = useWords()
  const [isForwarding, setForwarding] = useState(false)
  return (
    <>
      {isForwarding && (
        <ForwardDialog conversation={conversation} seq={null} onClose={() => setForwarding(false)} />
      )}
      <Menu position="bottom-end" withinPortal width={224}>
        <Menu.Target>
          <IconButton label={t('more_actions')}>
            <IconDots size={18} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {mayWrite && !isOver(conversation) && (
            <Menu.Item
              leftSection={<IconPlayerPause size={16} />}
              onClick={() => onChange({ status: 'on_hold' })}
            >
              {t('set_status', { status: word('statuses', 'on_hold') })}
            </Menu.Item>
          )}
          {mayWrite && (
            <Menu.Item leftSection={<IconLock size={16} />} onClick={() => onChange({ status: 'closed' })}>
              {t('close_for_good')}
            </Menu.Item>
          )}
          {mayWrite && conversation.channel === 'email' && (
            <Menu.Item leftSection={<IconMailForward size={16} />} onClick={() => setForwarding(true)}>
              {t('mail_forward_thread')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconDownload size={16} />}
            component="a"
            href={`/api/conversations/${conversation.id}/transcript`}
            download={`conversation-${conversation.number}.txt`}
          >
            {t('transcript')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLink size={16} />}
            onClick={() => void navigator.clipboard?.writeText(location.href)}
          >
            {t('copy_link')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

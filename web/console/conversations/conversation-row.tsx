// One conversation in the list: who, what, since when, and what it needs, in three lines.
import { Checkbox } from '@mantine/core'
import {
  IconAlarm,
  IconChevronDown,
  IconChevronsUp,
  IconChevronUp,
  IconClock,
  IconRosetteDiscountCheckFilled,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type MouseEvent, memo, type ReactNode } from 'react'
import type { Conversation, Priority, Status } from '../../../contract/conversations.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Bone } from '../../kit/bones.tsx'
import { Tag } from '../../kit/tag.tsx'
import { fullTime, listTime, span } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { ClockTag } from './clock-tag.tsx'
import styles from './conversation-row.module.css'
import type { View } from './filters.ts'
import { StatusTag } from './status-tag.tsx'

interface Props {
  conversation: Conversation
  view: View
  now: number
  isOpen: boolean
  isAtCursor: boolean
  isSelected: boolean
  isSelecting: boolean
  onSelect(range: boolean): void
}

export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { conversation, view, now, isOpen, isAtCursor, isSelected, isSelecting, onSelect } = props
  const { t, locale } = useWords()
  const { customer, unread } = conversation
  const { sideOf } = conversation
  const name = sideOf ? t('side_of', { number: `#${sideOf.number}` }) : (customer.name ?? t('visitor'))
  const select = (event: MouseEvent) => {
    event.stopPropagation()
    onSelect(event.shiftKey)
  }
  return (
    <div
      className={styles.row}
      data-open={isOpen}
      data-cursor={isAtCursor}
      data-selected={isSelected}
      data-selecting={isSelecting}
      data-unread={unread > 0}
    >
      <span className={styles.face}>
        <Avatar name={customer.name} id={customer.id} size={32} />
        {conversation.live && <span className={styles.live} title={t('live')} />}
        <Checkbox
          size="xs"
          className={styles.check}
          checked={isSelected}
          onChange={() => {}}
          onClick={select}
          aria-label={t('select_number', { number: String(conversation.number) })}
        />
      </span>
      <Link
        to="/inbox/$view/$id"
        params={{ view, id: conversation.id }}
        search={before => ({ ...before, panel: undefined })}
        className={styles.main}
        aria-current={isOpen ? 'true' : undefined}
        data-conversation={conversation.id}
      >
        <span className={styles.line}>
          <span className={styles.name}>{name}</span>
          {customer.verified && (
            <IconRosetteDiscountCheckFilled
              size={15}
              className={styles.verified}
              aria-label={t('verified')}
              role="img"
            />
          )}
          <span className={styles.number}>#{conversation.number}</span>
          <time
            className={styles.time}
            dateTime={conversation.lastEntryAt}
            title={fullTime(locale, conversation.lastEntryAt)}
          >
            {listTime(locale, conversation.lastEntryAt, now)}
          </time>
        </span>
        <span className={styles.line}>
          <span className={styles.preview}>
            {conversation.lastAuthor === 'staff' && <span className={styles.by}>{t('preview_desk')} </span>}
            {conversation.preview || conversation.subject || t('no_text')}
          </span>
          {unread > 0 && (
            <span className={styles.unread}>
              {unread > 99 ? '99+' : unread}
              <span className="visually-hidden"> {t('unread')}</span>
            </span>
          )}
        </span>
        <Meta conversation={conversation} now={now} />
      </Link>
    </div>
  )
})

function Meta({ conversation, now }: { conversation: Conversation; now: number }) {
  const { t, word, locale } = useWords()
  const { status, live, topic, assignee, waitingSince, clock } = conversation
  // Where a promise runs, it says more than how long they wait; but not of somebody who waits right now.
  const isSaid = clock?.dueAt && !(status === 'queued' && live)
  const waited = waitingSince === null || isSaid ? null : span(locale, now - Date.parse(waitingSince))
  return (
    <span className={styles.meta}>
      {clock && <ClockTag clock={clock} now={now} />}
      {waited !== null && (
        <Tag
          tone="waiting"
          icon={<IconClock size={13} aria-hidden />}
          title={live ? t('waits_live') : t('waits')}
        >
          {status === 'queued' && live
            ? t('queued_since', { span: waited })
            : t('waits_since', { span: waited })}
        </Tag>
      )}
      {((waited === null && !isSaid) || !waitsForUs(status)) && <StatusTag status={status} />}
      <PriorityMark priority={conversation.priority} />
      {topic && <span className={styles.soft}>{word('topics', topic)}</span>}
      <span className={styles.locale} title={t('language')}>
        {conversation.locale.toUpperCase()}
      </span>
      {conversation.snoozedUntil && (
        <IconAlarm
          size={14}
          aria-label={t('snoozed_until', { until: fullTime(locale, conversation.snoozedUntil) })}
          role="img"
        />
      )}
      <span className={styles.end}>
        {assignee && (
          <span title={assignee.name}>
            <Avatar name={assignee.name} id={assignee.id} kind="staff" size={18} />
            <span className="visually-hidden">{t('assigned_to', { name: assignee.name })}</span>
          </span>
        )}
      </span>
    </span>
  )
}

/** Where the mark of waiting says it all; elsewhere the status says why they still wait. */
const waitsForUs = (status: Status): boolean => status === 'queued' || status === 'open'

const priorityIcons: Record<Priority, ReactNode> = {
  urgent: <IconChevronsUp size={15} stroke={2.4} />,
  high: <IconChevronUp size={15} stroke={2.4} />,
  normal: null,
  low: <IconChevronDown size={15} />,
}

/** Nothing for the usual priority: a mark on every row marks none. */
function PriorityMark({ priority }: { priority: Priority }) {
  const { word } = useWords()
  if (!priorityIcons[priority]) return null
  return (
    <span
      className={styles.priority}
      data-priority={priority}
      title={word('priorities', priority)}
      role="img"
      aria-label={word('priorities', priority)}
    >
      {priorityIcons[priority]}
      {priority === 'urgent' && <span aria-hidden>{word('priorities', priority)}</span>}
    </span>
  )
}

export function RowBones({ count }: { count: number }) {
  const { t } = useWords()
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.row} data-bones>
          <span className={styles.face}>
            <Bone width={32} height={32} round />
          </span>
          <span className={styles.main}>
            <Bone width={`${38 + ((index * 17) % 30)}%`} height={12} />
            <Bone width={`${68 + ((index * 13) % 28)}%`} height={10} />
            <Bone width="34%" height={10} />
          </span>
        </div>
      ))}
    </div>
  )
}

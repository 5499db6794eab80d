// How a conversation stands: each line shows a value, and is the way to change it.
import { Menu, UnstyledButton } from '@mantine/core'
import { IconFlag, IconHash, IconPuzzle, IconTag, IconUser, IconUsers, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactElement, type ReactNode, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { ChoicePopover } from '../../kit/choices.tsx'
import { classes } from '../../kit/classes.ts'
import { AssignItems } from '../conversations/assign-items.tsx'
import { isFixed as isFixedNow } from '../conversations/belongs.ts'
import { complexities, priorities, settableStatuses, topics } from '../conversations/filters.ts'
import { SnoozeItems } from '../conversations/snooze-items.tsx'
import { StatusIcon } from '../conversations/status-tag.tsx'
import { TagDialog } from '../conversations/tag-dialog.tsx'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import { useTeams } from '../teams/teams.ts'
import type { Change } from '../thread/use-change.ts'
import styles from './side-bar.module.css'

interface Props {
  conversation: Conversation
  onChange(change: Change): void
}

export function Properties({ conversation, onChange }: Props) {
  const { t, word } = useWords()
  const teams = useTeams()
  const may = useMay()
  const { assignee, team, priority, complexity, topic } = conversation
  const isFixed = isFixedNow(conversation) || !may('conversations.write')
  return (
    <section className={styles.section} aria-label={t('properties')}>
      <div className={styles.properties}>
        <StatusLine conversation={conversation} onChange={onChange} isFixed={isFixed} />
        <Property name={t('assignee')}>
          {isFixed ? (
            <span className={styles.value}>{assignee?.name ?? t('nobody')}</span>
          ) : (
            <ChoicePopover
              target={
                <Value
                  name={t('assignee')}
                  icon={
                    assignee ? (
                      <Avatar name={assignee.name} id={assignee.id} kind="staff" size={20} />
                    ) : (
                      <IconUser size={16} />
                    )
                  }
                  text={assignee?.name}
                />
              }
            >
              {close => (
                <AssignItems conversation={conversation} onChoose={change => (close(), onChange(change))} />
              )}
            </ChoicePopover>
          )}
        </Property>
        <Property name={t('team')}>
          <Pick
            isFixed={isFixed}
            name={t('team')}
            icon={<IconUsers size={16} />}
            text={team?.name}
            options={[
              ...(conversation.sideOf ? [] : [{ value: null, label: t('no_team') }]),
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={team?.id ?? null}
            onPick={teamId => onChange({ teamId })}
          />
        </Property>
        <Property name={t('priority')}>
          <Pick
            isFixed={isFixed}
            name={t('priority')}
            icon={<IconFlag size={16} />}
            text={word('priorities', priority)}
            options={priorities.map(value => ({ value, label: word('priorities', value) }))}
            value={priority}
            onPick={value => onChange({ priority: value })}
          />
        </Property>
        <Property name={t('complexity')}>
          <Pick
            isFixed={isFixed}
            name={t('complexity')}
            icon={<IconPuzzle size={16} />}
            text={word('complexities', complexity)}
            options={complexities.map(value => ({ value, label: word('complexities', value) }))}
            value={complexity}
            onPick={value => onChange({ complexity: value })}
          />
        </Property>
        <Property name={t('topic')}>
          <Pick
            isFixed={isFixed}
            name={t('topic')}
            icon={<IconHash size={16} />}
            text={topic ? word('topics', topic) : undefined}
            options={[
              { value: null, label: t('no_topic') },
              ...topics.map(value => ({ value, label: word('topics', value) })),
            ]}
            value={topic}
            onPick={value => onChange({ topic: value })}
          />
        </Property>
        <Tags conversation={conversation} onChange={onChange} isFixed={isFixed} />
      </div>
    </section>
  )
}

function StatusLine({ conversation, onChange, isFixed }: Props & { isFixed: boolean }) {
  const { t, word, locale } = useWords()
  const { status, snoozedUntil } = conversation
  return (
    <>
      <Property name={t('filter_status')}>
        <Pick
          isFixed={isFixed}
          name={t('filter_status')}
          icon={<StatusIcon status={status} />}
          text={word('statuses', status)}
          options={settableStatuses
            .filter(value => value !== 'snoozed')
            .map(value => ({ value, label: word('statuses', value) }))}
          value={status}
          onPick={value => onChange({ status: value as 'open' })}
        />
      </Property>
      {snoozedUntil && (
        <Property name={t('snoozed')}>
          <ChoicePopover
            width={280}
            target={
              <Value
                name={t('snoozed')}
                icon={<StatusIcon status="snoozed" />}
                text={fullTime(locale, snoozedUntil)}
              />
            }
          >
            {close => (
              <SnoozeItems
                onChoose={until => (close(), onChange({ status: 'snoozed', snoozedUntil: until }))}
              />
            )}
          </ChoicePopover>
        </Property>
      )}
    </>
  )
}

function Tags({ conversation: { tags }, onChange, isFixed }: Props & { isFixed: boolean }) {
  const { t } = useWords()
  const [isAdding, setAdding] = useState(false)
  return (
    <Property name={t('tags')}>
      <div className={styles.tags}>
        {tags.map(tag => (
          <span key={tag} className={styles.tag}>
            <Link to="/inbox/$view" params={{ view: 'all' }} search={{ tag }}>
              {tag}
            </Link>
            {!isFixed && (
              <button
                type="button"
                aria-label={t('tag_remove', { tag })}
                onClick={() => onChange({ tags: tags.filter(other => other !== tag) })}
              >
                <IconX size={12} />
              </button>
            )}
          </span>
        ))}
        {!isFixed && (
          <button type="button" className={styles.add} onClick={() => setAdding(true)}>
            <IconTag size={12} aria-hidden /> {t('add')}
          </button>
        )}
        {isAdding && (
          <TagDialog
            onClose={() => setAdding(false)}
            onTags={added => onChange({ tags: [...new Set([...tags, ...added])] })}
          />
        )}
      </div>
    </Property>
  )
}

function Property({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.property}>
      <span aria-hidden>{name}</span>
      {children}
    </div>
  )
}

interface ValueProps {
  name: string
  icon: ReactElement
  text: string | undefined
}

function Value({ name, icon, text, className, ...rest }: ValueProps & { className?: string }) {
  const { t } = useWords()
  return (
    <UnstyledButton
      className={classes(styles.value, className)}
      aria-label={`${name}: ${text ?? t('none')}`}
      {...rest}
    >
      {icon}
      <span className={text ? undefined : styles.unset}>{text ?? t('none')}</span>
    </UnstyledButton>
  )
}

interface PickProps<T> extends ValueProps {
  isFixed: boolean
  options: readonly { value: T; label: string }[]
  value: T | string | null
  onPick(value: T): void
}

function Pick<T>({ name, icon, text, options, value, onPick, isFixed }: PickProps<T>) {
  const { t } = useWords()
  if (isFixed)
    return (
      <span className={styles.value}>
        {icon}
        <span>{text ?? t('none')}</span>
      </span>
    )
  return (
    <Menu position="bottom-start" width={208} withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.value} aria-label={`${name}: ${text ?? t('none')}`}>
          {icon}
          <span className={text ? undefined : styles.unset}>{text ?? t('none')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(option => (
          <Menu.Item
            key={String(option.value)}
            role="menuitemradio"
            aria-checked={option.value === value}
            fw={option.value === value ? 600 : undefined}
            c={option.value === value ? 'var(--brand)' : undefined}
            onClick={() => option.value !== value && onPick(option.value)}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

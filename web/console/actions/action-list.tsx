// The actions of a macro or a rule, to be put together.
import { Button, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Action } from '../../../contract/automation.ts'
import { placeholders } from '../../../rules/placeholders.ts'
import { Growing } from '../../kit/growing.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { complexities, priorities } from '../conversations/filters.ts'
import { useWords } from '../language/words.tsx'
import { useStaff, useTeams } from '../teams/teams.ts'
import styles from './actions.module.css'

type Do = Action['do']

interface Props<A extends Action> {
  actions: readonly A[]
  /** Those on offer, in order. */
  kinds: readonly A['do'][]
  onChange(actions: A[]): void
}

const most = 20

export function ActionList<A extends Action>({ actions, kinds, onChange }: Props<A>) {
  const { t } = useWords()
  const fresh = useFresh()
  const used = new Set(actions.map(action => action.do))
  const left = kinds.filter(kind => !used.has(kind) && !(isStatus(kind) && [...used].some(isStatus)))
  const [next] = left
  const put = (index: number, action: Action | null) =>
    onChange(actions.flatMap((one, at) => (at === index ? ((action as A | null) ?? []) : one)))
  return (
    <>
      {actions.map((action, index) => (
        <div key={action.do} className={styles.action}>
          <Select
            label={t('action')}
            allowDeselect={false}
            data={[action.do, ...left].map(kind => ({ value: kind, label: t(`action_${kind}`) }))}
            value={action.do}
            onChange={kind => kind && put(index, fresh(kind as Do))}
          />
          <div className={styles.value}>
            <Value action={action} put={changed => put(index, changed)} />
          </div>
          <IconButton label={t('action_remove')} onClick={() => put(index, null)}>
            <IconX size={16} />
          </IconButton>
        </div>
      ))}
      {next && actions.length < most && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...actions, fresh(next) as A])}
        >
          {t('action_add')}
        </Button>
      )}
    </>
  )
}

/** There is one status only, and put off is one. */
const isStatus = (kind: Do): boolean => kind === 'set_status' || kind === 'snooze'

/** An action of a kind, as it is first offered. */
function useFresh(): (kind: Do) => Action {
  const [team] = useTeams()
  const [colleague] = useStaff().filter(({ disabled }) => !disabled)
  return kind => {
    switch (kind) {
      case 'reply':
      case 'note':
        return { do: kind, text: '' }
      case 'set_status':
        return { do: kind, status: 'solved' }
      case 'snooze':
        return { do: kind, hours: 24 }
      case 'set_priority':
        return { do: kind, priority: 'high' }
      case 'set_complexity':
        return { do: kind, complexity: 'complex' }
      case 'assign':
        return { do: kind, assigneeId: null }
      case 'assign_team':
        return { do: kind, teamId: null }
      case 'add_tags':
      case 'remove_tags':
        return { do: kind, tags: [] }
      case 'add_task':
        return { do: kind, title: '', hours: 24 }
      case 'notify_team':
        return { do: kind, teamId: team?.id ?? '' }
      case 'notify_staff':
        return { do: kind, staffId: colleague?.id ?? '' }
      default:
        return { do: kind }
    }
  }
}

/** Whether an action says all that it needs. */
export function isWhole(action: Action): boolean {
  if ('text' in action) return action.text.trim() !== ''
  if ('tags' in action) return action.tags.length > 0
  if ('title' in action) return action.title.trim() !== ''
  if ('staffId' in action) return action.staffId !== ''
  return action.do !== 'notify_team' || action.teamId !== ''
}

function Value({ action, put }: { action: Action; put(action: Action): void }) {
  const { t, word } = useWords()
  switch (action.do) {
    case 'reply':
    case 'note':
      return <TextValue action={action} put={put} />
    case 'set_status':
      return (
        <Choice
          label={t('filter_status')}
          options={(['open', 'waiting', 'on_hold', 'solved', 'closed'] as const).map(
            value => [value, word('statuses', value)] as const,
          )}
          value={action.status}
          onChoose={status => put({ do: 'set_status', status })}
        />
      )
    case 'snooze':
      return (
        <NumberInput
          label={t('hours')}
          min={1}
          max={8_784}
          allowDecimal={false}
          value={action.hours}
          onChange={value => put({ do: 'snooze', hours: Number(value) || 1 })}
        />
      )
    case 'set_priority':
      return (
        <Choice
          label={t('priority')}
          options={priorities.map(value => [value, word('priorities', value)] as const)}
          value={action.priority}
          onChoose={priority => put({ do: 'set_priority', priority })}
        />
      )
    case 'set_complexity':
      return (
        <Choice
          label={t('complexity')}
          options={complexities.map(value => [value, word('complexities', value)] as const)}
          value={action.complexity}
          onChoose={complexity => put({ do: 'set_complexity', complexity })}
        />
      )
    case 'add_tags':
    case 'remove_tags':
      return (
        <TagsInput
          label={t('tags')}
          maxLength={40}
          value={action.tags}
          onChange={tags => put({ do: action.do, tags })}
        />
      )
    case 'add_task':
      return <TaskValue action={action} put={put} />
    default:
      return <WhoValue action={action} put={put} />
  }
}

type Tasking = Extract<Action, { do: 'add_task' }>

function TaskValue({ action, put }: { action: Tasking; put(action: Action): void }) {
  const { t } = useWords()
  return (
    <div className={styles.task}>
      <TextInput
        label={t('task')}
        maxLength={200}
        value={action.title}
        onChange={event => put({ ...action, title: event.currentTarget.value })}
      />
      <NumberInput
        label={t('task_due_hours')}
        min={1}
        max={8_784}
        allowDecimal={false}
        value={action.hours ?? ''}
        onChange={value => put({ ...action, hours: Number(value) || null })}
      />
    </div>
  )
}

type Texting = Extract<Action, { text: string }>

function TextValue({ action, put }: { action: Texting; put(action: Action): void }) {
  const { t } = useWords()
  const set = (text: string) => put({ ...action, text })
  return (
    <div className={styles.text}>
      <Growing
        framed
        label={t('canned_body')}
        placeholder={t('canned_body')}
        maxLength={20_000}
        value={action.text}
        onChange={set}
      />
      <div className={styles.placeholders}>
        {placeholders.map(name => (
          <Button
            key={name}
            variant="default"
            size="compact-xs"
            onClick={() => set(`${action.text}{{${name}}}`)}
          >
            {`{{${name}}}`}
          </Button>
        ))}
      </div>
    </div>
  )
}

function WhoValue({ action, put }: { action: Action; put(action: Action): void }) {
  const { t } = useWords()
  const teams = useTeams().map(({ id, name }) => [id, name] as const)
  const staff = useStaff()
    .filter(({ disabled }) => !disabled)
    .map(({ id, name }) => [id, name] as const)
  const nobody = ['', t('nobody')] as const
  switch (action.do) {
    case 'assign':
      return (
        <Choice
          label={t('assignee')}
          options={[nobody, ...staff]}
          value={action.assigneeId ?? ''}
          onChoose={id => put({ do: 'assign', assigneeId: id || null })}
        />
      )
    case 'assign_team':
      return (
        <Choice
          label={t('team')}
          options={[['', t('no_team')] as const, ...teams]}
          value={action.teamId ?? ''}
          onChoose={id => put({ do: 'assign_team', teamId: id || null })}
        />
      )
    case 'notify_team':
      return (
        <Choice
          label={t('team')}
          options={teams}
          value={action.teamId}
          onChoose={teamId => put({ do: 'notify_team', teamId })}
        />
      )
    case 'notify_staff':
      return (
        <Choice
          label={t('people')}
          options={staff}
          value={action.staffId}
          onChoose={staffId => put({ do: 'notify_staff', staffId })}
        />
      )
    default:
      return null
  }
}

interface ChoiceProps<V extends string> {
  label: string
  options: readonly (readonly [value: V, label: string])[]
  value: V
  onChoose(value: V): void
}

function Choice<V extends string>({ label, options, value, onChoose }: ChoiceProps<V>) {
  return (
    <Select
      label={label}
      allowDeselect={false}
      searchable={options.length > 8}
      data={options.map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={chosen => chosen !== null && onChoose(chosen as V)}
    />
  )
}

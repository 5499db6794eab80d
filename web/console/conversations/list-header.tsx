// The head of the list: its name, and what it shows in which order.
import { Menu, UnstyledButton } from '@mantine/core'
import { IconArrowsSort, IconCrown, IconFilter, IconMenu2, IconPuzzle, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { IconButton } from '../../kit/icon-button.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useWords } from '../language/words.tsx'
import styles from './conversation-list.module.css'
import { allStatuses, complexities, type Filters, type StatusFilter, sorts, type View } from './filters.ts'
import { useTiers } from './tiers.ts'

interface Props {
  title: string
  view: View
  filters: Filters
}

export function ListHeader({ title, view, filters }: Props) {
  const { t, word } = useWords()
  const navigate = useNavigate()
  const tiers = useTiers()
  const set = (change: Partial<Filters>) =>
    void navigate({ to: '/inbox/$view', params: { view }, search: before => ({ ...before, ...change }) })
  const statusName = (status: StatusFilter) =>
    status === 'active' ? t('status_active') : word('statuses', status)
  const status = filters.status ?? 'active'
  const sort = filters.sort ?? 'newest'
  return (
    <>
      <header className={styles.header}>
        <IconButton
          label={t('views')}
          className={styles.menu}
          size={44}
          onClick={() => void navigate({ to: '/inbox' })}
        >
          <IconMenu2 size={20} />
        </IconButton>
        <h1>{title}</h1>
        <Chooser
          label={t('filter_status')}
          icon={<IconFilter size={14} aria-hidden />}
          word={statusName(status)}
          isSet={filters.status !== undefined}
          options={(['active', ...allStatuses] as const).map(value => ({ value, label: statusName(value) }))}
          value={status}
          onChoose={value => set({ status: value === 'active' ? undefined : value })}
        />
        <Chooser
          label={t('complexity')}
          icon={<IconPuzzle size={14} aria-hidden />}
          isSet={filters.complexity !== undefined}
          options={[
            { value: 'any', label: t('policy_any') },
            ...complexities.map(value => ({ value, label: word('complexities', value) })),
          ]}
          value={filters.complexity ?? 'any'}
          onChoose={value => set({ complexity: complexities.find(one => one === value) })}
        />
        {(tiers.length > 0 || filters.tier) && (
          <Chooser
            label={t('tier')}
            icon={<IconCrown size={14} aria-hidden />}
            isSet={filters.tier !== undefined}
            options={[
              { value: '', label: t('policy_any') },
              ...withChosen(tiers, filters.tier).map(value => ({ value, label: value })),
            ]}
            value={filters.tier ?? ''}
            onChoose={value => set({ tier: value || undefined })}
          />
        )}
        <Chooser
          label={t('sort')}
          icon={<IconArrowsSort size={14} aria-hidden />}
          isSet={filters.sort !== undefined}
          options={sorts.map(value => ({ value, label: t(`sort_${value}`) }))}
          value={sort}
          onChoose={value => set({ sort: value === 'newest' ? undefined : value })}
        />
      </header>
      {filters.tag && (
        <div className={styles.tagged}>
          {t('tagged')} <Tag>{filters.tag}</Tag>
          <IconButton label={t('filters_clear')} size={24} onClick={() => set({ tag: undefined })}>
            <IconX size={14} />
          </IconButton>
        </div>
      )}
    </>
  )
}

/** A tier that nobody is in any more may still stand in an address. */
const withChosen = (tiers: string[], chosen: string | undefined): string[] =>
  chosen && !tiers.includes(chosen) ? [...tiers, chosen] : tiers

interface ChooserProps<T extends string> {
  label: string
  icon: ReactNode
  /** What is chosen, where there is room to say so. */
  word?: string
  isSet: boolean
  options: readonly { value: T; label: string }[]
  value: T
  onChoose(value: T): void
}

function Chooser<T extends string>({ label, icon, word, isSet, options, value, onChoose }: ChooserProps<T>) {
  return (
    <Menu position="bottom-end" width={208} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={styles.filter}
          data-set={isSet}
          aria-label={word ? `${label}: ${word}` : label}
          title={label}
        >
          {icon}
          {word}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{label}</Menu.Label>
        {options.map(option => (
          <Menu.RadioItem
            key={option.value}
            value={option.value}
            checked={option.value === value}
            closeMenuOnClick
            fw={option.value === value ? 600 : undefined}
            c={option.value === value ? 'var(--brand)' : undefined}
            onChange={() => onChoose(option.value)}
          >
            {option.label}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

// The filters of a search: those that are set as chips to be taken away, and menus to add others. All of them can be typed as well.
import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { type Key, useWords } from '../language/words.tsx'
import styles from './filter-bar.module.css'
import type { FilterOptions, Option } from './known-words.ts'
import { type FilterKey, type Filters, filterKeys } from './typed-search.ts'

interface Props {
  filters: Filters
  options: FilterOptions
  /** What is known of the customer whose conversations are looked for. */
  customerName: string | null
  /** Sets a filter to what would be typed for it; `null` takes it away. */
  onSet(key: FilterKey, typed: string | null): void
  /** A tag is typed: there are too many to choose from. */
  onTypeTag(): void
}

const labels: Record<FilterKey, Key> = {
  status: 'filter_status',
  channel: 'channel',
  team: 'team',
  assignee: 'search_assignee',
  tag: 'search_tag',
  locale: 'search_language',
  from: 'search_from',
  to: 'search_to',
  files: 'search_files',
  customer: 'search_customer',
}

export function FilterBar({ filters, options, customerName, onSet, onTypeTag }: Props) {
  const { t } = useWords()
  const set = filterKeys.filter(key => filters[key] !== undefined)
  const shown = (key: FilterKey): string => {
    const value = filters[key] ?? ''
    if (key === 'files') return ''
    if (key === 'customer') return customerName ?? t('visitor')
    const known = (options as Partial<Record<FilterKey, Option[]>>)[key]
    return known?.find(option => option.value === value)?.label ?? value
  }
  const choose = (key: keyof FilterOptions) => (
    <Chooser
      key={key}
      label={t(labels[key])}
      options={options[key]}
      // Names may be the same, codes are not.
      onChoose={({ value, label }) => onSet(key, value.length < 20 ? value : label)}
    />
  )
  return (
    <div className={styles.bar} role="group" aria-label={t('search_filters')}>
      {set.map(key => (
        <UnstyledButton
          key={key}
          className={styles.chip}
          aria-label={t('search_filter_remove', { filter: `${t(labels[key])} ${shown(key)}`.trim() })}
          onClick={() => onSet(key, null)}
        >
          <span className={styles.name}>{t(labels[key])}</span>
          {shown(key)}
          <IconX size={14} aria-hidden />
        </UnstyledButton>
      ))}
      {(['status', 'channel', 'team', 'assignee', 'locale'] as const)
        .filter(key => filters[key] === undefined)
        .map(choose)}
      {filters.tag === undefined && (
        <UnstyledButton className={styles.add} onClick={onTypeTag}>
          {t('search_tag')}
        </UnstyledButton>
      )}
      {filters.from === undefined && (
        <Chooser
          label={t('search_from')}
          options={periods.map(days => ({
            value: dayBefore(days),
            label: days === 0 ? t('search_today') : t('search_days', { count: days + 1 }),
          }))}
          onChoose={({ value }) => onSet('from', value)}
        />
      )}
      {filters.files === undefined && (
        <UnstyledButton className={styles.add} onClick={() => onSet('files', 'files')}>
          {t('search_files')}
        </UnstyledButton>
      )}
    </div>
  )
}

const periods = [0, 6, 29, 364]

function dayBefore(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() - days)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

interface ChooserProps {
  label: string
  options: readonly Option[]
  onChoose(option: Option): void
}

function Chooser({ label, options, onChoose }: ChooserProps) {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.add}>
          {label}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        {options.map(option => (
          <Menu.Item key={option.value} onClick={() => onChoose(option)}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

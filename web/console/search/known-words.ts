// The words that stand for something in the search box: states as the reader calls them, and the names of this desk.
import { useMemo } from 'react'
import { channels } from '../../../contract/conversations.ts'
import { allStatuses } from '../conversations/filters.ts'
import { locales, useWords, type Words } from '../language/words.tsx'
import { useStaff, useTeams } from '../teams/teams.ts'
import type { FilterKey, KnownWords } from './typed-search.ts'

export interface Option {
  /** What the desk is asked for. */
  value: string
  /** What people read, and type. */
  label: string
}

export type FilterOptions = Record<'status' | 'channel' | 'team' | 'assignee' | 'locale', Option[]>

/** What each filter can be set to. */
export function useFilterOptions(): FilterOptions {
  const words = useWords()
  const teams = useTeams()
  const staff = useStaff()
  return useMemo(() => optionsOf(words, teams, staff), [words, teams, staff])
}

function optionsOf(
  { t, word }: Words,
  teams: readonly { id: string; name: string }[],
  staff: readonly { id: string; name: string }[],
): FilterOptions {
  const named = ({ id, name }: { id: string; name: string }): Option => ({ value: id, label: name })
  return {
    status: [
      { value: 'active', label: t('status_active') },
      ...allStatuses.map(value => ({ value, label: word('statuses', value) })),
    ],
    channel: channels.map(value => ({ value, label: t(`channel_${value}`) })),
    team: [{ value: 'none', label: t('no_team') }, ...teams.map(named)],
    assignee: [
      { value: 'me', label: t('search_me') },
      { value: 'none', label: t('search_nobody') },
      ...staff.map(named),
    ],
    locale: locales.map(({ tag, name }) => ({ value: tag, label: name })),
  }
}

/** The same for reading: by what people read and, where it is a word, by what the desk calls it. */
export function knownWords(options: FilterOptions): KnownWords {
  const known: Partial<Record<FilterKey, Map<string, string>>> = {}
  for (const [key, all] of Object.entries(options)) {
    // Of two with the same name the first counts.
    const words = [...all].reverse().map(({ value, label }) => [label.toLowerCase(), value] as const)
    const codes = all.filter(({ value }) => value.length < 20).map(({ value }) => [value, value] as const)
    known[key as FilterKey] = new Map([...words, ...codes])
  }
  return known
}

// What the palette offers for what is typed: actions, conversations, customers and articles, each part under its name.
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowRight, IconBolt, IconFileText, IconHash, IconSearch, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { type Command, useOffered } from '../commands/commands.tsx'
import { useWords } from '../language/words.tsx'
import { knownWords, useFilterOptions } from '../search/known-words.ts'
import { readSearch } from '../search/typed-search.ts'
import { useFound } from '../search/use-found.ts'
import { matches } from './matches.ts'

export interface Option {
  id: string
  label: ReactNode
  detail?: string
  icon: ReactNode
  keys?: string
  run(): void
}

export interface Section {
  name: string
  options: Option[]
}

const shortest = 2
const most = { conversations: 8, customers: 4, articles: 4 }

/** Actions on what is open come first, then ways, then what the search finds; a number finds its conversation before all. */
export function useOptions(text: string): { sections: Section[]; told: string } {
  const { t } = useWords()
  const navigate = useNavigate()
  const wanted = text.trim()
  const found = useFoundFor(wanted)
  const actions = { name: t('palette_actions'), options: useCommandOptions(wanted) }
  if (wanted.length < shortest) return { sections: filled([actions]), told: '' }
  const everything = {
    id: 'everywhere',
    label: t('palette_search', { text: wanted }),
    icon: <IconSearch size={16} />,
    run: () => void navigate({ to: '/search', search: { q: wanted } }),
  }
  const more = { name: t('search'), options: [everything] }
  const sections = /^#?\d+$/.test(wanted) ? [...found, more, actions] : [actions, ...found, more]
  const told = found
    .filter(({ options }) => options.length > 0)
    .map(({ name, options }) => `${name}: ${options.length}`)
    .join(', ')
  return { sections: filled(sections), told }
}

const filled = (sections: Section[]): Section[] => sections.filter(({ options }) => options.length > 0)

function useCommandOptions(wanted: string): Option[] {
  const rank = { conversation: 0, answer: 1, list: 2, go: 3, desk: 4 }
  return unique(useOffered())
    .filter(command => !command.keysOnly && matches(`${command.label} ${command.also ?? ''}`, wanted))
    .sort((one, other) => rank[one.group] - rank[other.group])
    .map(command => ({
      id: `command-${command.id.replaceAll(' ', '-')}`,
      label: command.label,
      icon: command.group === 'go' ? <IconArrowRight size={16} /> : <IconBolt size={16} />,
      keys: command.keys,
      run: command.run,
    }))
}

/** Nothing while what is found is still that for what was typed before. */
function useFoundFor(wanted: string): Section[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const options = useFilterOptions()
  const known = useMemo(() => knownWords(options), [options])
  const [asked] = useDebouncedValue(wanted, 120)
  const search = useMemo(() => readSearch(asked, known), [asked, known])
  const { hits, customers, articles } = useFound(search, 'palette', shortest)
  if (asked !== wanted || wanted.length < shortest) return []
  const conversations = hits.slice(0, most.conversations).map(({ conversation }) => ({
    id: `conversation-${conversation.id}`,
    label: conversation.customer.name ?? t('visitor'),
    detail: `#${conversation.number} · ${conversation.subject ?? conversation.preview}`,
    icon: <IconHash size={16} />,
    run: () =>
      void navigate({
        to: '/inbox/$view/$id',
        params: { view: 'all', id: conversation.mergedInto?.id ?? conversation.id },
        search: {},
      }),
  }))
  const people = (customers.data ?? []).slice(0, most.customers).map(({ id, name, email }) => ({
    id: `customer-${id}`,
    label: name ?? t('visitor'),
    detail: email ?? undefined,
    icon: <IconUser size={16} />,
    run: () => void navigate({ to: '/search', search: { q: `customer:${id}` } }),
  }))
  const texts = (articles.data ?? []).slice(0, most.articles).map(({ id, title, summary, url }) => ({
    id: `article-${id}`,
    label: title.map(piece => piece.text).join(''),
    detail: summary.map(piece => piece.text).join(''),
    icon: <IconFileText size={16} />,
    run: () => void window.open(url, '_blank', 'noreferrer'),
  }))
  return [
    { name: t('search_conversations'), options: conversations },
    { name: t('search_customers'), options: people },
    { name: t('search_articles'), options: texts },
  ]
}

const unique = (commands: readonly Command[]): Command[] => [
  ...new Map(commands.map(command => [command.id, command])).values(),
]

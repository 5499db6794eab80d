// Moving through the list of articles by key.
import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useState } from 'react'
import type { Marked } from '../../kit/use-marked.ts'
import { useCommands } from '../commands/commands.tsx'
import { useArticleWords } from './language/article-words.tsx'

interface List {
  rows: readonly { id: string }[]
  marked: Marked
  search: RefObject<HTMLInputElement | null>
  onNew(): void
}

/** Gives the id of the row at which the reader is. */
export function useArticleKeys({ rows, marked, search, onNew }: List): string | undefined {
  const { t } = useArticleWords()
  const navigate = useNavigate()
  const [at, setAt] = useState<string>()
  const step = (by: number) => {
    const now = rows.findIndex(({ id }) => id === at)
    const next = rows[Math.min(Math.max(now + by, 0), rows.length - 1)]?.id
    setAt(next)
    const row = document.querySelector<HTMLElement>(`[data-article="${next}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }
  const list = 'list' as const
  useCommands([
    { id: 'new article', group: 'desk', label: t('article_new'), keys: 'c', run: onNew },
    { id: 'next', group: list, label: t('article_next'), keys: 'j', keysOnly: true, run: () => step(1) },
    {
      id: 'previous',
      group: list,
      label: t('article_previous'),
      keys: 'k',
      keysOnly: true,
      run: () => step(-1),
    },
    {
      id: 'open',
      group: list,
      label: t('open_conversation'),
      keys: 'o, enter',
      keysOnly: true,
      run: () => at && void navigate({ to: '/articles/$id', params: { id: at }, search: {} }),
    },
    {
      id: 'select',
      group: list,
      label: t('select_conversation'),
      keys: 'x',
      keysOnly: true,
      run: () => at && marked.toggle(at),
    },
    {
      id: 'clear',
      group: list,
      label: t('clear_selection'),
      keys: 'shift+escape',
      keysOnly: true,
      run: marked.clear,
    },
    { id: 'find', group: list, label: t('article_search'), keys: '/', run: () => search.current?.focus() },
  ])
  return at
}

// Moving through the list by key: the cursor is a row of its own, and follows what is opened.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { useCommands } from '../commands/commands.tsx'
import { useWords } from '../language/words.tsx'
import type { View } from './filters.ts'
import type { Selection } from './selection.ts'

/** Gives the id of the row at which the cursor stands. */
export function useListKeys(
  conversations: readonly Conversation[],
  openId: string | undefined,
  view: View,
  selection: Selection,
  reveal: (index: number) => void,
): string | undefined {
  const { t } = useWords()
  const navigate = useNavigate()
  const [cursor, setCursor] = useState(openId)
  useEffect(() => {
    if (openId) setCursor(openId)
  }, [openId])
  const open = (id: string | undefined) => {
    if (id)
      void navigate({
        to: '/inbox/$view/$id',
        params: { view, id },
        search: before => ({ ...before, panel: undefined }),
      })
  }
  const step = (by: number) => {
    const at = conversations.findIndex(({ id }) => id === cursor)
    const next = Math.min(Math.max(at + by, 0), conversations.length - 1)
    const id = conversations[next]?.id
    setCursor(id)
    reveal(next)
    if (openId) open(id)
  }
  useCommands([
    { id: 'next', group: 'list', label: t('next_conversation'), keys: 'j', run: () => step(1) },
    { id: 'previous', group: 'list', label: t('previous_conversation'), keys: 'k', run: () => step(-1) },
    {
      id: 'open',
      group: 'list',
      label: t('open_conversation'),
      keys: 'o, enter',
      keysOnly: true,
      run: () => open(cursor),
    },
    {
      id: 'select',
      group: 'list',
      label: t('select_conversation'),
      keys: 'x',
      keysOnly: true,
      run: () => cursor && selection.toggle(cursor),
    },
    {
      id: 'clear',
      group: 'list',
      label: t('clear_selection'),
      keys: 'shift+escape',
      keysOnly: true,
      run: selection.clear,
    },
  ])
  return cursor
}

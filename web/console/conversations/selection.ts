// Which conversations of the list are selected for an action on all of them.
import { useMemo } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { type Marked, useMarked } from '../../kit/use-marked.ts'

export interface Selection extends Marked {
  conversations: Conversation[]
}

export function useSelection(conversations: Conversation[]): Selection {
  const marked = useMarked(conversations)
  return useMemo(
    () => ({ ...marked, conversations: conversations.filter(({ id }) => marked.ids.has(id)) }),
    [marked, conversations],
  )
}

// The pages of a list, kept live: what changes at the desk moves to where it stands now, without asking again.
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { answer, api } from '../api/client.ts'
import { useFrames, useLive } from '../realtime/realtime.tsx'
import { useMe } from '../session/session.ts'
import { countsKey } from './counts.ts'
import type { ListQuery } from './filters.ts'
import { type ConversationPage, mergePages } from './merge-pages.ts'

export const listKey = ['conversations'] as const
const pageSize = 50

type Pages = InfiniteData<ConversationPage, string | null>

export function useConversationList(query: ListQuery) {
  const queries = useQueryClient()
  const { enter } = useLive()
  const merge = useMergeConversations()
  const list = useInfiniteQuery({
    queryKey: [...listKey, query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/conversations', {
          params: { query: { ...query, cursor: pageParam ?? undefined, limit: pageSize } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
  // What happened before we stood in the room is fetched once we do; so a return is the same as a start.
  useEffect(
    () =>
      enter('inbox', () => {
        void queries.invalidateQueries({ queryKey: listKey, refetchType: 'active' })
        void queries.invalidateQueries({ queryKey: countsKey })
      }),
    [enter, queries],
  )
  useFrames(frame => {
    if (frame.type === 'inbox') merge(frame.conversations)
    if (frame.type === 'entries') merge([frame.conversation])
  })
  const conversations = useMemo(() => distinct(list.data?.pages ?? []), [list.data])
  return { ...list, conversations }
}

/** Puts changed conversations into every list that is in memory. */
export function useMergeConversations(): (changed: readonly Conversation[]) => void {
  const queries = useQueryClient()
  const { id } = useMe()
  return changed => {
    for (const [key] of queries.getQueriesData<Pages>({ queryKey: listKey })) {
      const query = key[1] as ListQuery
      queries.setQueryData<Pages>(key, before => {
        if (!before) return before
        const pages = mergePages(before.pages, changed, query, id)
        return pages === before.pages ? before : { ...before, pages: [...pages] }
      })
    }
  }
}

/** A conversation that moved between two fetches may stand on two pages. */
function distinct(pages: readonly ConversationPage[]): Conversation[] {
  const seen = new Set<string>()
  return pages.flatMap(page => page.conversations).filter(({ id }) => !seen.has(id) && seen.add(id))
}

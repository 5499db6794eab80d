// The pages of a list, kept live: what changes at the desk moves to where it stands now, without asking again.
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import type { StaffFrame } from '../../../contract/realtime.ts'
import { answer, api } from '../api/client.ts'
import { useFrames, useLive } from '../realtime/realtime.tsx'
import { useMe } from '../session/session.ts'
import { countsKey } from './counts.ts'
import type { ListQuery } from './filters.ts'
import { type ConversationPage, mergeClock, mergePages } from './merge-pages.ts'

export const listKey = ['conversations'] as const
const pageSize = 50

const gatherMs = 2_000

type ClockFrame = Extract<StaffFrame, { type: 'clock' }>
type Pages = InfiniteData<ConversationPage, string | null>

export function useConversationList(query: ListQuery) {
  const queries = useQueryClient()
  const { enter } = useLive()
  const merge = useMergeConversations()
  const clocks = useMergeClocks()
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
    if (frame.type === 'clock') clocks(frame)
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

/** Puts changed clocks into every list; one that is sorted by them is asked for again when somebody new is due. */
function useMergeClocks(): (changed: ClockFrame) => void {
  const queries = useQueryClient()
  const { id } = useMe()
  const asking = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(asking.current), [])
  return changed => {
    for (const [key, before] of queries.getQueriesData<Pages>({ queryKey: listKey })) {
      const query = key[1] as ListQuery
      if (!before) continue
      const pages = mergeClock(before.pages, changed, query, id)
      if (pages) queries.setQueryData<Pages>(key, { ...before, pages: [...pages] })
      else if (query.sort === 'due_next' && changed.clock?.dueAt) {
        asking.current ??= setTimeout(() => {
          asking.current = undefined
          void queries.invalidateQueries({ queryKey: listKey, refetchType: 'active' })
        }, gatherMs)
      }
    }
  }
}

/** A conversation that moved between two fetches may stand on two pages. */
function distinct(pages: readonly ConversationPage[]): Conversation[] {
  const seen = new Set<string>()
  return pages.flatMap(page => page.conversations).filter(({ id }) => !seen.has(id) && seen.add(id))
}

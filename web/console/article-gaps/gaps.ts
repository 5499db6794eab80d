// The gaps, and what is made of them: fetched when the page is opened, and again after each change.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MakeArticle } from '../../../contract/assistant.ts'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'

const gapsKey = ['article-gaps'] as const

/** What an article is made from: an agent's message, or a gap. */
export type From = { conversationId: string; seq: number } | { gapId: string }

export const useGaps = (dismissed: boolean) =>
  useQuery({
    queryKey: [...gapsKey, 'list', dismissed],
    queryFn: async () => {
      const query = { dismissed: dismissed ? 'true' : 'false' }
      return (await answer(api.GET('/api/article-gaps', { params: { query } }))).gaps
    },
  })

export const useSources = () =>
  useQuery({
    queryKey: [...gapsKey, 'sources'],
    queryFn: async () => (await answer(api.GET('/api/article-sources'))).sources,
  })

/** Takes a gap off the list, or puts it back. */
export function useDismissal() {
  const queries = useQueryClient()
  const onError = useShowFault()
  return useMutation({
    mutationFn: ({ id, dismissed }: { id: string; dismissed: boolean }) => {
      const params = { path: { id } }
      return answer(
        dismissed
          ? api.POST('/api/article-gaps/{id}/dismiss', { params })
          : api.POST('/api/article-gaps/{id}/restore', { params }),
      )
    },
    onError,
    onSettled: () => queries.invalidateQueries({ queryKey: gapsKey }),
  })
}

/** Asked anew each time: the words may have changed. */
export const useProposal = (from: From) =>
  useQuery({
    queryKey: [...gapsKey, 'proposal', from],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      answer(
        'gapId' in from
          ? api.GET('/api/article-gaps/{id}/proposal', { params: { path: { id: from.gapId } } })
          : api.GET('/api/conversations/{id}/entries/{seq}/article', { params: { path: pathOf(from) } }),
      ),
  })

export function useMaking(from: From, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: MakeArticle) =>
      answer(
        'gapId' in from
          ? api.POST('/api/article-gaps/{id}/article', { params: { path: { id: from.gapId } }, body })
          : api.POST('/api/conversations/{id}/entries/{seq}/article', {
              params: { path: pathOf(from) },
              body,
            }),
      ),
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ queryKey: gapsKey })
    },
  })
}

const pathOf = ({ conversationId, seq }: Extract<From, { seq: number }>) => ({ id: conversationId, seq })

// What a conversation has to do with others, kept as it stands, and what is done about it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Conversation, LineCode, StaffEntry } from '../../../contract/conversations.ts'
import type { SplitOff } from '../../../contract/related.ts'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'

const keyOf = (id: string) => ['related', id]

export function useRelated(id: string) {
  const params = { path: { id } }
  return useQuery({
    queryKey: keyOf(id),
    queryFn: () => answer(api.GET('/api/conversations/{id}/related', { params })),
  }).data
}

const relating = new Set<LineCode>([
  'merged_into',
  'merged_from',
  'unmerged',
  'unmerged_from',
  'same_as',
  'linked',
  'unlinked',
  'not_same',
  'split_into',
  'split_from',
])

/** Asks again whenever a line says that something is related now, or no longer. */
export function useRelatedKept(id: string, entries: readonly StaffEntry[]): void {
  const queries = useQueryClient()
  const newest = entries.findLast(entry => entry.kind === 'line' && relating.has(entry.code))?.seq ?? 0
  useEffect(() => {
    if (newest > 0) void queries.invalidateQueries({ queryKey: keyOf(id) })
  }, [queries, id, newest])
}

/** What can be done; each shows its fault, and `put` gets what the open conversation is then. */
export function useRelate({ id }: Pick<Conversation, 'id'>) {
  const navigate = useNavigate()
  const onError = useShowFault()
  const path = { id }
  const go = (to: string) => navigate({ to: '/inbox/$view/$id', params: { view: 'all', id: to }, search: {} })
  return {
    go,
    merge: useMutation({
      onError,
      mutationFn: async (into: number) => {
        const body = { into }
        const merged = await answer(api.POST('/api/conversations/{id}/merge', { params: { path }, body }))
        await go(merged.into.id)
      },
    }),
    /** Merges another one into this. */
    take: useMutation({
      onError,
      mutationFn: (one: { id: string; into: number }) =>
        answer(
          api.POST('/api/conversations/{id}/merge', {
            params: { path: { id: one.id } },
            body: { into: one.into },
          }),
        ),
    }),
    unmerge: useMutation({
      onError,
      mutationFn: () => answer(api.POST('/api/conversations/{id}/unmerge', { params: { path } })),
    }),
    split: useMutation({
      onError,
      mutationFn: async (body: SplitOff) => {
        const made = await answer(api.POST('/api/conversations/{id}/split', { params: { path }, body }))
        await go(made.conversation.id)
      },
    }),
    link: useMutation({
      onError,
      mutationFn: (number: number) =>
        answer(api.POST('/api/conversations/{id}/links', { params: { path }, body: { number } })),
    }),
    unlink: useMutation({
      onError,
      mutationFn: (number: number) =>
        answer(api.DELETE('/api/conversations/{id}/links/{number}', { params: { path: { id, number } } })),
    }),
    dismiss: useMutation({
      onError,
      mutationFn: (number: number) =>
        answer(api.DELETE('/api/conversations/{id}/same/{number}', { params: { path: { id, number } } })),
    }),
  }
}

// What others were asked about a conversation, kept as it stands, and the ways to ask and to add.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { StaffEntry } from '../../../contract/conversations.ts'
import type { Ask } from '../../../contract/related.ts'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'

const keyOf = (id: string) => ['sides', id]

const telling = new Set<string>(['side_asked', 'side_answered', 'side_settled'])

/** Asks again whenever a line says that somebody asked or answered, or that it is settled. */
export function useSidesKept(id: string, entries: readonly StaffEntry[]): void {
  const queries = useQueryClient()
  const newest = entries.findLast(entry => entry.kind === 'line' && telling.has(entry.code))?.seq ?? 0
  useEffect(() => {
    if (newest > 0) void queries.invalidateQueries({ queryKey: keyOf(id) })
  }, [queries, id, newest])
}

export function useSides(id: string) {
  const queries = useQueryClient()
  const onError = useShowFault()
  const params = { path: { id } }
  const again = () => queries.invalidateQueries({ queryKey: keyOf(id) })
  const { data } = useQuery({
    queryKey: keyOf(id),
    queryFn: () => answer(api.GET('/api/conversations/{id}/sides', { params })),
  })
  return {
    sides: data?.sides ?? [],
    ask: useMutation({
      onError,
      onSuccess: again,
      mutationFn: (body: Ask) => answer(api.POST('/api/conversations/{id}/sides', { params, body })),
    }),
    write: useMutation({
      onError,
      onSuccess: again,
      mutationFn: ({ number, ...body }: { number: number; clientId: string; body: string }) =>
        answer(
          api.POST('/api/conversations/{id}/sides/{number}/notes', {
            params: { path: { id, number } },
            body,
          }),
        ),
    }),
  }
}

export const useSide = (id: string, number: number) =>
  useQuery({
    queryKey: [...keyOf(id), number],
    queryFn: () =>
      answer(api.GET('/api/conversations/{id}/sides/{number}', { params: { path: { id, number } } })),
  })

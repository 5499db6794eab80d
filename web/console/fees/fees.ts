// The fee table as the desk has it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Fee, FeeLine, SaveFee } from '../../../contract/knowledge.ts'
import { answer, api } from '../api/client.ts'

const feesKey = ['fees'] as const

export const useFees = () =>
  useQuery({
    queryKey: feesKey,
    queryFn: async () => (await answer(api.GET('/api/fees'))).fees as Fee[],
    staleTime: 0,
  })

export function useFeeChanges() {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: feesKey })
  const save = useMutation({
    mutationFn: ({ id, fee }: { id: string | null; fee: SaveFee }) =>
      id
        ? answer(api.PUT('/api/fees/{id}', { params: { path: { id } }, body: fee }))
        : answer(api.POST('/api/fees', { body: fee })),
    onSuccess,
  })
  const saveAll = useMutation({
    mutationFn: (fees: FeeLine[]) => answer(api.PUT('/api/fees', { body: { fees } })),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/fees/{id}', { params: { path: { id } } })),
    onSuccess,
  })
  return { save, saveAll, remove }
}

// The name of the desk, which every signed-in member of staff sees.
import { useQuery } from '@tanstack/react-query'
import type { PublicDesk } from '../../../contract/desk.ts'
import { answer, api } from '../api/client.ts'

export const deskKey = ['desk'] as const

export function useDesk(): PublicDesk | undefined {
  return useQuery({ queryKey: deskKey, queryFn: () => answer(api.GET('/api/desk')), staleTime: 600_000 }).data
}

export const useDeskName = (): string => useDesk()?.name ?? 'Ballast'

// What the exchange calls its customers, to choose from; none where it names no tiers.
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'

const none: string[] = []

export function useTiers(): string[] {
  const { data } = useQuery({
    queryKey: ['tiers'],
    queryFn: () => answer(api.GET('/api/tiers')),
    staleTime: 300_000,
  })
  return data?.tiers ?? none
}

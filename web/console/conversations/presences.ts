// Who is on duty, and how many live conversations each has.
import { useQuery } from '@tanstack/react-query'
import type { Presence } from '../../../contract/workforce.ts'
import { answer, api } from '../api/client.ts'

export const presencesKey = ['presences'] as const
const none: Presence[] = []

export function usePresences(): Presence[] {
  const { data } = useQuery({
    queryKey: presencesKey,
    queryFn: () => answer(api.GET('/api/presence')),
    staleTime: 15_000,
  })
  return data?.presences ?? none
}

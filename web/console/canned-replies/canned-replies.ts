// The canned replies of the desk.
import { useQuery } from '@tanstack/react-query'
import type { CannedReply } from '../../../contract/automation.ts'
import { answer, api } from '../api/client.ts'

export const cannedKey = ['canned-replies'] as const
const none: CannedReply[] = []

/** Those of one language and of none; a locale of null asks for all. */
export function useCannedReplies(locale: string | null, enabled = true): CannedReply[] {
  return useCannedQuery(locale, enabled).data ?? none
}

export function useCannedQuery(locale: string | null, enabled = true) {
  return useQuery({
    queryKey: [...cannedKey, locale],
    queryFn: async () =>
      (await answer(api.GET('/api/canned-replies', { params: { query: { locale: locale ?? undefined } } })))
        .cannedReplies,
    enabled,
    staleTime: 60_000,
  })
}

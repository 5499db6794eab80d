// The live counts beside views and teams.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ConversationCounts } from '../../../contract/conversations.ts'
import { answer, api } from '../api/client.ts'
import { useFrames } from '../realtime/realtime.tsx'
import { useMay } from '../session/session.ts'

export type Counts = z.infer<typeof ConversationCounts>
export const countsKey = ['conversation-counts'] as const

export function useCounts(): Counts | undefined {
  const queries = useQueryClient()
  const may = useMay()
  const { data } = useQuery({
    queryKey: countsKey,
    queryFn: () => answer(api.GET('/api/conversations/counts')),
    enabled: may('conversations.read'),
  })
  useFrames(frame => {
    if (frame.type === 'counts') queries.setQueryData(countsKey, frame.counts)
  })
  return data
}

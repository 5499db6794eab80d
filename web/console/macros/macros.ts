// The macros that the one who is signed in may run.
import { useQuery } from '@tanstack/react-query'
import type { Macro } from '../../../contract/automation.ts'
import { answer, api } from '../api/client.ts'

export const macrosKey = ['macros'] as const
const none: Macro[] = []

export const useMacrosQuery = (enabled = true) =>
  useQuery({
    queryKey: macrosKey,
    queryFn: async () => (await answer(api.GET('/api/macros'))).macros as Macro[],
    enabled,
    staleTime: 60_000,
  })

export function useMacros(enabled = true): Macro[] {
  return useMacrosQuery(enabled).data ?? none
}

/** The text of its reply; null when it says nothing to the customer. */
export const replyOf = ({ actions }: Macro): string | null =>
  actions.flatMap(action => (action.do === 'reply' ? action.text : []))[0] ?? null

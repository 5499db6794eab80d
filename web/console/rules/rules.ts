// The rules of the desk, and the log of what they did.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { KeptRule, RuleRun } from '../../../contract/automation.ts'
import { answer, api } from '../api/client.ts'

export const rulesKey = ['rules'] as const

export const useRules = () =>
  useQuery({
    queryKey: [...rulesKey, 'kept'],
    queryFn: async () => (await answer(api.GET('/api/rules'))).rules as KeptRule[],
  })

export interface RunFilter {
  ruleId?: string
  outcome?: RuleRun['outcome']
  number?: number
}

export const useRuleRuns = (filter: RunFilter) =>
  useInfiniteQuery({
    queryKey: [...rulesKey, 'runs', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/rules/runs', {
          params: { query: { ...filter, cursor: pageParam ?? undefined } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })

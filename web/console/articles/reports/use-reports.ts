// What the reports show, for the days that are chosen.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'

export interface Range {
  /** Days, as in `2026-03-02`. */
  from: string
  to: string
}

const dayMs = 86_400_000
const mostDays = 366
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The last four weeks, today included. */
export const lastWeeks = (now = Date.now()): Range => ({ from: dayOf(now - 27 * dayMs), to: dayOf(now) })

export const isRange = ({ from, to }: Range): boolean =>
  from !== '' && to !== '' && from <= to && Date.parse(to) - Date.parse(from) < mostDays * dayMs

export function useReports(range: Range) {
  const params = { query: range }
  const shared = { enabled: isRange(range), placeholderData: keepPreviousData }
  const report = useQuery({
    ...shared,
    queryKey: ['article-reports', range],
    queryFn: () => answer(api.GET('/api/articles/reports', { params })),
  })
  const topics = useQuery({
    ...shared,
    queryKey: ['article-reports', 'topics', range],
    queryFn: () => answer(api.GET('/api/articles/reports/topics', { params })),
  })
  return { report: report.data, topics: topics.data?.topics, error: report.error ?? topics.error }
}
export type Report = NonNullable<ReturnType<typeof useReports>['report']>
export type Topics = NonNullable<ReturnType<typeof useReports>['topics']>

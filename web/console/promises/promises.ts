// What the desk promises, and how far a change of it has got.
import { useQuery } from '@tanstack/react-query'
import type { KeptCalendar } from '../../../contract/sla.ts'
import { answer, api } from '../api/client.ts'

export const promisesKey = ['promises'] as const

export const usePolicies = () =>
  useQuery({
    queryKey: [...promisesKey, 'policies'],
    queryFn: async () => (await answer(api.GET('/api/sla/policies'))).policies,
  })

export const useCalendars = () =>
  useQuery({
    queryKey: [...promisesKey, 'calendars'],
    queryFn: async () => (await answer(api.GET('/api/sla/calendars'))).calendars as KeptCalendar[],
  })

export const useResponseTimes = () =>
  useQuery({
    queryKey: ['response-times'],
    queryFn: () => answer(api.GET('/api/response-times')),
    refetchInterval: 60_000,
  })

/** Asked for every second while it goes on. */
export const useRecalculation = () =>
  useQuery({
    queryKey: [...promisesKey, 'recalculation'],
    queryFn: async () => (await answer(api.GET('/api/sla/recalculation'))).recalculation,
    refetchInterval: ({ state }) => (state.data && !state.data.finishedAt ? 1_000 : false),
  })

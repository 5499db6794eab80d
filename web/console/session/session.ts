// Who is signed in here; null when nobody is.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me } from '../../../contract/identity.ts'
import type { Permission } from '../../../contract/permissions.ts'
import { Refusal } from '../../api/refusal.ts'
import { answer, api } from '../api/client.ts'

export const sessionKey = ['session'] as const

async function fetchMe(): Promise<Me | null> {
  try {
    return await answer(api.GET('/api/session'))
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null
    throw error
  }
}

export const sessionQuery = {
  queryKey: sessionKey,
  queryFn: fetchMe,
  staleTime: Number.POSITIVE_INFINITY,
} as const

/** The one who is signed in; only inside screens that ask for it. */
export function useMe(): Me {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('nobody is signed in')
  return data
}

/** Whether the one who is signed in may do something. */
export function useMay(): (permission: Permission) => boolean {
  const me = useMe()
  return permission => me.permissions.includes(permission)
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await api.DELETE('/api/session').catch(() => {})
    queries.setQueryData(sessionKey, null)
  }
}

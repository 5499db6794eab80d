// The teams of the desk, and who works in it, as lists and menus need them.
import { useQuery } from '@tanstack/react-query'
import type { StaffMember, Team } from '../../../contract/identity.ts'
import { answer, api } from '../api/client.ts'

export const teamsKey = ['teams'] as const
export const staffKey = ['staff'] as const
const noTeams: Team[] = []
const noStaff: StaffMember[] = []

export function useTeams(): Team[] {
  const { data } = useQuery({
    queryKey: teamsKey,
    queryFn: () => answer(api.GET('/api/teams')),
    staleTime: 300_000,
  })
  return data?.teams ?? noTeams
}

/** Everybody, also those who may not sign in any more. */
export function useStaff(): StaffMember[] {
  const { data } = useQuery({
    queryKey: staffKey,
    queryFn: () => answer(api.GET('/api/staff')),
    staleTime: 300_000,
  })
  return data?.staff ?? noStaff
}

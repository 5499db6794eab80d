// The teams of the desk, and who works in it, as lists and menus need them.
import { useQuery } from '@tanstack/react-query'
import type { StaffMember, Team } from '../../../contract/identity.ts'
import { get } from '../api/request.ts'

export const teamsKey = ['teams'] as const
export const staffKey = ['staff'] as const
const noTeams: Team[] = []
const noStaff: StaffMember[] = []

export function useTeams(): Team[] {
  const { data } = useQuery({
    queryKey: teamsKey,
    queryFn: () => get<{ teams: Team[] }>('/api/teams'),
    staleTime: 300_000,
  })
  return data?.teams ?? noTeams
}

/** Everybody, also those who may not sign in any more. */
export function useStaff(): StaffMember[] {
  const { data } = useQuery({
    queryKey: staffKey,
    queryFn: () => get<{ staff: StaffMember[] }>('/api/staff'),
    staleTime: 300_000,
  })
  return data?.staff ?? noStaff
}

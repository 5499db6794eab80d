// The roles, from the one that may least.
import type { Role } from '../../../contract/permissions.ts'

export const roles = [
  'agent',
  'lead',
  'editor',
  'compliance',
  'administrator',
] as const satisfies readonly Role[]

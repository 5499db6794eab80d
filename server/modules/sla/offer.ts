// What the desk promises today: its policies and calendars, each in its newest version.
import type { Calendar, KeptCalendar, KeptPolicy, Policy } from '../../../contract/sla.ts'
import { type VersionReader, versioned } from '../../platform/versions.ts'
import { isOpen } from './working-time.ts'

export const policies = versioned<'policy', Policy>('policies', 'policy')
export const calendars = versioned<'calendar', Calendar>('calendars', 'calendar')

/** Policies that are not archived, in the order in which they are tried. */
export const currentPolicies = async (ctx: VersionReader): Promise<KeptPolicy[]> =>
  (await policies.list(ctx)).toSorted((one, other) => one.policy.position - other.policy.position)

/** Calendars in use, by name. */
export const listCalendars = async (ctx: VersionReader): Promise<KeptCalendar[]> =>
  (await calendars.list(ctx)).toSorted((one, other) => one.calendar.name.localeCompare(other.calendar.name))

/** Calendars in use by id, and whether each is open now. */
export async function openCalendars(ctx: VersionReader): Promise<Map<string, boolean>> {
  const found = await calendars.list(ctx)
  return new Map(found.map(({ id, calendar }) => [id, isOpen(calendar, ctx.now)]))
}

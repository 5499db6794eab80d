// What the desk promises today: its policies and calendars, each in its newest version.
import type { KeptCalendar, KeptPolicy } from '../../../contract/sla.ts'
import type { ReadContext } from '../../platform/context.ts'
import { isOpen } from './working-time.ts'

/** Policies that are not archived, in the order in which they are tried. */
export async function currentPolicies(ctx: Pick<ReadContext, 'db'>): Promise<KeptPolicy[]> {
  const rows = await ctx.db
    .selectFrom('policies')
    .innerJoin('policy_versions', join =>
      join
        .onRef('policy_versions.policy_id', '=', 'policies.id')
        .onRef('policy_versions.version', '=', 'policies.version'),
    )
    .select(['policies.id', 'policies.version', 'created_at', 'content'])
    .where('archived_at', 'is', null)
    // Ids are made in order of time: of equals the older one comes first, on every node.
    .orderBy('policies.id')
    .execute()
  return rows
    .map(({ id, version, created_at: at, content }) => ({
      id,
      version,
      changedAt: at.toISOString(),
      policy: content,
    }))
    .toSorted((one, other) => one.policy.position - other.policy.position)
}

/** Calendars in use, by name. */
export async function listCalendars(ctx: Pick<ReadContext, 'db'>): Promise<KeptCalendar[]> {
  const rows = await ctx.db
    .selectFrom('calendars')
    .innerJoin('calendar_versions', join =>
      join
        .onRef('calendar_versions.calendar_id', '=', 'calendars.id')
        .onRef('calendar_versions.version', '=', 'calendars.version'),
    )
    .select(['calendars.id', 'calendars.version', 'created_at', 'content'])
    .where('archived_at', 'is', null)
    .execute()
  return rows
    .map(({ id, version, created_at: at, content }) => ({
      id,
      version,
      changedAt: at.toISOString(),
      calendar: content,
    }))
    .toSorted((one, other) => one.calendar.name.localeCompare(other.calendar.name))
}

/** Calendars in use by id, and whether each is open now. */
export async function openCalendars(ctx: Pick<ReadContext, 'db' | 'now'>): Promise<Map<string, boolean>> {
  const calendars = await listCalendars(ctx)
  return new Map(calendars.map(({ id, calendar }) => [id, isOpen(calendar, ctx.now)]))
}

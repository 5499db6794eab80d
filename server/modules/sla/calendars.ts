// Calendars: kept by leads and administrators; with each change the clocks of open conversations are recalculated.
import type { Calendar } from '../../../contract/sla.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { calendars, policies } from './offer.ts'
import { startRecalculation } from './recalculate.ts'

export const createCalendar = (ctx: Context, calendar: Calendar): Promise<{ id: string }> =>
  calendars.create(ctx, calendar)

/** Makes `calendar` the newest version. Throws `stale_version` when `version` isn't the newest one. */
export async function changeCalendar(
  ctx: Context,
  id: string,
  { version, calendar }: { version: number; calendar: Calendar },
): Promise<{ id: string }> {
  const changed = await calendars.change(ctx, id, version, () => calendar)
  await startRecalculation(ctx)
  return changed
}

/** Takes a calendar out of use. Throws `calendar_in_use` while a policy counts by it. */
export const archiveCalendar = (ctx: Context, id: string): Promise<void> =>
  calendars.archive(ctx, id, async () => {
    const kept = await policies.list(ctx)
    if (kept.some(({ policy }) => policy.calendarId === id)) throw new AppError('calendar_in_use')
  })

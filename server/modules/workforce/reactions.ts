// Who may not take conversations any more is not on duty either, whatever their last word was.
import { rolePermissions } from '../../../contract/permissions.ts'
import type { Context } from '../../platform/context.ts'
import type { Reaction } from '../../platform/events.ts'
import { staffById } from '../identity/index.ts'
import { presenceOf } from './queries.ts'
import { setPresence } from './set-presence.ts'

async function endDutyOf(ctx: Context, staffId: string): Promise<void> {
  const { available, capacity } = await presenceOf(ctx, staffId)
  if (!available) return
  const colleague = await staffById(ctx, staffId)
  if (colleague && !colleague.disabled && rolePermissions[colleague.role].includes('conversations.write'))
    return
  await setPresence(ctx, { staffId, available: false, capacity })
}

const endDutyOfDisabled: Reaction<'staff.disabled'> = async (ctx, events) => {
  for (const { data } of events) await endDutyOf(ctx, data.staffId)
}

const endDutyOfChanged: Reaction<'staff.changed'> = async (ctx, events) => {
  for (const { data } of events) await endDutyOf(ctx, data.staffId)
}

export const reactions = {
  'staff.disabled': { endDutyOfDisabled },
  'staff.changed': { endDutyOfChanged },
}

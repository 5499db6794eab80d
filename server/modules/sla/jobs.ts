// Work of this module that is done later.
import { system } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs.ts'
import { recalculate } from './recalculate.ts'
import { ringClocks } from './ring-clocks.ts'

export const jobs: Record<string, Job> = {
  recalculateClocks: (desk, { id, after }) =>
    desk.transact(system('sla'), ctx => recalculate(ctx, String(id), after === null ? null : String(after))),
  ringClocks: (desk, { conversationId }) =>
    desk.transact(system('sla'), ctx => ringClocks(ctx, String(conversationId))),
}

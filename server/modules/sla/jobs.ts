// Work of this module that is done later or comes round by itself.
import { system } from '../../platform/context.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { pruneSamples } from './prune-samples.ts'
import { recalculate } from './recalculate.ts'
import { refreshPredictions } from './refresh-predictions.ts'
import { ringClocks } from './ring-clocks.ts'

export const jobs: Record<string, Job> = {
  recalculateClocks: (desk, { id, after }) =>
    desk.transact(system('sla'), ctx => recalculate(ctx, String(id), after === null ? null : String(after))),
  ringClocks: (desk, { conversationId }) =>
    desk.transact(system('sla'), ctx => ringClocks(ctx, String(conversationId))),
  refreshPredictions: (desk, { after }) =>
    desk.transact(system('sla'), ctx => refreshPredictions(ctx, after === undefined ? null : String(after))),
  pruneSamples: desk => desk.transact(system('sla'), pruneSamples),
}

export const schedule: Schedule = {
  refreshPredictions: { everySeconds: 300, task: 'refreshPredictions' },
  pruneSamples: { everySeconds: 3_600, task: 'pruneSamples' },
}

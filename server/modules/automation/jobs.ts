// Work of this module that is done later or comes round by itself.
import type { Job, Schedule } from '../../platform/jobs.ts'
import { ringRules } from './ring-rules.ts'
import { cleanRuns } from './rule-runs.ts'
import { runRules } from './run-rules.ts'
import { sendBulkReply } from './send-bulk-reply.ts'

export const jobs: Record<string, Job> = { runRules, ringRules, cleanRuns, sendBulkReply }

export const schedule: Schedule = {
  ringRules: { everySeconds: 60, task: 'ringRules' },
  cleanRuns: { everySeconds: 3_600, task: 'cleanRuns' },
}

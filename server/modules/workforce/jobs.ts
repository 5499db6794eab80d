// Work of this module that comes round by itself.
import type { Job, Schedule } from '../../platform/jobs.ts'
import { releaseAbsent } from './absence.ts'

export const jobs: Record<string, Job> = { releaseAbsent }
export const schedule: Schedule = { releaseAbsent: { everySeconds: 20, task: 'releaseAbsent' } }

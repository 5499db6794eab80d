// Work of this module that comes round by itself.
import type { Job, Schedule } from '../../platform/jobs.ts'
import { findGaps } from './find-gaps.ts'

export const jobs: Record<string, Job> = { findGaps }

export const schedule: Schedule = { findGaps: { everySeconds: 3_600, task: 'findGaps' } }

// Jobs that are enqueued by name, and those that come round by themselves.
import * as customers from './modules/customers/index.ts'
import type { Job, Schedule } from './platform/jobs.ts'

export const jobs: Record<string, Job> = { ...customers.jobs }

export const schedule: Schedule = { ...customers.schedule }

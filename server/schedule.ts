// Jobs that are enqueued by name, and those that come round by themselves.
import type { Job, Schedule } from './platform/jobs.ts'

export const jobs: Record<string, Job> = {}

export const schedule: Schedule = {}

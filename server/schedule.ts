// Jobs that are enqueued by name, and those that come round by themselves.
import * as assistant from './modules/assistant/index.ts'
import * as automation from './modules/automation/index.ts'
import * as channels from './modules/channels/index.ts'
import * as conversations from './modules/conversations/index.ts'
import * as customers from './modules/customers/index.ts'
import * as identity from './modules/identity/index.ts'
import * as knowledge from './modules/knowledge/index.ts'
import * as routing from './modules/routing/index.ts'
import * as safety from './modules/safety/index.ts'
import * as sla from './modules/sla/index.ts'
import * as workforce from './modules/workforce/index.ts'
import type { Job, Schedule } from './platform/jobs.ts'
import type { OwnJob } from './platform/own-jobs.ts'

export const jobs: Record<string, Job> = {
  ...identity.jobs,
  ...safety.jobs,
  ...customers.jobs,
  ...workforce.jobs,
  ...knowledge.jobs,
  ...conversations.jobs,
  ...sla.jobs,
  ...routing.jobs,
  ...assistant.jobs,
  ...channels.jobs,
  ...automation.jobs,
}

/** Those that a node does itself, many together; see own-jobs.ts. */
export const ownTasks: Record<string, OwnJob> = { ...channels.ownTasks }

export const schedule: Schedule = {
  ...identity.schedule,
  ...safety.schedule,
  ...customers.schedule,
  ...workforce.schedule,
  ...knowledge.schedule,
  ...conversations.schedule,
  ...sla.schedule,
  ...routing.schedule,
  ...assistant.schedule,
  ...channels.schedule,
  ...automation.schedule,
}

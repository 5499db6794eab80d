// Whatever lets somebody wait, or gives somebody room, sets routing to work.
import { type Context, type Desk, system } from '../../platform/context.ts'
import { type DeskEvent, type Reaction, when } from '../../platform/events.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { assignWaiting, dissolveQueue } from './assign-waiting.ts'

const startsWaiting = ({ data }: DeskEvent<'conversation.changed'>) =>
  data.status === 'queued' && data.previousStatus !== 'queued'

const givesRoom = ({ data }: DeskEvent<'conversation.changed'>) =>
  data.previousAssigneeId !== null && (data.assigneeId !== data.previousAssigneeId || !data.live)

const routeOpened: Reaction<'conversation.opened'> = when(
  ({ data }) => data.status === 'queued',
  (ctx: Context) => assignWaiting(ctx),
)

const routeChanged: Reaction<'conversation.changed'> = when(
  event => startsWaiting(event) || givesRoom(event),
  (ctx: Context) => assignWaiting(ctx),
)

const routePresent: Reaction<'presence.changed'> = (ctx: Context) => assignWaiting(ctx)

export const reactions = {
  'conversation.opened': { routeOpened },
  'conversation.changed': { routeChanged },
  'presence.changed': { routePresent },
}

export const jobs: Record<string, Job> = {
  assignWaiting: (desk: Desk) => desk.transact(system('assignWaiting'), assignWaiting),
  dissolveQueue: (desk: Desk) => desk.transact(system('dissolveQueue'), dissolveQueue),
}

/** A backstop: nobody waits for longer because a wake-up was lost. */
export const schedule: Schedule = { assignWaiting: { everySeconds: 10, task: 'assignWaiting' } }

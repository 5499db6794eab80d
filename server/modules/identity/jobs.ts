// What comes round: sessions that ran out close their sockets, and what no rule looks at any more is thrown away.
import { type Desk, system } from '../../platform/context.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { sendReset } from './reset-password.ts'

const daysKept = 30
const secondsAttemptsCount = 3_600

/** Ends sessions whose time is over; requests are refused by then anyway, open sockets are not. */
async function endExpiredSessions(desk: Desk): Promise<void> {
  await desk.transact(system('endExpiredSessions'), async ctx => {
    const ended = await ctx.db
      .updateTable('staff_sessions')
      .set({ ended_at: ctx.now })
      .where('ended_at', 'is', null)
      .where('expires_at', '<=', ctx.now)
      .returning('id')
      .execute()
    if (ended.length > 0) ctx.emit('session.ended', { sessionIds: ended.map(({ id }) => id) })
  })
}

async function clean(desk: Desk): Promise<void> {
  await desk.transact(system('cleanIdentity'), async ({ db, now }) => {
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000)
    const longAgo = ago(daysKept * 86_400)
    await db.deleteFrom('attempts').where('at', '<', ago(secondsAttemptsCount)).execute()
    await db.deleteFrom('one_time_links').where('expires_at', '<', longAgo).execute()
    await db.deleteFrom('staff_sessions').where('ended_at', '<', longAgo).execute()
  })
}

export const jobs: Record<string, Job> = {
  sendPasswordReset: sendReset,
  endExpiredSessions,
  cleanIdentity: clean,
}

export const schedule: Schedule = {
  endExpiredSessions: { everySeconds: 60, task: 'endExpiredSessions' },
  cleanIdentity: { everySeconds: 3_600, task: 'cleanIdentity' },
}

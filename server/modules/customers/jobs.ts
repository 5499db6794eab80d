// What time does to customers' sessions and tokens.
import { type Desk, system } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs.ts'
import { clockTolerance } from './claims.ts'
import { endSession } from './session-rows.ts'

const day = 24 * 60 * 60 * 1000
const keptAfterEnd = 30 * day

/** Ends a verified session whose time is up, unless it was extended meanwhile. */
const endCustomerSession: Job = (desk, { id }) =>
  desk.transact(system('endCustomerSession'), async ctx => {
    const due = await ctx.db
      .selectFrom('customer_sessions')
      .select('id')
      .where('id', '=', String(id))
      .where('expires_at', '<=', ctx.now)
      .executeTakeFirst()
    if (due) await endSession(ctx, due.id)
  })

/** Forgets ids of tokens that are refused as expired anyway, links of yesterday, and sessions that ended long ago. */
const sweepCustomerSessions: Job = (desk: Desk) =>
  desk.transact(system('sweepCustomerSessions'), async ctx => {
    const before = (ms: number) => new Date(ctx.now.getTime() - ms)
    await ctx.db
      .deleteFrom('used_token_ids')
      .where('expires_at', '<', before(2 * clockTolerance * 1000))
      .execute()
    await ctx.db.deleteFrom('customer_links').where('created_at', '<', before(day)).execute()
    await ctx.db.deleteFrom('customer_sessions').where('expires_at', '<', before(keptAfterEnd)).execute()
  })

export const jobs = {
  endCustomerSession,
  sweepCustomerSessions,
}

export const schedule = {
  sweepCustomerSessions: { everySeconds: 3_600, task: 'sweepCustomerSessions' },
}

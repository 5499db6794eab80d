// The customer says that it's done.
import type { Context } from '../../platform/context.ts'
import { lockConversation } from './access.ts'
import { type Written, write } from './write.ts'

/** Marks a customer's own conversation as solved; a further message opens it again. */
export async function solve(ctx: Context, id: string): Promise<Written> {
  const row = await lockConversation(ctx, id)
  if (row.status === 'solved' || row.status === 'closed' || row.status === 'merged')
    return { row, entries: [] }
  const set = {
    status: 'solved',
    live: false,
    queued_at: null,
    snoozed_until: null,
    waiting_since: null,
  } as const
  const [written] = write(ctx, [{ row, entries: [{ kind: 'line', author: ctx.actor, code: 'solved' }], set }])
  return written!
}

/** A snooze is over. Does nothing when somebody woke the conversation before, or put it off further. */
export async function wake(ctx: Context, id: string): Promise<void> {
  const row = await lockConversation(ctx, id)
  if (row.status !== 'snoozed' || !row.snoozed_until || row.snoozed_until > ctx.now) return
  const set = { status: 'open', snoozed_until: null } as const
  write(ctx, [{ row, entries: [{ kind: 'line', author: ctx.actor, code: 'woken' }], set }])
}

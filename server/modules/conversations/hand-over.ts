// A live conversation goes on asynchronously: the same conversation, the same number, nothing lost.
import type { Context } from '../../platform/context.ts'
import { type ConversationRow, lockConversation } from './access.ts'
import { type NewEntry, type Written, write } from './write.ts'

export type HandOverReason = 'customer_left' | 'no_agent' | 'asked'

/** Nobody waits in it any more. Does nothing when it isn't live. */
export async function handOver(ctx: Context, id: string, reason: HandOverReason): Promise<Written> {
  const row = await lockConversation(ctx, id)
  // Taken by somebody since the line was looked at.
  if (reason === 'no_agent' && row.live && row.status !== 'queued') return { row, entries: [] }
  await ctx.db.deleteFrom('customer_presences').where('conversation_id', '=', id).execute()
  if (!row.live) return { row, entries: [] }
  const line = (code: 'customer_left' | 'no_agent' | 'handed_over'): NewEntry => ({
    kind: 'line',
    author: ctx.actor,
    code,
    values: { number: row.number },
  })
  const entries = reason === 'asked' ? [line('handed_over')] : [line(reason), line('handed_over')]
  const [written] = write(ctx, [{ row, entries, set: asynchronous(row) }])
  return written!
}

const asynchronous = (row: ConversationRow): Partial<ConversationRow> => ({
  live: false,
  queued_at: null,
  ...((row.status === 'queued' || row.status === 'assistant') && { status: 'open' as const }),
})

/** The customer wants to wait for an agent again. */
export async function wait(ctx: Context, id: string): Promise<Written> {
  const row = await lockConversation(ctx, id)
  if (row.live || row.status === 'closed' || row.status === 'merged') return { row, entries: [] }
  const set: Partial<ConversationRow> = row.assignee_id
    ? { live: true, status: 'open' }
    : { live: true, status: 'queued', queued_at: ctx.now }
  const entries: NewEntry[] = row.assignee_id ? [] : [{ kind: 'line', author: ctx.actor, code: 'queued' }]
  const [written] = write(ctx, [{ row, entries, set }])
  return written!
}

// A merged conversation is one of its own again, as it was; what was written meanwhile stays where it was written.
import type { Status } from '../../../contract/conversations.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { type ConversationRow, loadConversation } from './access.ts'
import { byName, lockBoth } from './lock-both.ts'
import type { BeforeMerge } from './tables.ts'
import { type NewEntry, write } from './write.ts'

/** Takes it out of the one it was merged into; gives it as it stands then. Does nothing to one that isn't merged. */
export async function unmerge(ctx: Context, id: string): Promise<ConversationRow> {
  const seen = await loadConversation(ctx, id)
  if (!seen.merged_into) return seen
  // Whoever may see this one may take it out, also where the other one moved out of their sight.
  const { row, other: from } = await lockBoth(ctx, id, seen.merged_into)
  if (!row.merged_into) return row
  if (row.merged_into !== from.id) throw new AppError('stale_version')
  const { before } = await ctx.db
    .updateTable('merges')
    .set({ undone_at: ctx.now })
    .where('conversation_id', '=', id)
    .where('undone_at', 'is', null)
    .returning('before')
    .executeTakeFirstOrThrow()
  const set = { ...asBefore(ctx, before), merged_into: null, merged_number: null, unmerged: true }
  const [written] = write(ctx, [
    { row, entries: [line(ctx, 'unmerged', from)], set },
    { row: from, entries: [line(ctx, 'unmerged_from', row)] },
  ])
  const until = written!.row.snoozed_until
  if (until) await ctx.enqueueAt(`snooze:${id}`, until, 'wakeConversation', { conversationId: id })
  ctx.emit('conversation.unmerged', { fromId: from.id }, { conversationId: id })
  return written!.row
}

/** Nobody waits in it live any more, and a snooze may be over. */
function asBefore({ now }: Context, before: BeforeMerge): Partial<ConversationRow> {
  const until = before.snoozedUntil ? new Date(before.snoozedUntil) : null
  const isOver = until !== null && until <= now
  const passed: Status[] = ['queued', 'assistant']
  return {
    status: isOver || passed.includes(before.status) ? 'open' : before.status,
    snoozed_until: isOver ? null : until,
    waiting_since: before.waitingSince ? new Date(before.waitingSince) : null,
    unread_by_desk: before.unread,
  }
}

const line = (
  ctx: Context,
  code: 'unmerged' | 'unmerged_from',
  { id, number }: ConversationRow,
): NewEntry => ({
  kind: 'line',
  author: ctx.actor,
  code,
  values: { by: byName(ctx), number, conversationId: id },
})

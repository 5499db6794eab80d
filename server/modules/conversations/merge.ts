// One conversation goes on in another of the same customer: it keeps its entries and their numbers, and points there.
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import type { ConversationRow } from './access.ts'
import { isMerged } from './continued.ts'
import { byName, lockPair } from './lock-both.ts'
import { notePresence } from './presence.ts'
import { afterCustomerMessage } from './rules.ts'
import type { BeforeMerge } from './tables.ts'
import { type NewEntry, type Writing, write } from './write.ts'

/**
 * Merges a conversation into the one with this number; gives both as they stand then. Only what isn't merged yet can be, or be
 * merged into: so pointers never lead in a circle. Throws `different_customers`, `conversation_merged`, `conversation_closed`.
 */
export async function merge(
  ctx: Context,
  id: string,
  number: number,
): Promise<{ row: ConversationRow; into: ConversationRow }> {
  const { row, other: into } = await lockPair(ctx, id, number)
  if (row.customer_id !== into.customer_id || row.side_of || into.side_of)
    throw new AppError('different_customers')
  for (const one of [row, into]) if (one.status === 'merged') throw isMerged(one)
  if (into.status === 'closed') throw new AppError('conversation_closed')
  const [ended, taking] = write(ctx, [ending(ctx, row, into), taken(ctx, into, row)])
  await remember(ctx, row, into)
  await moveDrafts(ctx, row.id, into.id)
  await ctx.enqueueAt(`snooze:${row.id}`, null, 'wakeConversation', {})
  if (into.snoozed_until && !taking!.row.snoozed_until)
    await ctx.enqueueAt(`snooze:${into.id}`, null, 'wakeConversation', {})
  await ctx.db.deleteFrom('customer_presences').where('conversation_id', '=', row.id).execute()
  if (taking!.row.live) await notePresence(ctx, [into.id])
  ctx.emit(
    'conversation.merged',
    { intoId: into.id, seq: taking!.row.seq, customerWaits: row.waiting_since !== null },
    { conversationId: row.id },
  )
  return { row: ended!.row, into: taking!.row }
}

function ending(ctx: Context, row: ConversationRow, into: ConversationRow): Writing {
  const set: Partial<ConversationRow> = {
    status: 'merged',
    live: false,
    queued_at: null,
    snoozed_until: null,
    waiting_since: null,
    unread_by_desk: 0,
    merged_into: into.id,
    merged_number: into.number,
  }
  return { row, entries: [line(ctx, 'merged_into', into)], set }
}

/** Who waited there waits here now: since then, and at the front of what they have. */
function taken(ctx: Context, into: ConversationRow, row: ConversationRow): Writing {
  const assigneeId = into.assignee_id ?? row.assignee_id
  const before = { status: into.status, live: into.live || row.live, assigneeId }
  const comesBack = row.waiting_since !== null || row.live
  const next = (comesBack && afterCustomerMessage(before)) || { ...before, reopened: false }
  const entries = [line(ctx, 'merged_from', row)]
  if (next.reopened) entries.push({ kind: 'line', author: ctx.actor, code: 'reopened' })
  const set: Partial<ConversationRow> = {
    assignee_id: assigneeId,
    status: next.status,
    live: next.live,
    queued_at: next.status === 'queued' ? (earlier(into.queued_at, row.queued_at) ?? ctx.now) : null,
    snoozed_until: next.status === 'snoozed' ? into.snoozed_until : null,
    waiting_since: earlier(into.waiting_since, row.waiting_since),
    unread_by_desk: into.unread_by_desk + row.unread_by_desk,
  }
  return { row: into, entries, set }
}

const line = (
  ctx: Context,
  code: 'merged_into' | 'merged_from',
  { id, number }: ConversationRow,
): NewEntry => ({
  kind: 'line',
  author: ctx.actor,
  code,
  values: { by: byName(ctx), number, conversationId: id },
})

const earlier = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one < other ? one : other) : (one ?? other)

async function remember(ctx: Context, row: ConversationRow, into: ConversationRow): Promise<void> {
  const before: BeforeMerge = {
    status: row.status,
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    waitingSince: row.waiting_since?.toISOString() ?? null,
    unread: row.unread_by_desk,
  }
  await ctx.db
    .insertInto('merges')
    .values({ conversation_id: row.id, into_id: into.id, at: ctx.now, before: JSON.stringify(before) })
    .execute()
}

/** What somebody has begun to write goes along, unless they have begun something there as well. */
async function moveDrafts(ctx: Context, from: string, to: string): Promise<void> {
  await ctx.db
    .updateTable('drafts')
    .set({ conversation_id: to })
    .where('conversation_id', '=', from)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('drafts as there')
            .select('there.kind')
            .where('there.conversation_id', '=', to)
            .whereRef('there.staff_id', '=', 'drafts.staff_id')
            .whereRef('there.kind', '=', 'drafts.kind'),
        ),
      ),
    )
    .execute()
}

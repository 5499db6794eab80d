// One answer to many conversations: written down as a whole, and sent after a moment in which it can be taken back.
import type { z } from 'zod'
import type { BulkReply, SendBulkReply } from '../../../contract/automation.ts'
import type { ErrorCode } from '../../../contract/errors.ts'
import { type Context, may, type ReadContext } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { conversationNumbers } from '../conversations/index.ts'
import { screen } from '../safety/index.ts'

/** In which it can be taken back. */
export const undoSeconds = 10

/** Has it sent soon; the same id again is the same. A key can't: somebody has to look at what is left over. */
export async function sendBulkReply(
  ctx: Context,
  wanted: z.output<typeof SendBulkReply>,
): Promise<BulkReply> {
  if (ctx.actor.kind !== 'staff') throw new AppError('forbidden')
  const startsAt = new Date(ctx.now.getTime() + undoSeconds * 1_000)
  const { id, body, then, conversations } = wanted
  const fresh = await ctx.db
    .insertInto('bulk_replies')
    .values({
      id,
      staff_id: ctx.actor.id,
      body: screen(body).text,
      next_status: then,
      state: 'waiting',
      created_at: ctx.now,
      starts_at: startsAt,
    })
    .onConflict(on => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!fresh) return bulkReplyOf(ctx, id)
  const targets = [...new Map(conversations.map(one => [one.id, one])).values()]
  await ctx.db
    .insertInto('bulk_reply_targets')
    .values(
      targets.map((one, place) => ({
        bulk_reply_id: id,
        place,
        conversation_id: one.id,
        seen: one.seen,
      })),
    )
    .execute()
  await ctx.enqueueAt(timerOf(id), startsAt, 'sendBulkReply', { id })
  return bulkReplyOf(ctx, id)
}

/** Takes it back. Throws `already_started` once its time is over. */
export async function undoBulkReply(ctx: Context, id: string): Promise<BulkReply> {
  const undone = await own(ctx, id)
  if (undone.state === 'waiting' && undone.starts_at > ctx.now) {
    await ctx.db.updateTable('bulk_replies').set({ state: 'undone' }).where('id', '=', id).execute()
    await ctx.enqueueAt(timerOf(id), null, 'sendBulkReply', { id })
  } else if (undone.state !== 'undone') throw new AppError('already_started')
  return bulkReplyOf(ctx, id)
}

const timerOf = (id: string) => `bulk reply:${id}`

/** How far it has got, for whoever sent it; or 404. */
export async function bulkReplyOf(ctx: ReadContext, id: string): Promise<BulkReply> {
  const row = await own(ctx, id, false)
  const targets = await ctx.db
    .selectFrom('bulk_reply_targets')
    .select(['conversation_id', 'outcome', 'code'])
    .where('bulk_reply_id', '=', id)
    .orderBy('place')
    .execute()
  const skipped = targets.filter(({ outcome }) => outcome === 'skipped')
  const numbers = await conversationNumbers(
    ctx,
    skipped.map(one => one.conversation_id),
  )
  return {
    id,
    state: row.state,
    startsAt: row.starts_at.toISOString(),
    total: targets.length,
    sent: targets.filter(({ outcome }) => outcome === 'sent').length,
    skipped: skipped.map(({ conversation_id: conversationId, code }) => ({
      conversationId,
      number: numbers.get(conversationId) ?? null,
      code: code as ErrorCode,
    })),
  }
}

async function own(ctx: ReadContext, id: string, forUpdate = true) {
  const one = ctx.db.selectFrom('bulk_replies').selectAll().where('id', '=', id)
  const row = await (forUpdate ? one.forUpdate() : one).executeTakeFirst()
  const isTheirs = ctx.actor.kind === 'staff' && row?.staff_id === ctx.actor.id
  if (!row || !isTheirs || !may(ctx.actor, 'conversations.write')) throw notFound()
  return row
}

// Sends a bulk reply, conversation by conversation: what a killed node leaves is sent by the next, and nothing twice.
import { v5 } from 'uuid'
import type { ErrorCode } from '../../../contract/errors.ts'
import { type Actor, type Context, type Desk, system } from '../../platform/context.ts'
import { AppError, asAppError } from '../../platform/errors.ts'
import { lockConversation, say, wroteSince } from '../conversations/index.ts'
import { actorForStaff } from '../identity/index.ts'
import { filled, valuesFor } from './apply.ts'
import type { BulkRepliesTable } from './tables.ts'

/** Of one job; then others have their turn. */
const pageSize = 25

/** The job. */
export async function sendBulkReply(desk: Desk, { id }: Record<string, unknown>): Promise<void> {
  const bulk = await start(desk, String(id))
  if (!bulk) return
  const actor = await actorForStaff(desk.read(system('bulk reply')), bulk.staff_id)
  const left = await desk
    .read(system('bulk reply'))
    .db.selectFrom('bulk_reply_targets')
    .select(['place', 'conversation_id', 'seen'])
    .where('bulk_reply_id', '=', bulk.id)
    .where('outcome', 'is', null)
    .orderBy('place')
    .limit(pageSize)
    .execute()
  for (const target of left) await sendOne(desk, actor, bulk, target)
  await desk.transact(system('bulk reply'), async ctx => {
    if (left.length === pageSize) ctx.enqueue('sendBulkReply', { id: bulk.id })
    else await setState(ctx, bulk.id, 'done')
  })
}

/** Undefined for one that was taken back, or is done. */
async function start(desk: Desk, id: string) {
  return desk.transact(system('bulk reply'), async ctx => {
    const row = await ctx.db
      .selectFrom('bulk_replies')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (row?.state !== 'waiting' && row?.state !== 'sending') return undefined
    if (row.state === 'waiting') await setState(ctx, id, 'sending')
    return row
  })
}

const setState = (ctx: Context, id: string, state: BulkRepliesTable['state']) =>
  ctx.db.updateTable('bulk_replies').set({ state }).where('id', '=', id).execute()

interface Target {
  place: number
  conversation_id: string
  seen: number
}

async function sendOne(
  desk: Desk,
  actor: Actor | undefined,
  bulk: BulkRepliesTable,
  target: Target,
): Promise<void> {
  try {
    // Who has left, or may not answer any more, sends nothing.
    if (!actor) throw new AppError('forbidden')
    await desk.transact(actor, ctx => answer(ctx, bulk, target))
  } catch (error) {
    const { code } = asAppError(error)
    // The database is away, or something is wrong with the desk: the job is tried again.
    if (code === 'unavailable' || code === 'internal') throw error
    await desk.transact(system('bulk reply'), ctx => note(ctx, bulk.id, target.place, 'skipped', code))
  }
}

async function answer(ctx: Context, bulk: BulkRepliesTable, target: Target): Promise<void> {
  const { conversation_id: id, seen, place } = target
  if (!(await note(ctx, bulk.id, place, 'sent', null))) return
  const conversation = await lockConversation(ctx, id)
  const by = await wroteSince(ctx, id, seen)
  if (by) throw new AppError(by === 'customer' ? 'customer_wrote_meanwhile' : 'answered_meanwhile')
  await say(ctx, id, {
    kind: 'message',
    clientId: v5(`${bulk.id} ${id}`, v5.URL),
    body: filled(bulk.body, await valuesFor(ctx, conversation)),
    then: bulk.next_status ?? undefined,
  })
}

/** Whether it hadn't been noted before. */
async function note(
  ctx: Context,
  id: string,
  place: number,
  outcome: 'sent' | 'skipped',
  code: ErrorCode | null,
): Promise<boolean> {
  const noted = await ctx.db
    .updateTable('bulk_reply_targets')
    .set({ outcome, code })
    .where('bulk_reply_id', '=', id)
    .where('place', '=', place)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return noted.numUpdatedRows > 0n
}

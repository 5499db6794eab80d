// An answer that the customer hasn't read after a while goes to them by mail, if they left an address: as a notice, or whole.
import { v5 } from 'uuid'
import type { Context, Desk, ReadContext } from '../../platform/context.ts'
import { system } from '../../platform/context.ts'
import type { DeskEvent } from '../../platform/events.ts'
import { profilesOf } from '../customers/index.ts'
import { partsOf } from './parts.ts'

/** For how long an answer may lie unread before it is announced. */
export const unreadWaitMs = 2 * 60_000

/**
 * Sets a timer for each conversation that got an answer; a further answer moves it. Whoever isn't in the chat any more, and has
 * written by mail about the same, waits for their mail: there is nothing to wait for.
 */
export async function planNotices(ctx: Context, events: DeskEvent<'customer.answered'>[]): Promise<void> {
  const later = new Date(ctx.now.getTime() + unreadWaitMs)
  // In one order everywhere, so that two batches never wait for each other.
  const ids = [...new Set(events.map(({ conversationId }) => conversationId!))].sort()
  const elsewhere = new Set(
    events.flatMap(({ conversationId, data }) => (data.channel === 'email' ? [] : conversationId!)),
  )
  const prompt = await waitingForMail(ctx, [...elsewhere])
  for (const conversationId of ids) {
    const due = prompt.has(conversationId) ? ctx.now : later
    await ctx.enqueueAt(`notice:${conversationId}`, due, 'announceUnread', { conversationId })
  }
}

async function waitingForMail(ctx: Context, ids: string[]): Promise<Set<string>> {
  const parts = (await partsOf(ctx, ids)).filter(({ channel }) => channel === 'email')
  if (parts.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where(
      'id',
      'in',
      parts.map(part => part.in),
    )
    .where('live', '=', false)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Tells the rest of the desk that an answer waits unread for somebody who can be reached. */
export async function announceUnread(desk: Desk, payload: Record<string, unknown>): Promise<void> {
  const conversationId = String(payload.conversationId)
  await desk.transact(system('announceUnread'), async ctx => {
    const answer = await unreadAnswer(ctx, conversationId)
    if (!answer) return
    const noticeId = v5(`${conversationId} ${answer.seq}`, v5.URL)
    ctx.emit('answer.unread', { noticeId }, { conversationId })
  })
}

/** Where an unread answer may be announced and how it begins; undefined when there is none, or no address. */
export async function unreadAnswer(ctx: ReadContext, conversationId: string) {
  const row = await ctx.db
    .selectFrom('conversations')
    .select(['customer_id', 'channel', 'number', 'locale', 'seq', 'unread_by_customer', 'public_preview'])
    .where('id', '=', conversationId)
    .executeTakeFirst()
  // Answers to mails are mails themselves.
  if (!row || row.unread_by_customer === 0 || row.channel === 'email') return undefined
  const to = (await profilesOf(ctx, [row.customer_id])).get(row.customer_id)?.email
  return to
    ? {
        to,
        channel: row.channel,
        number: row.number,
        locale: row.locale,
        seq: row.seq,
        text: row.public_preview,
      }
    : undefined
}

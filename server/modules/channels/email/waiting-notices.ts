// A notice may wait for hours: it isn't sent once its reader wants no more of these, or has read the answer, or that was deleted.
import type { Context, ReadContext } from '../../../platform/context.ts'
import type { DeskEvent } from '../../../platform/events.ts'
import { readEntries, unreadAnswer } from '../../conversations/index.ts'
import { timerOf } from './outbox.ts'
import { isAnswer } from './post-answers.ts'
import { isSuppressed } from './suppressions.ts'

interface Row {
  recipient: string
  conversation_id: string | null
  notice: 'unread_answer' | null
}

/** What such a notice, or any, failed of. */
export const notWanted = 'not wanted any more'

/** Whether a mail is still to be sent; only a notice may not be. */
export async function isWanted(ctx: ReadContext, { recipient, conversation_id: id, notice }: Row) {
  if (notice === null || id === null) return true
  if (await isSuppressed(ctx, recipient, notice)) return false
  return (await unreadAnswer(ctx, id)) !== undefined
}

/** Forgets the notices that wait in conversations where an answer was deleted: they hold its words. */
export async function dropNotices(ctx: Context, events: DeskEvent<'entry.deleted'>[]): Promise<void> {
  for (const { conversationId: id, data } of events) {
    const [entry] = await readEntries(ctx, id!, { after: data.seq - 1, limit: 1 })
    if (!entry || !isAnswer({ ...entry, deleted_at: null })) continue
    const dropped = await ctx.db
      .updateTable('outgoing_mails')
      .set({ failed_at: ctx.now, failure: notWanted, sealed_content: null })
      .where('conversation_id', '=', id!)
      .where('notice', 'is not', null)
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      // Whoever has it in hand finishes it.
      .where(eb => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', ctx.now)]))
      .returning('id')
      .execute()
    for (const mail of dropped) await ctx.enqueueAt(timerOf(mail.id), null, 'sendMail', {})
  }
}

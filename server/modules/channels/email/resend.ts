// Sends an answer that did not arrive once more, to the same address or to the one that was meant.
import type { Context } from '../../../platform/context.ts'
import { AppError, notFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { isOneAddress } from '../../../platform/mail.ts'
import { addNote, loadConversation } from '../../conversations/index.ts'
import { postAgain } from './outbox.ts'
import { letterFor } from './post-answers.ts'

/**
 * Later answers go where they went before: an address is corrected for this one message. Throws `not_found`, also for a
 * message that did not fail, was sent again already, or is gone.
 */
export async function resend(ctx: Context, conversationId: string, seq: number, to?: string): Promise<void> {
  await loadConversation(ctx, conversationId)
  const failed = await ctx.db
    .selectFrom('outgoing_mails')
    .select(['id', 'recipient'])
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .where('seq', '>', 0)
    .where(eb => eb.or([eb('failed_at', 'is not', null), eb('bounced_at', 'is not', null)]))
    .forUpdate()
    .executeTakeFirst()
  const letter = failed && (await letterFor(ctx, conversationId, seq))
  if (!letter) throw notFound()
  const address = to ?? failed.recipient
  if (!isOneAddress(address)) throw new AppError('invalid_input')
  await postAgain(ctx, failed.id, { ...letter, to: address })
  await addNote(ctx, conversationId, {
    clientId: newId(),
    line: 'mail_resent',
    values: { address, seq },
    body: '',
    attachmentIds: [],
    owner: ctx.actor,
    quiet: true,
  })
}

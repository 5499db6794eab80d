// Sends an answer again that did not arrive: to the same address, or to the one that was meant.
import type { Context } from '../../../platform/context.ts'
import { AppError, notFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { isOneAddress } from '../../../platform/mail.ts'
import { addNote, loadConversation } from '../../conversations/index.ts'
import { failuresOf } from './failures.ts'
import { postAgain } from './outbox.ts'
import { letterFor } from './post-answers.ts'

export interface Resending {
  /** Which of those whom it did not reach; the first when left out. */
  address?: string
  /** Where it is to go instead. */
  to?: string
}

/**
 * Later answers go where they went before: an address is corrected for this one message. Throws `not_found`, also for a
 * message that did not fail, was sent again already, or is gone.
 */
export async function resend(
  ctx: Context,
  conversationId: string,
  seq: number,
  wanted: Resending,
): Promise<void> {
  await loadConversation(ctx, conversationId)
  const mail = await ctx.db
    .selectFrom('outgoing_mails')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .where('seq', '>', 0)
    .where(eb => eb.or([eb('failed_at', 'is not', null), eb('sent_at', 'is not', null)]))
    .forUpdate()
    .executeTakeFirst()
  const failures = mail ? failuresOf(mail) : []
  const asked = wanted.address?.toLowerCase()
  const failed = failures.find(({ address }) => !asked || address.toLowerCase() === asked)
  const letter = failed && (await letterFor(ctx, conversationId, seq))
  if (!mail || !letter) throw notFound()
  const to = wanted.to ?? failed.address
  if (!isOneAddress(to)) throw new AppError('invalid_input')
  const others = failures.filter(one => one !== failed)
  await postAgain(ctx, mail.id, { ...letter, to }, others)
  await addNote(ctx, conversationId, {
    clientId: newId(),
    line: 'mail_resent',
    values: { address: to, seq },
    body: '',
    attachmentIds: [],
    owner: ctx.actor,
    quiet: true,
  })
}

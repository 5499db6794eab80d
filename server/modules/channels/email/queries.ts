// What agents are told about the mails of a conversation.
import type { AnswersByMail, FailedMail, MailsOfConversation } from '../../../../contract/email.ts'
import type { ReadContext } from '../../../platform/context.ts'
import { loadConversation } from '../../conversations/index.ts'
import { profilesOf } from '../../customers/index.ts'
import { sentIn } from './envelopes.ts'
import { failuresOf } from './failures.ts'
import { mailboxOfConversation, ownAddresses } from './mailboxes.ts'
import { nobodysAddress } from './reading.ts'
import { possibleSenders } from './senders.ts'

const mostMails = 500

/** The mails of a conversation that the actor may see, oldest first, and where answers go. Throws `not_found`. */
export async function mailsOf(ctx: ReadContext, conversationId: string): Promise<MailsOfConversation> {
  const conversation = await loadConversation(ctx, conversationId)
  const mailbox = await mailboxOfConversation(ctx, conversationId)
  const rows = await ctx.db
    .selectFrom('mails')
    .select(['id', 'seq', 'state', 'received_at', 'size', 'details'])
    .where('conversation_id', '=', conversationId)
    .orderBy('received_at')
    .orderBy('id')
    .limit(mostMails)
    .execute()
  const mails = rows.flatMap(({ details, received_at, ...mail }) =>
    details ? [{ ...mail, ...details, receivedAt: received_at.toISOString() }] : [],
  )
  return {
    mails,
    failed: await failedIn(ctx, conversationId),
    answers: await answersTo(ctx, conversation.customer_id),
    sent: await sentIn(ctx, conversationId),
    senders: mailbox ? await possibleSenders(ctx, mailbox, conversation) : [],
    own: await ownAddresses(ctx),
  }
}

/** The acknowledgement, which carries no message, stands at 0. */
async function failedIn(ctx: ReadContext, conversationId: string): Promise<FailedMail[]> {
  const rows = await ctx.db
    .selectFrom('outgoing_mails')
    .select(['seq', 'recipient', 'failed_at', 'failure', 'bounced_at', 'bounce_status', 'refused'])
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', 0)
    .orderBy('seq')
    .execute()
  return rows.flatMap(row => failuresOf(row).map(failure => ({ seq: row.seq!, ...failure })))
}

async function answersTo(ctx: ReadContext, customerId: string): Promise<AnswersByMail> {
  if (!ctx.mail.configured) return 'no_mail_server'
  const address = (await profilesOf(ctx, [customerId])).get(customerId)?.email
  return address && address !== nobodysAddress ? 'go_out' : 'no_address'
}

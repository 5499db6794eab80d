// What agents are told about the mails of a conversation.
import type { AnswersByMail, FailedMail, MailsOfConversation } from '../../../../contract/email.ts'
import type { ReadContext } from '../../../platform/context.ts'
import { loadConversation } from '../../conversations/index.ts'
import { profilesOf } from '../../customers/index.ts'
import { nobodysAddress } from './reading.ts'

const mostMails = 500

/** The mails of a conversation that the actor may see, oldest first, and where answers go. Throws `not_found`. */
export async function mailsOf(ctx: ReadContext, conversationId: string): Promise<MailsOfConversation> {
  const { customer_id } = await loadConversation(ctx, conversationId)
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
  const failed = await failedIn(ctx, conversationId)
  return { mails, failed, answers: await answersTo(ctx, customer_id) }
}

/** The acknowledgement, which carries no message, stands at 0. */
async function failedIn(ctx: ReadContext, conversationId: string): Promise<FailedMail[]> {
  const rows = await ctx.db
    .selectFrom('outgoing_mails')
    .select(['seq', 'recipient', 'failure', 'bounce_status'])
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', 0)
    .where(eb => eb.or([eb('failed_at', 'is not', null), eb('bounced_at', 'is not', null)]))
    .orderBy('seq')
    .execute()
  return rows.map(({ seq, recipient, failure, bounce_status }) => ({
    seq: seq!,
    address: recipient,
    status: bounce_status ?? /\b[45]\d\d\b/.exec(failure ?? '')?.[0] ?? null,
  }))
}

async function answersTo(ctx: ReadContext, customerId: string): Promise<AnswersByMail> {
  if (!ctx.mail.configured) return 'no_mail_server'
  const address = (await profilesOf(ctx, [customerId])).get(customerId)?.email
  return address && address !== nobodysAddress ? 'go_out' : 'no_address'
}

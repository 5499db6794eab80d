// What agents are told about the mails of a conversation.
import type { MailOfConversation } from '../../../../contract/email.ts'
import type { ReadContext } from '../../../platform/context.ts'
import { loadConversation } from '../../conversations/index.ts'

const mostMails = 500

/** The mails of a conversation that the actor may see, oldest first. Throws `not_found`. */
export async function mailsOf(ctx: ReadContext, conversationId: string): Promise<MailOfConversation[]> {
  await loadConversation(ctx, conversationId)
  const rows = await ctx.db
    .selectFrom('mails')
    .select(['id', 'seq', 'state', 'received_at', 'size', 'details'])
    .where('conversation_id', '=', conversationId)
    .orderBy('received_at')
    .orderBy('id')
    .limit(mostMails)
    .execute()
  return rows.flatMap(({ details, received_at, ...mail }) =>
    details ? [{ ...mail, ...details, receivedAt: received_at.toISOString() }] : [],
  )
}

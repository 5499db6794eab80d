// A file belongs to whoever may see the conversation it is in.
import { sql } from 'kysely'
import type { FileLink } from '../../../contract/attachments.ts'
import type { ReadContext } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { conversationOfFile, fileLink } from '../safety/index.ts'
import { loadConversation } from './access.ts'

/** A link that works for minutes, to a file in a conversation that the caller may see. */
export async function attachmentLink(ctx: ReadContext, id: string): Promise<FileLink> {
  const conversationId = await conversationOfFile(ctx, id)
  if (!conversationId) throw notFound()
  await loadConversation(ctx, conversationId)
  if (ctx.actor.kind === 'customer' && !(await isInMessage(ctx, conversationId, id))) throw notFound()
  return fileLink(ctx, id)
}

/** What is in a note alone is not the customer's, although the conversation is. */
async function isInMessage({ db }: ReadContext, conversationId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('entries')
    .select('seq')
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', 'message')
    .where(sql<boolean>`${id}::uuid = any(attachment_ids)`)
    .executeTakeFirst()
  return row !== undefined
}

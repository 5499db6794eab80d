// A file belongs to whoever may see a conversation it is in.
import { sql } from 'kysely'
import type { FileLink } from '../../../contract/attachments.ts'
import type { ReadContext } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { conversationOfFile, fileLink } from '../safety/index.ts'
import { loadConversation } from './access.ts'

/** A link that works for minutes, to a file in a conversation that the caller may see. */
export async function attachmentLink(ctx: ReadContext, id: string): Promise<FileLink> {
  const conversationId = await conversationOfFile(ctx, id)
  if (!conversationId) throw notFound()
  for (const one of [conversationId, ...(await sharedIn(ctx, id))]) {
    if (await isShownIn(ctx, one, id)) return fileLink(ctx, id)
  }
  throw notFound()
}

/** The conversations that have it in copies of messages. */
const sharedIn = async ({ db }: ReadContext, id: string): Promise<string[]> =>
  (
    await db.selectFrom('shared_files').select('conversation_id').where('attachment_id', '=', id).execute()
  ).map(row => row.conversation_id)

async function isShownIn(ctx: ReadContext, conversationId: string, id: string): Promise<boolean> {
  try {
    await loadConversation(ctx, conversationId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return false
    throw error
  }
  return ctx.actor.kind !== 'customer' || isInMessage(ctx, conversationId, id)
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

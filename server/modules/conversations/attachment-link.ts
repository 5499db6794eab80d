// A file belongs to whoever may see the conversation it is in.
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
  return fileLink(ctx, id)
}

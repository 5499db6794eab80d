// Gives uploaded files to a conversation, and takes them away for good.
import type { Actor, Context } from '../../platform/context.ts'
import { actorId } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'

/**
 * Claims files for a conversation, in the caller's transaction. Only the actor's own, and only those that belong to no
 * conversation yet; one that doesn't qualify refuses all of them.
 * @throws AppError not_found
 */
export async function attachTo(
  ctx: Context,
  { conversationId, attachmentIds, actor }: { conversationId: string; attachmentIds: string[]; actor: Actor },
): Promise<void> {
  const ids = [...new Set(attachmentIds)]
  if (ids.length === 0) return
  const claimed = await ctx.db
    .updateTable('attachments')
    .set({ conversation_id: conversationId })
    .where('id', 'in', ids)
    .where('owner_kind', '=', actor.kind)
    .where('owner_id', '=', actorId(actor))
    .where('conversation_id', 'is', null)
    .returning('id')
    .execute()
  if (claimed.length < ids.length) throw notFound()
}

/** Of these files, the ones that nobody has sent yet, with their owners; locked until the end of the transaction. */
export async function unsentFiles(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('attachments')
    .select(['id', 'owner_kind', 'owner_id'])
    .where('id', 'in', [...new Set(ids)])
    .where('conversation_id', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(row => [row.id, ownerOf(row.owner_kind, row.owner_id)]))
}

export const ownerOf = (kind: string, id: string | null): string => `${kind} ${id}`

/**
 * Wipes files of a conversation, or of none: their rows now, their bytes by a job as soon as the transaction is committed. Ids that are
 * unknown, or another conversation's, don't matter.
 */
export async function removeAttachments(
  ctx: Context,
  conversationId: string | null,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const removed = await ctx.db
    .deleteFrom('attachments')
    .where('id', 'in', ids)
    .where('conversation_id', conversationId === null ? 'is' : '=', conversationId)
    .returning('storage_key')
    .execute()
  for (const { storage_key: key } of removed) ctx.enqueue('removeFile', { key })
}

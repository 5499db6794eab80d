// Files as the rest of the desk knows them. Whoever asks has checked that the reader may see their conversation.
import { type RawBuilder, sql } from 'kysely'
import type { Attachment } from '../../../contract/conversations.ts'
import type { ReadContext } from '../../platform/context.ts'

const columns = ['id', 'name', 'size', 'type', 'image'] as const

/** The files with these ids; ids that nobody has are left out. */
export async function attachmentsOf(
  ctx: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Attachment>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('attachments')
    .select(columns)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

/** The conversation that a file belongs to; null while it belongs to none, undefined when there is no such file. */
export async function conversationOfFile(
  ctx: Pick<ReadContext, 'db'>,
  id: string,
): Promise<string | null | undefined> {
  const row = await ctx.db
    .selectFrom('attachments')
    .select('conversation_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.conversation_id
}

/** A file's name and bytes; undefined when there is no such file. */
export async function readableFile(ctx: Pick<ReadContext, 'db' | 'storage'>, id: string) {
  const row = await ctx.db
    .selectFrom('attachments')
    .select(['name', 'type', 'storage_key'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { name: row.name, type: row.type, content: ctx.storage.get(row.storage_key) }
}

/** Of these keys of files in the storage, those of attachments. */
export async function keysOfAttachments({ db }: ReadContext, keys: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('attachments')
    .select('storage_key')
    .where('storage_key', 'in', keys)
    .execute()
  return rows.map(row => row.storage_key)
}

/** Whether a conversation has files, as a condition of a question for conversations; whoever calls checks what its reader may see. */
export const conversationsWithFiles = (conversationId: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from attachments a where a.conversation_id = ${conversationId})`

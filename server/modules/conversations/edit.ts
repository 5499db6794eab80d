// Edits and deletions are entries too, so that everybody who follows the conversation learns of them in order.
import type { StaffActor } from '../../platform/context.ts'
import { type Context, may } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { removeAttachments } from '../safety/index.ts'
import { type ConversationRow, lockConversation } from './access.ts'
import { previewOf } from './rules.ts'
import { checkText } from './send.ts'
import { type EntryRow, type NewEntry, type Written, write } from './write.ts'

interface Target {
  conversationId: string
  seq: number
}

/** Gives a message or note of one's own a new text. The same `clientId` again changes nothing. */
export async function editEntry(
  ctx: Context,
  target: Target,
  wanted: { clientId: string; body: string },
): Promise<Written> {
  const row = await lockConversation(ctx, target.conversationId)
  const entry = await loadTarget(ctx, target)
  if (!isAuthor(ctx, entry)) throw new AppError('forbidden')
  if (await isKnown(ctx, target.conversationId, wanted.clientId)) return { row, entries: [] }
  const { body, secretsRemoved } = checkText(wanted.body, entry.attachment_ids.length)
  const edit: NewEntry = {
    kind: 'edit',
    author: ctx.actor,
    clientId: wanted.clientId,
    body,
    target: target.seq,
    internal: entry.internal,
  }
  const line: NewEntry[] =
    secretsRemoved > 0 ? [{ kind: 'line', author: ctx.actor, code: 'secret_removed' }] : []
  const set = previewsAfter(row, entry, previewOf(body, entry.attachment_ids.length))
  const [written] = write(ctx, [{ row, entries: [edit, ...line], set }])
  const version = { conversation_id: row.id, seq: entry.seq, replaced_by: row.seq + 1, body: entry.body }
  await ctx.db.insertInto('entry_versions').values(version).execute()
  await setEntry(ctx, target, { body, edited_at: ctx.now })
  return written!
}

/** Wipes a message or note: its text, its earlier texts and its files' names; a line of the deletion stays. */
export async function deleteEntry(ctx: Context, target: Target): Promise<Written> {
  const row = await lockConversation(ctx, target.conversationId)
  const entry = await loadTarget(ctx, target)
  if (!isAuthor(ctx, entry) && !may(ctx.actor, 'conversations.delete_entry')) throw new AppError('forbidden')
  const deletion: NewEntry = {
    kind: 'deletion',
    author: ctx.actor,
    target: target.seq,
    internal: entry.internal,
  }
  const [written] = write(ctx, [{ row, entries: [deletion], set: previewsAfter(row, entry, '') }])
  await setEntry(ctx, target, { body: '', attachment_ids: [], mentions: [], deleted_at: ctx.now })
  await ctx.db
    .deleteFrom('entry_versions')
    .where('conversation_id', '=', target.conversationId)
    .where('seq', '=', target.seq)
    .execute()
  await ctx.db
    .updateTable('entries')
    .set({ body: '' })
    .where('conversation_id', '=', target.conversationId)
    .where('kind', '=', 'edit')
    .where('target', '=', target.seq)
    .execute()
  await removeAttachments(ctx, row.id, entry.attachment_ids)
  ctx.emit('entry.deleted', { seq: target.seq }, { conversationId: row.id })
  return written!
}

/** What lists show of a conversation whose entry reads differently now: nothing of what it said before. */
function previewsAfter(row: ConversationRow, entry: EntryRow, preview: string): Partial<ConversationRow> {
  const before = previewOf(entry.body, entry.attachment_ids.length)
  return {
    ...(row.preview === before && { preview }),
    ...(row.public_preview === before && !entry.internal && { public_preview: preview }),
  }
}

async function loadTarget(ctx: Context, { conversationId, seq }: Target): Promise<EntryRow> {
  const entry = await ctx.db
    .selectFrom('entries')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (!entry || (entry.kind !== 'message' && entry.kind !== 'note') || entry.deleted_at) throw notFound()
  return entry
}

const isAuthor = ({ actor }: Context, entry: EntryRow): boolean =>
  actor.kind === 'staff' && entry.author_kind === 'staff' && entry.author_id === (actor as StaffActor).id

const isKnown = async (ctx: Context, conversationId: string, clientId: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('entries')
    .select('seq')
    .where('conversation_id', '=', conversationId)
    .where('client_id', '=', clientId)
    .executeTakeFirst()) !== undefined

const setEntry = (ctx: Context, { conversationId, seq }: Target, set: Partial<EntryRow>) =>
  ctx.db
    .updateTable('entries')
    .set(set as object)
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .execute()

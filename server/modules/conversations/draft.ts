// What an agent has begun to write stays on the server, so that no reload and no other machine loses it.
import type { Context, ReadContext, StaffActor } from '../../platform/context.ts'
import { screen } from '../safety/index.ts'
import { loadConversation } from './access.ts'

type DraftKind = 'message' | 'note'

/** Keeps the caller's draft; an empty one is dropped. */
export async function saveDraft(
  ctx: Context,
  conversationId: string,
  kind: DraftKind,
  text: string,
): Promise<void> {
  const staffId = (ctx.actor as StaffActor).id
  if (text.trim() === '') return dropDraft(ctx, conversationId, kind)
  await loadConversation(ctx, conversationId)
  const row = { body: screen(text).text, at: ctx.now }
  await ctx.db
    .insertInto('drafts')
    .values({ conversation_id: conversationId, staff_id: staffId, kind, ...row })
    .onConflict(on => on.columns(['conversation_id', 'staff_id', 'kind']).doUpdateSet(row))
    .execute()
}

/** Drops the caller's draft. */
export async function dropDraft(ctx: Context, conversationId: string, kind: DraftKind): Promise<void> {
  await loadConversation(ctx, conversationId)
  await ctx.db
    .deleteFrom('drafts')
    .where('conversation_id', '=', conversationId)
    .where('staff_id', '=', (ctx.actor as StaffActor).id)
    .where('kind', '=', kind)
    .execute()
}

/** The caller's drafts in a conversation. */
export async function draftsIn(ctx: ReadContext, conversationId: string) {
  await loadConversation(ctx, conversationId)
  const rows = await ctx.db
    .selectFrom('drafts')
    .select(['kind', 'body', 'at'])
    .where('conversation_id', '=', conversationId)
    .where('staff_id', '=', (ctx.actor as StaffActor).id)
    .execute()
  return rows.map(row => ({ ...row, at: row.at.toISOString() }))
}

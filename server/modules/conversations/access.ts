// The only way to load a conversation for somebody: load and check in one. What isn't theirs doesn't exist.
import type { Selectable } from 'kysely'
import { type Actor, may, type ReadContext } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { fromDocuments, type InDocument } from '../../platform/rows.ts'
import type { ConversationsTable } from './tables.ts'

/** The customer of what has none, so that no session is ever theirs; and, in counts, the team of a question to a colleague. */
export const nobody = '00000000-0000-0000-0000-000000000000'

export type ConversationRow = Selectable<ConversationsTable>

/** Conversations that were read as documents. */
export const conversationsIn = (rows: InDocument<ConversationRow>[]): ConversationRow[] =>
  fromDocuments(rows, [
    'last_entry_at',
    'active_at',
    'created_at',
    'queued_at',
    'waiting_since',
    'snoozed_until',
  ])

type Scope = Pick<ConversationRow, 'customer_id' | 'team_id' | 'assignee_id' | 'side_of'>

/**
 * Customers see their own; agents what is theirs, their teams' or nobody's; those who may read all see all. A question to a
 * colleague has no team, and is that colleague's alone.
 */
export function visible(actor: Actor, row: Scope): boolean {
  if (actor.kind === 'customer') return row.customer_id === actor.id
  if (may(actor, 'conversations.read_all')) return true
  if (!may(actor, 'conversations.read')) return false
  if (actor.kind !== 'staff') return false
  if (row.assignee_id === actor.id) return true
  return row.team_id === null ? row.side_of === null : actor.teamIds.includes(row.team_id)
}

/** The conversation, or 404. */
export async function loadConversation(ctx: ReadContext, id: string): Promise<ConversationRow> {
  const row = await ctx.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !visible(ctx.actor, row)) throw notFound()
  return row
}

/** The conversation under its lock, so that nothing else gives it a `seq` until the end of the transaction; or 404. */
export async function lockConversation(ctx: ReadContext, id: string): Promise<ConversationRow> {
  const query = ctx.db.selectFrom('conversations').selectAll().where('id', '=', id).forUpdate()
  const row = await query.executeTakeFirst()
  if (!row || !visible(ctx.actor, row)) throw notFound()
  return row
}

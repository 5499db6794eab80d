// One message or note as a part of something larger: a macro, a rule or a bulk reply, in its transaction and not in a batch.
import type { Status } from '../../../contract/conversations.ts'
import { type Actor, actorId, type Context, type Statement } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { type ConversationRow, lockConversation } from './access.ts'
import { afterStaffMessage } from './rules.ts'
import { checkText } from './send.ts'
import { type NewEntry, type Written, write } from './write.ts'

export interface Said {
  kind: 'message' | 'note'
  /** The same one again does nothing. */
  clientId: string
  /** Screened here. */
  body: string
  /** The newest `seq` the author had seen; refused as `answered_meanwhile` when a colleague has answered since. */
  seen?: number | undefined
  /** The status to leave the conversation in. */
  then?: Status | undefined
}

/** Says it as the actor. What the desk says by itself neither takes the conversation nor answers its customer. */
export async function say(ctx: Context, id: string, said: Said): Promise<Written> {
  const row = await lockConversation(ctx, id)
  const { kind, clientId, seen, then } = said
  const [known] = await ctx.run<{ seq: number }>(findEntry, [id, clientId])
  if (known) return { row, entries: [] }
  if (kind === 'message' && seen !== undefined && (await isAnswered(ctx, row, seen))) {
    throw new AppError('answered_meanwhile')
  }
  const { body, secretsRemoved } = checkText(said.body, 0)
  const { actor } = ctx
  const entries: NewEntry[] = [{ kind, author: actor, clientId, body }]
  const set = kind === 'message' ? stateAfter(actor, row, then, entries) : undefined
  if (secretsRemoved > 0) {
    entries.push({ kind: 'line', author: { kind: 'system', name: 'safety' }, code: 'secret_removed' })
  }
  const [written] = write(ctx, [{ row, entries, ...(set && { set }) }])
  return written!
}

/** What an answer does to the state, or undefined; adds the lines that tell of it. */
function stateAfter(
  author: Actor,
  row: ConversationRow,
  then: Status | undefined,
  entries: NewEntry[],
): Partial<ConversationRow> | undefined {
  if (row.status === 'closed') throw new AppError('conversation_closed')
  if (author.kind === 'system') return undefined
  const set: Partial<ConversationRow> = {}
  if (author.kind === 'staff' && row.assignee_id === null) {
    set.assignee_id = author.id
    entries.push({ kind: 'line', author, code: 'joined', values: { name: author.name } })
  }
  const next = afterStaffMessage({ status: row.status, live: row.live, assigneeId: row.assignee_id }, then)!
  if (next.status !== row.status || next.live !== row.live) {
    Object.assign(set, { status: next.status, live: next.live, queued_at: null, snoozed_until: null })
    if (next.status === 'solved') entries.push({ kind: 'line', author, code: 'solved' })
  }
  return Object.keys(set).length > 0 ? set : undefined
}

async function isAnswered(ctx: Context, row: ConversationRow, seen: number): Promise<boolean> {
  if (row.seq <= seen) return false
  return (await ctx.run(findAnswer, [row.id, seen, actorId(ctx.actor)])).length > 0
}

const findEntry: Statement = {
  name: 'find_entry_by_client_id',
  text: 'select seq from entries where conversation_id = $1 and client_id = $2',
}

const findAnswer: Statement = {
  name: 'find_answer_of_another',
  text: `select seq from entries where conversation_id = $1 and seq > $2 and kind = 'message'
    and author_kind = 'staff' and author_id is distinct from $3 limit 1`,
}

/** Who wrote a message behind `seq`: the customer, or staff; the customer where both did. */
export async function wroteSince(
  ctx: Context,
  id: string,
  seq: number,
): Promise<'customer' | 'staff' | undefined> {
  const rows = await ctx.run<{ by: 'customer' | 'staff' }>(findWriters, [id, seq])
  return rows.map(({ by }) => by).toSorted()[0]
}

const findWriters: Statement = {
  name: 'find_writers_since',
  text: `select distinct author_kind as by from entries where conversation_id = $1 and seq > $2
    and kind = 'message' and author_kind in ('customer', 'staff')`,
}

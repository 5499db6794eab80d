// What another team says to a question is told where it was asked, and to the one who has that conversation.
import { v5 } from 'uuid'
import type { Context } from '../../platform/context.ts'
import type { DeskEvent } from '../../platform/events.ts'
import { staffNames, teamNames } from '../identity/index.ts'
import { type ConversationRow, lockConversation } from './access.ts'
import { conversationHead } from './queries.ts'
import { write } from './write.ts'

/** Adds a line to the conversation in which each was asked, or where that goes on; a second time changes nothing. */
export async function tellAskers(ctx: Context, events: DeskEvent<'side.answered'>[]): Promise<void> {
  const [people, teams] = [await staffNames(ctx), await teamNames(ctx)]
  for (const { conversationId, data } of events) {
    const row = await lockLast(ctx, data.ofId)
    const side = await conversationHead(ctx, { id: conversationId! })
    const clientId = v5(`answered ${data.seq}`, conversationId!)
    if (!side || (await isTold(ctx, row, clientId))) continue
    const { assignee_id: assignee } = row
    const mentions = assignee && assignee !== data.staffId ? [assignee] : []
    const by = people.get(data.staffId ?? '') ?? ''
    const name = teams.get(side.team_id ?? '') ?? ''
    const values = { by, name, number: side.number, conversationId: conversationId! }
    const [written] = write(ctx, [
      {
        row,
        entries: [{ kind: 'line', author: ctx.actor, code: 'side_answered', values, clientId, mentions }],
      },
    ])
    const { number, seq } = written!.row
    if (mentions.length > 0)
      ctx.emit('staff.mentioned', { staffIds: mentions, seq, number }, { conversationId: row.id })
  }
}

async function lockLast(ctx: Context, id: string): Promise<ConversationRow> {
  const row = await lockConversation(ctx, id)
  return row.merged_into ? lockLast(ctx, row.merged_into) : row
}

const isTold = async (ctx: Context, { id }: ConversationRow, clientId: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('entries')
    .select('seq')
    .where('conversation_id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst()) !== undefined

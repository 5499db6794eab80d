// What others say to a question, and that it is settled, is told where it was asked, and an answer to the one who has that conversation.
import { v5 } from 'uuid'
import type { LineCode } from '../../../contract/conversations.ts'
import type { Context } from '../../platform/context.ts'
import type { DeskEvent } from '../../platform/events.ts'
import { staffNames, teamNames } from '../identity/index.ts'
import type { ConversationRow } from './access.ts'
import { lockContinued } from './continued.ts'
import { write } from './write.ts'

/** Adds a line to the conversation in which each was asked, or where that goes on; a second time changes nothing. */
export async function tellAskers(ctx: Context, events: DeskEvent<'side.answered'>[]): Promise<void> {
  const people = await staffNames(ctx)
  for (const { conversationId, data } of inOrder(events)) {
    const told = await tell(ctx, conversationId!, data.ofId, {
      code: 'side_answered',
      mark: `answered ${data.seq}`,
      by: people.get(data.staffId ?? '') ?? '',
      calls: assignee => assignee !== data.staffId,
    })
    if (!told || told.mentions.length === 0) continue
    const { id, number, seq } = told.written.row
    ctx.emit('staff.mentioned', { staffIds: told.mentions, seq, number }, { conversationId: id })
  }
}

/** The same when the question is solved or closed; nobody is called to that. */
export async function tellSettled(ctx: Context, events: DeskEvent<'side.settled'>[]): Promise<void> {
  for (const { conversationId, data } of inOrder(events)) {
    await tell(ctx, conversationId!, data.ofId, {
      code: 'side_settled',
      mark: `settled ${data.version}`,
      by: '',
      calls: () => false,
    })
  }
}

/** Of the conversations that are locked, so that two batches never wait for each other. */
const inOrder = <E extends { data: { ofId: string } }>(events: readonly E[]): E[] =>
  events.toSorted((one, other) =>
    one.data.ofId < other.data.ofId ? -1 : Number(one.data.ofId > other.data.ofId),
  )

interface Told {
  code: LineCode
  /** The same of one question is told once. */
  mark: string
  by: string
  /** Whether whoever has the conversation is called to it. */
  calls(assignee: string): boolean
}

async function tell(ctx: Context, sideId: string, ofId: string, { code, mark, by, calls }: Told) {
  const row = await lockContinued(ctx, ofId)
  const side = await sideOf(ctx, sideId)
  const clientId = v5(mark, sideId)
  if (!side || (await isTold(ctx, row, clientId))) return undefined
  const mentions = row.assignee_id && calls(row.assignee_id) ? [row.assignee_id] : []
  const values = { by, name: await nameOf(ctx, side, code), number: side.number, conversationId: sideId }
  const [written] = write(ctx, [
    { row, entries: [{ kind: 'line', author: ctx.actor, code, values, clientId, mentions }] },
  ])
  return { written: written!, mentions }
}

const sideOf = (ctx: Context, id: string) =>
  ctx.db
    .selectFrom('conversations')
    .select(['number', 'team_id', 'assignee_id'])
    .where('id', '=', id)
    .executeTakeFirst()

/** Of the team that was asked; of a colleague, who needs no other name beside their own when they answer. */
async function nameOf(
  ctx: Context,
  { team_id: team, assignee_id: colleague }: Pick<ConversationRow, 'team_id' | 'assignee_id'>,
  code: LineCode,
): Promise<string> {
  if (team !== null) return (await teamNames(ctx)).get(team) ?? ''
  return code === 'side_answered' ? '' : ((await staffNames(ctx)).get(colleague ?? '') ?? '')
}

const isTold = async (ctx: Context, { id }: ConversationRow, clientId: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('entries')
    .select('seq')
    .where('conversation_id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst()) !== undefined

// Questions to other teams and to colleagues about a conversation: threads of notes with a status of their own, and no customer.
import { activeStatuses, type Conversation } from '../../../contract/conversations.ts'
import { rolePermissions } from '../../../contract/permissions.ts'
import type { Ask, WriteToSide } from '../../../contract/related.ts'
import { actorId, type Context, type ReadContext } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { staffById, teamById } from '../identity/index.ts'
import { screen } from '../safety/index.ts'
import { type ConversationRow, loadConversation, lockConversation, nobody } from './access.ts'
import { blankRow } from './blank-row.ts'
import { isMerged } from './continued.ts'
import { directoryFor } from './directory.ts'
import { conversationsById } from './list.ts'
import { byName } from './lock-both.ts'
import { partsOf } from './parts.ts'
import { readEntries } from './queries.ts'
import { checkText } from './send.ts'
import { toStaffConversation, toStaffEntry } from './shapes.ts'
import { insert, type NewEntry, type Written, write } from './write.ts'

const mostSides = 50
const mostNotes = 200

/** Asks a team or a colleague; gives the id of the side conversation. The same `clientId` again gives the same one. */
export async function ask(ctx: Context, id: string, wanted: Ask): Promise<string> {
  const row = await lockConversation(ctx, id)
  if (row.status === 'merged') throw isMerged(row)
  if (row.side_of) throw new AppError('invalid_input', { fields: [{ path: 'id', message: 'is internal' }] })
  const made = await ctx.db
    .selectFrom('conversations')
    .select(['id', 'side_of'])
    .where('customer_id', '=', nobody)
    .where('client_id', '=', wanted.clientId)
    .executeTakeFirst()
  if (made) {
    if (made.side_of !== id) throw new AppError('already_exists')
    return made.id
  }
  const asked = await whom(ctx, wanted)
  const { body } = checkText(wanted.body, 0)
  const [written] = insert(ctx, [
    {
      row: {
        ...rowOf(ctx, row),
        client_id: wanted.clientId,
        subject: screen(wanted.subject).text,
        team_id: asked.team,
        assignee_id: asked.colleague,
      },
      entries: [{ kind: 'note', author: ctx.actor, clientId: wanted.clientId, body }],
    },
  ])
  await settle(ctx, row, written!, asked)
  return written!.row.id
}

interface Asked {
  name: string
  team: string | null
  colleague: string | null
}

async function whom(ctx: Context, { teamId, staffId }: Ask): Promise<Asked> {
  if (teamId) {
    const team = await teamById(ctx, teamId)
    if (!team) throw notFound()
    return { name: team.name, team: team.id, colleague: null }
  }
  const colleague = await staffById(ctx, staffId!)
  const mayAnswer =
    colleague && !colleague.disabled && rolePermissions[colleague.role].includes('conversations.write')
  if (!mayAnswer) throw notFound()
  if (colleague.id === actorId(ctx.actor))
    throw new AppError('invalid_input', { fields: [{ path: 'staffId', message: 'is yourself' }] })
  return { name: colleague.name, team: null, colleague: colleague.id }
}

async function settle(
  ctx: Context,
  row: ConversationRow,
  { row: side }: Written,
  { name, team, colleague }: Asked,
): Promise<void> {
  const of = { side_of: row.id, side_of_number: row.number }
  await ctx.db.updateTable('conversations').set(of).where('id', '=', side.id).execute()
  await ctx.db.insertInto('sides').values({ conversation_id: side.id, of_id: row.id, at: ctx.now }).execute()
  const { number } = side
  ctx.emit('side.opened', { ofId: row.id, staffId: colleague, number }, { conversationId: side.id })
  const values = { by: byName(ctx), name, number, conversationId: side.id }
  const asked: NewEntry = { kind: 'line', author: ctx.actor, code: 'side_asked', values }
  const told: NewEntry = { kind: 'line', author: ctx.actor, code: 'with_team' }
  // That a colleague is asked is not the customer's to know.
  const isNews = team !== null && !(await isAskedElsewhere(ctx, row.id, side.id))
  const entries = isNews ? [asked, told] : [asked]
  write(ctx, [{ row, entries }])
}

/** Whether the customer knows already that another team looks into it. */
const isAskedElsewhere = async (ctx: Context, id: string, but: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('sides')
    .innerJoin('conversations', 'conversations.id', 'sides.conversation_id')
    .select('conversations.id')
    .where('of_id', '=', id)
    .where('conversations.id', '!=', but)
    .where('team_id', 'is not', null)
    .where('status', 'in', [...activeStatuses])
    .executeTakeFirst()) !== undefined

const rowOf = ({ now }: Context, of: ConversationRow): ConversationRow => ({
  ...of,
  ...blankRow(now),
  customer_id: nobody,
  channel: 'internal',
  page: null,
  status: 'open',
  assignee_id: null,
  last_author: 'staff',
  side_of: of.id,
  side_of_number: of.number,
})

/** A conversation and those that are merged into it, as far as the reader may see them. */
async function wholeOf(ctx: ReadContext, id: string): Promise<string[]> {
  await loadConversation(ctx, id)
  const parts = await partsOf(ctx, [id])
  const all = await conversationsById(ctx, [id, ...parts.map(part => part.id)])
  return all.map(one => one.id)
}

/** The questions asked from a conversation, oldest first. Whoever sees the conversation sees what was asked about it. */
export async function sidesOf(ctx: ReadContext, id: string): Promise<Conversation[]> {
  const whole = await wholeOf(ctx, id)
  const rows = await ctx.db
    .selectFrom('sides')
    .innerJoin('conversations', 'conversations.id', 'sides.conversation_id')
    .selectAll('conversations')
    .where('of_id', 'in', whole)
    .orderBy('sides.at')
    .limit(mostSides)
    .execute()
  const directory = await directoryFor(ctx, rows)
  return rows.map(row => toStaffConversation(row, directory))
}

/** A side conversation as it was just asked, for the one who asked. */
export async function sideAsked(ctx: ReadContext, id: string): Promise<Conversation> {
  const row = await ctx.db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', id)
    .where('side_of', 'is not', null)
    .executeTakeFirstOrThrow()
  return toStaffConversation(row, await directoryFor(ctx, [row]))
}

/** One of them with what was said in it, for those who see the conversation it was asked from. */
export async function readSide(ctx: ReadContext, id: string, number: number) {
  const whole = await wholeOf(ctx, id)
  const row = await ctx.db
    .selectFrom('conversations')
    .selectAll()
    .where('number', '=', number)
    .where('side_of', 'in', whole)
    .executeTakeFirst()
  if (!row) throw notFound()
  const entries = await readEntries(ctx, row.id, { before: row.seq + 1, limit: mostNotes })
  const directory = await directoryFor(ctx, [row], entries)
  return {
    conversation: toStaffConversation(row, directory),
    entries: entries.map(entry => toStaffEntry(entry, directory)),
  }
}

/** A further word from those who asked; what was done opens again. The same `clientId` again changes nothing. */
export async function writeToSide(
  ctx: Context,
  id: string,
  number: number,
  given: WriteToSide,
): Promise<void> {
  const whole = await wholeOf(ctx, id)
  const row = await ctx.db
    .selectFrom('conversations')
    .selectAll()
    .where('number', '=', number)
    .where('side_of', 'in', whole)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.status === 'closed') throw new AppError('conversation_closed')
  const known = await ctx.db
    .selectFrom('entries')
    .select('seq')
    .where('conversation_id', '=', row.id)
    .where('client_id', '=', given.clientId)
    .executeTakeFirst()
  if (known) return
  const { body } = checkText(given.body, 0)
  const note: NewEntry = { kind: 'note', author: ctx.actor, clientId: given.clientId, body }
  const isDone = row.status !== 'open'
  const reopened: NewEntry[] = isDone ? [{ kind: 'line', author: ctx.actor, code: 'reopened' }] : []
  write(ctx, [
    {
      row,
      entries: [note, ...reopened],
      ...(isDone && { set: { status: 'open', snoozed_until: null } as const }),
    },
  ])
}

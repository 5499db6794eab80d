// A customer's first message makes a conversation: waiting for an agent when somebody is there, asynchronous when not.
import type { ChannelName, OpenConversation } from '../../../contract/conversations.ts'
import { batched } from '../../platform/batch.ts'
import type { Context, CustomerActor, Desk, ReadContext, Statement } from '../../platform/context.ts'
import { attachTo } from '../safety/index.ts'
import { anybodyOnDuty } from '../workforce/index.ts'
import type { ConversationRow } from './access.ts'
import { blankRow } from './blank-row.ts'
import { type EntryRow, insert, type NewEntry, opensAgain, type Written } from './write.ts'

export interface Opening extends Omit<OpenConversation, 'name' | 'email' | 'attachments' | 'searchId'> {
  customer: CustomerActor
  channel: ChannelName
  attachmentIds: string[]
  /** Whose it is at first; everybody's when left out. */
  teamId?: string | null
  tags?: string[]
  /** Index in `priorities`; normal when left out. */
  priority?: number
  secretsRemoved: number
}

/**
 * Opens the conversation as part of the next batch, or gives the one that the same `clientId` opened before. Texts are
 * screened already.
 */
export async function open(desk: Desk, opening: Opening): Promise<Written> {
  const live = opening.live && opening.channel === 'chat'
  try {
    return await openInBatch(desk, { opening, live, attended: live && (await anybodyOnDuty(desk)) })
  } catch (error) {
    if (!opensAgain(error)) throw error
    return findOpened(desk.read(opening.customer), opening)
  }
}

interface Prepared {
  opening: Opening
  live: boolean
  attended: boolean
}

const openInBatch = batched<Prepared, Written>('open', async (ctx, prepared) =>
  (await insertAll(ctx, prepared)).map(result => ({ result })),
)

/**
 * Opens conversations in which nobody waits for an answer at once, in this transaction; gives their ids. The transaction fails
 * where a `clientId` has opened one already.
 */
export async function openAll(ctx: Context, openings: readonly Opening[]): Promise<string[]> {
  const prepared = openings.map(opening => ({ opening, live: false, attended: false }))
  return (await insertAll(ctx, prepared)).map(({ row }) => row.id)
}

async function insertAll(ctx: Context, prepared: Prepared[]): Promise<Written[]> {
  const writings = prepared.map(one => ({ row: rowOf(ctx, one), entries: firstEntries(one) }))
  const opened = insert(ctx, writings)
  await Promise.all(opened.map((written, index) => settleIn(ctx, prepared[index]!.opening, written)))
  return opened
}

async function settleIn(
  ctx: Context,
  { attachmentIds, customer: actor }: Opening,
  { row }: Written,
): Promise<void> {
  const about = { conversationId: row.id }
  if (attachmentIds.length > 0) await attachTo(ctx, { ...about, attachmentIds, actor })
  ctx.emit('conversation.opened', { customerId: actor.id, status: row.status, live: row.live }, about)
}

function firstEntries({ opening, live, attended }: Prepared): NewEntry[] {
  const { customer, clientId, body, attachmentIds, secretsRemoved } = opening
  const entries: NewEntry[] = [{ kind: 'message', author: customer, clientId, body, attachmentIds }]
  const desk = { kind: 'system', name: 'desk' } as const
  if (secretsRemoved > 0) entries.push({ kind: 'line', author: desk, code: 'secret_removed' })
  if (live) entries.push({ kind: 'line', author: desk, code: attended ? 'queued' : 'no_agent' })
  return entries
}

const rowOf = ({ now }: Context, { opening, attended }: Prepared): ConversationRow => ({
  ...blankRow(now),
  customer_id: opening.customer.id,
  client_id: opening.clientId,
  channel: opening.channel,
  subject: opening.subject ?? null,
  topic: opening.topic ?? null,
  locale: opening.locale,
  status: attended ? 'queued' : 'open',
  live: attended,
  priority: opening.priority ?? 1,
  complexity: 1,
  assignee_id: null,
  team_id: opening.teamId ?? null,
  tags: opening.tags ?? [],
  page: opening.page ?? null,
  queued_at: attended ? now : null,
})

async function findOpened(ctx: ReadContext, { customer, clientId }: Opening): Promise<Written> {
  const [row] = await ctx.run<ConversationRow>(findConversation, [customer.id, clientId])
  const entries = await ctx.run<EntryRow>(readFirstEntries, [row!.id])
  return { row: row!, entries }
}

const findConversation: Statement = {
  name: 'find_opened_conversation',
  text: 'select * from conversations where customer_id = $1 and client_id = $2',
}

const readFirstEntries: Statement = {
  name: 'read_first_entries',
  text: 'select * from entries where conversation_id = $1 order by seq limit 200',
}

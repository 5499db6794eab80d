// A customer's first message makes a conversation: waiting for an agent when somebody is there, asynchronous when not.
import type { ChannelName, OpenConversation } from '../../../contract/conversations.ts'
import type { Context, CustomerActor, Statement } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { attachTo } from '../safety/index.ts'
import { agentsAvailable } from '../workforce/index.ts'
import type { ConversationRow } from './access.ts'
import { type EntryRow, type NewEntry, roughly, type Written, write } from './write.ts'

export interface Opening extends Omit<OpenConversation, 'name' | 'email' | 'attachments'> {
  customer: CustomerActor
  channel: ChannelName
  attachmentIds: string[]
  secretsRemoved: number
}

/** Opens the conversation, or gives the one that the same `clientId` opened before. Texts are screened already. */
export async function open(ctx: Context, opening: Opening): Promise<Written> {
  const live = opening.live && opening.channel === 'chat'
  const attended = live && (await agentsAvailable(ctx))
  const blank = blankRow(ctx, opening, attended)
  const [inserted] = await ctx.run<{ number: number }>(insertConversation, [JSON.stringify(blank)])
  if (!inserted) return findOpened(ctx, opening)
  const row = { ...blank, number: inserted.number }
  const [written] = await write(ctx, [{ row, entries: firstEntries(opening, live, attended), isNew: true }])
  const { attachmentIds, customer: actor } = opening
  if (attachmentIds.length > 0) await attachTo(ctx, { conversationId: row.id, attachmentIds, actor })
  const about = { conversationId: row.id }
  ctx.emit(
    'conversation.opened',
    { customerId: opening.customer.id, status: row.status, live: attended },
    about,
  )
  return written!
}

function firstEntries(
  { customer, clientId, body, attachmentIds, secretsRemoved }: Opening,
  live: boolean,
  attended: boolean,
): NewEntry[] {
  const entries: NewEntry[] = [{ kind: 'message', author: customer, clientId, body, attachmentIds }]
  const desk = { kind: 'system', name: 'desk' } as const
  if (secretsRemoved > 0) entries.push({ kind: 'line', author: desk, code: 'secret_removed' })
  if (live) entries.push({ kind: 'line', author: desk, code: attended ? 'queued' : 'no_agent' })
  return entries
}

function blankRow({ now }: Context, opening: Opening, attended: boolean): ConversationRow {
  return {
    id: newId(),
    number: 0,
    customer_id: opening.customer.id,
    client_id: opening.clientId,
    channel: opening.channel,
    subject: opening.subject ?? null,
    topic: opening.topic ?? null,
    locale: opening.locale,
    status: attended ? 'queued' : 'open',
    live: attended,
    priority: 1,
    assignee_id: null,
    team_id: null,
    tags: [],
    page: opening.page ?? null,
    seq: 0,
    version: 1,
    preview: '',
    public_preview: '',
    last_author: 'customer',
    last_entry_at: now,
    active_at: roughly(now),
    created_at: now,
    queued_at: attended ? now : null,
    waiting_since: null,
    snoozed_until: null,
    read_by_desk: 0,
    read_by_customer: 0,
    unread_by_desk: 0,
    unread_by_customer: 0,
  }
}

async function findOpened(ctx: Context, { customer, clientId }: Opening): Promise<Written> {
  const [row] = await ctx.run<ConversationRow>(findConversation, [customer.id, clientId])
  const entries = await ctx.run<EntryRow>(readFirstEntries, [row!.id])
  return { row: row!, entries }
}

const insertConversation: Statement = {
  name: 'insert_conversation',
  text: `insert into conversations
    select (json_populate_record(null::conversations,
      jsonb_set($1::jsonb, '{number}', to_jsonb(nextval('conversation_numbers')))::json)).*
    on conflict (customer_id, client_id) do nothing
    returning number`,
}

const findConversation: Statement = {
  name: 'find_opened_conversation',
  text: 'select * from conversations where customer_id = $1 and client_id = $2',
}

const readFirstEntries: Statement = {
  name: 'read_first_entries',
  text: 'select * from entries where conversation_id = $1 order by seq limit 200',
}

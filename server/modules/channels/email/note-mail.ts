// Mails that are about a conversation without being its customer's: noted for agents, invisible to the customer.
import { sql } from 'kysely'
import { type Context, type Desk, system } from '../../../platform/context.ts'
import { addNote, conversationHead } from '../../conversations/index.ts'
import { contentOf, writer } from './file-mail.ts'
import type { Thread } from './find-conversation.ts'
import type { Filed, Readable } from './reading.ts'
import { entryInMessageId } from './reply-address.ts'

const author = system('email')

/** Somebody else wrote, or somebody who only says that they are the customer. */
export async function noteFromOther(desk: Desk, readable: Readable, thread: Thread): Promise<Filed> {
  const owner = writer(thread.customerId, readable.id)
  const { body, files, refused } = await contentOf(desk, readable.mail, () => owner)
  const seq = await desk.transact(author, ctx =>
    addNote(ctx, thread.conversationId, {
      clientId: readable.id,
      line: 'mail_from_other',
      values: { address: readable.mail.from?.address ?? '' },
      body,
      attachmentIds: files,
      owner,
    }),
  )
  return { state: 'filed', conversationId: thread.conversationId, seq, refused }
}

/** An answer of ours didn't arrive. Only a report that names our own Message-ID is believed. */
export async function noteBounce(desk: Desk, { id, mail }: Readable): Promise<Filed> {
  const { messageId, recipient, status, permanent } = mail.bounce!
  const entry = messageId ? entryInMessageId(desk.secrets, messageId) : null
  const head = entry && (await conversationHead(desk.read(author), { number: entry.number }))
  if (!head) return { state: 'ignored', conversationId: null, seq: null, reason: 'bounce of another mail' }
  // A server that goes on trying says so, too.
  if (!permanent) return { state: 'ignored', conversationId: head.id, seq: null, reason: 'delayed' }
  const seq = await desk.transact(author, async ctx => {
    await markBounced(ctx, { ...entry, conversationId: head.id }, recipient, status)
    return addNote(ctx, head.id, {
      clientId: id,
      line: 'mail_bounced',
      values: { address: recipient ?? '', status: status ?? '', seq: entry.seq },
      body: '',
      attachmentIds: [],
      owner: writer(head.customer_id, id),
    })
  })
  return { state: 'filed', conversationId: head.id, seq }
}

/** So that it can be sent again; a late report of an address that was corrected since says nothing of the new one. */
async function markBounced(
  ctx: Context,
  { conversationId, seq }: { conversationId: string; seq: number },
  recipient: string | null,
  status: string | null,
): Promise<void> {
  const ofAnswer = ctx.db
    .updateTable('outgoing_mails')
    .set({ bounced_at: ctx.now, bounce_status: status })
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .where(sql<boolean>`(sent_at is not null or cardinality(taken) > 0)`)
  if (!recipient) return void (await ofAnswer.execute())
  const address = recipient.toLowerCase()
  await ofAnswer.where(sql<boolean>`lower(recipient) = ${address}`).execute()
  const copy = JSON.stringify([{ address, status }])
  await ctx.db
    .updateTable('outgoing_mails')
    .set({ refused: sql`refused || ${copy}::jsonb` })
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .where(sql<boolean>`${address} in (select lower(copied) from unnest(cc || bcc) as copied)`)
    .execute()
}

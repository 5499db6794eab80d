// Sends a message, or all of a thread, on to somebody outside: from the mailbox, to be answered at an address of its own.
import type { z } from 'zod'
import type { ForwardMail } from '../../../../contract/outbound-mail.ts'
import { fill, stringsFor } from '../../../../locales/index.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError, notFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { isOneAddress } from '../../../platform/mail.ts'
import { addNote, loadConversation, readEntries } from '../../conversations/index.ts'
import { profilesOf } from '../../customers/index.ts'
import { settingsOf } from '../../desk/index.ts'
import { audit } from '../../identity/index.ts'
import { attachmentsOf, screen } from '../../safety/index.ts'
import { mailboxOf, mailboxOfConversation } from './mailboxes.ts'
import { post } from './outbox.ts'
import { domainOf, forwardAddress, messageIdOf } from './reply-address.ts'

type Entry = Awaited<ReturnType<typeof readEntries>>[number]
type Conversation = Awaited<ReturnType<typeof loadConversation>>

/** Of a thread, and of the files with it; mail servers take no more. */
const mostMessages = 200
const mostFileBytes = 20 * 1024 * 1024

/**
 * Sends it on and notes that, with the comment. The same `clientId` again changes nothing. Gives the `seq` of the note.
 * @throws AppError not_found, no_mailbox, own_address
 */
export async function forward(
  ctx: Context,
  conversationId: string,
  { clientId, to, comment, seq }: z.output<typeof ForwardMail>,
): Promise<{ seq: number }> {
  const conversation = await loadConversation(ctx, conversationId)
  const mailbox = await mailboxOfConversation(ctx, conversationId)
  if (!mailbox || !ctx.mail.configured) throw new AppError('no_mailbox')
  if (!isOneAddress(to)) throw new AppError('invalid_input')
  if (await mailboxOf(ctx, to)) throw new AppError('own_address')
  const messages = await messagesOf(ctx, conversationId, seq)
  const said = screen(comment).text
  const at = await addNote(ctx, conversationId, {
    clientId,
    line: 'mail_forwarded',
    values: { address: to },
    body: said,
    attachmentIds: [],
    owner: ctx.actor,
    quiet: true,
  })
  const number = await numberFor(ctx, conversationId, at, to)
  if (number === undefined) return { seq: at }
  const name = 'name' in ctx.actor ? `${ctx.actor.name} · ${mailbox.name}` : mailbox.name
  const files = await filesOf(ctx, messages)
  await post(ctx, {
    to,
    from: { name, address: mailbox.address },
    replyTo: forwardAddress(ctx.secrets, mailbox.address, number),
    subject: `Fwd: ${conversation.subject ?? `#${conversation.number}`}`,
    text: await textOf(ctx, conversation, { comment: said, messages, missing: files.missing }),
    automatic: false,
    messageId: messageIdOf(ctx.secrets, domainOf(mailbox.address), conversation.number, at),
    attachmentIds: files.ids,
    entry: { conversationId, seq: at },
  })
  const about = { kind: 'conversation', id: conversationId }
  await audit(ctx, 'conversation.forwarded', about, { seq: at, to, messages: messages.length })
  return { seq: at }
}

/** What desk and customer wrote, never notes; in order. */
async function messagesOf(ctx: Context, conversationId: string, seq: number | null): Promise<Entry[]> {
  const range = seq === null ? { limit: 500, before: 2_147_483_647 } : { after: seq - 1, limit: 1 }
  const entries = await readEntries(ctx, conversationId, range)
  const messages = entries.filter(
    entry => entry.kind === 'message' && !entry.deleted_at && (seq === null || entry.seq === seq),
  )
  if (messages.length === 0) throw notFound()
  return messages.slice(-mostMessages)
}

/** Undefined when it was sent on before. */
async function numberFor(
  ctx: Context,
  conversationId: string,
  seq: number,
  recipient: string,
): Promise<number | undefined> {
  const { actor } = ctx
  const row = await ctx.db
    .insertInto('forwards')
    .values({
      id: newId(),
      conversation_id: conversationId,
      seq,
      recipient,
      staff_id: actor.kind === 'staff' ? actor.id : null,
      staff_name: 'name' in actor ? actor.name : '',
      created_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  return row?.number
}

async function filesOf(ctx: Context, messages: Entry[]): Promise<{ ids: string[]; missing: string[] }> {
  const wanted = messages.flatMap(({ attachment_ids }) => attachment_ids)
  const known = wanted.length > 0 ? await attachmentsOf(ctx, wanted) : new Map()
  const ids: string[] = []
  const missing: string[] = []
  let bytes = 0
  for (const id of wanted) {
    const file = known.get(id)
    if (!file) continue
    if (bytes + file.size > mostFileBytes) missing.push(file.name)
    else {
      bytes += file.size
      ids.push(id)
    }
  }
  return { ids, missing }
}

/** In the desk's language, for nobody knows the reader's. Of the customer it tells the name alone. */
async function textOf(
  ctx: Context,
  { customer_id, number, subject }: Conversation,
  { comment, messages, missing }: { comment: string; messages: Entry[]; missing: string[] },
): Promise<string> {
  const { defaultLocale, name: desk } = await settingsOf(ctx)
  const { mails, authors } = stringsFor(defaultLocale)
  const say = (key: keyof typeof mails, values: Record<string, string>) =>
    fill(defaultLocale, mails[key], values)
  const customer = (await profilesOf(ctx, [customer_id])).get(customer_id)?.name
  const writerOf = ({ author_kind, author_name }: Entry) =>
    author_name ??
    (author_kind === 'customer' ? (customer ?? fill(defaultLocale, authors.customer, {})) : desk)
  const blocks = messages.map(message => {
    const at = `${message.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
    return `${say('forward_by', { name: writerOf(message), time: at })}\n\n${message.body}`
  })
  const head = `---------- ${say('forward_head', { desk, number: String(number) })} ----------`
  return [
    comment,
    subject ? `${head}\n${subject}` : head,
    blocks.join('\n\n----\n\n'),
    missing.length > 0 && say('forward_missing', { names: missing.join(', ') }),
  ]
    .filter(Boolean)
    .join('\n\n')
}

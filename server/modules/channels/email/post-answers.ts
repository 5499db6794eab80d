// Agents' answers go to customers who wrote by mail as mails: threaded, signed, each once.
import type { Context } from '../../../platform/context.ts'
import { loadConversation, readEntries, unreadWaitMs } from '../../conversations/index.ts'
import { envelopeOf, noteSent } from './envelopes.ts'
import type { Letter } from './outbox.ts'
import { post } from './outbox.ts'
import { domainOf, messageIdOf } from './reply-address.ts'
import { type Chosen, senderFor } from './senders.ts'
import { joinedThreadOf, type Thread, threadOf } from './thread-of-mails.ts'

interface Range {
  id: string
  from: number
  to: number
}

/** Posts the messages that staff, or a rule, wrote in these ranges, as far as their conversations go by mail. */
export async function postAnswers(ctx: Context, ranges: readonly Range[]): Promise<void> {
  for (const { id, from, to } of ranges) {
    const thread = await threadOf(ctx, id)
    if (!thread) continue
    const entries = await readEntries(ctx, id, { after: from - 1, limit: to - from + 1 })
    for (const answer of entries.filter(isAnswer)) await postAnswer(ctx, thread, answer)
  }
}

const mostNewest = 100
/** Less than what was sent is remembered for, so that nothing old is sent twice. */
const recentMs = 7 * 86_400_000

/**
 * Posts the answers that wait unread in a conversation by another way whose customer wrote about it by mail, too: whole, in the
 * thread of their mails, each once. Gives whether there were any; not what was announced before their mails were a part of it.
 */
export async function postUnread(ctx: Context, id: string): Promise<boolean> {
  const thread = await joinedThreadOf(ctx, id)
  if (!thread) return false
  const { seq, read_by_customer: read } = await loadConversation(ctx, id)
  const recent = new Date(ctx.now.getTime() - recentMs)
  // The announcement of what was said just before waits with the newest, and tells of that alone.
  const since = new Date(thread.since.getTime() - unreadWaitMs)
  const entries = await readEntries(ctx, id, { before: seq + 1, limit: mostNewest })
  const unread = entries.filter(
    entry => isAnswer(entry) && entry.seq > read && entry.at > since && entry.at > recent,
  )
  for (const answer of unread) await postAnswer(ctx, thread, answer)
  return unread.length > 0
}

async function postAnswer(ctx: Context, thread: Thread, answer: Answer): Promise<void> {
  const { conversation_id: id, client_id: clientId, seq } = answer
  const envelope = await envelopeOf(ctx, id, clientId)
  if (envelope) await noteSent(ctx, id, envelope.client_id, seq)
  const letter = await letterOf(ctx, thread, answer, envelope)
  await post(ctx, { ...letter, cc: envelope?.cc, bcc: envelope?.bcc })
}

type Answer = Awaited<ReturnType<typeof readEntries>>[number]

/** Whether staff, or a rule, said it to the customer, and it still stands. */
export const isAnswer = ({
  kind,
  author_kind: author,
  deleted_at: deleted,
}: Pick<Answer, 'kind' | 'author_kind' | 'deleted_at'>): boolean =>
  kind === 'message' && author !== 'customer' && !deleted

async function letterOf(
  ctx: Context,
  { letter, mailbox, number, head }: Thread,
  answer: Answer,
  chosen: Chosen | undefined,
): Promise<Letter> {
  const { conversation_id, seq, body, author_kind, author_name, attachment_ids } = answer
  const { name, address, signature } = await senderFor(ctx, mailbox, head, chosen)
  const agent = author_name ? `${author_name} · ` : ''
  return {
    ...letter,
    // What a rule writes by itself must not set another machine off.
    automatic: author_kind === 'system' ? 'replied' : letter.automatic,
    from: { name: `${agent}${name}`, address },
    text: signature ? `${body}\n\n-- \n${signature}` : body,
    messageId: messageIdOf(ctx.secrets, domainOf(mailbox.address), number, seq),
    attachmentIds: attachment_ids,
    entry: { conversationId: conversation_id, seq },
  }
}

/** The mail of one message, as it would be sent now; undefined when there is nothing to send, or no way. */
export async function letterFor(ctx: Context, id: string, seq: number): Promise<Letter | undefined> {
  const thread = (await threadOf(ctx, id)) ?? (await joinedThreadOf(ctx, id))
  const [answer] = await readEntries(ctx, id, { after: seq - 1, limit: 1 })
  if (!thread || answer?.seq !== seq || answer.kind !== 'message' || answer.deleted_at) return undefined
  return letterOf(ctx, thread, answer, await envelopeOf(ctx, id, answer.client_id))
}

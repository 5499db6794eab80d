// Agents' answers in conversations by mail go to the customer as mails: threaded, signed, each once.
import type { Context } from '../../../platform/context.ts'
import { conversationHead, readEntries, splitFrom } from '../../conversations/index.ts'
import { profilesOf } from '../../customers/index.ts'
import { envelopeOf, noteSent } from './envelopes.ts'
import { mailboxOfConversation } from './mailboxes.ts'
import type { Letter } from './outbox.ts'
import { post } from './outbox.ts'
import { domainOf, messageIdOf, replyAddress } from './reply-address.ts'
import { type Chosen, senderFor } from './senders.ts'

interface Range {
  id: string
  from: number
  to: number
}

const mostReferences = 20

/** Posts the messages that staff, or a rule, wrote in these ranges, as far as their conversations go by mail. */
export async function postAnswers(ctx: Context, ranges: readonly Range[]): Promise<void> {
  for (const { id, from, to } of ranges) {
    const thread = await threadOf(ctx, id)
    if (!thread) continue
    const entries = await readEntries(ctx, id, { after: from - 1, limit: to - from + 1 })
    const answers = entries.filter(
      entry => entry.kind === 'message' && entry.author_kind !== 'customer' && !entry.deleted_at,
    )
    for (const answer of answers) await postAnswer(ctx, thread, answer)
  }
}

async function postAnswer(ctx: Context, thread: Thread, answer: Answer): Promise<void> {
  const { conversation_id: id, client_id: clientId, seq } = answer
  const envelope = await envelopeOf(ctx, id, clientId)
  if (envelope) await noteSent(ctx, id, envelope.client_id, seq)
  const letter = await letterOf(ctx, thread, answer, envelope)
  await post(ctx, { ...letter, cc: envelope?.cc, bcc: envelope?.bcc })
}

type Answer = Awaited<ReturnType<typeof readEntries>>[number]

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
  const thread = await threadOf(ctx, id)
  const [answer] = await readEntries(ctx, id, { after: seq - 1, limit: 1 })
  if (!thread || answer?.seq !== seq || answer.kind !== 'message' || answer.deleted_at) return undefined
  return letterOf(ctx, thread, answer, await envelopeOf(ctx, id, answer.client_id))
}

type Thread = NonNullable<Awaited<ReturnType<typeof threadOf>>>
type Base = Pick<Letter, 'to' | 'subject' | 'automatic' | 'replyTo' | 'inReplyTo' | 'references'>

/** Undefined for conversations that go another way, or whose mailbox or customer's address is gone. */
async function threadOf(ctx: Context, id: string) {
  const head = await conversationHead(ctx, { id })
  if (head?.channel !== 'email') return undefined
  const to = (await profilesOf(ctx, [head.customer_id])).get(head.customer_id)?.email
  const mails = await mailsLeadingTo(ctx, id)
  const mailbox = await mailboxOfConversation(ctx, id)
  if (!to || !mailbox) return undefined
  const messageIds = mails.flatMap(({ message_id }) => message_id ?? [])
  const letter: Base = {
    to,
    subject: subjectOf(head.subject, head.number),
    automatic: false,
    replyTo: replyAddress(ctx.secrets, mailbox.address, head.number),
    references: messageIds.slice(-mostReferences),
    ...(messageIds.length > 0 && { inReplyTo: messageIds.at(-1)! }),
  }
  return { mailbox, number: head.number, head, letter }
}

const subjectOf = (subject: string | null, number: number) =>
  subject ? `Re: ${subject.replace(/^(\s*re\s*:)+\s*/i, '')}` : `Re: #${number}`

/** Its own; those of the conversation it was split from until it has some. */
async function mailsLeadingTo(ctx: Context, id: string) {
  const mails = await mailsIn(ctx, id)
  const from = mails.length === 0 ? await splitFrom(ctx, id) : null
  return from ? mailsIn(ctx, from) : mails
}

const mailsIn = (ctx: Context, conversationId: string) =>
  ctx.db
    .selectFrom('mails')
    .select('message_id')
    .where('conversation_id', '=', conversationId)
    .where('state', '=', 'filed')
    .orderBy('received_at')
    .execute()

// What an answer by mail hangs together with: who gets it, where answers to it go, and the mails before it.
import type { Context } from '../../../platform/context.ts'
import { conversationHead, partsOf, splitFrom } from '../../conversations/index.ts'
import { profilesOf } from '../../customers/index.ts'
import { type mailboxById, mailboxOfConversation } from './mailboxes.ts'
import type { Letter } from './outbox.ts'
import { replyAddress } from './reply-address.ts'

const mostReferences = 20

export interface Thread {
  mailbox: NonNullable<Awaited<ReturnType<typeof mailboxById>>>
  number: number
  head: Head
  letter: Pick<Letter, 'to' | 'subject' | 'automatic' | 'replyTo' | 'inReplyTo' | 'references'>
}

type Head = NonNullable<Awaited<ReturnType<typeof conversationHead>>>

/** Undefined for conversations that go another way, or whose mailbox or customer's address is gone. */
export async function threadOf(ctx: Context, id: string): Promise<Thread | undefined> {
  const head = await conversationHead(ctx, { id })
  if (head?.channel !== 'email') return undefined
  const mails = await mailsLeadingTo(ctx, id)
  const mailbox = await mailboxOfConversation(ctx, id)
  return mailbox && threadIn(ctx, head, head.subject, mailbox, mails)
}

/** Of a conversation that goes another way, while one by mail is merged into it; `since` is from when on. */
export async function joinedThreadOf(
  ctx: Context,
  id: string,
): Promise<(Thread & { since: Date }) | undefined> {
  const head = await conversationHead(ctx, { id })
  if (!head || head.channel === 'email') return undefined
  const parts = (await partsOf(ctx, [id])).filter(({ channel }) => channel === 'email')
  const [first, newest] = [parts[0], parts.at(-1)]
  const mailbox = newest && (await mailboxOfConversation(ctx, newest.id))
  if (!first || !newest || !mailbox) return undefined
  const mails = await mailsIn(ctx, [id, ...parts.map(part => part.id)])
  // Programs keep mails together by their subject, too; that of a chat is the desk's own.
  const subject = (await conversationHead(ctx, { id: newest.id }))?.subject ?? head.subject
  const thread = await threadIn(ctx, head, subject, mailbox, mails)
  return thread && { ...thread, since: first.at }
}

async function threadIn(
  ctx: Context,
  head: Head,
  subject: string | null,
  mailbox: Thread['mailbox'],
  mails: Mail[],
): Promise<Thread | undefined> {
  const to = (await profilesOf(ctx, [head.customer_id])).get(head.customer_id)?.email
  if (!to) return undefined
  const messageIds = mails.flatMap(({ message_id }) => message_id ?? [])
  const letter = {
    to,
    subject: subjectOf(subject, head.number),
    automatic: false as const,
    replyTo: replyAddress(ctx.secrets, mailbox.address, head.number),
    references: messageIds.slice(-mostReferences),
    ...(messageIds.length > 0 && { inReplyTo: messageIds.at(-1)! }),
  }
  return { mailbox, number: head.number, head, letter }
}

const subjectOf = (subject: string | null, number: number) =>
  subject ? `Re: ${subject.replace(/^(\s*re\s*:)+\s*/i, '')}` : `Re: #${number}`

/** Its own; those of the conversation it was split from until it has some. */
async function mailsLeadingTo(ctx: Context, id: string): Promise<Mail[]> {
  const mails = await mailsIn(ctx, [id])
  const from = mails.length === 0 ? await splitFrom(ctx, id) : null
  return from ? mailsIn(ctx, [from]) : mails
}

type Mail = Awaited<ReturnType<typeof mailsIn>>[number]

const mailsIn = (ctx: Context, conversationIds: readonly string[]) =>
  ctx.db
    .selectFrom('mails')
    .select('message_id')
    .where('conversation_id', 'in', [...conversationIds])
    .where('state', '=', 'filed')
    .orderBy('received_at')
    .execute()

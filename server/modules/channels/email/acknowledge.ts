// "We have your mail": a number and a promise to answer, without a word of what a stranger wrote, and never a flood.
import { fill, stringsFor } from '../../../../locales/index.ts'
import type { Context } from '../../../platform/context.ts'
import { conversationHead, sameRequest } from '../../conversations/index.ts'
import { settingsOf } from '../../desk/index.ts'
import { post } from './outbox.ts'
import { acknowledgementSeq, domainOf, messageIdOf, replyAddress } from './reply-address.ts'

export interface Received {
  conversationId: string
  /** Whom the mail says it is from. */
  to: string
  proven: boolean
  locale: string
  messageId: string | null
  mailbox: { address: string; name: string }
}

const dayMs = 86_400_000
const hourMs = 3_600_000
/** One for each address in a day: whoever writes ten mails knows after the first. */
const perAddress = 1
/** For all addresses that nobody proved, in an hour: made-up senders must not make the desk write to strangers. */
const unprovenPerHour = 200

/** Tells the sender of a new conversation by mail its number, within the caps. Once for each conversation. */
export async function acknowledge(ctx: Context, received: Received): Promise<void> {
  const { conversationId, to, locale, mailbox, messageId } = received
  const head = await conversationHead(ctx, { id: conversationId })
  if (!head || !(await isWithinCaps(ctx, received))) return
  const { mails } = stringsFor(locale)
  const values = { desk: (await settingsOf(ctx)).name, number: String(head.number) }
  const same = await sameRequest(ctx, conversationId)
  const body = fill(locale, mails.received_body, values)
  await post(ctx, {
    to,
    from: mailbox,
    replyTo: replyAddress(ctx.secrets, mailbox.address, head.number),
    subject: fill(locale, mails.received_subject, values),
    text: same === null ? body : `${fill(locale, mails.received_same, { same: String(same) })}\n\n${body}`,
    automatic: 'replied',
    messageId: messageIdOf(ctx.secrets, domainOf(mailbox.address), head.number, acknowledgementSeq),
    ...(messageId && { inReplyTo: messageId, references: [messageId] }),
    entry: { conversationId, seq: acknowledgementSeq },
  })
}

/** Whether an address may be told once more that something came in. */
export async function isWithinCaps(
  ctx: Context,
  { to, proven }: Pick<Received, 'to' | 'proven'>,
): Promise<boolean> {
  const since = (ms: number) => new Date(ctx.now.getTime() - ms)
  const sent = ctx.db
    .selectFrom('outgoing_mails')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('seq', '=', acknowledgementSeq)
  const own = await sent
    .where('recipient', '=', to)
    .where('created_at', '>', since(dayMs))
    .executeTakeFirstOrThrow()
  if (own.n >= perAddress) return false
  if (proven) return true
  const all = await sent.where('created_at', '>', since(hourMs)).executeTakeFirstOrThrow()
  return all.n < unprovenPerHour
}

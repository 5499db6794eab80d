// "We have your mail": a number and a promise to answer, without a word of what a stranger wrote, and never a flood.
import { fill, stringsFor } from '../../../../locales/index.ts'
import { type Context, system } from '../../../platform/context.ts'
import type { Job } from '../../../platform/jobs.ts'
import { conversationHead, sameRequest } from '../../conversations/index.ts'
import { settingsOf } from '../../desk/index.ts'
import { isAcknowledgementWithinCaps } from './automatic-caps.ts'
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

/** For those who began conversations together. */
export const acknowledgeMails: Job = (desk, { received }) =>
  desk.transact(system('email'), async ctx => {
    for (const one of received as Received[]) await acknowledge(ctx, one)
  })

/** Tells the sender of a new conversation by mail its number, within the caps. Once for each conversation. */
async function acknowledge(ctx: Context, received: Received): Promise<void> {
  const { conversationId, locale, mailbox, messageId, proven } = received
  // Written in another way it is still the same person's.
  const to = received.to.toLowerCase()
  const head = await conversationHead(ctx, { id: conversationId })
  if (!head || !(await isAcknowledgementWithinCaps(ctx, { to, proven }))) return
  const { mails } = stringsFor(locale)
  const { name } = await settingsOf(ctx)
  const number = String(head.number)
  const values = { desk: name, number, url: `${ctx.publicUrl}/requests/${number}` }
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

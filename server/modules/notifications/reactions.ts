// Which mails follow from what happened elsewhere.
import type { Context } from '../../platform/context.ts'
import type { Reaction, Reactions } from '../../platform/events.ts'
import { postUnread } from '../channels/index.ts'
import { unreadAnswer } from '../conversations/index.ts'
import { linkToMail } from '../customers/index.ts'
import { settingsOf } from '../desk/index.ts'
import { linkForMail } from '../identity/index.ts'
import { sendMail, sendNotice } from './send-mail.ts'
import type { Template } from './templates.ts'

const mailInvitations: Reaction<'invitation.created'> = async (ctx, events) => {
  for (const { data } of events) await mailLink(ctx, 'invitation', data)
}

const mailPasswordResets: Reaction<'reset.requested'> = async (ctx, events) => {
  for (const { data } of events) await mailLink(ctx, 'reset', data)
}

/** Customers who left an address hear of an answer that they haven't read; those who wrote by mail, too, get it as a mail, whole. */
const mailAnswers: Reaction<'answer.unread'> = async (ctx, events) => {
  for (const { conversationId, data } of events) {
    const answer = await unreadAnswer(ctx, conversationId!)
    if (!answer || (await postUnread(ctx, conversationId!))) continue
    const { to, channel, locale, number, text } = answer
    const values = { number: String(number), text, url: `${ctx.publicUrl}/requests/${number}` }
    // Whoever made a request has asked for its answer; a word of what waits in the chat can be declined.
    if (channel === 'form') {
      await sendMail(ctx, { id: data.noticeId, to, template: 'request_reply', values, locale })
      continue
    }
    await sendNotice(ctx, {
      id: data.noticeId,
      kind: 'unread_answer',
      conversationId: conversationId!,
      to,
      template: 'reply',
      values,
      locale,
    })
  }
}

/** Links to a customer's own requests; the token is made only now, so that no row and no event holds it. */
const mailCustomerLinks: Reaction<'customer_link.asked'> = async (ctx, events) => {
  for (const { data } of events) {
    const link = await linkToMail(ctx, data.linkId)
    if (!link) continue
    const { to, locale, url } = link
    await sendMail(ctx, { id: data.linkId, to, template: 'requests_link', values: { url }, locale })
  }
}

async function mailLink(
  ctx: Context,
  template: Template,
  data: { linkId: string; sealedToken: string },
): Promise<void> {
  const link = await linkForMail(ctx, data)
  if (!link) return
  const locale = link.locale ?? (await settingsOf(ctx)).defaultLocale
  await sendMail(ctx, { id: data.linkId, to: link.to, template, values: { url: link.url }, locale })
}

export const reactions = {
  'invitation.created': { mailInvitations },
  'answer.unread': { mailAnswers },
  'reset.requested': { mailPasswordResets },
  'customer_link.asked': { mailCustomerLinks },
} satisfies Reactions

// Which mails follow from what happened elsewhere.
import type { Context } from '../../platform/context.ts'
import type { Reaction, Reactions } from '../../platform/events.ts'
import { profilesOf } from '../customers/index.ts'
import { settingsOf } from '../desk/index.ts'
import { linkForMail } from '../identity/index.ts'
import { sendMail } from './send-mail.ts'
import type { Template } from './templates.ts'

const mailInvitations: Reaction<'invitation.created'> = async (ctx, events) => {
  for (const { data } of events) await mailLink(ctx, 'invitation', data)
}

const mailPasswordResets: Reaction<'reset.requested'> = async (ctx, events) => {
  for (const { data } of events) await mailLink(ctx, 'reset', data)
}

/** Customers who left an address hear of an answer that they haven't read. */
const mailAnswers: Reaction<'answer.unread'> = async (ctx, events) => {
  for (const { data } of events) {
    const { customerId, noticeId: id, number, preview: text, locale } = data
    const to = (await profilesOf(ctx, [customerId])).get(customerId)?.email
    if (to)
      await sendMail(ctx, { id, to, template: 'reply', values: { number: String(number), text }, locale })
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
} satisfies Reactions

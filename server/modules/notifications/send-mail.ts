// A mail of the desk's own: a template in its reader's language, posted with what caused it.
import type { Context } from '../../platform/context.ts'
import { type Notice, post, postNotice } from '../channels/index.ts'
import { settingsOf } from '../desk/index.ts'
import { render, type Template, type TemplateValues } from './templates.ts'

export interface NewMail {
  /** Two calls with the same id are one mail: for reactions, which may run twice. */
  id?: string
  to: string
  template: Template
  /** `desk` is added. */
  values: TemplateValues
  locale: string
}

/** Has a mail sent once the transaction is committed. Gives its id, or null when it can't be; see `post`. */
export const sendMail = async (ctx: Context, mail: NewMail): Promise<string | null> =>
  post(ctx, await letterOf(ctx, mail))

/** The same for what its reader has not asked for by writing, and may ask to get no more; see `postNotice`. */
export const sendNotice = async (
  ctx: Context,
  { kind, conversationId, ...mail }: NewMail & Pick<Notice, 'kind' | 'conversationId'>,
): Promise<string | null> =>
  postNotice(ctx, { ...(await letterOf(ctx, mail)), kind, conversationId, locale: mail.locale })

async function letterOf(ctx: Context, { id, to, template, values, locale }: NewMail) {
  const { name } = await settingsOf(ctx)
  const { subject, text } = render(template, locale, { desk: name, ...values })
  return { ...(id && { id }), to, subject, text, automatic: 'generated' as const }
}

// A mail of the desk's own: a template in its reader's language, posted with what caused it.
import type { Context } from '../../platform/context.ts'
import { post } from '../channels/index.ts'
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
export async function sendMail(
  ctx: Context,
  { id, to, template, values, locale }: NewMail,
): Promise<string | null> {
  const { name } = await settingsOf(ctx)
  const { subject, text } = render(template, locale, { desk: name, ...values })
  return post(ctx, { ...(id && { id }), to, subject, text, automatic: 'generated' })
}

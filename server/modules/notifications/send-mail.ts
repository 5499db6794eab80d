// Writes a mail down together with what caused it; a job hands it to the mail server afterwards.
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { isOneAddress } from '../../platform/mail.ts'
import { settingsOf } from '../desk/index.ts'
import type { Template, TemplateValues } from './templates.ts'

export interface NewMail {
  /** Two calls with the same id are one mail: for reactions, which may run twice. */
  id?: string
  to: string
  template: Template
  /** `desk` is added. */
  values: TemplateValues
  locale: string
}

const sealPurpose = 'outgoing_mail'

/**
 * Has a mail sent once the transaction is committed. Gives its id, or null when it can't be: the desk has no mail
 * server, or `to` isn't one plain address.
 */
export async function sendMail(ctx: Context, mail: NewMail): Promise<string | null> {
  if (!ctx.mail.configured || !isOneAddress(mail.to)) return null
  const id = mail.id ?? newId()
  const { name } = await settingsOf(ctx)
  const values = JSON.stringify({ desk: name, ...mail.values })
  const written = await ctx.db
    .insertInto('outgoing_mails')
    .values({
      id,
      recipient: mail.to,
      template: mail.template,
      locale: mail.locale,
      sealed_values: ctx.secrets.encrypt(sealPurpose, Buffer.from(values)),
      created_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written) ctx.enqueue('sendMail', { mailId: id })
  return id
}

/** The values of a mail that has not been sent yet. */
export const openValues = ({ secrets }: Pick<Context, 'secrets'>, sealed: Buffer): TemplateValues =>
  JSON.parse(secrets.decrypt(sealPurpose, sealed).toString())

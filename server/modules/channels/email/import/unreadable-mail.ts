// A mail of an import that nobody could read, as it came; who looked at it is written down.
import type { Context } from '../../../../platform/context.ts'
import { notFound } from '../../../../platform/errors.ts'
import type { Download } from '../../../../platform/routes.ts'
import { audit } from '../../../identity/index.ts'
import { asDownload } from '../raw-mail.ts'

/** The mail's bytes, to be saved and never shown. Throws `not_found`. */
export async function downloadUnreadable(ctx: Context, mailId: string): Promise<Download> {
  const mail = await ctx.db
    .selectFrom('mails')
    .innerJoin('mail_import_faults', 'mail_import_faults.mail_id', 'mails.id')
    .select(['mails.id', 'mails.raw', 'mails.storage_key', 'mails.size', 'mail_import_faults.import_id'])
    .where('mails.id', '=', mailId)
    .executeTakeFirst()
  if (!mail) throw notFound()
  const download = await asDownload(ctx, mail)
  await audit(ctx, 'mail.downloaded', { kind: 'mail_import', id: mail.import_id }, { mailId })
  return download
}

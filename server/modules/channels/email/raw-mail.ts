// The whole mail as it came, for those who may look behind what was taken out of it; who did is written down.
import { once } from 'node:events'
import type { Context, ReadContext } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { Download } from '../../../platform/routes.ts'
import { loadConversation } from '../../conversations/index.ts'
import { audit } from '../../identity/index.ts'
import { type MailBytes, streamBytes } from './mail-bytes.ts'

/** The mail behind an entry of a conversation that the actor may see. Throws `not_found`. */
export async function mailAt(ctx: ReadContext, conversationId: string, seq: number) {
  await loadConversation(ctx, conversationId)
  const mail = await ctx.db
    .selectFrom('mails')
    .select(['id', 'raw', 'storage_key', 'size'])
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (!mail) throw notFound()
  return mail
}

/** The mail's bytes, to be saved and never shown. Throws `not_found`. */
export async function downloadMail(ctx: Context, conversationId: string, seq: number): Promise<Download> {
  const mail = await mailAt(ctx, conversationId, seq)
  const download = await asDownload(ctx, mail)
  const about = { kind: 'conversation', id: conversationId }
  await audit(ctx, 'mail.downloaded', about, { mailId: mail.id, seq })
  return download
}

/** A mail that is kept, as a file that does nothing wherever it is opened. Throws `not_found`. */
export async function asDownload(
  ctx: Context,
  { id, size, ...bytes }: { id: string; size: number } & MailBytes,
): Promise<Download> {
  const content = streamBytes(ctx.storage, bytes)
  await once(content, 'readable').catch(error => {
    ctx.log.error({ err: error, mailId: id }, 'a mail is not in the storage')
    throw notFound()
  })
  return new Download(content, {
    'content-type': 'message/rfc822',
    'content-length': String(size),
    'content-disposition': `attachment; filename="mail-${id}.eml"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  })
}

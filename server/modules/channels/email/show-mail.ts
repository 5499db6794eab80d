// The HTML of a mail as its writer meant it, as far as that does no harm: a page for a frame that may do nothing.
import type { MailPictures } from '../../../../contract/email.ts'
import type { ReadContext } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { Download } from '../../../platform/routes.ts'
import { readEntries } from '../../conversations/index.ts'
import { readBytes } from './mail-bytes.ts'
import { MailUnreadable } from './parse/pool.ts'
import { mailAt } from './raw-mail.ts'
import { documentHeaders } from './show/document.ts'
import { createPageMaker } from './show/pages.ts'

let pageMaker: ReturnType<typeof createPageMaker> | undefined

/**
 * The page of the mail behind an entry. Throws `not_found`, also for a mail without HTML that may be shown, and once the
 * entry was deleted, or changed because it held a secret.
 */
export async function showMail(
  ctx: ReadContext,
  conversationId: string,
  seq: number,
  pictures: MailPictures,
): Promise<Download> {
  const mail = await mailAt(ctx, conversationId, seq)
  if (!(await isWhole(ctx, conversationId, seq))) throw notFound()
  const raw = await readBytes(ctx.storage, mail)
  pageMaker ??= createPageMaker()
  const pages = await pageMaker.parse(new Uint8Array(raw)).catch(error => {
    if (error instanceof MailUnreadable) throw notFound()
    throw error
  })
  if (!pages) throw notFound()
  return new Download(pages[pictures], documentHeaders(pictures === 'remote'))
}

/** A mail of somebody else stands behind a line, and its words in the note below. */
async function isWhole(ctx: ReadContext, conversationId: string, seq: number): Promise<boolean> {
  const [first, second] = await readEntries(ctx, conversationId, { after: seq - 1, limit: 2 })
  const entry = first?.kind === 'line' ? second : first
  return entry !== undefined && !entry.deleted_at && !entry.edited_at
}

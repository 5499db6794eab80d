// Writes a mail down together with what caused it; a job hands it to the mail server afterwards.
import type { NoticeKind } from '../../../../contract/outbound-mail.ts'
import { fill, stringsFor } from '../../../../locales/index.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { isOneAddress, type OutgoingMessage } from '../../../platform/mail.ts'
import type { RefusedRecipient } from '../tables.ts'
import { isNoticeWithinCaps, noticeDue } from './automatic-caps.ts'
import { isSuppressed, unsubscribeUrl } from './suppressions.ts'

/** What a mail says and how it hangs together with others; everything but who gets it. */
export interface LetterContent {
  subject: string
  text: string
  /** Of what the desk writes by itself, so that no machine answers: by its own motion, or because of a mail. */
  automatic: OutgoingMessage['automatic']
  from?: { name: string; address: string }
  replyTo?: string
  /** Whole, without brackets; one is made from the id when left out. */
  messageId?: string
  inReplyTo?: string
  references?: string[]
  attachmentIds?: string[]
  unsubscribe?: string
}

export interface Letter extends LetterContent {
  /** Two calls with the same id are one mail: for reactions, which may run twice. */
  id?: string
  to: string
  cc?: string[]
  bcc?: string[]
  /** The entry that it carries to its reader; an entry is sent once. */
  entry?: { conversationId: string; seq: number }
}

/** A mail that its reader has not asked for by writing one, and can ask to get no more. */
export interface Notice extends Omit<Letter, 'entry' | 'cc' | 'bcc' | 'unsubscribe'> {
  kind: NoticeKind
  conversationId: string
  locale: string
}

const sealPurpose = 'outgoing_mail'

/** Of a mail that is to be sent later. */
export const timerOf = (mailId: string) => `sendMail:${mailId}`

/**
 * Has a mail sent once the transaction is committed. Gives its id, or null when it can't be: the desk has no mail
 * server, or `to` isn't one plain address.
 */
export const post = (ctx: Context, { entry, ...letter }: Letter): Promise<string | null> =>
  writeDown(ctx, letter, {
    conversation_id: entry?.conversationId ?? null,
    seq: entry?.seq ?? null,
    notice: null,
  })

/**
 * The same for a notice. Also null where its reader wants no more of these, or has got enough for now. It goes later when the
 * desk has sent enough of them for now.
 */
export async function postNotice(ctx: Context, notice: Notice): Promise<string | null> {
  const { kind, conversationId, locale, ...letter } = notice
  const to = notice.to.toLowerCase()
  if (await isSuppressed(ctx, to, kind)) return null
  if (!(await isNoticeWithinCaps(ctx, to, conversationId))) return null
  const unsubscribe = unsubscribeUrl(ctx, to, kind)
  const below = fill(locale, stringsFor(locale).mails.unsubscribe_below, { url: unsubscribe })
  const whole = { ...letter, to, text: `${letter.text}\n${below}\n`, unsubscribe }
  const about = { conversation_id: conversationId, seq: null, notice: kind }
  return writeDown(ctx, whole, about, await noticeDue(ctx))
}

interface About {
  conversation_id: string | null
  seq: number | null
  notice: NoticeKind | null
}

async function writeDown(
  ctx: Context,
  { id = newId(), to, cc = [], bcc = [], ...content }: Omit<Letter, 'entry'>,
  about: About,
  due = ctx.now,
): Promise<string | null> {
  if (!ctx.mail.configured || ![to, ...cc, ...bcc].every(isOneAddress)) return null
  const row = { id, recipient: to, cc, bcc, sealed_content: sealed(ctx, content), ...about }
  const written = await ctx.db
    .insertInto('outgoing_mails')
    .values({ ...row, created_at: due })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written && due > ctx.now) await ctx.enqueueAt(timerOf(id), due, 'sendMail', { mailId: id })
  else if (written) ctx.enqueue('sendMail', { mailId: id })
  return id
}

/**
 * Has a mail that failed sent once more, to one recipient and as it is to be now. Of the earlier try nothing is left but
 * `others`, whom it didn't reach either.
 */
export async function postAgain(
  ctx: Context,
  id: string,
  letter: Letter,
  others: readonly RefusedRecipient[],
): Promise<void> {
  const { id: _, to, cc: __, bcc: ___, entry: ____, ...content } = letter
  await ctx.db
    .updateTable('outgoing_mails')
    .set({
      recipient: to,
      cc: [],
      bcc: [],
      taken: [],
      refused: JSON.stringify(others),
      sealed_content: sealed(ctx, content),
      tries: 0,
      created_at: ctx.now,
      claimed_until: null,
      sent_at: null,
      failed_at: null,
      failure: null,
      bounced_at: null,
      bounce_status: null,
    })
    .where('id', '=', id)
    .execute()
  ctx.enqueue('sendMail', { mailId: id })
}

const sealed = ({ secrets }: Context, content: LetterContent): Buffer =>
  secrets.encrypt(sealPurpose, Buffer.from(JSON.stringify(content)))

/** What a mail says that has not been sent yet. */
export const openContent = ({ secrets }: Pick<Context, 'secrets'>, sealed: Buffer): LetterContent =>
  JSON.parse(secrets.decrypt(sealPurpose, sealed).toString())

// Writes a mail down together with what caused it; a job hands it to the mail server afterwards.
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { isOneAddress, type OutgoingMessage } from '../../../platform/mail.ts'

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
}

export interface Letter extends LetterContent {
  /** Two calls with the same id are one mail: for reactions, which may run twice. */
  id?: string
  to: string
  /** The entry that it carries to its reader; an entry is sent once. */
  entry?: { conversationId: string; seq: number }
}

const sealPurpose = 'outgoing_mail'

/**
 * Has a mail sent once the transaction is committed. Gives its id, or null when it can't be: the desk has no mail
 * server, or `to` isn't one plain address.
 */
export async function post(
  ctx: Context,
  { id = newId(), to, entry, ...content }: Letter,
): Promise<string | null> {
  if (!ctx.mail.configured || !isOneAddress(to)) return null
  const written = await ctx.db
    .insertInto('outgoing_mails')
    .values({
      id,
      recipient: to,
      sealed_content: sealed(ctx, content),
      conversation_id: entry?.conversationId ?? null,
      seq: entry?.seq ?? null,
      created_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written) ctx.enqueue('sendMail', { mailId: id })
  return id
}

/** Has a mail that failed sent once more, as it is to be now; nothing of the earlier try is left. */
export async function postAgain(ctx: Context, id: string, letter: Letter): Promise<void> {
  const { id: _, to, entry: __, ...content } = letter
  await ctx.db
    .updateTable('outgoing_mails')
    .set({
      recipient: to,
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

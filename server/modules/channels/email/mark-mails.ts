// Writes on a mail what became of it: from then on it is not read again.
import type { MailDetails, MailVerdict } from '../../../../contract/email.ts'
import { batched } from '../../../platform/batch.ts'
import type { Context, Statement } from '../../../platform/context.ts'
import { screen } from '../../safety/index.ts'
import type { ReadMail } from './parse/mail.ts'
import type { Filed, Readable } from './reading.ts'

export interface Mark {
  id: string
  message_id: string | null
  state: Filed['state']
  conversation_id: string | null
  seq: number | null
  details: MailDetails | null
}

export function markOf({ id, mail, verdict }: Readable, filed: Filed): Mark {
  const { state, conversationId, seq, messageId } = filed
  return {
    id,
    message_id: messageId === undefined ? mail.messageId : messageId,
    state,
    conversation_id: conversationId,
    seq,
    details: detailsOf(mail, verdict, filed),
  }
}

/** What agents are told of a mail beside its text. */
export const detailsOf = (
  mail: ReadMail,
  verdict: MailVerdict,
  { reason, refused = [] }: Filed,
): MailDetails => ({
  from: mail.from,
  to: mail.to,
  cc: mail.cc,
  subject: screen(mail.subject).text,
  verdict,
  quoted: screen(mail.visible.quoted).text,
  signature: screen(mail.visible.signature).text,
  html: mail.shows,
  reason: reason ?? null,
  cut: [...mail.cut, ...refused],
})

/** Marks one, as part of the next batch; resolves once it is committed. */
export const mark = batched<Mark, void>('readMail', async (ctx, marks) => {
  markMails(ctx, marks)
  return marks.map(() => ({ result: undefined }))
})

export function markMails(ctx: Context, marks: readonly Mark[]): void {
  ctx.send(markStatement, [JSON.stringify(marks), marks.map(({ id }) => id)])
}

/** Of these mails those that are not read yet; nobody else files them before this transaction is over. */
export async function lockUnread(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.run<{ id: string }>(lockStatement, [ids])
  return new Set(rows.map(({ id }) => id))
}

const lockStatement: Statement = {
  name: 'lock_unread_mails',
  text: "select id from mails where id = any($1::uuid[]) and state = 'received' order by id for update",
}

// The ids once more: how many there are is what the database chooses its way by.
const markStatement: Statement = {
  name: 'mark_mails',
  text: `update mails set state = r.state, message_id = r.message_id, conversation_id = r.conversation_id, seq = r.seq,
      details = coalesce(r.details, mails.details), node_id = null
    from json_to_recordset($1::json) as r(id uuid, message_id text, state text, conversation_id uuid, seq int, details jsonb)
    where mails.id = r.id and mails.id = any($2::uuid[]) and mails.state = 'received'`,
}

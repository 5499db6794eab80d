// To whom else an answer by mail goes, and as whom it is sent. Only agents put people there; a mail's own CC never does.
import type { AnswerSender, SentAnswer } from '../../../../contract/outbound-mail.ts'
import type { Context, ReadContext } from '../../../platform/context.ts'

type Reader = Pick<ReadContext, 'db'>

export interface Envelope {
  cc: string[]
  bcc: string[]
  sender: AnswerSender
}

/** Keeps it for the answer with `clientId`, which may not be there yet; what was said first holds. */
export async function keepEnvelope(
  ctx: Context,
  conversationId: string,
  clientId: string,
  { cc, bcc, sender }: Envelope,
): Promise<void> {
  const isIdentity = sender !== 'usual' && sender !== 'mailbox'
  await ctx.db
    .insertInto('answer_envelopes')
    .values({
      conversation_id: conversationId,
      client_id: clientId,
      staff_id: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      cc,
      bcc,
      sender: isIdentity ? 'identity' : sender,
      identity_id: isIdentity ? sender : null,
      created_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Of one answer, if it has one. */
export const envelopeOf = ({ db }: Reader, conversationId: string, clientId: string | null) =>
  clientId === null
    ? undefined
    : db
        .selectFrom('answer_envelopes')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('client_id', '=', clientId)
        .executeTakeFirst()

/** Notes that the answer is there: only then are its readers people whom an agent has let in. */
export async function noteSent(ctx: Context, conversationId: string, clientId: string, seq: number) {
  await ctx.db
    .updateTable('answer_envelopes')
    .set({ seq })
    .where('conversation_id', '=', conversationId)
    .where('client_id', '=', clientId)
    .execute()
}

/** Answers that go to more than the customer, or under a chosen name, in order; also such as were refused afterwards. */
export async function sentIn({ db }: Reader, conversationId: string): Promise<SentAnswer[]> {
  const rows = await db
    .selectFrom('answer_envelopes')
    .leftJoin('sender_identities', 'sender_identities.id', 'answer_envelopes.identity_id')
    .select(['client_id as clientId', 'cc', 'bcc', 'sender_identities.name as sender'])
    .where('conversation_id', '=', conversationId)
    .orderBy('answer_envelopes.created_at')
    // Of two in one moment, the one that was posted first; what isn't yet comes last.
    .orderBy('answer_envelopes.seq')
    .execute()
  return rows
}

/**
 * Whether an agent has put an address into copy here, openly: whoever answers from it is heard. Hidden readers are not, for
 * their answers would tell the others of them.
 */
export async function isInCopy({ db }: Reader, conversationId: string, address: string): Promise<boolean> {
  const rows = await db
    .selectFrom('answer_envelopes')
    .select('cc')
    .where('conversation_id', '=', conversationId)
    .where('seq', 'is not', null)
    .execute()
  return rows.some(({ cc }) => cc.some(one => one.toLowerCase() === address.toLowerCase()))
}

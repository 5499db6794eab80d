// An answer that goes to more than the customer, or under another name: first who gets it, then the answer itself.
import type { z } from 'zod'
import type { AnswerByMail } from '../../../../contract/outbound-mail.ts'
import type { Actor, Context, Desk } from '../../../platform/context.ts'
import { AppError, notFound } from '../../../platform/errors.ts'
import { isOneAddress } from '../../../platform/mail.ts'
import { loadConversation, send } from '../../conversations/index.ts'
import { addressesOf } from '../../customers/index.ts'
import { keepEnvelope } from './envelopes.ts'
import { mailboxOf, mailboxOfConversation } from './mailboxes.ts'
import { possibleSenders } from './senders.ts'

/**
 * Resolves with the answer's `seq` once it is committed.
 * @throws AppError not_found, no_mailbox, own_address, and what answering throws
 */
export async function answerByMail(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  { cc, bcc, sender, ...answer }: z.output<typeof AnswerByMail>,
): Promise<{ seq: number }> {
  await desk.transact(actor, async ctx => {
    const conversation = await loadConversation(ctx, conversationId)
    const mailbox = await mailboxOfConversation(ctx, conversationId)
    if (conversation.channel !== 'email' || !mailbox) throw new AppError('no_mailbox')
    const senders = await possibleSenders(ctx, mailbox, conversation)
    if (sender !== 'usual' && !senders.some(one => one.sender === sender)) throw notFound()
    const customers = await addressesOf(ctx, conversation.customer_id)
    const copies = await checked(ctx, cc, customers)
    const hidden = await checked(ctx, bcc, new Set([...customers, ...copies.map(lower)]))
    await keepEnvelope(ctx, conversationId, answer.clientId, { cc: copies, bcc: hidden, sender })
  })
  const { seq } = await send(desk, actor, conversationId, { ...answer, kind: 'message', mentions: [] })
  return { seq }
}

const lower = (address: string) => address.toLowerCase()

/** Each once, and none who gets it anyway. A mail to the desk itself would come back as somebody's. */
async function checked(ctx: Context, addresses: string[], known: ReadonlySet<string>): Promise<string[]> {
  const each = new Map(addresses.map(address => [lower(address), address]))
  for (const [key, address] of each) {
    if (!isOneAddress(address)) throw new AppError('invalid_input')
    if (await mailboxOf(ctx, address)) throw new AppError('own_address')
    if (known.has(key)) each.delete(key)
  }
  return [...each.values()]
}

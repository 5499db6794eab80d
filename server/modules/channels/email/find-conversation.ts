// To which conversation a mail belongs: by what only those know to whom the desk wrote, never by its subject.
import type { ReadContext } from '../../../platform/context.ts'
import { continuedHead } from '../../conversations/index.ts'
import { addressesOf } from '../../customers/index.ts'
import { isInCopy } from './envelopes.ts'
import type { ParsedMail } from './parse/mail.ts'
import { entryInMessageId, numberInAddress } from './reply-address.ts'

export interface Thread {
  conversationId: string
  number: number
  customerId: string
  status: string
  /** Whether the mail's sender is the one whom the conversation is with, by the address in From. */
  takesPart: boolean
  /** Whether the mail's sender is somebody whom an agent has put into copy. */
  isInCopy: boolean
}

type Reading = Pick<ReadContext, 'db' | 'secrets'>

const mostReferences = 50

/**
 * Finds the conversation: first by the signed address it was sent to, then by a Message-ID of ours that it answers, then by
 * mails of the same sender that it answers. Undefined when it starts something new.
 */
export async function findConversation(
  ctx: Reading,
  mail: ParsedMail,
  recipients: readonly string[],
): Promise<Thread | undefined> {
  const numbers = [...recipients, ...[...mail.to, ...mail.cc].map(({ address }) => address)].map(address =>
    numberInAddress(ctx.secrets, address),
  )
  const answered = [...mail.inReplyTo, ...mail.references.toReversed()].slice(0, mostReferences)
  const ours = answered.map(id => entryInMessageId(ctx.secrets, id)?.number ?? null)
  const number = [...numbers, ...ours].find(found => found !== null)
  const known = number === undefined ? undefined : await continuedHead(ctx, { number })
  if (known) return threadOf(ctx, known, mail)
  const related = await relatedByMail(ctx, answered)
  const thread = related && (await threadOf(ctx, related, mail))
  // A Message-ID of a stranger's mail may be known to others.
  return thread?.takesPart || thread?.isInCopy ? thread : undefined
}

async function threadOf(
  ctx: Reading,
  found: { id: string; number: number; customer_id: string; status: string },
  { from }: ParsedMail,
): Promise<Thread> {
  const addresses = await addressesOf(ctx, found.customer_id)
  const takesPart = from !== null && addresses.has(from.address.toLowerCase())
  return {
    conversationId: found.id,
    number: found.number,
    customerId: found.customer_id,
    status: found.status,
    takesPart,
    isInCopy: !takesPart && from !== null && (await isInCopy(ctx, found.id, from.address)),
  }
}

async function relatedByMail(ctx: Reading, messageIds: readonly string[]) {
  if (messageIds.length === 0) return undefined
  const row = await ctx.db
    .selectFrom('mails')
    .select('conversation_id')
    .where('message_id', 'in', [...messageIds])
    .where('conversation_id', 'is not', null)
    .orderBy('received_at', 'desc')
    .executeTakeFirst()
  return row?.conversation_id ? continuedHead(ctx, { id: row.conversation_id }) : undefined
}

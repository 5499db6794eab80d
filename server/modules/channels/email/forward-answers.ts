// What comes back from somebody outside to whom an agent sent a mail on: noted for agents, never part of the customer's thread.
import { type Desk, type ReadContext, system } from '../../../platform/context.ts'
import { addNote, conversationHead } from '../../conversations/index.ts'
import { contentOf, writer } from './file-mail.ts'
import type { ParsedMail } from './parse/mail.ts'
import type { Filed, Readable } from './reading.ts'
import { entryInMessageId, forwardInAddress } from './reply-address.ts'

export interface Forward {
  conversationId: string
  customerId: string
  /** Who sent it on. */
  name: string
}

/** The forward that a mail answers: by the signed address it was sent to, else by the Message-ID. */
export async function findForward(
  ctx: Pick<ReadContext, 'db' | 'secrets'>,
  mail: ParsedMail,
  recipients: readonly string[],
): Promise<Forward | undefined> {
  const addresses = [...recipients, ...[...mail.to, ...mail.cc].map(({ address }) => address)]
  const numbers = addresses.map(address => forwardInAddress(ctx.secrets, address))
  const number = numbers.find(found => found !== null)
  const forwards = ctx.db.selectFrom('forwards').selectAll()
  const row =
    number === undefined
      ? await byMessageId(ctx, mail)
      : await forwards.where('number', '=', number).executeTakeFirst()
  const head = row && (await conversationHead(ctx, { id: row.conversation_id }))
  return head && { conversationId: head.id, customerId: head.customer_id, name: row.staff_name }
}

async function byMessageId(ctx: Pick<ReadContext, 'db' | 'secrets'>, { inReplyTo }: ParsedMail) {
  const entry = inReplyTo.map(id => entryInMessageId(ctx.secrets, id)).find(found => found !== null)
  const head = entry && (await conversationHead(ctx, { number: entry.number }))
  if (!head) return undefined
  return ctx.db
    .selectFrom('forwards')
    .selectAll()
    .where('conversation_id', '=', head.id)
    .where('seq', '=', entry.seq)
    .executeTakeFirst()
}

/** Whoever wrote it is told below it. */
export async function noteForwardAnswer(desk: Desk, readable: Readable, forward: Forward): Promise<Filed> {
  const { conversationId, customerId, name } = forward
  const owner = writer(customerId, readable.id)
  const { body, files, refused } = await contentOf(desk, readable.mail, () => owner)
  const seq = await desk.transact(system('email'), ctx =>
    addNote(ctx, conversationId, {
      clientId: readable.id,
      line: 'mail_forward_answered',
      values: { address: readable.writer.address, name },
      body,
      attachmentIds: files,
      owner,
    }),
  )
  return { state: 'filed', conversationId, seq, refused }
}

// Hands one mail to the mail server: claimed before, marked after, tried again later when it didn't work.
import { v5 } from 'uuid'
import { type Context, type Desk, system } from '../../../platform/context.ts'
import { MailFailure, type Refused } from '../../../platform/mail.ts'
import { addNote, conversationHead } from '../../conversations/index.ts'
import { readableFile } from '../../safety/index.ts'
import type { RefusedRecipient } from '../tables.ts'
import { signerFor } from './dkim/keys.ts'
import { statusIn } from './failures.ts'
import { openContent, timerOf } from './outbox.ts'
import { readerOf, readersLeft } from './readers.ts'
import { isWanted, notWanted } from './waiting-notices.ts'

/** Longer than the mailer takes for all its time-outs; whoever died with a mail in hand blocks it for so long. */
const claimSeconds = 120
const minute = 60
const waits = [minute, 5 * minute, 15 * minute, 60 * minute, 240 * minute, 720 * minute, 1_440 * minute]

const author = system('sendMail')
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1_000)

/**
 * Sends a mail unless that was done, or somebody is at it. A node that dies between the server's yes and the mark lets
 * it be sent again, under the same Message-ID, so that mailboxes can tell. Of several recipients only those are tried again
 * whom the server has put off.
 */
export async function deliver(desk: Desk, payload: Record<string, unknown>): Promise<void> {
  const mailId = String(payload.mailId)
  const mail = await claim(desk, mailId)
  if (!mail) return
  if (!(await isWanted(desk.read(author), mail))) {
    const { taken, refused } = mail
    return finish(desk, mail, { taken, refused, failure: notWanted })
  }
  const recipients = readersLeft(mail)
  const failure = await attempt(desk, mail, recipients)
  const message = failure instanceof MailFailure ? failure.message : null
  if (message) desk.log.warn({ mailId, failure: message }, 'mail not sent')
  const refused = failure instanceof MailFailure ? recipients.map(refusedBy(failure)) : failure
  const wait = waits[mail.tries - 1]
  const isOver = wait === undefined || refused.every(({ final }) => final)
  const given = refused.filter(({ final }) => final || isOver)
  const outcome = {
    taken: [...mail.taken, ...without(recipients, refused)],
    refused: [...mail.refused, ...given.map(({ address, status }) => ({ address, status }))],
    failure: message,
  }
  if (isOver) return finish(desk, mail, outcome)
  await putOff(desk, mail, outcome, wait)
}

interface Outcome {
  taken: string[]
  refused: RefusedRecipient[]
  failure: string | null
}

const refusedBy =
  ({ message, final }: MailFailure) =>
  (address: string): Refused => ({ address, status: statusIn(message), final })

/** Those for whom the server took it. */
function without(recipients: string[], refused: readonly Refused[]): string[] {
  const out = new Set(refused.map(({ address }) => readerOf(address)))
  return recipients.filter(address => !out.has(readerOf(address)))
}

/** Takes the mail for this node; the timer takes it up again if the node dies meanwhile. */
const claim = (desk: Desk, mailId: string) =>
  desk.transact(author, async ctx => {
    const claimed_until = later(ctx.now, claimSeconds)
    const mail = await ctx.db
      .updateTable('outgoing_mails')
      .set(eb => ({ claimed_until, tries: eb('tries', '+', 1) }))
      .where('id', '=', mailId)
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .where(eb => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', ctx.now)]))
      .returningAll()
      .executeTakeFirst()
    if (mail) await ctx.enqueueAt(timerOf(mailId), claimed_until, 'sendMail', { mailId })
    return mail
  })

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>

async function attempt(desk: Desk, mail: Claimed, recipients: string[]): Promise<Refused[] | MailFailure> {
  try {
    const { attachmentIds = [], ...content } = openContent(desk, mail.sealed_content!)
    const read = desk.read(author)
    const files = await Promise.all(attachmentIds.map(id => readableFile(read, id)))
    const signer = await signerFor(read, content.from?.address ?? desk.mail.sender)
    return await desk.mail.send({
      messageId: mail.id,
      ...content,
      to: mail.recipient,
      cc: mail.cc,
      recipients,
      ...(signer && { signer }),
      files: files.filter(file => file !== undefined),
    })
  } catch (error) {
    if (error instanceof MailFailure) return error
    throw error
  }
}

const putOff = (desk: Desk, mail: Claimed, outcome: Outcome, wait: number): Promise<void> =>
  desk.transact(author, async ctx => {
    const { taken, refused, failure } = outcome
    await ctx.db
      .updateTable('outgoing_mails')
      .set({ claimed_until: null, failure, taken, refused: JSON.stringify(refused) })
      .where('id', '=', mail.id)
      .execute()
    await ctx.enqueueAt(timerOf(mail.id), later(ctx.now, wait), 'sendMail', { mailId: mail.id })
    await noteFailures(ctx, mail, refused)
  })

/** The last word on a mail: sent, at least to some, or given up. What it said is forgotten. */
const finish = (desk: Desk, mail: Claimed, { taken, refused, failure }: Outcome): Promise<void> =>
  desk.transact(author, async ctx => {
    const isSent = taken.length > 0
    await ctx.db
      .updateTable('outgoing_mails')
      .set({
        ...(isSent ? { sent_at: ctx.now } : { failed_at: ctx.now }),
        failure: isSent ? null : failure,
        taken,
        refused: JSON.stringify(refused),
        claimed_until: null,
        sealed_content: null,
      })
      .where('id', '=', mail.id)
      .execute()
    await ctx.enqueueAt(timerOf(mail.id), null, 'sendMail', {})
    await noteFailures(ctx, mail, refused)
  })

/** An answer that no server takes is an agent's to see, and to send elsewhere; for each whom it doesn't reach. */
async function noteFailures(
  ctx: Context,
  mail: Claimed,
  refused: readonly RefusedRecipient[],
): Promise<void> {
  const { id, conversation_id, seq, created_at } = mail
  const head = conversation_id && seq && (await conversationHead(ctx, { id: conversation_id }))
  if (!head) return
  // Of the others it was said before.
  for (const { address } of refused.slice(mail.refused.length)) {
    await addNote(ctx, head.id, {
      clientId: v5(`failed ${created_at.toISOString()} ${address}`, id),
      line: 'mail_failed',
      values: { address, seq },
      body: '',
      attachmentIds: [],
      owner: ctx.actor,
    })
  }
}

// Hands one mail to the mail server: claimed before, marked after, tried again later when it didn't work.
import { v5 } from 'uuid'
import { type Context, type Desk, system } from '../../../platform/context.ts'
import { MailFailure } from '../../../platform/mail.ts'
import { addNote, conversationHead } from '../../conversations/index.ts'
import { readableFile } from '../../safety/index.ts'
import { openContent } from './outbox.ts'

/** Longer than the mailer takes for all its time-outs; whoever died with a mail in hand blocks it for so long. */
const claimSeconds = 120
const minute = 60
const waits = [minute, 5 * minute, 15 * minute, 60 * minute, 240 * minute, 720 * minute, 1_440 * minute]

const author = system('sendMail')
const timer = (mailId: string) => `sendMail:${mailId}`
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1_000)

/**
 * Sends a mail unless that was done, or somebody is at it. A node that dies between the server's yes and the mark lets
 * it be sent again, under the same Message-ID, so that mailboxes can tell.
 */
export async function deliver(desk: Desk, payload: Record<string, unknown>): Promise<void> {
  const mailId = String(payload.mailId)
  const mail = await claim(desk, mailId)
  if (!mail) return
  const failure = await attempt(desk, mail)
  if (!failure) return finish(desk, mail, null)
  desk.log.warn({ mailId, failure: failure.message }, 'mail not sent')
  const wait = waits[mail.tries - 1]
  if (failure.final || wait === undefined) return finish(desk, mail, failure.message)
  await desk.transact(author, async ctx => {
    await ctx.db
      .updateTable('outgoing_mails')
      .set({ claimed_until: null, failure: failure.message })
      .where('id', '=', mailId)
      .execute()
    await ctx.enqueueAt(timer(mailId), later(ctx.now, wait), 'sendMail', { mailId })
  })
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
    if (mail) await ctx.enqueueAt(timer(mailId), claimed_until, 'sendMail', { mailId })
    return mail
  })

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>

async function attempt(desk: Desk, mail: Claimed): Promise<MailFailure | null> {
  try {
    const { attachmentIds = [], ...content } = openContent(desk, mail.sealed_content!)
    const files = await Promise.all(attachmentIds.map(id => readableFile(desk.read(author), id)))
    await desk.mail.send({
      messageId: mail.id,
      ...content,
      to: mail.recipient,
      files: files.filter(file => file !== undefined),
    })
    return null
  } catch (error) {
    if (error instanceof MailFailure) return error
    throw error
  }
}

/** The last word on a mail: sent, or given up. What it said is forgotten. */
const finish = (desk: Desk, mail: Claimed, failure: string | null): Promise<void> =>
  desk.transact(author, async ctx => {
    const outcome = failure === null ? { sent_at: ctx.now } : { failed_at: ctx.now }
    await ctx.db
      .updateTable('outgoing_mails')
      .set({ ...outcome, failure, claimed_until: null, sealed_content: null })
      .where('id', '=', mail.id)
      .execute()
    await ctx.enqueueAt(timer(mail.id), null, 'sendMail', {})
    if (failure !== null) await noteFailure(ctx, mail)
  })

/** An answer that no server takes is an agent's to see, and to send elsewhere. */
async function noteFailure(ctx: Context, mail: Claimed): Promise<void> {
  const { id, recipient, conversation_id, seq, created_at } = mail
  const head = conversation_id && seq && (await conversationHead(ctx, { id: conversation_id }))
  if (!head) return
  await addNote(ctx, head.id, {
    clientId: v5(`failed ${created_at.toISOString()}`, id),
    line: 'mail_failed',
    values: { address: recipient, seq },
    body: '',
    attachmentIds: [],
    owner: ctx.actor,
  })
}

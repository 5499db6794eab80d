// Looks at a mail that was kept: who wrote it, to which conversation it belongs, what of it is new; and files it there.
import { buffer } from 'node:stream/consumers'
import type { MailDetails, MailVerdict } from '../../../../contract/email.ts'
import { batched } from '../../../platform/batch.ts'
import { type Desk, type Statement, system } from '../../../platform/context.ts'
import type { Job } from '../../../platform/jobs.ts'
import { screen } from '../../safety/index.ts'
import { appendMail, openByMail, openUnreadable } from './file-mail.ts'
import { findConversation } from './find-conversation.ts'
import { findForward, noteForwardAnswer } from './forward-answers.ts'
import { noteBounce, noteFromOther } from './note-mail.ts'
import { openForwarded } from './open-forwarded.ts'
import type { ParsedMail } from './parse/mail.ts'
import { createMailParser, type MailParser, MailUnreadable } from './parse/pool.ts'
import { type Filed, type Readable, type Reading, visibleOf, writerOf } from './reading.ts'

const author = system('readMail')
/** With the last one it is no longer read, only shown to an agent: it may be what ends nodes. */
const mostTries = 5
let parser: MailParser | undefined

function parse(raw: Uint8Array): Promise<ParsedMail> {
  parser ??= createMailParser()
  return parser.parse(raw)
}

/** Runs at least once for each mail: what it writes carries the mail's id, so that a second time changes nothing. */
export const readMail: Job = async (desk, payload, attempt) => {
  const row = await load(desk, String(payload.mailId))
  if (!row) return
  const isLast = attempt >= mostTries
  const raw = await buffer(desk.storage.get(row.storage_key)).catch(error => {
    if (!isLast) throw error
    return Buffer.alloc(0)
  })
  const reading: Reading = {
    id: row.id,
    mailbox: {
      id: row.mailbox_id,
      teamId: row.team_id,
      address: row.address,
      name: row.name,
      forwardsIn: row.forwards_in,
    },
    envelopeFrom: row.envelope_from,
    raw,
    wholeSize: row.whole_size,
  }
  if (row.whole_size !== null) {
    const filed = { ...(await openUnreadable(desk, reading)), reason: 'too_large' }
    return mark(desk, row.id, null, filed, null)
  }
  if (isLast) {
    desk.log.error({ mailId: row.id }, 'a mail could not be filed again and again; agents are told')
    return mark(desk, row.id, null, { ...(await openUnreadable(desk, reading)), reason: 'failed' }, null)
  }
  const [mail, verdict] = await Promise.all([
    parse(new Uint8Array(raw)).catch(reasonOf),
    desk.mail.check(raw, { ip: row.peer_ip, helo: row.peer_name, sender: row.envelope_from }),
  ])
  if (typeof mail === 'string') {
    return mark(desk, row.id, null, { ...(await openUnreadable(desk, reading)), reason: mail }, null)
  }
  // Who hands a mail over with nobody to tell when it fails is a machine; only that door says so.
  if (row.source === 'smtp' && row.envelope_from === null && mail.automatic === 'no')
    mail.automatic = 'notice'
  const visible = visibleOf(mail)
  const readable = { ...reading, mail, verdict, visible, writer: writerOf(mail, row.envelope_from) }
  const filed = await file(desk, readable, row.envelope_to)
  const messageId = filed.messageId === undefined ? mail.messageId : filed.messageId
  await mark(desk, row.id, messageId, filed, detailsOf(mail, verdict, visible, filed))
}

/** Which way a readable mail goes. */
async function file(desk: Desk, readable: Readable, envelopeTo: string[]): Promise<Filed> {
  const { mail, verdict } = readable
  const thread = await findConversation(desk.read(author), mail, envelopeTo)
  if (mail.bounce) return noteBounce(desk, readable)
  if (mail.automatic === 'reply') {
    return {
      state: 'ignored',
      conversationId: thread?.conversationId ?? null,
      seq: null,
      reason: 'automatic',
    }
  }
  const forward = await findForward(desk.read(author), mail, envelopeTo)
  if (forward) return noteForwardAnswer(desk, readable, forward)
  if (!thread) return (await openForwarded(desk, readable, parse)) ?? openByMail(desk, readable)
  // A domain that says "this is not from us" is believed, whatever secret the mail knows.
  const isHeard = thread.takesPart || thread.isInCopy
  if (isHeard && verdict.sender !== 'fail') return appendMail(desk, readable, thread)
  return noteFromOther(desk, readable, thread)
}

async function load(desk: Desk, id: string) {
  return desk
    .read(author)
    .db.selectFrom('mails')
    .innerJoin('mailboxes', 'mailboxes.id', 'mails.mailbox_id')
    .selectAll('mails')
    .select(['mailboxes.team_id', 'mailboxes.address', 'mailboxes.name', 'mailboxes.forwards_in'])
    .where('mails.id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst()
}

function reasonOf(error: unknown): string {
  if (error instanceof MailUnreadable) return error.reason
  throw error
}

/** What agents are told of a mail beside its text. */
export const detailsOf = (
  mail: ParsedMail,
  verdict: MailVerdict,
  { quoted, signature }: Readable['visible'],
  { reason, refused = [] }: Filed,
): MailDetails => ({
  from: mail.from,
  to: mail.to,
  cc: mail.cc,
  subject: screen(mail.subject).text,
  verdict,
  quoted: screen(quoted).text,
  signature: screen(signature).text,
  html: mail.shows,
  reason: reason ?? null,
  cut: [...mail.cut, ...refused],
})

interface Marked {
  id: string
  message_id: string | null
  state: Filed['state']
  conversation_id: string | null
  seq: number | null
  details: MailDetails | null
}

const mark = (
  desk: Desk,
  id: string,
  messageId: string | null,
  { state, conversationId, seq }: Filed,
  details: MailDetails | null,
): Promise<void> =>
  markInBatch(desk, { id, message_id: messageId, state, conversation_id: conversationId, seq, details })

const markInBatch = batched<Marked, void>('readMail', async (ctx, marks) => {
  ctx.send(markMails, [JSON.stringify(marks)])
  return marks.map(() => ({ result: undefined }))
})

const markMails: Statement = {
  name: 'mark_mails',
  text: `update mails set state = r.state, message_id = r.message_id, conversation_id = r.conversation_id, seq = r.seq,
      details = coalesce(r.details, mails.details)
    from json_to_recordset($1::json) as r(id uuid, message_id text, state text, conversation_id uuid, seq int, details jsonb)
    where mails.id = r.id`,
}

// Looks at a mail that was kept: who wrote it, to which conversation it belongs, what of it is new; and files it there.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Context, type Desk, system } from '../../../platform/context.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { OwnJob } from '../../../platform/own-jobs.ts'
import { appendMail, openByMail, openUnreadable } from './file-mail.ts'
import { findConversation } from './find-conversation.ts'
import { findForward, noteForwardAnswer } from './forward-answers.ts'
import { readBytes } from './mail-bytes.ts'
import { mark, markOf } from './mark-mails.ts'
import { noteBounce, noteFromOther } from './note-mail.ts'
import { openForwarded } from './open-forwarded.ts'
import type { ReadMail } from './parse/mail.ts'
import { createMailParser, type MailParser, MailUnreadable } from './parse/pool.ts'
import { type Filed, type Readable, type Reading, writerOf } from './reading.ts'

const author = system('readMail')
/** With the last one it is no longer read, only shown to an agent: it may be what ends nodes. */
const mostTries = 5
const longestTogetherMs = 200
const mostLeft = 1_000
const longestReadMs = 600_000
/** Of mails in one batch. */
const mostAtOnce = 64
let parser: MailParser | undefined

function parse(raw: Uint8Array): Promise<ReadMail> {
  parser ??= createMailParser()
  return parser.parse(raw)
}

/** Runs at least once for each mail: what it writes carries the mail's id, so that a second time changes nothing. */
export const readMail: Job = async (desk, payload, attempt) => {
  const [row] = await load(desk, [String(payload.mailId)])
  if (row) await settle(desk, row, await look(desk, row, attempt >= mostTries))
}

/** The same for small mails that came together: what they write is written together. One that fails gets a job of its own. */
export const readMails: OwnJob = async (desk, payloads) => {
  const ids = payloads.flatMap(({ mailIds }) => mailIds as string[])
  for (let from = 0; from < ids.length; from += mostAtOnce)
    await readTogether(desk, ids.slice(from, from + mostAtOnce))
}

async function readTogether(desk: Desk, ids: string[]): Promise<void> {
  const failed: string[] = []
  const fail = (id: string) => (error: unknown) => {
    desk.log.warn({ err: error, mailId: id }, 'a mail could not be filed; it is tried again')
    failed.push(id)
  }
  const looks = (await load(desk, ids)).map(row => lookAhead(desk, row, fail(row.id)))
  // Then the same steps of all meet in one batch. Those that take long keep nobody waiting.
  await Promise.race([
    Promise.all(looks.map(({ found }) => found)),
    sleep(longestTogetherMs, undefined, { ref: false }),
  ])
  await Promise.all(looks.map(({ file }) => file()))
  if (failed.length > 0) await desk.transact(author, ctx => readByJobs(ctx, failed))
}

function lookAhead(desk: Desk, row: Row, fail: (error: unknown) => void) {
  const found = look(desk, row, false).catch(fail)
  const file = async () => {
    const one = await found
    if (one) await settle(desk, row, one).catch(fail)
  }
  return { found, file }
}

/** Each by itself, counting how often it was tried: any of them may be what ends nodes. */
async function readByJobs(ctx: Context, ids: string[]): Promise<void> {
  await ctx.db.updateTable('mails').set({ node_id: null }).where('id', 'in', ids).execute()
  for (const mailId of ids) ctx.enqueue('readMail', { mailId })
}

/** Has those read that a node took upon itself and didn't read: because it died, or because it never heard that they were committed. */
export const readLeftMails: Job = desk =>
  desk.transact(author, async ctx => {
    const left = await ctx.db
      .selectFrom('mails')
      .select('id')
      .where('node_id', 'is not', null)
      .where(eb =>
        eb.or([
          sql<boolean>`node_id not in (select id from nodes)`,
          eb('received_at', '<', new Date(ctx.now.getTime() - longestReadMs)),
        ]),
      )
      .orderBy('id')
      .limit(mostLeft)
      .forUpdate()
      .skipLocked()
      .execute()
    if (left.length > 0)
      await readByJobs(
        ctx,
        left.map(({ id }) => id),
      )
  })

/** What is found out about a mail before anything is written: all there is to know, or why it can't be read. */
type Found = { readable: Readable } | { reading: Reading; reason: string }

async function look(desk: Desk, row: Row, isLast: boolean): Promise<Found> {
  const raw = await readBytes(desk.storage, row).catch(error => {
    if (!isLast) throw error
    return Buffer.alloc(0)
  })
  const reading = readingOf(row, raw)
  if (row.whole_size !== null) return { reading, reason: 'too_large' }
  if (isLast) {
    desk.log.error({ mailId: row.id }, 'a mail could not be filed again and again; agents are told')
    return { reading, reason: 'failed' }
  }
  const [mail, verdict] = await Promise.all([
    parse(new Uint8Array(raw)).catch(reasonOf),
    desk.mail.check(raw, { ip: row.peer_ip, helo: row.peer_name, sender: row.envelope_from }),
  ])
  if (typeof mail === 'string') return { reading, reason: mail }
  // Who hands a mail over with nobody to tell when it fails is a machine; only that door says so.
  if (row.source === 'smtp' && row.envelope_from === null && mail.automatic === 'no')
    mail.automatic = 'notice'
  return { readable: { ...reading, mail, verdict, writer: writerOf(mail, row.envelope_from) } }
}

const readingOf = (row: Row, raw: Buffer): Reading => ({
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
})

async function settle(desk: Desk, row: Row, found: Found): Promise<void> {
  if ('readable' in found) {
    const filed = await file(desk, found.readable, row.envelope_to)
    if (!filed.isMarked) await mark(desk, markOf(found.readable, filed))
    return
  }
  desk.log.warn({ mailId: row.id, reason: found.reason }, 'a mail is not read')
  const { state, conversationId, seq } = await openUnreadable(desk, found.reading)
  await mark(desk, {
    id: row.id,
    message_id: null,
    state,
    conversation_id: conversationId,
    seq,
    details: null,
  })
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

type Row = Awaited<ReturnType<typeof load>>[number]

const load = (desk: Desk, ids: readonly string[]) =>
  desk
    .read(author)
    .db.selectFrom('mails')
    .innerJoin('mailboxes', 'mailboxes.id', 'mails.mailbox_id')
    .select([
      'mails.id',
      'raw',
      'storage_key',
      'whole_size',
      'source',
      'envelope_from',
      'envelope_to',
      'peer_ip',
      'peer_name',
      'mailbox_id',
    ])
    .select(['mailboxes.team_id', 'mailboxes.address', 'mailboxes.name', 'mailboxes.forwards_in'])
    .where('mails.id', 'in', [...ids])
    .where('state', '=', 'received')
    .orderBy('mails.id')
    .execute()

function reasonOf(error: unknown): string {
  if (error instanceof MailUnreadable) return error.reason
  throw error
}

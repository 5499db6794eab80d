// Takes one mail out of a folder: it is the desk's as soon as it is committed together with its UID, and put away after that.
import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { sql } from 'kysely'
import type { Desk } from '../../../../platform/context.ts'
import { ImapFailure } from '../../../../platform/imap.ts'
import { caps } from '../parse/caps.ts'
import { type Arrival, receive } from '../receive.ts'
import { fetchMail, putAway } from './folder.ts'
import { author, note, type Post } from './post.ts'

/** How far a folder is read. */
export interface Place {
  mailboxId: string
  moveTo: string | null
  lastUid: number
  takenUid: number | null
  /** Up to this UID, what came before `beganAt` is none of ours. */
  oldUntil: number
  beganAt: Date | null
  tryingUid: number | null
  tries: number
}

const mostTries = 5
const headerBytes = 64 * 1024

/**
 * Takes the mail in, or passes it over for good.
 * @throws ImapFailure, NotOurs, or what storage and database throw; the mail is then still to be taken
 */
export async function takeMail(
  desk: Desk,
  client: ImapFlow,
  post: Post,
  place: Place,
  uid: number,
  signal: AbortSignal,
): Promise<void> {
  if (place.tryingUid === uid && place.tries >= mostTries) return passOver(desk, post, uid)
  const arrival = await fetchArrival(client, place, uid).catch(async error => {
    // Only what the mail itself may be the reason of counts; our own end doesn't.
    if (!signal.aborted) await countTry(desk, post, place, uid)
    throw error
  })
  if (!arrival) return desk.transact(author, ctx => note(ctx, post, { last_uid: uid, ...noTries }))
  await receive(desk, arrival, ctx =>
    note(ctx, post, { last_uid: uid, taken_uid: uid, last_mail_at: ctx.now, ...noTries }),
  )
  if (!(await putAway(client, uid, place.moveTo))) {
    desk.log.warn({ mailboxId: place.mailboxId, uid }, 'a mail was taken in, but could not be put away')
  }
}

const noTries = { trying_uid: null, tries: 0 }

/** Null when the mail is gone, or none of ours. */
async function fetchArrival(client: ImapFlow, place: Place, uid: number): Promise<Arrival | null> {
  const known = await fetchMail(client, uid, { uid: true, size: true, internalDate: true })
  if (!known || isOld(known, place)) return null
  const size = known.size ?? 0
  const isTooLarge = size > caps.rawBytes
  const maxLength = isTooLarge ? headerBytes : caps.rawBytes
  const found = await fetchMail(client, uid, { uid: true, source: { maxLength } })
  if (!found) return null
  if (!found.source) throw new ImapFailure('imap_failed')
  return {
    mailboxId: place.mailboxId,
    source: 'imap',
    raw: isTooLarge ? headersOf(found.source) : found.source,
    envelopeFrom: null,
    envelopeTo: [],
    peer: { ip: null, name: null },
    ...(isTooLarge && { wholeSize: size }),
  }
}

function isOld({ uid, internalDate }: FetchMessageObject, { oldUntil, beganAt }: Place): boolean {
  return uid <= oldUntil && beganAt !== null && internalDate !== undefined && new Date(internalDate) < beganAt
}

function headersOf(start: Buffer): Buffer {
  const end = start.indexOf('\r\n\r\n')
  return Buffer.concat([end < 0 ? start : start.subarray(0, end), Buffer.from('\r\n\r\n')])
}

const countTry = (desk: Desk, post: Post, { tryingUid, tries }: Place, uid: number): Promise<void> =>
  desk.transact(author, ctx => note(ctx, post, { trying_uid: uid, tries: tryingUid === uid ? tries + 1 : 1 }))

async function passOver(desk: Desk, post: Post, uid: number): Promise<void> {
  desk.log.error({ mailboxId: post.mailboxId, uid }, 'a mail is passed over: it could not be fetched')
  await desk.transact(author, ctx =>
    note(ctx, post, { last_uid: uid, passed_over: sql<number>`passed_over + 1`, ...noTries }),
  )
}

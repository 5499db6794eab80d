// One connection to a mailbox: goes on where the last one ended, takes what is there, and waits for more until it breaks.
import type { ImapFlow, MailboxObject } from 'imapflow'
import type { Desk } from '../../../../platform/context.ts'
import { caps } from '../parse/caps.ts'
import { serverOf } from './account.ts'
import { bellOf, openFolder, putAway, uidsFrom } from './folder.ts'
import { author, loadAccount, note, type Post } from './post.ts'
import { type Place, takeMail } from './take-mail.ts'

/** A mail and what the protocol wraps it in. */
export const largestAnswer = caps.rawBytes + 1_048_576
/** Servers should tell of new mail; this finds what they didn't. */
const lookMs = 300_000
/** Clocks differ. */
const clocksDifferMs = 300_000

/**
 * Runs until `signal` or a fault ends it.
 * @throws ImapFailure, NotOurs, or what storage and database throw
 */
export async function collect(desk: Desk, post: Post, signal: AbortSignal): Promise<never> {
  const account = await loadAccount(desk, post)
  const client = await desk.imap.open(serverOf(desk, account), largestAnswer, signal)
  try {
    const box = await openFolder(client, { folder: account.folder, moveTo: account.move_to })
    const bell = bellOf(client, lookMs)
    const place = await begin(desk, post, account, box, () => uidsFrom(client, 1))
    // The last one may have been taken in by a node that died before it was put away.
    if (place.takenUid !== null) await putAway(client, place.takenUid, account.move_to)
    for (;;) {
      await takeAll(desk, client, post, place, signal)
      await bell()
    }
  } finally {
    client.close()
  }
}

async function takeAll(
  desk: Desk,
  client: ImapFlow,
  post: Post,
  place: Place,
  signal: AbortSignal,
): Promise<void> {
  for (const uid of await uidsFrom(client, place.lastUid + 1)) {
    await takeMail(desk, client, post, place, uid, signal)
    place.lastUid = uid
  }
}

type Account = Awaited<ReturnType<typeof loadAccount>>

/** Where to go on, and that there is a connection. Another UIDVALIDITY means that every mail has another UID. */
async function begin(
  desk: Desk,
  post: Post,
  account: Account,
  box: MailboxObject,
  allUids: () => Promise<number[]>,
): Promise<Place> {
  const uidValidity = String(box.uidValidity)
  const isKnown = account.uid_validity === uidValidity
  const newest = isKnown ? 0 : box.uidNext ? box.uidNext - 1 : ((await allUids()).at(-1) ?? 0)
  const isFirst = account.uid_validity === null
  const isNewOnly = account.start === 'new'
  const lastUid = isKnown ? (account.last_uid ?? 0) : isFirst && isNewOnly ? newest : 0
  return desk.transact(author, async ctx => {
    const begun = new Date(ctx.now.getTime() - clocksDifferMs)
    const beganAt = isFirst ? (isNewOnly ? begun : null) : account.began_at
    const moved = {
      uid_validity: uidValidity,
      last_uid: lastUid,
      taken_uid: null,
      began_at: beganAt,
      old_until: isFirst || beganAt === null ? null : newest,
      trying_uid: null,
      tries: 0,
    }
    const connected = { connected_at: ctx.now, fault: null, fault_at: null, retry_at: null }
    await note(ctx, post, { ...connected, ...(!isKnown && moved) })
    const now = isKnown ? account : { ...account, ...moved }
    return {
      mailboxId: post.mailboxId,
      moveTo: account.move_to,
      lastUid,
      takenUid: now.taken_uid,
      oldUntil: now.old_until ?? 0,
      beganAt: now.began_at,
      tryingUid: now.trying_uid,
      tries: now.tries,
    }
  })
}

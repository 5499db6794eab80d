// The folders of a mailbox, and what is asked of them; whatever goes wrong is a fault with a code.
import type { FetchMessageObject, ImapFlow, MailboxObject } from 'imapflow'
import { asFailure, ImapFailure } from '../../../../platform/imap.ts'

/** Opens the folder to write into it; `moveTo` has to be there as well. Throws ImapFailure. */
export async function openFolder(
  client: ImapFlow,
  { folder, moveTo }: { folder: string; moveTo: string | null },
): Promise<MailboxObject> {
  if (moveTo !== null) await mustBeThere(client, moveTo)
  const box = await client.mailboxOpen(folder).catch(orNoFolder)
  if (!box || box.readOnly) throw new ImapFailure('imap_no_folder')
  return box
}

async function mustBeThere(client: ImapFlow, path: string): Promise<void> {
  const found = await client.status(path, { messages: true }).catch(orNoFolder)
  if (!found) throw new ImapFailure('imap_no_folder')
}

function orNoFolder(error: { code?: string; responseStatus?: string; mailboxMissing?: boolean }): never {
  const isMissing = error.code === 'NotFound' || error.mailboxMissing || error.responseStatus === 'NO'
  throw isMissing ? new ImapFailure('imap_no_folder', error) : asFailure(error)
}

/** The UIDs from `first` on, in order. Throws ImapFailure. */
export async function uidsFrom(client: ImapFlow, first: number): Promise<number[]> {
  const found = await client.search({ uid: `${first}:*` }, { uid: true }).catch(failed)
  if (!found) throw new ImapFailure('imap_failed')
  // The star stands for the last mail, also where that is before `first`.
  return found.filter(uid => uid >= first).sort((one, other) => one - other)
}

type Query = Parameters<ImapFlow['fetchOne']>[1]

/** What is asked of one mail; null when it is gone. Throws ImapFailure. */
export async function fetchMail(
  client: ImapFlow,
  uid: number,
  query: Query,
): Promise<FetchMessageObject | null> {
  const found = await client.fetchOne(String(uid), query, { uid: true }).catch(failed)
  if (!client.usable) throw new ImapFailure('imap_unreachable')
  return found || null
}

/** Puts a mail that was taken in where the administrator wants it. Whether that worked; throws ImapFailure. */
export async function putAway(client: ImapFlow, uid: number, moveTo: string | null): Promise<boolean> {
  const range = String(uid)
  const done =
    moveTo === null
      ? await client.messageFlagsAdd(range, ['\\Seen'], { uid: true }).catch(failed)
      : await client.messageMove(range, moveTo, { uid: true }).catch(failed)
  return Boolean(done)
}

/** Rings when there may be something new: resolves then, or after `ms`; throws ImapFailure when the connection is gone. */
export function bellOf(client: ImapFlow, ms: number): () => Promise<void> {
  let hasRung = false
  let wake = () => {}
  const ring = () => {
    hasRung = true
    wake()
  }
  client.on('exists', ring)
  client.on('close', ring)
  return async () => {
    if (!hasRung) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms)
        timer.unref()
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    hasRung = false
    if (!client.usable) throw new ImapFailure('imap_unreachable')
  }
}

function failed(error: unknown): never {
  throw asFailure(error)
}

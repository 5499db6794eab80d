// Which mails an import reads, and in which order: by arrival over all its folders, so that answers come behind questions.
import type { ImapFlow } from 'imapflow'
import { asFailure, ImapFailure } from '../../../../platform/imap.ts'
import { uidsFrom } from '../imap/folder.ts'

/** A mail in its folder. */
export interface ListedMail {
  /** Index in the folders of the import. */
  folder: number
  uid: number
  arrivedAt: Date
  /** In bytes, as the server says. */
  size: number
}

export interface Listing {
  /** By folder. */
  uidValidities: string[]
  mails: ListedMail[]
}

export interface Span {
  since: Date | null
  until: Date
}

/** So that a node does other things in between. */
const listedAtOnce = 500

/** Opens a folder to look into it: nothing in it changes, no mail is marked as seen. Throws ImapFailure. */
export async function lookInto(client: ImapFlow, folder: string) {
  const isOpen = client.mailbox && client.mailbox.path === folder
  const box = isOpen
    ? client.mailbox
    : await client.mailboxOpen(folder, { readOnly: true }).catch((error: unknown) => {
        const { responseStatus, mailboxMissing } = error as Record<string, unknown>
        throw mailboxMissing || responseStatus === 'NO'
          ? new ImapFailure('imap_no_folder', error)
          : asFailure(error)
      })
  if (!box) throw new ImapFailure('imap_no_folder')
  return box
}

/** All mails of the folders that arrived in the span. Throws ImapFailure. */
export async function listMails(
  client: ImapFlow,
  folders: readonly string[],
  { since, until }: Span,
  rest: () => Promise<void>,
): Promise<Listing> {
  const uidValidities: string[] = []
  const mails: ListedMail[] = []
  for (const [index, folder] of folders.entries()) {
    const box = await lookInto(client, folder)
    uidValidities.push(String(box.uidValidity))
    const uids = box.exists > 0 ? await uidsFrom(client, 1) : []
    for (let at = 0; at < uids.length; at += listedAtOnce) {
      const range = `${uids[at]}:${uids[Math.min(at + listedAtOnce, uids.length) - 1]}`
      for (const { uid, internalDate, size = 0 } of await fetchAll(client, range, {
        uid: true,
        internalDate: true,
        size: true,
      })) {
        const arrivedAt = new Date(internalDate ?? until)
        const isMeant = arrivedAt < until && (since === null || arrivedAt >= since)
        if (isMeant) mails.push({ folder: index, uid, arrivedAt, size })
      }
      await rest()
    }
  }
  return { uidValidities, mails: mails.sort(byArrival) }
}

type Query = Parameters<ImapFlow['fetchAll']>[1]

/** What is asked of some mails; those that are gone are left out. Throws ImapFailure. */
export async function fetchAll(client: ImapFlow, range: string, query: Query) {
  const found = await client.fetchAll(range, query, { uid: true }).catch((error: unknown) => {
    throw asFailure(error)
  })
  if (!client.usable) throw new ImapFailure('imap_unreachable')
  return found
}

export type Place = Pick<ListedMail, 'folder' | 'uid' | 'arrivedAt'>

export const byArrival = (one: Place, other: Place): number =>
  one.arrivedAt.getTime() - other.arrivedAt.getTime() || one.folder - other.folder || one.uid - other.uid

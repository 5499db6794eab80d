// Old mail out of folders of an IMAP server, by one connection.
import type { ImapFlow } from 'imapflow'
import type { Desk } from '../../../../platform/context.ts'
import { serverOf } from '../imap/account.ts'
import { largestAnswer } from '../imap/collect.ts'
import { caps } from '../parse/caps.ts'
import type { ImportRow } from './import-rows.ts'
import { fetchAll, type ListedMail, type Listing, listMails, lookInto } from './listing.ts'
import { keyOf, type OldMailSource } from './source.ts'

/** The folders are not what they were when they were listed: every mail may have another UID. */
export class FoldersChanged extends Error {}

/** Its `fetch` throws FoldersChanged, and all of it ImapFailure. */
export async function openServer(desk: Desk, row: ImportRow, signal: AbortSignal): Promise<OldMailSource> {
  const { host, port, security, username, sealed_password, folders } = row
  const login = {
    host: host!,
    port: port!,
    security: security!,
    username: username!,
    sealed_password: sealed_password!,
  }
  const client = await desk.imap.open(serverOf(desk, login), largestAnswer, signal)
  return {
    list: (span, rest) => listMails(client, folders, span, rest),
    fetch: (listing, wanted) => sourcesOf(client, folders, listing, wanted),
    close: () => client.close(),
  }
}

async function sourcesOf(
  client: ImapFlow,
  folders: readonly string[],
  { uidValidities }: Listing,
  wanted: readonly ListedMail[],
): Promise<Map<string, Buffer>> {
  const sources = new Map<string, Buffer>()
  for (const folder of new Set(wanted.map(one => one.folder))) {
    const box = await lookInto(client, folders[folder]!)
    if (String(box.uidValidity) !== uidValidities[folder]) throw new FoldersChanged()
    const uids = wanted.filter(one => one.folder === folder).map(({ uid }) => uid)
    const query = { uid: true, source: { maxLength: caps.rawBytes } }
    for (const { uid, source } of await fetchAll(client, uids.join(','), query))
      if (source) sources.set(keyOf({ folder, uid }), source)
  }
  return sources
}

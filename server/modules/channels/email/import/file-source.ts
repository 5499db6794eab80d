// Old mail out of files that the desk keeps for the import: a mail’s UID is where it begins.
import { buffer } from 'node:stream/consumers'
import type { Storage } from '../../../../platform/storage.ts'
import { arrivalOf } from './arrival.ts'
import type { ImportRow } from './import-rows.ts'
import { byArrival, type ListedMail, type Listing, type Span } from './listing.ts'
import { type Located, MboxScanner, mailAt } from './mbox.ts'
import { keyOf, type OldMailSource } from './source.ts'

/** So that a node does other things in between. */
const listedAtOnce = 500

/** Throws what the storage throws, when a file is gone, and as soon as `signal` says so. */
export function openFiles(
  storage: Storage,
  row: ImportRow,
  keys: readonly string[],
  signal: AbortSignal,
): OldMailSource {
  const restAndSee = (rest: () => Promise<void>) => async () => {
    await rest()
    signal.throwIfAborted()
  }
  return {
    list: (span, rest) => listFiles(storage, row, keys, span, restAndSee(rest)),
    fetch: async (_, wanted) => {
      signal.throwIfAborted()
      const found = wanted.map(async (one): Promise<[string, Buffer]> => {
        const part = { from: one.uid, to: one.uid + one.size }
        return [keyOf(one), withCrlf(mailAt(await buffer(storage.get(keys[one.folder]!, part))))]
      })
      return new Map(await Promise.all(found))
    },
    close: () => {},
  }
}

async function listFiles(
  storage: Storage,
  row: ImportRow,
  keys: readonly string[],
  { since, until }: Span,
  rest: () => Promise<void>,
): Promise<Listing> {
  const mails: ListedMail[] = []
  // Undated, it comes last.
  const undated = new Date(until.getTime() - 1)
  const add = (folder: number, { at, size, head }: Located) => {
    const arrivedAt = arrivalOf(head, row.created_at) ?? undated
    if (arrivedAt < until && (since === null || arrivedAt >= since))
      mails.push({ folder, uid: at, arrivedAt, size })
  }
  for (const [folder, key] of keys.entries()) {
    const scanner = new MboxScanner()
    let found = 0
    for await (const piece of storage.get(key)) {
      const located = scanner.push(piece as Buffer)
      for (const one of located) add(folder, one)
      found += located.length
      if (found >= listedAtOnce) {
        found = 0
        await rest()
      }
    }
    for (const one of scanner.end()) add(folder, one)
  }
  return { uidValidities: [...keys], mails: mails.sort(byArrival) }
}

/** As mail travels, and as IMAP gives it out: so the same mail by both ways is one. */
function withCrlf(mail: Buffer): Buffer {
  const first = mail.indexOf('\n')
  if (first < 0 || mail[first - 1] === 13) return mail
  return Buffer.from(mail.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1')
}

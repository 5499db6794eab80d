// Gets the next few old mails from where they are, leaves out those that the desk has already, reads the others and keeps them.
import type { MailState } from '../../../../../contract/email.ts'
import type { ImportFault } from '../../../../../contract/mail-import.ts'
import type { Desk } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { type MailBytes, placeBytes } from '../mail-bytes.ts'
import { caps } from '../parse/caps.ts'
import type { ReadMail } from '../parse/mail.ts'
import { createMailParser, type MailParser, MailUnreadable } from '../parse/pool.ts'
import { digestOf } from '../receive.ts'
import type { ListedMail, Listing } from './listing.ts'
import { author } from './post.ts'
import { keyOf, type OldMailSource } from './source.ts'

/** A mail that the desk did not have, kept. */
export interface OldMail extends ListedMail {
  id: string
  raw: Buffer
  bytes: MailBytes
  digest: Buffer
  mail: ReadMail | null
  /** Why it could not be read. */
  reason: ImportFault | null
}

export interface Batch {
  fresh: OldMail[]
  /** That were not even asked for, or not given out. */
  withheld: (ListedMail & { reason: ImportFault })[]
  /** That were taken by this very import before, by what became of them. */
  again: MailState[]
  /** There already by another way, or gone meanwhile. */
  skipped: number
}

/** One thread: it takes its time, and those that read what comes in now are left alone. */
let parser: MailParser | undefined

/** @throws what the source, the storage and the database throw */
export async function fetchBatch(
  desk: Desk,
  source: OldMailSource,
  importId: string,
  listing: Listing,
  listed: readonly ListedMail[],
): Promise<Batch> {
  const isTooLarge = ({ size }: ListedMail) => size > caps.rawBytes
  const wanted = listed.filter(one => !isTooLarge(one))
  const sources = await source.fetch(listing, wanted)
  const found = wanted.flatMap(one => {
    const raw = sources.get(keyOf(one))
    return raw ? [{ ...one, raw, digest: digestOf(raw) }] : []
  })
  const known = await knownAmong(
    desk,
    found.map(({ digest }) => digest),
  )
  const seen = new Set<string>()
  const isFresh = ({ digest }: { digest: Buffer }) => {
    const key = digest.toString('hex')
    if (known.has(key) || seen.has(key)) return false
    seen.add(key)
    return true
  }
  const fresh = await Promise.all(found.filter(isFresh).map(one => keep(desk, one)))
  const again = found.flatMap(({ digest }) => {
    const before = known.get(digest.toString('hex'))
    return before?.import_id === importId ? [before.state] : []
  })
  return {
    fresh,
    withheld: listed.filter(isTooLarge).map(one => ({ ...one, reason: 'too_large' })),
    again,
    skipped: wanted.length - fresh.length - again.length,
  }
}

async function knownAmong(desk: Desk, digests: Buffer[]) {
  if (digests.length === 0) return new Map()
  const rows = await desk
    .read(author)
    .db.selectFrom('mails')
    .select(['digest', 'state', 'import_id'])
    .where('digest', 'in', digests)
    .execute()
  return new Map(rows.map(row => [row.digest.toString('hex'), row]))
}

async function keep({ storage }: Desk, one: ListedMail & { raw: Buffer; digest: Buffer }): Promise<OldMail> {
  parser ??= createMailParser({ threads: 1 })
  const [bytes, read] = await Promise.all([
    placeBytes(storage, one.raw),
    parser.parse(new Uint8Array(one.raw)).then(
      mail => ({ mail, reason: null }),
      (error: unknown) => ({ mail: null, reason: reasonOf(error) }),
    ),
  ])
  return { ...one, ...read, id: newId(), bytes }
}

function reasonOf(error: unknown): ImportFault {
  if (error instanceof MailUnreadable) return error.reason
  throw error
}

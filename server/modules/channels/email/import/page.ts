// What an old mail comes down to before it is filed: who wrote to whom, what it says, which files come with it.
import type { MailVerdict } from '../../../../../contract/email.ts'
import type { Desk } from '../../../../platform/context.ts'
import { customersOfAddresses } from '../../../customers/index.ts'
import { screen } from '../../../safety/index.ts'
import { contentOf, writer } from '../file-mail.ts'
import { type Readable, writerOf } from '../reading.ts'
import type { OldMail } from './fetch-batch.ts'
import { type Letter, type Side, sideOf } from './gather.ts'
import type { ImportRow } from './import-rows.ts'
import { author } from './post.ts'

/** Keys are old, servers are gone: nothing about an old mail can be proven. */
export const unproven: MailVerdict = { spf: 'none', dkim: 'none', dmarc: 'none', arc: 'none', sender: 'none' }

export interface Filing {
  row: ImportRow
  /** Addresses of the desk, in lower case. */
  own: ReadonlySet<string>
  defaultLocale: string
  /** Customers by address, as far as they were met. */
  customers: Map<string, string>
}

/** A mail with what was found out about it; one that opens nothing has no `side`. */
export interface Sorted {
  old: OldMail
  readable: Readable | null
  side: Side | null
}

export interface Page extends Letter {
  sorted: Sorted & { readable: Readable; side: Side }
  body: string
  secretsRemoved: number
  files: string[]
  refused: string[]
}

/** Reads out of a mail what its words and headers say. */
export function sortOut({ row, own }: Filing, old: OldMail): Sorted {
  const { mail } = old
  if (!mail) return { old, readable: null, side: null }
  const from = writerOf(mail, null)
  const readable: Readable = {
    id: old.id,
    mailbox: {
      id: row.mailbox_id,
      teamId: row.team_id,
      address: row.address,
      name: row.name,
      forwardsIn: false,
    },
    envelopeFrom: null,
    raw: old.raw,
    wholeSize: null,
    mail,
    verdict: unproven,
    writer: from,
  }
  const opensNothing = mail.bounce !== null || mail.automatic === 'reply'
  return { old, readable, side: opensNothing ? null : sideOf(mail, own, from) }
}

/** Whether a mail belongs into a conversation. */
export const isPage = (one: Sorted): one is Page['sorted'] => one.side !== null && one.readable !== null

const mostMet = 50_000

/** Has everybody known whom these mails were exchanged with. */
export async function meetCustomers(
  desk: Desk,
  { customers, defaultLocale }: Filing,
  sorted: Sorted[],
): Promise<void> {
  if (customers.size > mostMet) customers.clear()
  const strangers = new Map<string, Page['sorted']>()
  for (const one of sorted) {
    if (!isPage(one)) continue
    const address = one.side.other.address.toLowerCase()
    if (!customers.has(address)) strangers.set(address, one)
  }
  if (strangers.size === 0) return
  const writers = [...strangers].map(([address, { side, readable }]) => ({
    address,
    proven: false,
    name: side.other.name || null,
    locale: readable.mail.language ?? defaultLocale,
  }))
  const ids = await desk.transact(author, ctx => customersOfAddresses(ctx, writers))
  for (const [index, { address }] of writers.entries()) customers.set(address, ids[index]!)
}

/** The mail as it goes into its conversation; its files are kept, and belong to nothing yet. */
export async function pageOf(desk: Desk, { customers }: Filing, sorted: Page['sorted']): Promise<Page> {
  const { mail } = sorted.readable
  const customerId = customers.get(sorted.side.other.address.toLowerCase())!
  const content = await contentOf(desk, mail, () => writer(customerId, sorted.old.id))
  const { text: body, removed } = screen(content.body)
  return {
    sorted,
    messageId: mail.messageId,
    answers: [...mail.inReplyTo, ...mail.references.toReversed()],
    customerId,
    body,
    secretsRemoved: removed.reduce((sum, { count }) => sum + count, 0),
    files: content.files,
    refused: content.refused,
  }
}

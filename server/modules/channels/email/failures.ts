// Whom a mail did not reach: sent back by the server of its reader, or never taken by any.
import type { RefusedRecipient } from '../tables.ts'

interface Row {
  recipient: string
  failed_at: Date | null
  failure: string | null
  bounced_at: Date | null
  bounce_status: string | null
  refused: RefusedRecipient[]
}

/** Each once; the one to whom the mail was written comes first. */
export function failuresOf(mail: Row): RefusedRecipient[] {
  const { recipient, failed_at, failure, bounced_at, bounce_status, refused } = mail
  const first: RefusedRecipient[] = []
  if (bounced_at) first.push({ address: recipient, status: bounce_status })
  else if (failed_at && refused.length === 0) first.push({ address: recipient, status: statusIn(failure) })
  const all = [...first, ...refused]
  return all.filter(
    ({ address }, index) =>
      all.findIndex(other => other.address.toLowerCase() === address.toLowerCase()) === index,
  )
}

/** What the server answered, like `550`. */
export const statusIn = (failure: string | null): string | null =>
  /\b[45]\d\d\b/.exec(failure ?? '')?.[0] ?? null

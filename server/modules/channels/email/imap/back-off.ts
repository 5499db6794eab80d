// When a lost connection is tried again: soon at first, then ever later, and never all mailboxes at once.
import type { ImapFault } from '../../../../../contract/imap.ts'

const longestMs = 300_000
/** A wrong password doesn't mend itself, and some servers lock an account after a few. */
const factorOfPassword = 60

/**
 * How long to wait, in milliseconds: half of it is certain, half by chance.
 * @param faults in a row, from 1
 * @param random from 0 to 1
 */
export function waitMs(faults: number, fault: ImapFault, random: number, firstMs: number): number {
  const first = fault === 'imap_wrong_password' ? firstMs * factorOfPassword : firstMs
  const full = Math.min(first * 2 ** Math.min(faults - 1, 30), longestMs)
  return Math.round(full * (0.5 + random / 2))
}

// What people type names themselves and others: a search is kept without that.
import { screen } from '../../safety/index.ts'

const longest = 300
/** Beyond this nothing is looked at: it would be cut off anyway. */
const looksAt = 2_000

const address = /[^\s@<>,;:]{1,64}@[^\s@<>,;:]{1,255}/g
/** Transaction hashes, wallets, order numbers with letters, UUIDs. */
const longId = /(?=[a-z-]{0,60}\p{Nd})[a-z\p{Nd}-]{20,}/giu
/** Seven digits and more, however they are parted: of telephones, cards, accounts. */
const longNumber = /\+?\p{Nd}(?:[ ().-]{0,2}\p{Nd}){6,30}/gu

/** The text as a search is kept: screened, without addresses, long numbers and ids, at most so many characters. Linear. */
export const masked = (text: string, most: number = longest): string =>
  screen(text.slice(0, looksAt).normalize('NFKC'))
    .text.replace(address, '[email]')
    .replace(longId, '[id]')
    .replace(longNumber, '[number]')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()

// A mail on its way into a conversation: what was found out about it, who wrote what is new in it, and where it came to stand.
import type { MailState, MailVerdict } from '../../../../contract/email.ts'
import type { MailAddress, ParsedMail, ReadMail } from './parse/mail.ts'
import { withoutUuencoded } from './parse/uuencode.ts'
import { type Visible, visibleOfHtml, visibleOfText } from './visible/index.ts'

/** RFC 2606: it can't be anybody's. */
export const nobodysAddress = 'nobody@mail.invalid'

/** What is known of a mail while it is filed. */
export interface Reading {
  id: string
  mailbox: { id: string; teamId: string | null; address: string; name: string; forwardsIn: boolean }
  envelopeFrom: string | null
  raw: Buffer
  /** In bytes, where `raw` is the headers of a mail that was too large. */
  wholeSize: number | null
}

export interface Readable extends Reading {
  mail: ReadMail
  /** Whom an answer would go to: From, or what stands in for it where there is none. */
  writer: MailAddress
  verdict: MailVerdict
}

/** Where a mail came to stand. */
export interface Filed {
  state: MailState
  conversationId: string | null
  seq: number | null
  reason?: string
  /** Files that were not taken, by name. */
  refused?: string[]
  /** Whether the mail's row says so already. */
  isMarked?: true
  /** Of the mail that it stands for, where that isn't its own. */
  messageId?: string | null
}

/** Somebody nameless where a mail has neither From nor anything like it: it is kept and shown all the same. */
export function writerOf({ from, replyTo, sender }: ParsedMail, envelopeFrom: string | null): MailAddress {
  const written = from ?? sender ?? replyTo[0]
  return written ?? { name: '', address: envelopeFrom ?? nobodysAddress }
}

/** What is new in a mail; words outside its parts only where it has no others. */
export function visibleOf({ text, html, stray }: ParsedMail): Visible {
  const words = withoutUuencoded(text ?? '')
  if (words.trim()) return visibleOfText(words)
  return html ? visibleOfHtml(html) : visibleOfText(stray ?? '')
}

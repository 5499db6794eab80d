// A mail on its way into a conversation: what was found out about it, and where it came to stand.
import type { MailState, MailVerdict } from '../../../../contract/email.ts'
import type { MailAddress, ParsedMail } from './parse/mail.ts'
import type { Visible } from './visible/index.ts'

/** What is known of a mail while it is filed. */
export interface Reading {
  id: string
  mailbox: { id: string; teamId: string | null; address: string; name: string }
  envelopeFrom: string | null
  raw: Buffer
}

export interface Readable extends Reading {
  mail: ParsedMail
  /** Whom an answer would go to: From, or what stands in for it where there is none. */
  writer: MailAddress
  verdict: MailVerdict
  visible: Visible
}

/** Where a mail came to stand. */
export interface Filed {
  state: MailState
  conversationId: string | null
  seq: number | null
  reason?: string
  /** Files that were not taken, by name. */
  refused?: string[]
}

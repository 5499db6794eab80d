// What is left of a mail once it has been read: the shape that crosses from the parser's threads to the desk.
import type { MailHtml } from '../../../../../contract/email.ts'
import type { Language } from '../../../../text/detect-language.ts'
import type { Visible } from '../visible/index.ts'

export interface MailAddress {
  /** One line without control characters; empty when there is none. */
  name: string
  address: string
}

export interface MailFile {
  /** For people: without folders, control characters and marks that turn the reading direction. Never a path. */
  name: string
  /** As the sender says; a claim. */
  type: string
  content: Uint8Array
  /** Without brackets. */
  contentId: string | null
  /** Shown within the HTML body, or a signature that only programs read: not listed. */
  inline: boolean
}

/**
 * Who wrote: `no` a person; `reply` a program that answers each mail (out of office); `list` a mailing list or bulk mail;
 * `notice` any other program (a bounce, a receipt, a monitor). Only `no` is answered automatically.
 */
export type Automatic = 'no' | 'reply' | 'list' | 'notice'

export interface Bounce {
  /** Another try is of no use. False also when nothing tells. */
  permanent: boolean
  /** Of the mail that failed, without brackets. */
  messageId: string | null
  recipient: string | null
  /** RFC 3463, like `5.1.1`. */
  status: string | null
}

export interface ParsedMail {
  /** All ids are without brackets. */
  messageId: string | null
  inReplyTo: string[]
  /** The last 50. */
  references: string[]
  subject: string
  date: Date | null
  /** Null without an address. Never taken from Reply-To: nobody answers for that. */
  from: MailAddress | null
  sender: MailAddress | null
  replyTo: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
  /** As it was sent, uuencoded files included, which are among the files too. Null when a part of the body exists as HTML only. */
  text: string | null
  html: string | null
  /** Words outside all parts, of a mail that announces parts and has none: no body by the standard, but all there is. */
  stray: string | null
  /** Whether `html` may be shown. */
  shows: MailHtml
  files: MailFile[]
  automatic: Automatic
  bounce: Bounce | null
  /** Empty for `<>`, which asks for no answer at all; null when the header is missing. */
  returnPath: string | null
  /** What was left out because it was too much, by name. */
  cut: Cut[]
}

/** With what is found out about its words. */
export interface ReadMail extends ParsedMail {
  visible: Visible
  /** Of what is visible. */
  language: Language | null
}

export type Cut =
  | 'headers'
  | 'subject'
  | 'addresses'
  | 'references'
  | 'depth'
  | 'parts'
  | 'files'
  | 'text'
  | 'html'

/** `time` and `memory` say what it took too much of, `size` that it was never tried. */
export type Unreadable = 'time' | 'memory' | 'malformed' | 'size'

export class MailUnreadable extends Error {
  readonly reason: Unreadable

  constructor(reason: Unreadable, options?: ErrorOptions) {
    super(`the mail can't be read: ${reason}`, options)
    this.name = 'MailUnreadable'
    this.reason = reason
  }
}

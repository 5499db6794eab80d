// How the desk fetches a mailbox by IMAP, and how that goes.
import { z } from 'zod'
import { Instant } from './common.ts'

/** `tls`: from the first byte. `starttls`: before anything secret. `plain`: only to servers that the operator named. */
export const imapSecurities = ['tls', 'starttls', 'plain'] as const
export const ImapSecurity = z.enum(imapSecurities)
export type ImapSecurity = z.infer<typeof ImapSecurity>

/** What of the folder is taken at first: what comes from now on, or all that is there. */
export const imapStarts = ['new', 'all'] as const
export const ImapStart = z.enum(imapStarts)
export type ImapStart = z.infer<typeof ImapStart>

/** Why there is no connection; each is an error code too. `internal`: the desk itself can't keep mail just now. */
export const imapFaults = [
  'imap_address',
  'imap_unreachable',
  'imap_no_tls',
  'imap_certificate',
  'imap_plain_refused',
  'imap_wrong_password',
  'imap_no_folder',
  'imap_failed',
  'internal',
] as const
export const ImapFault = z.enum(imapFaults)
export type ImapFault = z.infer<typeof ImapFault>

/** One line: it becomes part of a command. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}]+$/u)

/** Where the server is, and who signs in. */
export const ImapLogin = z.object({
  host: line(253),
  port: z.int().min(1).max(65_535),
  security: ImapSecurity,
  user: line(320),
})

export const ImapPassword = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[^\p{Cc}]+$/u)

const ImapPlace = ImapLogin.extend({
  folder: line(200).default('INBOX'),
  /** Where a mail goes once it is taken in; null leaves it where it is, marked as seen. */
  moveTo: line(200).nullable().default(null),
  start: ImapStart.default('new'),
})

export const SaveImap = ImapPlace.extend({
  /** Null keeps the one that is known, which never goes to another server or user. */
  password: ImapPassword.nullable().default(null),
}).refine(({ folder, moveTo }) => folder !== moveTo, { path: ['moveTo'] })
export type SaveImap = z.infer<typeof SaveImap>

export const ImapState = z.object({
  connectedSince: Instant.nullable(),
  lastMailAt: Instant.nullable(),
  /** The last fault since the connection was there, when it happened, and when the next try is due. */
  fault: ImapFault.nullable(),
  faultAt: Instant.nullable(),
  retryAt: Instant.nullable(),
  /** Mails that could not be taken in and were given up. */
  passedOver: z.int(),
})
export type ImapState = z.infer<typeof ImapState>

export const ImapAccount = ImapPlace.extend({ state: ImapState })
export type ImapAccount = z.infer<typeof ImapAccount>

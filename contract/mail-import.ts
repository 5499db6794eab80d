// Old mail that the desk reads out of a mailbox once: what is wanted, and how far it is.
import { z } from 'zod'
import { Id, Instant } from './common.ts'
import { ImapFault, ImapLogin, ImapPassword, line } from './imap.ts'

const mostFolders = 20

/** The server of the old mail. Without a password, the one that is known of the mailbox, for the same server and user. */
export const ImportLogin = ImapLogin.extend({ password: ImapPassword.nullable().default(null) })
export type ImportLogin = z.infer<typeof ImportLogin>

export const ImportFolder = z.object({ path: z.string(), mails: z.int() })
export type ImportFolder = z.infer<typeof ImportFolder>

export const StartImport = ImportLogin.extend({
  /** Together, so that questions and the answers to them come in order. */
  folders: z
    .array(line(200))
    .min(1)
    .max(mostFolders)
    .refine(folders => new Set(folders).size === folders.length),
  /** Mail that arrived from then on; all when null. */
  since: Instant.nullable().default(null),
})
export type StartImport = z.infer<typeof StartImport>

/** `dropped`: stopped for so long that the copies of its files were wiped; it can't be continued. */
export const importStates = ['running', 'stopped', 'dropped', 'done'] as const
export const ImportState = z.enum(importStates)
export type ImportState = z.infer<typeof ImportState>

export const MailImport = z.object({
  id: Id,
  mailboxId: Id,
  /** Of the mailbox. */
  address: z.string(),
  source: z.enum(['server', 'files']),
  /** Null where it comes out of files. */
  host: z.string().nullable(),
  user: z.string().nullable(),
  /** Of the server, or the files' names. */
  folders: z.array(z.string()),
  since: Instant.nullable(),
  /** What arrived later is none of the import's. */
  until: Instant,
  state: ImportState,
  createdAt: Instant,
  endedAt: Instant.nullable(),
  /** Null until the folders were looked through. */
  total: z.int().nullable(),
  /** Of them, those that were looked at: all of the four below. */
  done: z.int(),
  filed: z.int(),
  /** Automatic answers and bounces: kept, and in no conversation. */
  automatic: z.int(),
  /** There already, or gone meanwhile. */
  skipped: z.int(),
  unreadable: z.int(),
  conversations: z.int(),
  /** Mails a second of late, and the seconds that are left at that pace. */
  perSecond: z.number().nullable(),
  secondsLeft: z.int().nullable(),
  /** Why it doesn't go on just now, and when it is tried again. */
  fault: ImapFault.nullable(),
  retryAt: Instant.nullable(),
})
export type MailImport = z.infer<typeof MailImport>

/** `not_fetched`: the server didn't give it out. `too_large`: it stays in its folder. The others: what reading it took too much of. */
export const importFaults = ['malformed', 'time', 'memory', 'size', 'too_large', 'not_fetched'] as const
export const ImportFault = z.enum(importFaults)
export type ImportFault = z.infer<typeof ImportFault>

/** A mail of an import that could not be read. */
export const UnreadableMail = z.object({
  folder: z.string(),
  /** In a file, the byte at which it begins. */
  uid: z.int(),
  arrivedAt: Instant,
  size: z.int(),
  reason: ImportFault,
  /** Of the mail as it came; null where the desk doesn't have it. */
  mailId: Id.nullable(),
})
export type UnreadableMail = z.infer<typeof UnreadableMail>

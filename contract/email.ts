// Mailboxes of the desk, and what agents are told about a mail beside its text.
import { z } from 'zod'
import { EmailAddress, Id, Instant, limits } from './common.ts'
import { ImapAccount } from './imap.ts'
import { PossibleSender, SenderIdentity, SentAnswer } from './outbound-mail.ts'

/** A plus would look like a reply address of the desk's own. */
const MailboxAddress = EmailAddress.max(120).refine(address => !address.includes('+'))

export const SaveMailbox = z.object({
  address: MailboxAddress,
  /** Beside the address in what customers get. */
  name: z.string().trim().min(1).max(limits.name),
  /** Whose its conversations are at first; null leaves them to everybody. */
  teamId: Id.nullable().default(null),
  /** Below each answer. */
  signature: z.string().trim().max(2_000).default(''),
  /** Whether mail that staff send on to it becomes a conversation of whoever wrote it first. */
  forwardsIn: z.boolean().default(false),
})
export type SaveMailbox = z.infer<typeof SaveMailbox>
export const Mailbox = SaveMailbox.extend({
  id: Id,
  createdAt: Instant,
  /** Where the desk fetches it from; null when it doesn't. */
  imap: ImapAccount.nullable(),
  identities: z.array(SenderIdentity),
})
export type Mailbox = z.infer<typeof Mailbox>

export const mailSources = ['smtp', 'webhook', 'imap', 'import'] as const
export type MailSource = (typeof mailSources)[number]

/**
 * `received`: kept, not looked at yet. `filed`: in a conversation. `ignored`: it asks for nothing, such as an automatic answer.
 * `unreadable`: flagged, and in a conversation as a file.
 */
export const mailStates = ['received', 'filed', 'ignored', 'unreadable'] as const
export const MailState = z.enum(mailStates)
export type MailState = z.infer<typeof MailState>

const Verdict = z.enum(['pass', 'fail', 'none'])
/** What our own checks of sender and content said; what other servers wrote about them is not believed. */
export const MailVerdict = z.object({
  spf: Verdict,
  dkim: Verdict,
  dmarc: Verdict,
  arc: Verdict,
  /** Whether the address in From is proven by all this. `fail`: its domain says that this mail is not theirs. */
  sender: Verdict,
})
export type MailVerdict = z.infer<typeof MailVerdict>

/**
 * Whether a mail can be shown as HTML. `none`: it has none, or a secret was taken out of its text. `remote`: it wants
 * pictures from other people's servers, which learn of it when they are loaded.
 */
export const MailHtml = z.enum(['none', 'whole', 'remote'])
export type MailHtml = z.infer<typeof MailHtml>

/** Which pictures a mail is shown with. */
export const MailPictures = z.enum(['own', 'remote'])
export type MailPictures = z.infer<typeof MailPictures>

const MailPerson = z.object({ name: z.string(), address: z.string() })

export const MailDetails = z.object({
  from: MailPerson.nullable(),
  to: z.array(MailPerson),
  cc: z.array(MailPerson),
  subject: z.string(),
  verdict: MailVerdict,
  /** Quotes of earlier mails, taken out of the message's text. */
  quoted: z.string(),
  signature: z.string(),
  html: MailHtml,
  /** Why it was ignored or could not be read. */
  reason: z.string().nullable(),
  /** Parts that were too much, by name. */
  cut: z.array(z.string()),
})
export type MailDetails = z.infer<typeof MailDetails>

/** A mail behind an entry of a conversation. */
export const MailOfConversation = MailDetails.extend({
  id: Id,
  seq: z.int().nullable(),
  state: MailState,
  receivedAt: Instant,
  size: z.int(),
})
export type MailOfConversation = z.infer<typeof MailOfConversation>

/** Whether answers in a conversation by mail reach its customer, and if not, what is missing. */
export const AnswersByMail = z.enum(['go_out', 'no_mail_server', 'no_address'])
export type AnswersByMail = z.infer<typeof AnswersByMail>

/**
 * An answer that did not arrive at one of its readers: sent back by the reader's server, or never taken by any. One message may
 * have several.
 */
export const FailedMail = z.object({
  /** Of the message that it carried. */
  seq: z.int(),
  address: z.string(),
  /** RFC 3463, like `5.1.1`, or what the server answered, like `550`. */
  status: z.string().nullable(),
})
export type FailedMail = z.infer<typeof FailedMail>

export const ResendMail = z.object({
  /** Whom it did not reach; the first of them when left out. */
  address: EmailAddress.optional(),
  /** Where it is to go; to the same address when left out. */
  to: EmailAddress.optional(),
})

export const MailsOfConversation = z.object({
  mails: z.array(MailOfConversation),
  failed: z.array(FailedMail),
  answers: AnswersByMail,
  /** Answers that went to more than the customer, or under another name. */
  sent: z.array(SentAnswer),
  senders: z.array(PossibleSender),
  /** Of the desk's own: nobody to send copies to. */
  own: z.array(z.string()),
})
export type MailsOfConversation = z.infer<typeof MailsOfConversation>

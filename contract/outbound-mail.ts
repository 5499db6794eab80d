// Mail on its way out: further recipients, names to answer under, keys to sign with, and mails sent on.
import { z } from 'zod'
import { EmailAddress, Id, Instant, LocaleTag, limits } from './common.ts'
import { AppendByStaff } from './conversations.ts'

const signature = z.string().trim().max(2_000)

/** A name under which a mailbox also answers. */
export const SaveIdentity = z.object({
  name: z.string().trim().min(1).max(limits.name),
  address: EmailAddress.max(120),
  /** Whose answers take it unasked; null leaves it to be chosen. */
  teamId: Id.nullable().default(null),
  /** Below each answer, by the customer's language; the mailbox's own where there is none. */
  signatures: z.record(LocaleTag, signature).default({}),
})
export type SaveIdentity = z.infer<typeof SaveIdentity>
export const SenderIdentity = SaveIdentity.extend({ id: Id })
export type SenderIdentity = z.infer<typeof SenderIdentity>

/** Beside the customer. */
export const mostCopies = 20
const Copies = z.array(EmailAddress).max(mostCopies).default([])

/** `usual`: the identity of the conversation's team, or the mailbox; else one identity by its id. */
export const AnswerSender = z.union([z.literal('usual'), z.literal('mailbox'), Id])
export type AnswerSender = z.infer<typeof AnswerSender>

/** An answer with more than a text: others get it too, or it comes from another name. */
export const AnswerByMail = AppendByStaff.omit({ kind: true, mentions: true }).extend({
  cc: Copies,
  /** Nobody learns of them but the desk. */
  bcc: Copies,
  sender: AnswerSender.default('usual'),
})
export type AnswerByMail = z.infer<typeof AnswerByMail>

/** Who gets an answer beside the customer, and as whom it was sent. */
export const SentAnswer = z.object({
  /** Of the message. */
  clientId: Id,
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  /** Null for the usual one. */
  sender: z.string().nullable(),
})
export type SentAnswer = z.infer<typeof SentAnswer>

/** As whom an answer can be sent. */
export const PossibleSender = z.object({
  sender: AnswerSender,
  name: z.string(),
  address: z.string(),
  /** What `usual` stands for. */
  usual: z.boolean(),
})
export type PossibleSender = z.infer<typeof PossibleSender>

export const ForwardMail = z.object({
  clientId: Id.describe('Made by the client; sending the same one again is harmless.'),
  to: EmailAddress,
  comment: z.string().trim().max(limits.message).default(''),
  /** The message to send on; null for all that desk and customer wrote. */
  seq: z.int().positive().nullable().default(null),
})
export type ForwardMail = z.infer<typeof ForwardMail>

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(new RegExp(`^(${label}\\.)+${label}$`))

/** A key of 2048 bits RSA is made by the desk. */
export const MakeDkimKey = z.object({
  domain: Domain,
  /** Where the name system has the public half: `<selector>._domainkey.<domain>`. */
  selector: z
    .string()
    .trim()
    .toLowerCase()
    .max(63)
    .regex(new RegExp(`^${label}$`))
    .default('ballast'),
})

/** What stands there: the key, something else, or nothing. */
export const dkimFounds = ['key', 'other', 'nothing'] as const
export const DkimFound = z.enum(dkimFounds)
export type DkimFound = z.infer<typeof DkimFound>

export const DkimKey = z.object({
  id: Id,
  domain: z.string(),
  selector: z.string(),
  /** The TXT record to publish. */
  record: z.object({ name: z.string(), value: z.string() }),
  /** Whether mail of the domain is signed with it. */
  active: z.boolean(),
  createdAt: Instant,
  checkedAt: Instant.nullable(),
  found: DkimFound.nullable(),
})
export type DkimKey = z.infer<typeof DkimKey>

/** Mails that people get without having written, and can ask to get no more. */
export const noticeKinds = ['unread_answer'] as const
export const NoticeKind = z.enum(noticeKinds)
export type NoticeKind = z.infer<typeof NoticeKind>

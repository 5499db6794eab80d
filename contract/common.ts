// Shapes that several parts of the contract share.
import { z } from 'zod'

export const Id = z.uuid()
/** An instant as ISO 8601 in UTC. */
export const Instant = z.iso.datetime()
/** A BCP 47 language tag, such as `en`, `zh` or `pt-BR`. */
export const LocaleTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(35)
export const EmailAddress = z.email().max(254)

export const TimeZone = z.string().max(64).refine(isTimeZone, { message: 'must be an IANA time zone' })

/** Names only: Intl also takes offsets such as `+02:00`, which know no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const Done = z.object({ done: z.literal(true) })
export const done = { done: true } as const

export const limits = {
  /** Characters in one message or note. */
  message: 20_000,
  /** Bytes of one uploaded file. */
  file: 25 * 1024 * 1024,
  filesPerMessage: 10,
  subject: 200,
  name: 120,
  tag: 40,
  tagsPerConversation: 30,
} as const

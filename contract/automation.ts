// Canned replies: texts that agents insert by a shortcut. Variables such as {{customer.name}} are filled by the console.
import { z } from 'zod'
import { Id, Instant, LocaleTag, limits } from './common.ts'

export const SaveCannedReply = z.object({
  /** What is typed after `/`. */
  shortcut: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_-]{1,40}$/u),
  title: z.string().trim().min(1).max(limits.subject),
  body: z.string().trim().min(1).max(limits.message),
  /** null: for every language. */
  locale: LocaleTag.nullable().default(null),
  /** null: for every team. */
  teamId: Id.nullable().default(null),
})
export const CannedReply = SaveCannedReply.extend({ id: Id, updatedAt: Instant })
export type CannedReply = z.infer<typeof CannedReply>

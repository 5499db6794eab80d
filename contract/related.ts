// Conversations that belong together, as staff see them.
import { z } from 'zod'
import { Id, limits } from './common.ts'
import { Conversation, StaffEntry } from './conversations.ts'

/** Another conversation; of one that the reader may not see, the number alone. */
export const Other = z.object({ number: z.int(), conversation: Conversation.nullable() })
export type Other = z.infer<typeof Other>

export const Related = z.object({
  /** Where this one goes on. */
  mergedInto: Other.nullable(),
  /** Those that go on in this one, in the order in which they came. */
  merged: z.array(Other),
  links: z.array(Other),
  /** The one that this was made from, by copies of some of its messages. */
  splitFrom: Other.nullable(),
  splitInto: z.array(Other),
  /** Of a question to others: what it is about. */
  sideOf: Other.nullable(),
  /** Open requests of the same customer that say nearly the same; the newer one is for merging into the older one. */
  same: z.array(Conversation),
})
export type Related = z.infer<typeof Related>

const number = z.int().positive().describe('The number by which people call a conversation.')
export const MergeInto = z.object({ into: number })
export const LinkTo = z.object({ number })

export const SplitOff = z.object({
  clientId: Id.describe('Made by the client; sending the same one again is harmless.'),
  /** Of messages of the customer's. */
  seqs: z.array(z.int().positive()).min(1).max(50),
  subject: z.string().trim().max(limits.subject).nullish(),
})
export type SplitOff = z.infer<typeof SplitOff>

const noteBody = z
  .string()
  .min(1)
  .describe(`At most ${limits.message} characters; refused as message_too_long beyond.`)
export const Ask = z
  .object({
    clientId: Id.describe('Made by the client; sending the same one again is harmless.'),
    teamId: Id.nullish().describe('Whom to ask: a team, or else a colleague.'),
    staffId: Id.nullish(),
    subject: z.string().trim().min(1).max(limits.subject),
    body: noteBody,
  })
  .refine(({ teamId, staffId }) => Boolean(teamId) !== Boolean(staffId), {
    path: ['teamId'],
    message: 'either a team or a colleague',
  })
export type Ask = z.infer<typeof Ask>
export const WriteToSide = z.object({ clientId: Id, body: noteBody })
export type WriteToSide = z.infer<typeof WriteToSide>

/** Questions to other teams and to colleagues about a conversation, oldest first. */
export const Sides = z.object({ sides: z.array(Conversation) })
/** The newest of what was said in it. */
export const SideThread = z.object({ conversation: Conversation, entries: z.array(StaffEntry) })

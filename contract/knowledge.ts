// What stands around the articles: the tree of topics, the fee table, the words that mean the same, and what people look for.
import { z } from 'zod'
import { Slug } from './articles.ts'
import { Id, Instant, LocaleTag } from './common.ts'
import { Topic } from './conversations.ts'

const Names = z.record(LocaleTag, z.string().trim().max(120))

export const SaveArticleTopic = z.object({
  slug: Slug,
  parentId: Id.nullable(),
  /** Among its siblings, the smallest first. */
  place: z.int().min(0).max(10_000),
  /** By language; at least one. */
  names: Names.refine(names => Object.values(names).some(name => name !== ''), { message: 'needs a name' }),
  descriptions: z.record(LocaleTag, z.string().trim().max(300)),
  /** Conversations of this topic count as contacts about it. */
  contactTopic: Topic.nullable(),
})
export type SaveArticleTopic = z.infer<typeof SaveArticleTopic>

export const ArticleTopic = SaveArticleTopic.extend({ id: Id, articles: z.int() })
export type ArticleTopic = z.infer<typeof ArticleTopic>

/** A decimal number as it is to be read, with all its digits, and `%` where it is a share. */
const Amount = z.string().regex(/^\d{1,20}(\.\d{1,18})?%?$/)

export const SaveFee = z.object({
  asset: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,20}$/),
  network: z.string().trim().min(1).max(60),
  /** What a deposit costs; null where it isn't possible. */
  deposit: Amount.nullable(),
  /** What a withdrawal costs; null where it isn't possible. */
  withdrawal: Amount.nullable(),
  leastDeposit: Amount.nullable(),
  leastWithdrawal: Amount.nullable(),
  /** A remark by language, such as a pause of the network. */
  note: z.record(LocaleTag, z.string().trim().max(200)).default({}),
})
export type SaveFee = z.infer<typeof SaveFee>

/** A line as it comes from a spreadsheet: the remark of the one it replaces stays. */
export const FeeLine = SaveFee.omit({ note: true })
export type FeeLine = z.infer<typeof FeeLine>

export const SaveFees = z.object({
  fees: z
    .array(FeeLine)
    .min(1)
    .max(1_000)
    .refine(fees => new Set(fees.map(fee => `${fee.asset} ${fee.network}`)).size === fees.length, {
      message: 'must have each asset and network once',
    }),
})

export const Fee = SaveFee.extend({ id: Id, updatedAt: Instant })
export type Fee = z.infer<typeof Fee>

export const SaveConcept = z.object({
  name: z
    .string()
    .max(60)
    .regex(/^[a-z0-9][a-z0-9-]*$/),
  /** How much it says about what a text is about: 1 as usual; words of weight 0 say nothing. */
  weight: z.number().min(0).max(3).default(1),
  /** Words and phrases by language, each meaning the same to a search. */
  words: z.record(LocaleTag, z.array(z.string().trim().min(1).max(60)).max(1_000)),
})
export type SaveConcept = z.infer<typeof SaveConcept>

/** `shipped`: it came with the desk; `changed`: and has been changed since. */
export const Concept = SaveConcept.extend({ id: Id, shipped: z.boolean(), changed: z.boolean() })
export type Concept = z.infer<typeof Concept>

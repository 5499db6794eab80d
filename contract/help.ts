// Articles before contact: what widgets, the site and programs ask the help centre while somebody types, and what they read.
import { z } from 'zod'
import { ArticleKind, Slug } from './articles.ts'
import { Id, Instant, LocaleTag } from './common.ts'

/** Where somebody looks for an answer. */
export const searchPlaces = ['widget', 'form', 'site', 'console'] as const
export const SearchPlace = z.enum(searchPlaces)
export type SearchPlace = z.infer<typeof SearchPlace>

/** Text in pieces; joined they are the text. `hit`: it answers what was typed. Never HTML. */
const Pieces = z.array(z.object({ text: z.string(), hit: z.boolean() }))

export const HelpArticleRow = z.object({
  id: Id,
  slug: Slug,
  kind: ArticleKind,
  /** The language it is written in: the reader's own where there is a text. */
  locale: LocaleTag,
  title: z.string(),
  summary: z.string(),
  /** Its page, whole. */
  url: z.string(),
})
export type HelpArticleRow = z.infer<typeof HelpArticleRow>

export const HelpHit = HelpArticleRow.extend({ titlePieces: Pieces, summaryPieces: Pieces })
export type HelpHit = z.infer<typeof HelpHit>

export const HelpSearchQuery = z.object({
  q: z.string().trim().min(1).max(1_000),
  locale: LocaleTag.default('en'),
  limit: z.coerce.number().int().min(1).max(10).default(3),
  /** Made by the client, one for each matter somebody types about: a later text of the same one takes the place of the earlier. */
  searchId: Id.optional(),
  place: z.enum(['widget', 'form']).default('widget'),
})
export type HelpSearchQuery = z.infer<typeof HelpSearchQuery>

/** `searchId` goes along with what is opened then, and with the conversation that is begun all the same. */
export const HelpSearch = z.object({ searchId: Id, hits: z.array(HelpHit) })

/** What the widget shows before anybody types. */
export const HelpHome = z.object({
  popular: z.array(HelpArticleRow),
  /** Pinned ones that hold now. */
  announcements: z.array(HelpArticleRow.extend({ startsAt: Instant, endsAt: Instant.nullable() })),
})
export type HelpHome = z.infer<typeof HelpHome>

export const HelpArticle = HelpArticleRow.extend({
  /** Safe as it is: made by the desk from a list of elements and attributes. */
  html: z.string(),
  reviewedAt: Instant.nullable(),
})
export type HelpArticle = z.infer<typeof HelpArticle>

export const voteReasons = ['unclear', 'wrong', 'outdated', 'not_solved', 'too_long', 'other'] as const
export const HelpVote = z.object({
  /** The language that was read. */
  locale: LocaleTag,
  helpful: z.boolean(),
  reason: z.enum(voteReasons).nullish(),
  comment: z.string().max(1_000).optional(),
})

// What the desk proposes to those who write articles: drafts from replies, and gaps that agents fill by hand.
import { z } from 'zod'
import { ArticleContent, TextState } from './articles.ts'
import { Id, Instant, LocaleTag } from './common.ts'
import { Topic } from './conversations.ts'

/** What an article could say: to be read and corrected before it is made. */
export const ArticleProposal = z.object({
  locale: LocaleTag,
  /** The desk's languages. */
  locales: z.array(LocaleTag),
  content: ArticleContent.extend({ title: z.string() }),
})
export type ArticleProposal = z.infer<typeof ArticleProposal>

/** The proposal as it was corrected. */
export const MakeArticle = z.object({ locale: LocaleTag, content: ArticleContent })
export type MakeArticle = z.infer<typeof MakeArticle>

const Origin = z.object({ id: Id, number: z.int() })

/** A question that agents answered by hand, again and again. Its words are cleaned of what belongs to one person. */
export const ArticleGap = z.object({
  id: Id,
  question: z.string(),
  answer: z.string(),
  /** Different people who asked in the last 30 days. */
  people: z.int(),
  /** How many of them in each language, the most first. */
  languages: z.array(z.object({ language: z.string(), people: z.int() })),
  /** When the first of them asked, and the last. */
  since: Instant,
  latest: Instant,
  /** What most of these conversations are about. */
  topic: Topic.nullable(),
  /** The newest of them, as far as the reader may see them. */
  conversations: z.array(Origin),
  isDismissed: z.boolean(),
  /** The article that was made for it. */
  articleId: Id.nullable(),
})
export type ArticleGap = z.infer<typeof ArticleGap>

export const GapQuery = z.object({ dismissed: z.stringbool().default(false), topic: Topic.optional() })
export type GapQuery = z.infer<typeof GapQuery>

/** An article that was made from a reply. */
export const ArticleSource = z.object({
  articleId: Id,
  title: z.string(),
  locale: LocaleTag,
  state: TextState,
  by: z.string().nullable(),
  at: Instant,
  /** Null for who may not see it. */
  conversation: Origin.extend({ seq: z.int() }).nullable(),
})
export type ArticleSource = z.infer<typeof ArticleSource>

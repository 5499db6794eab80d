// One search: conversations by what was said and by what they are, their customers, and articles.
import { z } from 'zod'
import { ArticleKind } from './articles.ts'
import { Id, Instant, LocaleTag, limits } from './common.ts'
import { ChannelName, Conversation, CustomerSummary, statuses } from './conversations.ts'

/** Characters of what is looked for; of more, the rest is left out. */
const words = z.string().max(2_000)

const whose = z.union([z.literal('none'), Id])

/** Which conversations; what isn't given doesn't matter. */
export const SearchFilters = z.object({
  status: z.enum(['active', ...statuses]).optional(),
  channel: ChannelName.optional(),
  team: whose.optional(),
  assignee: z.union([z.literal('me'), whose]).optional(),
  tag: z.string().min(1).max(limits.tag).optional(),
  locale: LocaleTag.optional().describe('Of the conversation; `zh` stands for `zh-TW` as well.'),
  from: Instant.optional().describe('Said at this instant or later.'),
  to: Instant.optional().describe('Said before this instant.'),
  files: z.literal('true').optional().describe('Only conversations with files.'),
  customer: Id.optional(),
})
export type SearchFilters = z.infer<typeof SearchFilters>

export const SearchConversations = SearchFilters.extend({
  q: words.default(''),
  cursor: z.string().max(80).optional(),
})
export type SearchConversations = z.infer<typeof SearchConversations>

export const Pieces = z.array(z.object({ text: z.string(), hit: z.boolean() }))

export const ConversationHits = z.object({
  /** The newest first, one for each conversation. */
  hits: z.array(z.object({ conversation: Conversation, seq: z.int(), snippet: Pieces })),
  next: z.string().nullable(),
  /** How far back was looked, where that is not all the way and `next` goes on from there. */
  back: Instant.nullable(),
})

export const SearchText = z.object({ q: words.default('') })

export const CustomerHits = z.object({
  /** Those who are exactly meant first. */
  customers: z.array(CustomerSummary),
})

export const ArticleHits = z.object({
  articles: z.array(
    z.object({
      id: Id,
      kind: ArticleKind,
      locale: LocaleTag,
      /** Where everybody reads it. */
      url: z.url(),
      title: Pieces,
      summary: Pieces,
    }),
  ),
  total: z.int(),
})

// What editors learn from readers: what is looked for in vain, what leaves people unhappy, and who wrote all the same.
import { z } from 'zod'
import { Slug } from './articles.ts'
import { Id, Instant, LocaleTag } from './common.ts'
import { Topic } from './conversations.ts'

const mostDays = 366

/** Days in UTC, the last one included; a year at most. */
export const ReportRange = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < mostDays * 86_400_000, {
    path: ['to'],
    message: 'must be after from, by a year at most',
  })
export type ReportRange = z.infer<typeof ReportRange>

const About = z.object({ id: Id, slug: Slug, title: z.string() })

export const ArticleReport = z.object({
  /** What was looked for and not found, the most frequent first. Spellings of the same words are one. */
  gaps: z.array(z.object({ query: z.string(), count: z.int(), locales: z.record(LocaleTag, z.int()) })),
  /** The most unhappy votes first. */
  unhappy: z.array(
    About.extend({
      views: z.int(),
      helpful: z.int(),
      unhelpful: z.int(),
      reasons: z.record(z.string(), z.int()),
      /** The newest. */
      comments: z.array(z.object({ at: Instant, locale: LocaleTag, text: z.string() })),
    }),
  ),
  /** After how many searches it was opened, and after how many of those they wrote all the same. */
  contacts: z.array(About.extend({ opened: z.int(), contacted: z.int() })),
  /** Every day of the range. Deflected: something was opened, and nobody wrote within a day; known a day later. */
  days: z.array(
    z.object({
      day: z.iso.date(),
      searches: z.int(),
      opened: z.int(),
      contacted: z.int(),
      deflected: z.int(),
    }),
  ),
  /** By agents, by hand; each message once. */
  sent: z.array(About.extend({ count: z.int() })),
})
export type ArticleReport = z.infer<typeof ArticleReport>

/** Topics of the help centre and how many conversations began about theirs. */
export const TopicContacts = z.object({
  topics: z.array(
    z.object({ id: Id, names: z.record(LocaleTag, z.string()), contactTopic: Topic, contacts: z.int() }),
  ),
})
export type TopicContacts = z.infer<typeof TopicContacts>

// Articles of the help centre, as those see them who write and review them.
import { z } from 'zod'
import { Id, Instant, LocaleTag } from './common.ts'

export const articleKinds = [
  'faq',
  'guide',
  'troubleshooting',
  'fees',
  'api',
  'video',
  'policy',
  'blog',
  'announcement',
] as const
export const ArticleKind = z.enum(articleKinds)
export type ArticleKind = z.infer<typeof ArticleKind>

export const articleLevels = ['beginner', 'intermediate', 'advanced'] as const
export const ArticleLevel = z.enum(articleLevels)
export type ArticleLevel = z.infer<typeof ArticleLevel>

export const announcementTypes = ['maintenance', 'listing', 'feature', 'event', 'market'] as const
export const AnnouncementType = z.enum(announcementTypes)
export type AnnouncementType = z.infer<typeof AnnouncementType>

/** How far the newest revision of a text has come. */
export const textStates = ['draft', 'in_review', 'approved', 'published'] as const
export const TextState = z.enum(textStates)
export type TextState = z.infer<typeof TextState>

/** A part of an address: lower-case letters, digits and single hyphens. */
export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** What an article says in one language; the body is Markdown (docs/articles.md). `questions` are asked with other words. */
export const ArticleContent = z.object({
  title: z.string().trim().min(1).max(150),
  summary: z.string().trim().max(300),
  body: z.string().max(100_000),
  questions: z.array(z.string().trim().min(1).max(200)).max(20),
})
export type ArticleContent = z.infer<typeof ArticleContent>

export const contentFields = ['title', 'summary', 'body', 'questions'] as const
export type ContentField = (typeof contentFields)[number]

/** When something is announced for; without an end it holds until it is taken back. */
export const Announcement = z
  .object({
    type: AnnouncementType,
    startsAt: Instant,
    endsAt: Instant.nullable(),
    pinned: z.boolean(),
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || Date.parse(endsAt) > Date.parse(startsAt), {
    path: ['endsAt'],
    message: 'must be after startsAt',
  })
export type Announcement = z.infer<typeof Announcement>

/** What holds for an article in every language. */
const settings = {
  /** Where it is found; the former ones lead there. */
  slug: Slug,
  kind: ArticleKind,
  level: ArticleLevel,
  topicId: Id.nullable(),
  ownerId: Id.nullable(),
  related: z.array(Id).max(12),
  /** After so many days without review it is on its owner's list. */
  reviewEveryDays: z.int().min(1).max(1_000).nullable(),
  /** Only with the kind `announcement`, and always with it. */
  announcement: Announcement.nullable(),
}
export const ArticleSettings = z.object(settings)
export type ArticleSettings = z.infer<typeof ArticleSettings>

export const NewArticle = z.object({
  ...ArticleSettings.partial().shape,
  kind: ArticleKind,
  locale: LocaleTag,
  content: ArticleContent,
})
export type NewArticle = z.infer<typeof NewArticle>

export const ChangeArticle = z.object({
  version: z.int(),
  settings: ArticleSettings.partial(),
})
export type ChangeArticle = z.infer<typeof ChangeArticle>

/** Content as it was written on top of the revision `base`; 0 for the first one of a language. */
export const SaveText = z.object({
  base: z.int().min(0),
  content: ArticleContent,
  /** The revision of the original that a translation goes by. */
  translatedFrom: z.int().nullable().default(null),
  note: z.string().trim().max(300).optional(),
})
export type SaveText = z.infer<typeof SaveText>

/** `merged`: somebody else had saved meanwhile, and both have what they wrote. */
export const SavedText = z.object({ revision: z.int(), merged: z.boolean(), content: ArticleContent })
export type SavedText = z.infer<typeof SavedText>

/** A stretch on which two writers agree, or what each has made of it. */
export const MergeBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same'), text: z.string() }),
  z.object({ kind: z.literal('conflict'), yours: z.string(), theirs: z.string() }),
])
export type MergeBlock = z.infer<typeof MergeBlock>

/** The details of `edit_conflict`: what to decide, field by field, on top of the revision `newest`. */
export const EditConflict = z.object({
  newest: z.int(),
  by: z.string().nullable(),
  at: Instant,
  merge: z.record(z.enum(contentFields), z.array(MergeBlock)),
})
export type EditConflict = z.infer<typeof EditConflict>

const Writer = z.object({ id: Id, name: z.string() })

export const ArticleText = z.object({
  locale: LocaleTag,
  state: TextState,
  newest: z.int(),
  content: ArticleContent,
  savedAt: Instant,
  /** The one that the public reads. */
  published: z.int().nullable(),
  publishedAt: Instant.nullable(),
  /** When the approved revision will be published. */
  publishAt: Instant.nullable(),
  translatedFrom: z.int().nullable(),
  /** It translates an older revision than the one that the public reads. */
  outdated: z.boolean(),
  /** Who wrote what is not published yet: none of them may approve it. */
  authors: z.array(Writer),
})
export type ArticleText = z.infer<typeof ArticleText>

export const Affected = z.object({ note: z.string(), at: Instant })

export const Article = ArticleSettings.extend({
  id: Id,
  version: z.int(),
  originalLocale: LocaleTag,
  /** Former slugs. */
  redirects: z.array(Slug),
  reviewedAt: Instant.nullable(),
  reviewDue: Instant.nullable(),
  affected: Affected.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  archivedAt: Instant.nullable(),
  texts: z.array(ArticleText),
})
export type Article = z.infer<typeof Article>

/** A line of the list of articles. */
export const ArticleRow = z.object({
  id: Id,
  slug: Slug,
  kind: ArticleKind,
  level: ArticleLevel,
  topicId: Id.nullable(),
  owner: Writer.nullable(),
  originalLocale: LocaleTag,
  /** In the reader's language where there is one, else in the original's. */
  title: z.string(),
  texts: z.array(
    z.object({ locale: LocaleTag, state: TextState, published: z.boolean(), outdated: z.boolean() }),
  ),
  reviewDue: Instant.nullable(),
  affected: Affected.nullable(),
  updatedAt: Instant,
  archived: z.boolean(),
})
export type ArticleRow = z.infer<typeof ArticleRow>

export const ArticleQuery = z.object({
  /** Words of titles and summaries, drafts too. */
  q: z.string().max(200).optional(),
  kind: ArticleKind.optional(),
  topicId: Id.optional(),
  state: TextState.optional(),
  /** Articles without a text in this language. */
  missing: LocaleTag.optional(),
  ownerId: Id.optional(),
  /** To be looked at: review due, affected by a change, or a translation outdated. */
  attention: z.stringbool().optional(),
  /** Only these, parted by commas; archived ones too. */
  ids: z
    .string()
    .max(1_000)
    .transform(ids => ids.split(','))
    .pipe(z.array(Id).min(1).max(25))
    .optional(),
  archived: z.stringbool().optional(),
  after: Id.optional(),
})
export type ArticleQuery = z.infer<typeof ArticleQuery>

export const Revision = z.object({
  number: z.int(),
  by: z.string().nullable(),
  at: Instant,
  note: z.string().nullable(),
  /** Whether the public reads this one. */
  published: z.boolean(),
})
export type Revision = z.infer<typeof Revision>

export const DiffPart = z.object({ text: z.string(), change: z.enum(['same', 'added', 'removed']) })
export const RevisionDiff = z.array(z.object({ field: z.enum(contentFields), parts: z.array(DiffPart) }))
export type RevisionDiff = z.infer<typeof RevisionDiff>

export const reviewSteps = [
  'submitted',
  'changes_asked',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'confirmed',
  'affected',
] as const
export const ReviewStep = z.object({
  step: z.enum(reviewSteps),
  locale: LocaleTag.nullable(),
  revision: z.int().nullable(),
  by: z.string().nullable(),
  at: Instant,
  note: z.string().nullable(),
})
export type ReviewStep = z.infer<typeof ReviewStep>

/** A decision about the revision that was looked at; another one meanwhile is `stale_version`. */
export const Review = z.object({ revision: z.int(), note: z.string().trim().max(1_000).optional() })
export const AskChanges = Review.extend({ note: z.string().trim().min(1).max(1_000) })
export const Publish = z.object({
  revision: z.int(),
  /** Later, by the desk's clock; at once when left out. */
  at: Instant.optional(),
  /** Nothing that a translation has to follow. */
  minor: z.boolean().default(false),
})
export type Publish = z.infer<typeof Publish>

/** Several articles that a change of the exchange makes doubtful. */
export const MarkAffected = z.object({
  articleIds: z.array(Id).min(1).max(500),
  note: z.string().trim().min(1).max(300),
})

/** A picture, a film or captions; `url` is where everybody may see it. */
export const ArticleFile = z.object({
  id: Id,
  url: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  /** Of pictures, in pixels. */
  width: z.int().nullable(),
  height: z.int().nullable(),
})
export type ArticleFile = z.infer<typeof ArticleFile>

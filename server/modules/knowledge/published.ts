// What the public reads: published texts of articles that are not archived, in the reader's language or the original's.
import { type SqlBool, sql } from 'kysely'
import type {
  AnnouncementType,
  ArticleContent,
  ArticleKind,
  ArticleLevel,
} from '../../../contract/articles.ts'
import type { ReadContext } from '../../platform/context.ts'

type Reader = Pick<ReadContext, 'db' | 'run' | 'now'>

/** An article as lists show it. `locale` is the language it is shown in, the reader's own where there is a text. */
export interface Listed {
  id: string
  slug: string
  kind: ArticleKind
  level: ArticleLevel
  topicId: string | null
  locale: string
  title: string
  summary: string
  publishedAt: Date
  announces: { type: AnnouncementType; startsAt: Date; endsAt: Date | null; pinned: boolean } | null
}

export interface PublishedArticle extends Listed {
  revision: number
  content: ArticleContent
  firstPublishedAt: Date
  /** When it was last found right, whether or not it was changed then. */
  reviewedAt: Date | null
  /** The languages that it can be read in. */
  locales: string[]
  related: Listed[]
}

/** The article, or the slug that it has now, or undefined where there is nothing for the public. */
export async function publishedArticle(
  ctx: Reader,
  slug: string,
  locale: string,
): Promise<PublishedArticle | { movedTo: string } | undefined> {
  const [row] = await select(ctx, locale, { slug })
  if (!row) return movedArticle(ctx, slug)
  const { number, body, questions, first_published_at: first, reviewed_at: reviewed, related } = row
  return {
    ...listed(row),
    revision: number,
    content: { title: row.title, summary: row.summary, body, questions },
    firstPublishedAt: first,
    reviewedAt: reviewed,
    locales: row.locales,
    related: related.length === 0 ? [] : await publishedArticles(ctx, locale, { ids: related }),
  }
}

export interface Choice {
  ids?: readonly string[]
  slug?: string
  kinds?: readonly ArticleKind[]
  topicIds?: readonly string[]
  /** Announcements that hold now, or begin later. */
  current?: boolean
  /** Only those in the reader's own language. */
  own?: boolean
  /** Published before this instant. */
  before?: Date
  limit?: number
}

/** The last published first, or in the order of `ids` where they are given. At most 1,000. */
export async function publishedArticles(ctx: Reader, locale: string, choice: Choice): Promise<Listed[]> {
  const rows = (await select(ctx, locale, choice)).map(listed)
  const { ids } = choice
  return ids ? rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)) : rows
}

interface Row {
  id: string
  slug: string
  kind: ArticleKind
  level: ArticleLevel
  topic_id: string | null
  announces: AnnouncementType | null
  starts_at: Date | null
  ends_at: Date | null
  pinned: boolean
  reviewed_at: Date | null
  related: string[]
  locale: string
  locales: string[]
  number: number
  title: string
  summary: string
  body: string
  questions: string[]
  published_at: Date
  first_published_at: Date
}

const listed = (row: Row): Listed => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  level: row.level,
  topicId: row.topic_id,
  locale: row.locale,
  title: row.title,
  summary: row.summary,
  publishedAt: row.published_at,
  announces:
    row.announces && row.starts_at
      ? { type: row.announces, startsAt: row.starts_at, endsAt: row.ends_at, pinned: row.pinned }
      : null,
})

const mostListed = 1_000

async function select(ctx: Reader, locale: string, choice: Choice): Promise<Row[]> {
  const { ids, slug, kinds, topicIds, current, own, before, limit } = choice
  const conditions = [
    ids && sql`a.id = any(${[...ids]}::uuid[])`,
    slug !== undefined && sql`a.slug = ${slug}`,
    kinds && sql`a.kind = any(${[...kinds]}::text[])`,
    topicIds && sql`a.topic_id = any(${[...topicIds]}::uuid[])`,
    current && sql`a.announces is not null and (a.ends_at is null or a.ends_at > ${ctx.now})`,
    own && sql`t.locale = ${locale}`,
    before && sql`t.published_at < ${before}`,
  ].filter(condition => condition !== undefined && condition !== false)
  const where = sql.join(
    conditions.map(condition => sql`and ${condition}`),
    sql` `,
  )
  // Bodies are large and lists don't show them.
  const body = slug === undefined ? sql`''` : sql`r.body`
  const { rows } = await sql<Row>`
    select a.id, a.slug, a.kind, a.level, a.topic_id, a.announces, a.starts_at, a.ends_at, a.pinned, a.reviewed_at, a.related,
      t.locale, t.published_at, t.first_published_at, r.number, r.title, r.summary, ${body} as body, r.questions,
      array(select locale from article_texts o where o.article_id = a.id and o.published is not null order by locale) as locales
    from articles a
    join lateral (
      select * from article_texts t where t.article_id = a.id and t.published is not null
      order by t.locale <> ${locale}, t.locale <> a.original_locale, t.locale limit 1
    ) t on true
    join article_revisions r on (r.article_id, r.locale, r.number) = (t.article_id, t.locale, t.published)
    where a.archived_at is null ${where}
    order by t.published_at desc, a.id desc
    limit ${Math.min(limit ?? mostListed, mostListed)}`.execute(ctx.db)
  return rows
}

async function movedArticle({ db }: Reader, slug: string): Promise<{ movedTo: string } | undefined> {
  const row = await db
    .selectFrom('article_redirects as r')
    .innerJoin('articles as a', 'a.id', 'r.article_id')
    .select('a.slug')
    .where('r.slug', '=', slug)
    .where('a.archived_at', 'is', null)
    .where(
      sql<SqlBool>`exists (select from article_texts t where t.article_id = a.id and t.published is not null)`,
    )
    .executeTakeFirst()
  return row && { movedTo: row.slug }
}

// What is public as a whole: how much there is under each topic, every address, and where links in articles lead.
import { sql } from 'kysely'
import type { ArticleKind } from '../../../contract/articles.ts'
import type { ReadContext } from '../../platform/context.ts'

type Reader = Pick<ReadContext, 'db'>

/** Kinds that help with something, as against what is only news. */
export const helpfulKinds = [
  'faq',
  'guide',
  'troubleshooting',
  'fees',
  'api',
  'video',
  'policy',
] as const satisfies ArticleKind[]

/** Public articles of helpful kinds directly under each topic that has any. */
export async function publishedCounts({ db }: Reader): Promise<Map<string, number>> {
  const { rows } = await sql<{ topic_id: string; count: number }>`select a.topic_id, count(*)::int as count
    from articles a where a.archived_at is null and a.topic_id is not null and a.kind = any(${[...helpfulKinds]}::text[])
      and exists (select from article_texts t where t.article_id = a.id and t.published is not null)
    group by a.topic_id`.execute(db)
  return new Map(rows.map(row => [row.topic_id, row.count]))
}

export interface PublishedAddress {
  slug: string
  /** When it last changed, by language. */
  changed: Record<string, Date>
}

/** The last published first; at most `most`. */
export async function publishedAddresses({ db }: Reader, most: number): Promise<PublishedAddress[]> {
  const { rows } = await sql<{ slug: string; locales: string[]; dates: Date[] }>`
    select a.slug, array_agg(t.locale order by t.locale) as locales, array_agg(t.published_at order by t.locale) as dates
    from articles a join article_texts t on t.article_id = a.id and t.published is not null
    where a.archived_at is null group by a.id order by max(t.published_at) desc, a.id desc limit ${most}`.execute(
    db,
  )
  return rows.map(({ slug, locales, dates }) => ({
    slug,
    changed: Object.fromEntries(locales.map((locale, at) => [locale, dates[at]!])),
  }))
}

/** The articles behind slugs, former ones too, by the slug that was asked for. */
export async function linkedArticles(
  { db }: Reader,
  locale: string,
  slugs: readonly string[],
): Promise<Map<string, { slug: string; title: string }>> {
  if (slugs.length === 0) return new Map()
  const { rows } = await sql<{ asked: string; slug: string; title: string }>`
    with asked as (
      select id, slug as asked from articles where slug = any(${[...slugs]}::text[])
      union select article_id, slug from article_redirects where slug = any(${[...slugs]}::text[]))
    select asked.asked, a.slug, r.title from asked join articles a using (id)
    join lateral (
      select * from article_texts t where t.article_id = a.id and t.published is not null
      order by t.locale <> ${locale}, t.locale <> a.original_locale, t.locale limit 1
    ) t on true
    join article_revisions r on (r.article_id, r.locale, r.number) = (t.article_id, t.locale, t.published)
    where a.archived_at is null`.execute(db)
  return new Map(rows.map(({ asked, slug, title }) => [asked, { slug, title }]))
}

// Reads articles for those who write them: one with everything, and the list.
import { type SqlBool, sql } from 'kysely'
import type { Article, ArticleQuery, ArticleRow, ArticleText } from '../../../contract/articles.ts'
import type { ReadContext } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { staffNames } from '../identity/index.ts'
import type { ArticleRecord, TextRecord } from './access.ts'
import { isOutdated, reviewDue } from './rules.ts'
import { settingsOf } from './save-article.ts'

const pageSize = 50

/** An article with the newest revision of each of its texts; also an archived one. Throws not_found. */
export async function showArticle(ctx: ReadContext, id: string): Promise<Article> {
  const row = await ctx.db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const redirects = await ctx.db
    .selectFrom('article_redirects')
    .select('slug')
    .where('article_id', '=', id)
    .orderBy('slug')
    .execute()
  return {
    ...settingsOf(row),
    id,
    version: row.version,
    originalLocale: row.original_locale,
    redirects: redirects.map(({ slug }) => slug),
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    ...attentionOf(row),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
    texts: await textsOf(ctx, row),
  }
}

const attentionOf = (row: ArticleRecord) => ({
  reviewDue: reviewDue(row.reviewed_at, row.review_every_days)?.toISOString() ?? null,
  affected:
    row.affected_note !== null && row.affected_at
      ? { note: row.affected_note, at: row.affected_at.toISOString() }
      : null,
})

async function textsOf(ctx: ReadContext, article: ArticleRecord): Promise<ArticleText[]> {
  const names = await staffNames(ctx)
  const texts = await ctx.db
    .selectFrom('article_texts as t')
    .innerJoin('article_revisions as r', join =>
      join
        .onRef('r.article_id', '=', 't.article_id')
        .onRef('r.locale', '=', 't.locale')
        .onRef('r.number', '=', 't.newest'),
    )
    .selectAll('t')
    .select(['r.title', 'r.summary', 'r.body', 'r.questions', 'r.created_at', 'r.translated_from as goes_by'])
    .select(
      sql<string[]>`array(
        select distinct id from article_revisions a, unnest(array_append(a.other_authors, a.author_id)) as id
        where a.article_id = t.article_id and a.locale = t.locale and a.number > coalesce(t.published, 0) and id is not null)`.as(
        'authors',
      ),
    )
    .where('t.article_id', '=', article.id)
    // The original first, the translations by their names.
    .orderBy(sql`t.locale <> ${article.original_locale}`)
    .orderBy('t.locale')
    .execute()
  const original = texts.find(({ locale }) => locale === article.original_locale)?.published ?? null
  return texts.map(({ title, summary, body, questions, ...text }) => ({
    locale: text.locale,
    state: text.state,
    newest: text.newest,
    content: { title, summary, body, questions },
    savedAt: text.created_at.toISOString(),
    published: text.published,
    publishedAt: text.published_at?.toISOString() ?? null,
    publishAt: text.publish_at?.toISOString() ?? null,
    translatedFrom: text.goes_by,
    outdated: isOutdated(original, text.translated_from),
    authors: text.authors.map(id => ({ id, name: names.get(id) ?? '' })),
  }))
}

/** A page of the list, the newest article first. `locale` is the language in which titles are wanted. */
export async function listArticles(
  ctx: ReadContext,
  query: ArticleQuery,
  locale: string,
): Promise<{ articles: ArticleRow[]; next: string | null }> {
  const rows = await chosen(ctx, query)
  const page = rows.slice(0, pageSize)
  const texts = await titlesOf(
    ctx,
    page.map(({ id }) => id),
  )
  const names = await staffNames(ctx)
  const articles = page.map(row => rowFor(row, texts.get(row.id) ?? [], names, locale))
  return { articles, next: rows.length > pageSize ? page.at(-1)!.id : null }
}

/** These as the list shows them, in no order; without archived ones. `locale` is the language in which titles are wanted. */
export async function articleRows(
  ctx: ReadContext,
  ids: readonly string[],
  locale: string,
): Promise<ArticleRow[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('articles')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('archived_at', 'is', null)
    .execute()
  const texts = await titlesOf(ctx, [...ids])
  const names = await staffNames(ctx)
  return rows.map(row => rowFor(row, texts.get(row.id) ?? [], names, locale))
}

async function chosen(ctx: ReadContext, query: ArticleQuery): Promise<ArticleRecord[]> {
  let select = ctx.db
    .selectFrom('articles')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
  if (query.ids) select = select.where('id', 'in', query.ids)
  else select = select.where('archived_at', query.archived ? 'is not' : 'is', null)
  if (query.after) select = select.where('id', '<', query.after)
  if (query.kind) select = select.where('kind', '=', query.kind)
  if (query.topicId) select = select.where('topic_id', '=', query.topicId)
  if (query.ownerId) select = select.where('owner_id', '=', query.ownerId)
  if (query.state)
    select = select.where(
      sql<SqlBool>`exists (select from article_texts t where t.article_id = articles.id and t.state = ${query.state})`,
    )
  if (query.missing)
    select = select.where(
      sql<SqlBool>`not exists (select from article_texts t where t.article_id = articles.id and t.locale = ${query.missing})`,
    )
  if (query.q) select = select.where(hasWords(query.q))
  if (query.attention) select = select.where(wantsAttention(ctx.now))
  return select.execute()
}

const hasWords = (words: string) => {
  const pattern = `%${words.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(slug ilike ${pattern} or exists (
    select from article_texts t join article_revisions r on (r.article_id, r.locale, r.number) = (t.article_id, t.locale, t.newest)
    where t.article_id = articles.id and (r.title ilike ${pattern} or r.summary ilike ${pattern})))`
}

/** As `reviewDue` and `isOutdated` say, and those that a change affects. */
const wantsAttention = (now: Date) => sql<SqlBool>`(affected_at is not null
  or reviewed_at + make_interval(hours => 24 * review_every_days) <= ${now}
  or exists (
    select from article_texts o join article_texts t on t.article_id = o.article_id and t.locale <> o.locale
    where o.article_id = articles.id and o.locale = articles.original_locale and t.translated_from < o.published))`

type Title = TextRecord & { title: string }

async function titlesOf(ctx: ReadContext, ids: string[]): Promise<Map<string, Title[]>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('article_texts as t')
    .innerJoin('article_revisions as r', join =>
      join
        .onRef('r.article_id', '=', 't.article_id')
        .onRef('r.locale', '=', 't.locale')
        .onRef('r.number', '=', 't.newest'),
    )
    .selectAll('t')
    .select('r.title')
    .where('t.article_id', 'in', ids)
    .orderBy('t.locale')
    .execute()
  return Map.groupBy(rows, row => row.article_id)
}

function rowFor(
  row: ArticleRecord,
  texts: Title[],
  names: ReadonlyMap<string, string>,
  locale: string,
): ArticleRow {
  const original = texts.find(text => text.locale === row.original_locale)
  const shown = texts.find(text => text.locale === locale) ?? original ?? texts[0]
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    level: row.level,
    topicId: row.topic_id,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: names.get(row.owner_id) ?? '' },
    originalLocale: row.original_locale,
    title: shown?.title ?? row.slug,
    texts: texts.map(text => ({
      locale: text.locale,
      state: text.state,
      published: text.published !== null,
      outdated: isOutdated(original?.published ?? null, text.translated_from),
    })),
    ...attentionOf(row),
    updatedAt: row.updated_at.toISOString(),
    archived: row.archived_at !== null,
  }
}

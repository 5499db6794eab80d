// The only way to articles and their texts for a change: there, not archived, and locked until the transaction ends.
import type { Selectable } from 'kysely'
import type { ArticleContent } from '../../../contract/articles.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import type { ArticlesTable, ArticleTextsTable } from './tables.ts'

export type ArticleRecord = Selectable<ArticlesTable>
export type TextRecord = Selectable<ArticleTextsTable>

/** Everything that changes an article or its texts locks the article first. Throws not_found. */
export async function lockArticle(ctx: Context, id: string): Promise<ArticleRecord> {
  const row = await ctx.db
    .selectFrom('articles')
    .selectAll()
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export const textOf = (
  { db }: ReadContext,
  articleId: string,
  locale: string,
): Promise<TextRecord | undefined> =>
  db
    .selectFrom('article_texts')
    .selectAll()
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .executeTakeFirst()

/** A text for a decision about `revision`. Throws not_found, or stale_version when that isn't the newest one any more. */
export async function lockText(
  ctx: Context,
  { articleId, locale }: TextAddress,
  revision: number,
): Promise<{ article: ArticleRecord; text: TextRecord }> {
  const article = await lockArticle(ctx, articleId)
  const text = await textOf(ctx, articleId, locale)
  if (!text) throw notFound()
  if (text.newest !== revision) throw new AppError('stale_version')
  return { article, text }
}

export interface TextAddress {
  articleId: string
  locale: string
}

/** What a revision says. Throws not_found. */
export async function contentOf(
  { db }: ReadContext,
  { articleId, locale }: TextAddress,
  number: number,
): Promise<ArticleContent> {
  const row = await db
    .selectFrom('article_revisions')
    .select(['title', 'summary', 'body', 'questions'])
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

// What a text said at any time: the list, one of them, what changed between two, and the way back.
import type {
  ArticleContent,
  ReviewStep,
  Revision,
  RevisionDiff,
  SavedText,
} from '../../../contract/articles.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { staffNames } from '../identity/index.ts'
import { contentOf, lockText, type TextAddress, textOf } from './access.ts'
import { authorsOf } from './authors.ts'
import { diff } from './diff.ts'
import { saveText } from './save-text.ts'

/** The newest first. Throws not_found. */
export async function listRevisions(ctx: ReadContext, address: TextAddress): Promise<Revision[]> {
  const text = await textOf(ctx, address.articleId, address.locale)
  if (!text) throw notFound()
  const names = await staffNames(ctx)
  const rows = await ctx.db
    .selectFrom('article_revisions')
    .select(['number', 'author_id', 'created_at', 'note'])
    .where('article_id', '=', address.articleId)
    .where('locale', '=', address.locale)
    .orderBy('number', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ number, author_id: author, created_at: at, note }) => ({
    number,
    by: author && (names.get(author) ?? null),
    at: at.toISOString(),
    note,
    published: number === text.published,
  }))
}

/** What a revision says. Throws not_found. */
export const showRevision = (
  ctx: ReadContext,
  address: TextAddress,
  number: number,
): Promise<ArticleContent> => contentOf(ctx, address, number)

/** What changed from one revision to another. Throws not_found. */
export async function compareRevisions(
  ctx: ReadContext,
  address: TextAddress,
  { from, to }: { from: number; to: number },
): Promise<RevisionDiff> {
  const [before, after] = [await contentOf(ctx, address, from), await contentOf(ctx, address, to)]
  return diff(before, after, address.locale)
}

/** Makes an old revision the newest one, as a draft. Throws stale_version when `base` isn't the newest any more, not_found. */
export async function restoreRevision(
  ctx: Context,
  address: TextAddress,
  { number, base }: { number: number; base: number },
): Promise<SavedText> {
  const { text } = await lockText(ctx, address, base)
  const content = await contentOf(ctx, address, number)
  const wanted = { base, content, translatedFrom: text.translated_from }
  return saveText(ctx, address, wanted, await authorsOf(ctx, address, number, number))
}

/** The steps of an article on its way to the public, the newest first. Throws not_found. */
export async function listReviewSteps(ctx: ReadContext, articleId: string): Promise<ReviewStep[]> {
  const known = await ctx.db
    .selectFrom('articles')
    .select('id')
    .where('id', '=', articleId)
    .executeTakeFirst()
  if (!known) throw notFound()
  const names = await staffNames(ctx)
  const rows = await ctx.db
    .selectFrom('article_reviews')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ step, locale, revision, staff_id: staff, at, note }) => ({
    step,
    locale,
    revision,
    by: staff && (names.get(staff) ?? null),
    at: at.toISOString(),
    note,
  }))
}

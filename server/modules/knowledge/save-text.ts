// Saves what somebody wrote as a revision of its own; when two wrote at once, both keep what they wrote.
import { isDeepStrictEqual } from 'node:util'
import {
  ArticleContent,
  type EditConflict,
  type SavedText,
  type SaveText,
} from '../../../contract/articles.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { settingsOf } from '../desk/index.ts'
import { staffBehind, staffNames } from '../identity/index.ts'
import { screen } from '../safety/index.ts'
import {
  type ArticleRecord,
  contentOf,
  lockArticle,
  type TextAddress,
  type TextRecord,
  textOf,
} from './access.ts'
import { merge } from './merge.ts'

const nothing: ArticleContent = { title: '', summary: '', body: '', questions: [] }

/**
 * Makes a revision of the content, merged with what others saved since its `base`. A draft again, whatever it was before.
 * `otherAuthors` wrote it with whoever saves it.
 * @throws AppError edit_conflict with `EditConflict` where both changed the same lines; not_found
 */
export async function saveText(
  ctx: Context,
  address: TextAddress,
  wanted: SaveText,
  otherAuthors: string[] = [],
): Promise<SavedText> {
  const article = await lockArticle(ctx, address.articleId)
  const text = await textOf(ctx, address.articleId, address.locale)
  const newest = text?.newest ?? 0
  if (wanted.base > newest) throw notFound()
  const yours = screened(wanted.content)
  const content = fitting(
    wanted.base === newest ? yours : await merged(ctx, address, { ...wanted, newest, yours }),
  )
  if (!text) await checkLanguage(ctx, address.locale)
  const isSame = text && isDeepStrictEqual(content, await contentOf(ctx, address, newest))
  if (isSame && !(await followsAnother(ctx, article, address, { newest, wanted })))
    return { revision: newest, merged: wanted.base !== newest, content }
  const revision = await addRevision(ctx, { article, text, address, content, wanted, otherAuthors })
  return { revision, merged: wanted.base !== newest, content }
}

/** Whether a translation is said to go by another revision of the original, though nothing in it had to change. */
async function followsAnother(
  ctx: Context,
  { original_locale: original }: ArticleRecord,
  { articleId, locale }: TextAddress,
  { newest, wanted: { translatedFrom } }: { newest: number; wanted: SaveText },
): Promise<boolean> {
  if (locale === original || translatedFrom === null) return false
  const { translated_from: before } = await ctx.db
    .selectFrom('article_revisions')
    .select('translated_from')
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .where('number', '=', newest)
    .executeTakeFirstOrThrow()
  return before !== translatedFrom
}

/** What was screened, or merged of two, has to be an article still. */
function fitting(content: ArticleContent): ArticleContent {
  const checked = ArticleContent.safeParse(content)
  if (checked.success) return checked.data
  const fields = checked.error.issues.map(({ path, message }) => ({
    path: `content.${path.join('.')}`,
    message,
  }))
  throw new AppError('invalid_input', { fields })
}

async function checkLanguage(ctx: Context, locale: string): Promise<void> {
  const { languages } = await settingsOf(ctx)
  if (languages.includes(locale)) return
  throw new AppError('invalid_input', {
    fields: [{ path: 'locale', message: 'must be one of the desk’s languages' }],
  })
}

const screened = ({ title, summary, body, questions }: ArticleContent): ArticleContent => ({
  title: screen(title).text,
  summary: screen(summary).text,
  body: screen(body.replaceAll('\r\n', '\n')).text,
  questions: questions.map(question => screen(question).text),
})

async function merged(
  ctx: Context,
  address: TextAddress,
  { base, newest, yours }: { base: number; newest: number; yours: ArticleContent },
): Promise<ArticleContent> {
  const before = base === 0 ? nothing : await contentOf(ctx, address, base)
  const result = merge(before, yours, await contentOf(ctx, address, newest))
  if ('content' in result) return result.content
  const { author_id: author, created_at: at } = await ctx.db
    .selectFrom('article_revisions')
    .select(['author_id', 'created_at'])
    .where('article_id', '=', address.articleId)
    .where('locale', '=', address.locale)
    .where('number', '=', newest)
    .executeTakeFirstOrThrow()
  const by = author && ((await staffNames(ctx)).get(author) ?? null)
  const conflict: EditConflict = { newest, by, at: at.toISOString(), merge: result.conflicts }
  throw new AppError('edit_conflict', { ...conflict })
}

interface Addition {
  article: ArticleRecord
  text: TextRecord | undefined
  address: TextAddress
  content: ArticleContent
  wanted: Pick<SaveText, 'note' | 'translatedFrom'>
  otherAuthors: string[]
}

async function addRevision(ctx: Context, addition: Addition): Promise<number> {
  const { article, text, address, content, wanted, otherAuthors } = addition
  const { articleId: article_id, locale } = address
  const number = (text?.newest ?? 0) + 1
  const translated_from = await originalOf(ctx, article, locale, wanted.translatedFrom)
  const state = { state: 'draft', newest: number } as const
  if (text) {
    await ctx.db
      .updateTable('article_texts')
      // Who approved it, approved something else.
      .set({ ...state, publish_at: null })
      .where('article_id', '=', article_id)
      .where('locale', '=', locale)
      .execute()
    if (text.publish_at) await ctx.enqueueAt(publishKey(address), null, 'publishText', {})
  } else {
    await ctx.db
      .insertInto('article_texts')
      .values({ article_id, locale, ...state, translated_from })
      .execute()
  }
  await ctx.db
    .insertInto('article_revisions')
    .values({
      ...content,
      article_id,
      locale,
      number,
      author_id: await staffBehind(ctx, ctx.actor),
      other_authors: otherAuthors,
      created_at: ctx.now,
      note: wanted.note ? screen(wanted.note).text : null,
      translated_from,
    })
    .execute()
  await ctx.db.updateTable('articles').set({ updated_at: ctx.now }).where('id', '=', article_id).execute()
  return number
}

/** The revision of the original that a translation goes by; none that isn't there yet, and none for the original itself. */
async function originalOf(
  ctx: Context,
  { id, original_locale: original }: ArticleRecord,
  locale: string,
  wanted: number | null,
): Promise<number | null> {
  if (locale === original || wanted === null) return null
  const newest = (await textOf(ctx, id, original))?.newest
  return newest === undefined ? null : Math.min(wanted, newest)
}

/** The timer that publishes a text later. */
export const publishKey = ({ articleId, locale }: TextAddress): string => `publish ${articleId} ${locale}`

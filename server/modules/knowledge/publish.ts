// Gives an approved revision to the public, now or later, and takes it back.
import type { Publish } from '../../../contract/articles.ts'
import { type Context, type Desk, system } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import {
  type ArticleRecord,
  lockArticle,
  lockText,
  type TextAddress,
  type TextRecord,
  textOf,
} from './access.ts'
import { record } from './review.ts'
import { after } from './rules.ts'
import { publishKey } from './save-text.ts'

/** @throws AppError wrong_step unless it is approved; stale_version, not_found */
export async function publishText(
  ctx: Context,
  address: TextAddress,
  { revision, at, minor }: Publish,
): Promise<void> {
  const { article, text } = await lockText(ctx, address, revision)
  after(text.state, 'published')
  const due = at === undefined ? null : new Date(at)
  if (due && due > ctx.now) {
    await setTimer(ctx, address, due, minor)
    await record(ctx, address, { step: 'scheduled', revision })
    return
  }
  await goPublic(ctx, article, text, minor)
}

/** Lets an approved revision wait again, without a time. Throws not_found. */
export async function unschedule(ctx: Context, address: TextAddress): Promise<void> {
  await lockArticle(ctx, address.articleId)
  if (!(await textOf(ctx, address.articleId, address.locale))) throw notFound()
  await setTimer(ctx, address, null, false)
}

/** Takes a text away from the public; its revisions stay. @throws AppError wrong_step unless it is public; not_found */
export async function withdrawText(ctx: Context, address: TextAddress): Promise<void> {
  await lockArticle(ctx, address.articleId)
  const text = await textOf(ctx, address.articleId, address.locale)
  if (!text) throw notFound()
  if (text.published === null) throw new AppError('wrong_step')
  if (text.publish_at) await setTimer(ctx, address, null, false)
  await updateText(ctx, address, {
    published: null,
    published_at: null,
    ...(text.state === 'published' && { state: 'draft' }),
  })
  await record(ctx, address, { step: 'withdrawn', revision: text.published })
  ctx.emit('knowledge.changed', { articleIds: [address.articleId] })
}

/** The job behind `publishKey`: does nothing where somebody has changed their mind. */
export async function publishDueText(desk: Desk, payload: Record<string, unknown>): Promise<void> {
  const { articleId, locale, minor } = payload as unknown as TextAddress & { minor: boolean }
  await desk.transact(system('publishing'), async ctx => {
    const article = await lockArticle(ctx, articleId).catch(() => null)
    const text = article && (await textOf(ctx, articleId, locale))
    if (!article || !text?.publish_at || text.state !== 'approved') return
    // The node that turned the timer into a job may have a clock that is ahead of this one's.
    if (text.publish_at > ctx.now) return setTimer(ctx, { articleId, locale }, text.publish_at, minor)
    await goPublic(ctx, article, text, minor)
  })
}

async function goPublic(
  ctx: Context,
  article: ArticleRecord,
  text: TextRecord,
  minor: boolean,
): Promise<void> {
  const address = { articleId: article.id, locale: text.locale }
  const translated_from = await ctx.db
    .selectFrom('article_revisions')
    .select('translated_from')
    .where('article_id', '=', article.id)
    .where('locale', '=', text.locale)
    .where('number', '=', text.newest)
    .executeTakeFirstOrThrow()
  await updateText(ctx, address, {
    ...translated_from,
    state: 'published',
    published: text.newest,
    published_at: ctx.now,
    first_published_at: text.first_published_at ?? ctx.now,
    publish_at: null,
  })
  const isOriginal = text.locale === article.original_locale
  if (isOriginal && minor && text.published) await keepTranslations(ctx, article.id, text)
  await markReviewed(ctx, article, text)
  await record(ctx, address, { step: 'published', revision: text.newest })
  ctx.emit('article.published', { ...address, revision: text.newest })
  ctx.emit('knowledge.changed', { articleIds: [article.id] })
}

/** What went by the former original goes by the new one: nothing has changed that they would have to follow. */
const keepTranslations = (ctx: Context, articleId: string, { published, newest }: TextRecord) =>
  ctx.db
    .updateTable('article_texts')
    .set({ translated_from: newest })
    .where('article_id', '=', articleId)
    .where('translated_from', '=', published)
    .execute()

/** What was approved before a change was noticed, says nothing about the change. */
async function markReviewed(ctx: Context, article: ArticleRecord, text: TextRecord): Promise<void> {
  const approved = await ctx.db
    .selectFrom('article_reviews')
    .select('at')
    .where('article_id', '=', article.id)
    .where('locale', '=', text.locale)
    .where('revision', '=', text.newest)
    .where('step', '=', 'approved')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const isMended =
    text.locale === article.original_locale &&
    article.affected_at !== null &&
    approved !== undefined &&
    approved.at > article.affected_at
  await ctx.db
    .updateTable('articles')
    .set({
      reviewed_at: approved?.at ?? ctx.now,
      ...(isMended && { affected_note: null, affected_at: null, version: article.version + 1 }),
    })
    .where('id', '=', article.id)
    .execute()
}

/** Nothing of an article is published any more by itself. */
export async function stopTimers(ctx: Context, articleId: string): Promise<void> {
  const due = await ctx.db
    .selectFrom('article_texts')
    .select('locale')
    .where('article_id', '=', articleId)
    .where('publish_at', 'is not', null)
    .execute()
  for (const { locale } of due) await setTimer(ctx, { articleId, locale }, null, false)
}

async function setTimer(ctx: Context, address: TextAddress, due: Date | null, minor: boolean): Promise<void> {
  await updateText(ctx, address, { publish_at: due })
  await ctx.enqueueAt(publishKey(address), due, 'publishText', { ...address, minor })
}

const updateText = (ctx: Context, { articleId, locale }: TextAddress, change: Partial<TextRecord>) =>
  ctx.db
    .updateTable('article_texts')
    .set(change)
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .execute()

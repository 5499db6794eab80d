// Makes articles, and changes what holds for them in every language.
import type { Insertable, Updateable } from 'kysely'
import type { ArticleSettings, ChangeArticle, NewArticle } from '../../../contract/articles.ts'
import { type Context, may } from '../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { audit, staffById } from '../identity/index.ts'
import { type ArticleRecord, lockArticle } from './access.ts'
import { stopTimers } from './publish.ts'
import { checkAnnouncement, slugFrom } from './rules.ts'
import { saveText } from './save-text.ts'
import type { ArticlesTable } from './tables.ts'

/** @throws AppError already_exists when the slug is taken, announcement_needed, not_found for its topic, owner or relatives */
export async function createArticle(ctx: Context, wanted: NewArticle): Promise<{ id: string; slug: string }> {
  const id = newId()
  const slug =
    wanted.slug ?? (await freeSlug(ctx, slugFrom(wanted.content.title) || `article-${id.slice(-12)}`))
  const settings: ArticleSettings = {
    slug,
    kind: wanted.kind,
    level: wanted.level ?? 'beginner',
    topicId: wanted.topicId ?? null,
    ownerId:
      wanted.ownerId === undefined && may(ctx.actor, 'articles.write') && ctx.actor.kind === 'staff'
        ? ctx.actor.id
        : (wanted.ownerId ?? null),
    related: wanted.related ?? [],
    reviewEveryDays: wanted.reviewEveryDays ?? null,
    announcement: wanted.announcement ?? null,
  }
  await check(ctx, settings)
  const row: Insertable<ArticlesTable> = {
    id,
    ...rowOf(settings),
    original_locale: wanted.locale,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  await unlessTaken(ctx, slug, null, () => ctx.db.insertInto('articles').values(row).execute())
  const text = { base: 0, content: wanted.content, translatedFrom: null }
  await saveText(ctx, { articleId: id, locale: wanted.locale }, text)
  return { id, slug }
}

/** @throws AppError stale_version, already_exists when the slug is taken, announcement_needed, not_found */
export async function changeArticle(
  ctx: Context,
  id: string,
  { version, settings: change }: ChangeArticle,
): Promise<{ version: number }> {
  const article = await lockArticle(ctx, id)
  if (article.version !== version) throw new AppError('stale_version', { version: article.version })
  const settings = { ...settingsOf(article), ...change }
  await check(ctx, settings)
  if (settings.slug !== article.slug) await move(ctx, article, settings.slug)
  await audit(ctx, 'article.changed', { kind: 'article', id }, { change })
  const row: Updateable<ArticlesTable> = { ...rowOf(settings), version: version + 1, updated_at: ctx.now }
  await unlessTaken(ctx, settings.slug, id, () =>
    ctx.db.updateTable('articles').set(row).where('id', '=', id).execute(),
  )
  ctx.emit('knowledge.changed', { articleIds: [id] })
  return { version: version + 1 }
}

/** Takes an article away from the public and out of the list; `restoreArticle` brings it back. Throws not_found. */
export async function archiveArticle(ctx: Context, id: string): Promise<void> {
  await lockArticle(ctx, id)
  await stopTimers(ctx, id)
  await audit(ctx, 'article.archived', { kind: 'article', id })
  await ctx.db
    .updateTable('articles')
    .set(eb => ({ archived_at: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  ctx.emit('knowledge.changed', { articleIds: [id] })
}

/** @throws AppError not_found unless it is archived */
export async function restoreArticle(ctx: Context, id: string): Promise<void> {
  const { numUpdatedRows: restored } = await ctx.db
    .updateTable('articles')
    .set(eb => ({ archived_at: null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('archived_at', 'is not', null)
    .executeTakeFirst()
  if (restored === 0n) throw notFound()
  await audit(ctx, 'article.restored', { kind: 'article', id })
  ctx.emit('knowledge.changed', { articleIds: [id] })
}

export function settingsOf(row: ArticleRecord): ArticleSettings {
  const { announces: type, starts_at: startsAt, ends_at: endsAt, pinned } = row
  return {
    slug: row.slug,
    kind: row.kind,
    level: row.level,
    topicId: row.topic_id,
    ownerId: row.owner_id,
    related: row.related,
    reviewEveryDays: row.review_every_days,
    announcement: type &&
      startsAt && { type, startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null, pinned },
  }
}

const rowOf = ({ announcement, ...settings }: ArticleSettings) => ({
  slug: settings.slug,
  kind: settings.kind,
  level: settings.level,
  topic_id: settings.topicId,
  owner_id: settings.ownerId,
  related: [...new Set(settings.related)],
  review_every_days: settings.reviewEveryDays,
  announces: announcement?.type ?? null,
  starts_at: announcement ? new Date(announcement.startsAt) : null,
  ends_at: announcement?.endsAt ? new Date(announcement.endsAt) : null,
  pinned: announcement?.pinned ?? false,
})

async function check(ctx: Context, settings: ArticleSettings): Promise<void> {
  checkAnnouncement(settings)
  const { topicId, ownerId, related } = settings
  const count = ({ n }: { n: unknown }) => Number(n)
  if (
    topicId &&
    !(await ctx.db.selectFrom('article_topics').select('id').where('id', '=', topicId).executeTakeFirst())
  )
    throw notFound()
  if (ownerId && !(await staffById(ctx, ownerId))) throw notFound()
  if (related.length === 0) return
  const known = await ctx.db
    .selectFrom('articles')
    .select(eb => eb.fn.countAll().as('n'))
    .where('id', 'in', related)
    .executeTakeFirstOrThrow()
  if (count(known) < new Set(related).size) throw notFound()
}

/** The former slug goes on leading there, and the new one no longer leads elsewhere. */
async function move(ctx: Context, { id, slug: former }: ArticleRecord, slug: string): Promise<void> {
  await ctx.db.deleteFrom('article_redirects').where('slug', '=', slug).where('article_id', '=', id).execute()
  await ctx.db.insertInto('article_redirects').values({ slug: former, article_id: id }).execute()
}

/** Whoever moves an article away from a slug at this moment is waited for by the write, and seen by the question after it. */
async function unlessTaken(ctx: Context, slug: string, own: string | null, write: () => Promise<unknown>) {
  try {
    await write()
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('already_exists') : error
  }
  const leads = await ctx.db
    .selectFrom('article_redirects')
    .select('article_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (leads && leads.article_id !== own) throw new AppError('already_exists')
}

async function freeSlug(ctx: Context, wanted: string): Promise<string> {
  const taken = await ctx.db
    .selectFrom('articles')
    .select('slug')
    .where('slug', 'like', `${wanted}%`)
    .union(ctx.db.selectFrom('article_redirects').select('slug').where('slug', 'like', `${wanted}%`))
    .execute()
  const slugs = new Set(taken.map(({ slug }) => slug))
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!slugs.has(slug)) return slug
  }
}

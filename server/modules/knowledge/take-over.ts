// Takes a set of articles over: from another system's export, from files, or the starter set. All of it, or nothing.
import { type Insertable, sql } from 'kysely'
import type { TakenArticles } from '../../../contract/article-imports.ts'
import { actorId, type Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { settingsOf } from '../desk/index.ts'
import { audit } from '../identity/index.ts'
import { approvedBy } from './approved-by.ts'
import type { ArticleRevisionsTable, ArticlesTable, ArticleTextsTable } from './tables.ts'
import { type KnownArticle, knownArticles, screened, takeKnown } from './take-known.ts'
import { takeTopics } from './take-topics.ts'
import type { Imported, ImportedArticle, ImportedText } from './transfer/imported-article.ts'

export interface TakeOver {
  /**
   * Publishes what was public where it comes from: whoever takes it over answers for it, as its reviewer. Else all are
   * drafts, whose author is whoever takes them over.
   */
  publish: boolean
}

export type Taken = TakenArticles

const atOnce = 200
/** So that two sets are never taken over at once: an arbitrary number that nothing else locks by. */
const lock = 7_301_044

/**
 * Topics that are there already, by their slugs, are kept; articles that are there get a new draft where another text comes; nothing
 * is deleted.
 * @throws AppError forbidden when a program wants to publish
 */
export async function takeOver(
  ctx: Context,
  { articles, topics }: Imported,
  { publish }: TakeOver,
): Promise<Taken> {
  // A program is no second pair of eyes.
  if (publish && ctx.actor.kind !== 'staff') throw new AppError('forbidden')
  await sql`select pg_advisory_xact_lock(${lock})`.execute(ctx.db)
  const { defaultLocale } = await settingsOf(ctx)
  const topicIds = await takeTopics(ctx, topics, defaultLocale)
  const known = await knownArticles(ctx)
  const made = articles
    .filter(({ slug }) => !known.has(slug))
    .map(article => ({
      article,
      texts: article.texts.toSorted((one, other) => first(other, defaultLocale) - first(one, defaultLocale)),
      id: newId(),
      topicId: topicIds.get(JSON.stringify(article.topic)) ?? null,
      isPublic: publish && article.state === 'published',
    }))
  for (const some of inChunks(made)) await create(ctx, some)
  await relate(ctx, made, known)
  const taken = await takeKnown(ctx, articles, known)
  await audit(
    ctx,
    'articles.taken_over',
    { kind: 'article', id: null },
    { created: made.length, ...taken, publish },
  )
  const publicIds = made.filter(({ isPublic }) => isPublic).map(({ id }) => id)
  for (const articleIds of inChunks(publicIds)) ctx.emit('knowledge.changed', { articleIds })
  return { created: made.length, ...taken }
}

/** The original of an article is in the desk's own language where there is a text in it. */
const first = ({ locale }: ImportedText, defaultLocale: string): number => (locale === defaultLocale ? 1 : 0)

function* inChunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce)
}

interface Made {
  article: ImportedArticle
  /** The original first. */
  texts: ImportedText[]
  id: string
  topicId: string | null
  isPublic: boolean
}

async function create(ctx: Context, made: Made[]): Promise<void> {
  await ctx.db
    .insertInto('articles')
    .values(made.map(one => articleRow(ctx, one)))
    .execute()
  const all = made.flatMap(({ texts, ...more }) => texts.map((text, place) => ({ ...more, text, place })))
  for (const texts of inChunks(all)) {
    await ctx.db
      .insertInto('article_texts')
      .values(texts.map(one => textRow(ctx, one)))
      .execute()
    await ctx.db
      .insertInto('article_revisions')
      .values(texts.map(one => revisionRow(ctx, one)))
      .execute()
    const shown = texts.filter(one => one.isPublic)
    await approvedBy(
      ctx,
      shown.map(({ id, text }) => ({ articleId: id, locale: text.locale })),
    )
  }
}

const articleRow = (
  ctx: Context,
  { article, texts, id, topicId, isPublic }: Made,
): Insertable<ArticlesTable> => ({
  id,
  slug: article.slug,
  // Announcements belong to a time that isn't taken along.
  kind: article.kind === 'announcement' ? 'blog' : article.kind,
  level: article.level,
  topic_id: topicId,
  owner_id: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
  original_locale: texts[0]!.locale,
  related: [],
  review_every_days: null,
  reviewed_at: isPublic ? ctx.now : null,
  announces: null,
  starts_at: null,
  ends_at: null,
  pinned: false,
  created_at: ctx.now,
  updated_at: ctx.now,
})

interface MadeText extends Pick<Made, 'id' | 'isPublic'> {
  text: ImportedText
  /** 0 for the original. */
  place: number
}

const textRow = (ctx: Context, { id, text, isPublic, place }: MadeText): Insertable<ArticleTextsTable> => ({
  article_id: id,
  locale: text.locale,
  state: isPublic ? 'published' : 'draft',
  newest: 1,
  ...(isPublic && { published: 1, published_at: ctx.now, first_published_at: ctx.now }),
  translated_from: place === 0 ? null : 1,
})

const revisionRow = (
  ctx: Context,
  { id, text, isPublic, place }: MadeText,
): Insertable<ArticleRevisionsTable> => ({
  article_id: id,
  locale: text.locale,
  number: 1,
  ...screened(text),
  // Whoever published it was its reviewer.
  author_id: !isPublic && ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
  created_at: ctx.now,
  note: null,
  translated_from: place === 0 ? null : 1,
})

async function relate(ctx: Context, made: Made[], known: ReadonlyMap<string, KnownArticle>): Promise<void> {
  const ids = new Map(made.map(({ article, id }) => [article.slug, id]))
  const rows = made.flatMap(({ article, id }) => {
    const related = article.related.flatMap(slug => ids.get(slug) ?? known.get(slug)?.id ?? [])
    return related.length === 0 ? [] : [{ id, related: [...new Set(related)].slice(0, 12) }]
  })
  await sql`
    update articles set related = array(select jsonb_array_elements_text(g.related)::uuid)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, related jsonb) where articles.id = g.id`.execute(
    ctx.db,
  )
}

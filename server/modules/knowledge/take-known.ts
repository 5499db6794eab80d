// Articles that come again: a new draft where another text comes, merged with what was written here since.
import { sql } from 'kysely'
import type { TakenArticles } from '../../../contract/article-imports.ts'
import { ArticleContent } from '../../../contract/articles.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { screen } from '../safety/index.ts'
import { saveText } from './save-text.ts'
import type { ImportedArticle, ImportedText } from './transfer/imported-article.ts'

export interface KnownArticle {
  id: string
  isArchived: boolean
}

/** All that are there, archived ones too, by their present and former slugs. */
export async function knownArticles({ db }: Context): Promise<Map<string, KnownArticle>> {
  const { rows } = await sql<KnownArticle & { slug: string }>`
    select slug, id, archived_at is not null as "isArchived" from articles union all
    select r.slug, a.id, a.archived_at is not null from article_redirects r join articles a on a.id = r.article_id`.execute(
    db,
  )
  return new Map(rows.map(({ slug, id, isArchived }) => [slug, { id, isArchived }]))
}

export const screened = ({ title, summary, body, questions }: ImportedText): ArticleContent => ({
  title: screen(title).text,
  summary: screen(summary).text,
  body: screen(body).text,
  questions: questions.map(question => screen(question).text),
})

/** `left`: archived here, or changed here in the same places, or no article any more when it is screened. */
export async function takeKnown(
  ctx: Context,
  articles: readonly ImportedArticle[],
  known: ReadonlyMap<string, KnownArticle>,
): Promise<Pick<TakenArticles, 'updated' | 'unchanged' | 'left'>> {
  const counts = { updated: 0, unchanged: 0, left: 0 }
  for (const article of articles) {
    const there = known.get(article.slug)
    if (there) counts[there.isArchived ? 'left' : await takeTexts(ctx, there.id, article)] += 1
  }
  return counts
}

interface Row {
  locale: string
  newest: number
  /** What the public reads, else the newest: what an export would have held. */
  base: number
  translated_from: number | null
  title: string
  summary: string
  body: string
  questions: string[]
}

async function takeTexts(
  ctx: Context,
  id: string,
  { texts }: ImportedArticle,
): Promise<'updated' | 'unchanged' | 'left'> {
  const { rows } = await sql<Row>`
    select t.locale, t.newest, r.number as base, t.translated_from, r.title, r.summary, r.body, r.questions
    from article_texts t join article_revisions r
      on (r.article_id, r.locale, r.number) = (t.article_id, t.locale, coalesce(t.published, t.newest))
    where t.article_id = ${id}`.execute(ctx.db)
  let outcome: 'updated' | 'unchanged' = 'unchanged'
  for (const text of texts) {
    const row = rows.find(({ locale }) => locale === text.locale)
    const content = screened(text)
    if (row && isSame(row, content)) continue
    if (!ArticleContent.safeParse(content).success) return 'left'
    const wanted = { base: row?.base ?? 0, content, translatedFrom: row?.translated_from ?? null }
    try {
      const { revision } = await saveText(ctx, { articleId: id, locale: text.locale }, wanted)
      if (revision !== row?.newest) outcome = 'updated'
    } catch (error) {
      // Refused before anything was written.
      if (error instanceof AppError) return 'left'
      throw error
    }
  }
  return outcome
}

const isSame = (one: ArticleContent, other: ArticleContent): boolean =>
  JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other))

const fieldsOf = ({ title, summary, body, questions }: ArticleContent) => [title, summary, body, questions]

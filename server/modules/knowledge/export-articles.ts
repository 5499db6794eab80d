// All articles as an archive of files, from which they can be read again, here or elsewhere.
import { sql } from 'kysely'
import { languages, stringsFor } from '../../../locales/index.ts'
import type { ReadContext } from '../../platform/context.ts'
import { Download } from '../../platform/routes.ts'
import { settingsOf } from '../desk/index.ts'
import type { ArticleWords } from './markdown/article-options.ts'
import type { ImportedArticle } from './transfer/imported-article.ts'
import { writeInThread } from './transfer/in-thread.ts'

/**
 * Those that aren't archived, as the public reads them; where it reads none, the newest drafts. Announcements go with the kind
 * `blog`: they belong to a time that is over elsewhere.
 */
export async function exportArticles(ctx: ReadContext, format: 'markdown' | 'html'): Promise<Download> {
  const { name } = await settingsOf(ctx)
  const words = Object.fromEntries(
    Object.keys(languages).map(locale => [locale, stringsFor(locale).articleWords as ArticleWords]),
  )
  const bytes = await writeInThread({
    format,
    articles: await exported(ctx),
    options: { words, placeholders: { exchange: name }, origin: ctx.publicUrl },
  })
  const day = ctx.now.toISOString().slice(0, 10)
  return new Download(Buffer.from(bytes), {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="articles-${format}-${day}.zip"`,
    'cache-control': 'no-store',
  })
}

interface Row {
  slug: string
  kind: ImportedArticle['kind']
  level: ImportedArticle['level']
  topic: string | null
  locale: string
  is_public: boolean
  title: string
  summary: string
  body: string
  questions: string[]
  at: Date
  related: string[]
}

async function exported({ db }: ReadContext): Promise<ImportedArticle[]> {
  const { rows } = await sql<Row>`
    select a.slug, a.kind, a.level, p.slug as topic, t.locale, t.published is not null as is_public, r.title, r.summary, r.body,
      r.questions, r.created_at as at, array(select slug from articles o where o.id = any(a.related) order by array_position(a.related, o.id)) as related
    from articles a
    join article_texts t on t.article_id = a.id
    join article_revisions r on (r.article_id, r.locale, r.number) = (t.article_id, t.locale, coalesce(t.published, t.newest))
    left join article_topics p on p.id = a.topic_id
    where a.archived_at is null
      and (t.published is not null
        or not exists (select from article_texts o where o.article_id = a.id and o.published is not null))
    order by a.slug, t.locale <> a.original_locale, t.locale`.execute(db)
  return Array.from(Map.groupBy(rows, ({ slug }) => slug).values(), texts => {
    const [{ slug, kind, level, topic, related }] = texts as [Row]
    return {
      slug,
      kind: kind === 'announcement' ? 'blog' : kind,
      level,
      topic: topic === null ? [] : [topic],
      texts: texts.map(({ locale, title, summary, body, questions, at }) => ({
        ...{ locale, title, summary, body, questions },
        updatedAt: at.toISOString(),
      })),
      state: texts.some(text => text.is_public) ? 'published' : 'draft',
      related,
      sourceId: null,
    }
  })
}

// One article for reading in the widget: as the public has it, as HTML that can do no harm.
import type { HelpArticle } from '../../../../contract/help.ts'
import { stringsFor } from '../../../../locales/index.ts'
import type { ReadContext } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { settingsOf } from '../../desk/index.ts'
import { attribute, escaped } from '../markdown/escape.ts'
import { fillFees } from '../markdown/fees.ts'
import { renderArticle } from '../markdown/render.ts'
import { type PublishedArticle, publishedArticle } from '../published.ts'
import { articlePath } from './addresses.ts'
import { rowOf } from './offer.ts'

/** Also under a slug that it had before. @throws AppError not_found for what is not public */
export async function articleForReading(
  ctx: ReadContext,
  slug: string,
  locale: string,
): Promise<HelpArticle> {
  const found = await publishedArticle(ctx, slug, locale)
  if (!found) throw notFound()
  if ('movedTo' in found) return articleForReading(ctx, found.movedTo, locale)
  return {
    ...rowOf(ctx, found),
    html: await bodyOf(ctx, found),
    reviewedAt: (found.reviewedAt ?? found.publishedAt).toISOString(),
  }
}

async function bodyOf(ctx: ReadContext, { content, locale, slug }: PublishedArticle): Promise<string> {
  const { name } = await settingsOf(ctx)
  const { fees, ...words } = stringsFor(locale).articleWords
  const options = { words: words as Record<keyof typeof words, string>, locale }
  const wanted = new Set<string>()
  // Which articles it leads to is known only once it was read.
  renderArticle(content.body, {
    ...options,
    article: linked => {
      wanted.add(linked)
      return null
    },
  })
  const there = await publicOnes(ctx, [...wanted])
  const { html } = renderArticle(content.body, {
    ...options,
    placeholders: { exchange: name },
    article: linked => (there.has(linked) ? { url: articlePath(locale, linked), title: linked } : null),
  })
  // A table of many columns has no room there.
  const page = `<p><a${attribute('href', articlePath(locale, slug))}>${escaped(String(fees))}</a></p>`
  return fillFees(html, () => page)
}

async function publicOnes({ db }: ReadContext, slugs: readonly string[]): Promise<Set<string>> {
  if (slugs.length === 0) return new Set()
  const rows = await db
    .selectFrom('articles as a')
    .innerJoin('article_texts as t', 't.article_id', 'a.id')
    .select('a.slug')
    .distinct()
    .where('a.slug', 'in', slugs)
    .where('a.archived_at', 'is', null)
    .where('t.published', 'is not', null)
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}

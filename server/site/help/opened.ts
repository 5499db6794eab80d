// What a page of the help centre begins with.
import { Slug } from '../../../contract/articles.ts'
import { settingsOf } from '../../modules/desk/index.ts'
import { nobody, type ReadContext } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { SiteVisit } from '../layout.ts'
import { wordsOf } from '../words.ts'
import type { HelpVisit } from './help-page.ts'

export async function opened(visit: SiteVisit): Promise<HelpVisit & { ctx: ReadContext }> {
  const ctx = visit.desk.read(nobody)
  const settings = await settingsOf(ctx)
  return { visit, ctx, settings, words: wordsOf(visit.locale, settings.timeZone) }
}

/** The slug in the address. @throws AppError not_found for what can't be one */
export function slugIn({ params }: SiteVisit): string {
  const slug = Slug.safeParse(params.slug)
  if (!slug.success) throw notFound()
  return slug.data
}

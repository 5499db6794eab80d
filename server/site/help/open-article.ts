// On the way from a search to what it found: notes that this was read, and from which search, for two hours.
import { Slug } from '../../../contract/articles.ts'
import { Id, LocaleTag } from '../../../contract/common.ts'
import { articlePath, noteOpened, publishedArticle } from '../../modules/knowledge/index.ts'
import { nobody } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { Shown } from '../../platform/pages.ts'
import type { SiteVisit } from '../layout.ts'

/** Leads to the article's page, wherever it is now. Addresses are made by `openedPath`. */
export async function openArticle({ desk, params }: SiteVisit): Promise<Shown> {
  const [locale, searchId, slug] = [
    LocaleTag.safeParse(params.locale),
    Id.safeParse(params.search),
    Slug.safeParse(params.slug),
  ]
  if (!locale.success || !searchId.success || !slug.success) throw notFound()
  const found = await publishedArticle(desk.read(nobody), slug.data, locale.data)
  if (!found) throw notFound()
  const to = articlePath(locale.data, 'movedTo' in found ? found.movedTo : slug.data)
  if ('movedTo' in found) return { to, searchId: searchId.data }
  noteOpened(desk, { searchId: searchId.data, place: 'site', locale: locale.data, articleId: found.id })
  return { to, searchId: searchId.data }
}

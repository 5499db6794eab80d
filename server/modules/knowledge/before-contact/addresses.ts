// Where articles are found on the site, and the links that remember from which search somebody came.
import { Slug } from '../../../../contract/articles.ts'

/** The page of an article, as a path. */
export const articlePath = (locale: string, slug: string): string => `/help/${locale}/articles/${slug}`

/** The same, by way of the page that records that a search led there. */
export const openedPath = (locale: string, searchId: string, slug: string): string =>
  `/help/${locale}/open/${searchId}/${slug}`

/** The slugs of articles that a text links to, on this desk's site, each once; 20 at most. Linear. */
export function articlesIn(text: string, publicUrl: string): string[] {
  const begins = `${publicUrl}/help/`
  const slugs = new Set<string>()
  for (let at = text.indexOf(begins); at >= 0 && slugs.size < 20; at = text.indexOf(begins, at + 1)) {
    const path = text.slice(at + begins.length, at + begins.length + 150)
    const slug = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\/articles\/([a-z0-9-]{1,80})/.exec(path)?.[1]
    if (slug && Slug.safeParse(slug).success) slugs.add(slug)
  }
  return [...slugs]
}

// Where the pages of the help centre are.

/** A page in a language; `at` is what follows, and empty for the start. */
export const helpUrl = (locale: string, at = ''): string => `/help/${locale}${at && `/${at}`}`

export const articleAt = (slug: string): string => `articles/${slug}`
export const topicAt = (slug: string): string => `topics/${slug}`

export const articleUrl = (locale: string, slug: string): string => helpUrl(locale, articleAt(slug))
export const topicUrl = (locale: string, slug: string): string => helpUrl(locale, topicAt(slug))

/** With those parts that have a value. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1])
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

// Reads a file that somebody exported elsewhere, whatever it is: what it holds says which system it comes from.
import { strFromU8 } from 'fflate'
import { ArticleContent, Slug } from '../../../../contract/articles.ts'
import { LocaleTag } from '../../../../contract/common.ts'
import { readChatwoot } from './chatwoot.ts'
import type { Files, Imported, ImportedArticle, ImportedTopic, ImportOptions } from './imported-article.ts'
import { unpacked } from './packed.ts'
import { readHtmlPages } from './read-html-pages.ts'
import { readMarkdownFolder } from './read-markdown-folder.ts'
import { Report } from './report.ts'
import { readZendesk } from './zendesk.ts'

type Reader = (files: Files, options: ImportOptions) => Imported

/** By how the names of files end; the first kind of which there are any. */
const readers: [ending: RegExp, readerOf: (files: Files) => Reader][] = [
  [/\.json$/i, files => (isChatwoot(files) ? readChatwoot : readZendesk)],
  [/\.(md|markdown)$/i, () => readMarkdownFolder],
  [/\.html?$/i, () => readHtmlPages],
]

/** Never throws: what isn't understood is in the report. */
export function readExport({
  name,
  bytes,
  ...options
}: ImportOptions & { name: string; bytes: Uint8Array }): Imported {
  const report = new Report()
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const files = isZip ? unpacked(name, bytes, report) : new Map([[name, strFromU8(bytes)]])
  for (const [ending, readerOf] of readers) {
    const chosen = new Map([...files].filter(([path]) => ending.test(path)))
    if (chosen.size === 0) continue
    for (const path of files.keys()) if (!chosen.has(path)) report.at(path)('not_an_article')
    const imported = readerOf(chosen)(chosen, options)
    const articles = imported.articles.flatMap(article => kept(article, report) ?? [])
    return { articles, topics: imported.topics.map(cut), report: [...report.lines, ...imported.report] }
  }
  report.at(name)('no_article')
  return { articles: [], topics: [], report: report.lines }
}

/** Only there do articles have Markdown in `content`; elsewhere it is HTML in `body`. */
const isChatwoot = (files: Files): boolean =>
  Array.from(files.values()).some(text => /"(portal|portals|associated_article_id|portal_id)"\s*:/.test(text))

/** What fits nowhere here would be refused later, all of it together. */
function kept(article: ImportedArticle, report: Report): ImportedArticle | null {
  const texts = article.texts.filter(({ locale, title, summary, body, questions }) => {
    const content = ArticleContent.safeParse({ title, summary, body, questions })
    const fits = content.success && LocaleTag.safeParse(locale).success
    if (!fits)
      report.at(article.slug, locale)('not_understood', content.error?.issues[0]?.path.join('.') ?? locale)
    return fits
  })
  const isOne = texts.length > 0 && Slug.safeParse(article.slug).success
  if (!isOne) return null
  const topic = article.topic.map(shortened)
  return { ...article, topic, texts }
}

const longestName = 120
const shortened = (name: string): string => name.slice(0, longestName).toWellFormed().trim()

const cut = ({ path, names }: ImportedTopic): ImportedTopic => ({
  path: path.map(shortened),
  names: Object.fromEntries(Object.entries(names).map(([locale, name]) => [locale, shortened(name)])),
})

// Articles from a folder of HTML pages, each of which is an article.
import { renderArticle } from '../markdown/render.ts'
import { ArticleSet, summaryOf } from './article-set.ts'
import { largest, withinCaps } from './caps.ts'
import { headOf } from './html-page.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import type { Files, Imported, ImportOptions } from './imported-article.ts'
import { commonFolder, type PathParts, partsOf } from './markdown-path.ts'
import { localeOf, longestTitle, oneLine, Slugs } from './names.ts'
import { type Place, Report } from './report.ts'

/** Never throws. Paths say slug, language and topic as those of Markdown files do; a page may say its language itself. */
export function readHtmlPages(files: Files, options: ImportOptions): Imported {
  const report = new Report()
  const set = new ArticleSet(report)
  const pages = new Map<string, Page>()
  const kept = withinCaps(files, largest.text, report)
  const root = commonFolder(
    kept.map(([path]) => path),
    options,
  )
  const slugs = new Slugs()
  const known = new Map<string, string>()
  for (const [path, html] of kept) {
    const place = report.at(path)
    const name = path.slice(root.length)
    const parts = /\.x?html?$/i.test(name) ? partsOf(name.replace(/\.x?html?$/i, '.md'), options) : null
    if (!parts) place('not_an_article')
    else {
      // A folder's own page is named after the folder.
      const wish = /^index$/i.test(parts.slug) ? (parts.topic.at(-1) ?? parts.slug) : parts.slug
      const slug = known.get(wish) ?? slugs.take([wish, headOf(html).title], place)
      known.set(wish, slug)
      pages.set(name, { html, parts, place, slug })
    }
  }
  for (const [name, page] of pages)
    addPage(set, page, href => pages.get(resolved(href, name))?.slug ?? null, options)
  if (pages.size === 0) report.at([...files.keys()][0] ?? '')('no_article')
  return set.finished()
}

interface Page {
  html: string
  parts: PathParts
  place: Place
  slug: string
}

const noWords = { note: '', tip: '', warning: '', table: '' }

function addPage(
  set: ArticleSet,
  { html, parts, place, slug }: Page,
  linkOf: (href: string) => string | null,
  options: ImportOptions,
): void {
  const head = headOf(html)
  const given = parts.locale ?? head.language ?? options.locale
  const locale = localeOf(given, options)
  if (locale === null) return place('not_understood', given)
  const markdown = htmlToMarkdown(html, { place, linkOf, within: head.within })
  const body = withoutTitle(markdown, head.heading)
  const text = {
    locale,
    title: oneLine(head.title || parts.slug, longestTitle),
    summary: head.description || summaryOf(renderArticle(body.slice(0, 2_000), { words: noWords }).text),
    body,
    questions: [],
    updatedAt: null,
  }
  if (head.title === '') place('missing_title', parts.slug)
  const topic = parts.topic.map(name => oneLine(name, 100))
  set.add(
    { slug, kind: 'guide', level: 'beginner', topic, state: 'published', related: [], sourceId: null },
    text,
    place,
  )
}

/** The title stands above every article, so it isn't said twice. */
function withoutTitle(markdown: string, heading: string): string {
  const [first = ''] = markdown.split('\n', 1)
  if (heading === '' || !first.startsWith('## ')) return markdown
  const { headings } = renderArticle(first, { words: noWords })
  return oneLine(headings[0]?.text ?? '') === heading ? markdown.slice(first.length).trimStart() : markdown
}

/** The path of the page to which a relative address leads. */
function resolved(href: string, from: string): string {
  if (href.length > 2_000 || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return ''
  const url = URL.parse(href, `https://folder.invalid/${from}`)
  return url ? decoded(url.pathname.slice(1)) : ''
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

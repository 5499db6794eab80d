// Articles from Zendesk Guide: what its Help Center API gives, in one file or as many pages of it as somebody saved.
import { renderArticle } from '../markdown/render.ts'
import { ArticleSet, type Draft, summaryOf } from './article-set.ts'
import { largest } from './caps.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import type { Files, Imported, ImportedText, ImportOptions } from './imported-article.ts'
import { type Found, idAt, type JsonRecord, listAt, recordsOf, textAt } from './json-records.ts'
import { instantOf, localeOf, longestTitle, oneLine, Slugs } from './names.ts'
import { type Place, Report } from './report.ts'
import { ZendeskTopics } from './zendesk-topics.ts'

export type ZendeskKind = 'article' | 'section' | 'category' | 'translation'

const names: Readonly<Record<string, ZendeskKind>> = {
  articles: 'article',
  article: 'article',
  sections: 'section',
  section: 'section',
  categories: 'category',
  category: 'category',
  translations: 'translation',
  translation: 'translation',
}

/** Never throws. Pages of `articles`, `sections`, `categories` and `translations` may come in any order. */
export function readZendesk(files: Files, options: ImportOptions): Imported {
  const report = new Report()
  const set = new ArticleSet(report)
  const found = recordsOf(files, names, kindOf, report)
  const articles = new Map<string, Source>()
  for (const { file, record } of found.get('article') ?? []) {
    const id = idAt(record, 'id')
    if (id === null) report.at(file)('not_understood', textAt(record, 'title'))
    else if (!articles.has(id))
      articles.set(id, { id, record, place: report.at(file, id), slug: '', translations: [] })
  }
  const topics = new ZendeskTopics(found, options)
  collectTranslations(found.get('translation') ?? [], articles, report)
  const slugs = new Slugs()
  for (const source of articles.values()) source.slug = slugs.take(slugWishes(source), source.place)
  const linkOf = (href: string) =>
    articles.get(/\/articles\/(\d{1,20})(?!\d)/.exec(href)?.[1] ?? '')?.slug ?? null
  for (const source of articles.values()) addArticle(set, source, { topics, linkOf, options })
  for (const { path, locales } of topics.all()) set.addTopic(path, locales)
  if (articles.size === 0) report.at([...files.keys()][0] ?? '')('no_article')
  return set.finished()
}

interface Source {
  id: string
  record: JsonRecord
  place: Place
  slug: string
  translations: JsonRecord[]
}

function kindOf(record: JsonRecord): ZendeskKind | null {
  if ('source_id' in record || 'source_type' in record) return 'translation'
  if ('section_id' in record && 'body' in record) return 'article'
  if ('category_id' in record) return 'section'
  return 'name' in record && !('body' in record) ? 'category' : null
}

function collectTranslations(found: Found[], articles: Map<string, Source>, report: Report): void {
  for (const source of articles.values()) source.translations.push(...listAt(source.record, 'translations'))
  for (const { file, record } of found) {
    const type = textAt(record, 'source_type').toLowerCase()
    if (type !== '' && type !== 'article') continue
    const id = idAt(record, 'source_id')
    const source = id === null ? undefined : articles.get(id)
    if (source) source.translations.push(record)
    else report.at(file, id)('not_understood', textAt(record, 'title'))
  }
}

/** The end of its address, which Zendesk makes of the title, then the titles. */
function slugWishes({ id, record, translations }: Source): string[] {
  const [, ending = ''] = /\/articles\/\d+-([^/?#]{1,200})/.exec(textAt(record, 'html_url')) ?? []
  return [ending, textAt(record, 'title'), ...translations.map(one => textAt(one, 'title')), `article-${id}`]
}

interface Around {
  topics: ZendeskTopics
  linkOf: (href: string) => string | null
  options: ImportOptions
}

function addArticle(set: ArticleSet, source: Source, around: Around): void {
  const { id, record, place, slug, translations } = source
  // Only some may read it there; nobody has decided yet who may here.
  const isRestricted = idAt(record, 'user_segment_id') !== null
  if (isRestricted) place('restricted')
  const topic = around.topics.pathOf(idAt(record, 'section_id'))
  if (topic === null) place('unknown_topic', idAt(record, 'section_id') ?? '')
  const draft: Draft = {
    slug,
    kind: 'guide',
    level: 'beginner',
    topic: topic ?? [],
    state: isRestricted || record.draft === true ? 'draft' : 'published',
    related: [],
    sourceId: `zendesk:${id}`,
  }
  const own = localeOf(textAt(record, 'source_locale') || textAt(record, 'locale'), around.options)
  const versions = [record, ...translations].map(one => ({ one, text: textOf(one, source, around) }))
  const seen = new Set<string>()
  // The record of the article is one of its translations once more.
  for (const { one, text } of versions.toSorted(
    (a, b) => Number(b.text?.locale === own) - Number(a.text?.locale === own),
  )) {
    if (!text || (seen.has(text.locale) && isSame(one, versions[0]!.one))) continue
    seen.add(text.locale)
    if (one !== record && one.draft === true && draft.state === 'published')
      place('unknown_state', `draft: ${text.locale}`)
    else set.add(draft, text, place)
  }
}

const isSame = (one: JsonRecord, other: JsonRecord) =>
  textAt(one, 'title') === textAt(other, 'title') || textAt(one, 'locale') === textAt(other, 'locale')

const noWords = { note: '', tip: '', warning: '', table: '' }

function textOf(
  record: JsonRecord,
  { place, record: article }: Source,
  { linkOf, options }: Around,
): ImportedText | null {
  const given = textAt(record, 'locale') || options.locale
  const locale = localeOf(given, options)
  const html = textAt(record, 'body')
  if (locale === null) place('not_understood', given)
  if (html.length > largest.text) place('too_large', `${html.length}`)
  if (locale === null || html.length > largest.text) return null
  const body = htmlToMarkdown(html, { place, linkOf, base: textAt(article, 'html_url') || null })
  return {
    locale,
    title: oneLine(textAt(record, 'title') || textAt(record, 'name'), longestTitle),
    summary: summaryOf(renderArticle(body.slice(0, 2_000), { words: noWords }).text),
    body,
    questions: [],
    updatedAt: instantOf(record.updated_at),
  }
}

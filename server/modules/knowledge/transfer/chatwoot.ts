// Articles from Chatwoot's help centers: portals, categories and articles as its API gives them, or as rows of its tables.
import { renderArticle } from '../markdown/render.ts'
import { ArticleSet, summaryOf } from './article-set.ts'
import { largest } from './caps.ts'
import { cleanMarkdown } from './clean-markdown.ts'
import type { Files, Imported, ImportedArticle, ImportedText, ImportOptions } from './imported-article.ts'
import { type Found, idAt, type JsonRecord, listAt, recordAt, recordsOf, textAt } from './json-records.ts'
import { instantOf, localeOf, longestTitle, oneLine, Slugs, tidyBody } from './names.ts'
import { type Place, Report } from './report.ts'

type Kind = 'article' | 'category' | 'portal'

const names: Readonly<Record<string, Kind | null>> = {
  articles: 'article',
  article: 'article',
  categories: 'category',
  category: 'category',
  portals: 'portal',
  portal: 'portal',
  payload: null,
}

const states = ['draft', 'published', 'archived'] as const
const deepest = 10

/** Never throws. An article is the one that its translations name as `associated_article_id`, together with these. */
export function readChatwoot(files: Files, options: ImportOptions): Imported {
  const report = new Report()
  const set = new ArticleSet(report)
  const found = recordsOf(files, names, kindOf, report)
  const articles = collectArticles(found.get('article') ?? [], report)
  const categories = collectCategories([...(found.get('category') ?? []), ...articlesCategories(articles)])
  const slugs = new Slugs()
  const bySlug = new Map<string, string>()
  const groups = Map.groupBy(articles.values(), source => rootOf(source, articles))
  for (const [root, group] of groups) {
    group.sort((one, other) => Number(other.id === root) - Number(one.id === root))
    const wishes = group.flatMap(({ record }) => [
      textAt(record, 'slug').replace(/^\d{6,}-/, ''),
      textAt(record, 'title'),
    ])
    const slug = slugs.take([...wishes, `article-${root}`], group[0]!.place)
    for (const { record } of group)
      if (textAt(record, 'slug') !== '') bySlug.set(textAt(record, 'slug'), slug)
    for (const source of group) source.slug = slug
  }
  const linkOf = (href: string) => bySlug.get(/\/articles\/([^/?#]{1,300})/.exec(href)?.[1] ?? '') ?? null
  for (const [root, group] of groups) {
    for (const source of group) addText(set, source, root, { articles, categories, linkOf, options })
  }
  if (articles.size === 0) report.at([...files.keys()][0] ?? '')('no_article')
  return set.finished()
}

interface Source {
  id: string
  record: JsonRecord
  place: Place
  slug: string
  /** The article of which this is a translation. */
  root: string | null
}

function kindOf(record: JsonRecord): Kind | null {
  if ('content' in record) return 'article'
  if ('custom_domain' in record || 'homepage_link' in record) return 'portal'
  return 'name' in record && 'slug' in record ? 'category' : null
}

function collectArticles(found: Found[], report: Report): Map<string, Source> {
  const articles = new Map<string, Source>()
  const add = (file: string, record: JsonRecord, root: string | null) => {
    const id = idAt(record, 'id')
    if (id === null) return report.at(file)('not_understood', textAt(record, 'title'))
    const known = articles.get(id)
    if (known) known.root ??= root
    else articles.set(id, { id, record, place: report.at(file, id), slug: '', root })
  }
  for (const { file, record } of found) add(file, record, idAt(record, 'associated_article_id'))
  for (const { file, record } of found) {
    for (const one of listAt(record, 'associated_articles')) add(file, one, idAt(record, 'id'))
  }
  return articles
}

/** Translations of translations belong to the first; circles end. */
function rootOf(source: Source, articles: ReadonlyMap<string, Source>): string {
  let at = source
  for (let depth = 0; depth < deepest; depth++) {
    const next = at.root === null ? undefined : articles.get(at.root)
    if (!next || next.id === source.id) break
    at = next
  }
  return at.id
}

const articlesCategories = (articles: ReadonlyMap<string, Source>): Found[] =>
  [...articles.values()].flatMap(({ record }) => {
    const category = recordAt(record, 'category')
    return category && idAt(category, 'id') !== null ? [{ file: '', record: category }] : []
  })

function collectCategories(found: Found[]): Map<string, JsonRecord> {
  const categories = new Map<string, JsonRecord>()
  for (const { record } of found) {
    const id = idAt(record, 'id')
    if (id !== null && !categories.has(id)) categories.set(id, record)
  }
  return categories
}

interface Around {
  articles: ReadonlyMap<string, Source>
  categories: ReadonlyMap<string, JsonRecord>
  linkOf: (href: string) => string | null
  options: ImportOptions
}

function addText(set: ArticleSet, source: Source, root: string, around: Around): void {
  const { record, place, slug } = source
  const { articles, categories, linkOf, options } = around
  const category = categories.get(categoryOf(record) ?? '')
  const given = textAt(record, 'locale') || (category ? textAt(category, 'locale') : '') || options.locale
  const locale = localeOf(given, options)
  const content = textAt(record, 'content')
  if (locale === null) return place('not_understood', given)
  if (content.length > largest.text) return place('too_large', `${content.length}`)
  const first = articles.get(root)!
  const topic = topicOf(categoryOf(first.record), categories)
  if (topic === null) place('unknown_topic', categoryOf(first.record) ?? '')
  const state = stateOf(record, place)
  // What isn't published in one language must not be because it is in another.
  if (source !== first && state === 'draft' && stateOf(first.record, () => {}) === 'published') {
    return place('unknown_state', `draft: ${locale}`)
  }
  set.add(
    {
      slug,
      kind: 'guide',
      level: 'beginner',
      topic: topic ?? [],
      state: source === first ? state : stateOf(first.record, () => {}),
      related: [],
      sourceId: `chatwoot:${root}`,
    },
    textOf(record, locale, cleanMarkdown(content.replaceAll(/\r\n?/g, '\n'), place, linkOf)),
    place,
  )
  if (category && topic) set.addTopic(topic, { [locale]: oneLine(textAt(category, 'name'), 100) })
}

const noWords = { note: '', tip: '', warning: '', table: '' }

function textOf(record: JsonRecord, locale: string, cleaned: string): ImportedText {
  const body = tidyBody(cleaned)
  const summary = oneLine(textAt(record, 'description'))
  return {
    locale,
    title: oneLine(textAt(record, 'title'), longestTitle),
    summary: summary || summaryOf(renderArticle(body.slice(0, 2_000), { words: noWords }).text),
    body,
    questions: [],
    updatedAt: instantOf(record.updated_at),
  }
}

function stateOf(record: JsonRecord, place: Place): ImportedArticle['state'] {
  const { status } = record
  const state = states.find((one, number) => status === one || status === number)
  if (state === 'archived') place('archived')
  if (state === undefined) place('unknown_state', String(status).slice(0, 100))
  return state === 'published' ? 'published' : 'draft'
}

const categoryOf = (record: JsonRecord): string | null =>
  idAt(record, 'category_id') ?? idAt(recordAt(record, 'category') ?? {}, 'id')

/** The names of a category and those above it; null for one that the export doesn't hold. */
function topicOf(id: string | null, categories: ReadonlyMap<string, JsonRecord>): string[] | null {
  if (id === null) return []
  const path: string[] = []
  let at = categories.get(id)
  if (!at) return null
  while (at && path.length < deepest) {
    path.unshift(oneLine(textAt(at, 'name'), 100))
    const parent: string | null =
      idAt(at, 'parent_category_id') ?? idAt(recordAt(at, 'parent_category') ?? {}, 'id')
    at = parent === null ? undefined : categories.get(parent)
  }
  return path.filter(name => name !== '')
}

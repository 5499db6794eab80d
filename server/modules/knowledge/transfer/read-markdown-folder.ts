// Articles from a folder of Markdown files with YAML heads, such as this desk writes and `content/articles` holds.
import { articleKinds, articleLevels } from '../../../../contract/articles.ts'
import { type Head, readFrontMatter } from '../markdown/front-matter.ts'
import { ArticleSet, type Draft } from './article-set.ts'
import { largest, withinCaps } from './caps.ts'
import { cleanMarkdown } from './clean-markdown.ts'
import { type Files, type Imported, type ImportedText, type ImportOptions } from './imported-article.ts'
import { commonFolder, type PathParts, partsOf } from './markdown-path.ts'
import { instantOf, isSlug, localeOf, longestTitle, oneLine, Slugs, tidyBody } from './names.ts'
import { type Place, Report } from './report.ts'

const mostQuestions = 20
const mostRelated = 50

/** Never throws. Files that are no articles are told in the report, and so is whatever of a file isn't understood. */
export function readMarkdownFolder(files: Files, options: ImportOptions): Imported {
  const report = new Report()
  const set = new ArticleSet(report)
  const slugs = new KnownSlugs()
  const kept = withinCaps(files, largest.text, report)
  const root = commonFolder(
    kept.map(([path]) => path),
    options,
  )
  for (const [path, text] of kept) {
    const place = report.at(path)
    const parts = partsOf(path.slice(root.length), options)
    if (!parts || (/^readme$/i.test(parts.slug) && !text.startsWith('---'))) place('not_an_article')
    else readFile(set, slugs, { parts, text, place, options })
  }
  return set.finished()
}

/** One slug for all languages of a file's name. */
class KnownSlugs {
  private readonly slugs = new Slugs()
  private readonly known = new Map<string, string>()

  of(name: string, place: Place): string {
    const known = this.known.get(name)
    if (known !== undefined) return known
    const slug = this.slugs.take([name], place)
    if (!isSlug(name)) place('bad_slug', name)
    this.known.set(name, slug)
    return slug
  }
}

interface Read {
  parts: PathParts
  text: string
  place: Place
  options: ImportOptions
}

function readFile(set: ArticleSet, slugs: KnownSlugs, { parts, text, place, options }: Read): void {
  const { head, body: given, bodyLine, faults } = readFrontMatter(text)
  for (const { code, line, detail } of faults) place('bad_head', detail || code, line)
  const { title, body, line } = titled(head, given, bodyLine)
  const named = textOf(head, 'language') || textOf(head, 'locale') || parts.locale
  const locale = localeOf(named ?? options.locale, options)
  if (locale === null) return place('not_understood', named ?? '')
  const cleaned = body.length > largest.text ? '' : cleanMarkdown(body, place, articleFile, line)
  const imported: ImportedText = {
    locale,
    title: title || oneLine(parts.slug, longestTitle),
    summary: oneLine(textOf(head, 'summary')),
    body: tidyBody(cleaned),
    questions: listOf(head, 'questions', 200).slice(0, mostQuestions),
    updatedAt: instantOf(textOf(head, 'updated')),
  }
  if (title === '') place('missing_title', parts.slug)
  set.add(draftOf(head, slugs.of(parts.slug, place), parts, place), imported, place)
}

function draftOf(head: Head, slug: string, parts: PathParts, place: Place): Draft {
  return {
    slug,
    kind: among(head, 'kind', articleKinds, 'guide', detail => place('unknown_kind', detail)),
    level: among(head, 'level', articleLevels, 'beginner', detail => place('unknown_level', detail)),
    topic: topicOf(head) ?? parts.topic.map(name => oneLine(name)),
    state: among(head, 'state', ['published', 'draft'] as const, 'published', detail =>
      place('unknown_state', detail),
    ),
    related: listOf(head, 'related').slice(0, mostRelated),
    sourceId: textOf(head, 'source') || null,
  }
}

/** The title of the head, or else the first heading, which then isn't part of the body. */
function titled(head: Head, body: string, line: number): { title: string; body: string; line: number } {
  const title = oneLine(textOf(head, 'title'), longestTitle)
  const [heading, words] = /^(?:[ \t]*\n)*# +([^\n]{1,300})(?:\n|$)/.exec(body) ?? []
  if (title !== '' || heading === undefined) return { title, body, line }
  return {
    title: oneLine(words!, longestTitle),
    body: body.slice(heading.length),
    line: line + heading.split('\n').length - 1,
  }
}

function topicOf(head: Head): string[] | null {
  const topic = head.get('topic')
  if (topic === undefined || topic.length === 0) return null
  return (typeof topic === 'string' ? topic.split('/') : topic)
    .map(name => oneLine(name))
    .filter(name => name !== '')
}

const textOf = (head: Head, name: string): string => {
  const value = head.get(name)
  return typeof value === 'string' ? value : ''
}

function listOf(head: Head, name: string, longest?: number): string[] {
  const value = head.get(name)
  const list = typeof value === 'string' ? [value] : (value ?? [])
  return list.map(one => oneLine(one, longest)).filter(one => one !== '')
}

function among<T extends string>(
  head: Head,
  name: string,
  list: readonly T[],
  usual: T,
  unknown: (value: string) => void,
): T {
  const value = textOf(head, name)
  const found = list.find(one => one === value.toLowerCase())
  if (value !== '' && !found) unknown(value)
  return found ?? usual
}

/** Links between files are links between articles. */
function articleFile(href: string): string | null {
  const [, name] = /^(?!\w+:|\/)(?:[^#?]*\/)?([^/#?]+)\.(?:md|markdown)$/i.exec(href) ?? []
  return name === undefined ? null : name.replace(/\.[a-z]{2}(?:-[a-z]{2,4})?$/i, '')
}

// What comes out of another system's export: articles, topics, and what was not understood.

import type { ArticleKind, ArticleLevel } from '../../../../contract/articles.ts'

export interface ImportedText {
  locale: string
  title: string
  summary: string
  /** Markdown of this desk's dialect, without empty lines around it. */
  body: string
  /** Questions that the article answers. */
  questions: string[]
  /** ISO 8601; null where the export doesn't say. */
  updatedAt: string | null
}

export interface ImportedArticle {
  slug: string
  kind: ArticleKind
  level: ArticleLevel
  /** The names of the topics from the outermost to the article's own; empty for none. */
  topic: string[]
  /** One for each language, the original first. */
  texts: ImportedText[]
  state: 'published' | 'draft'
  /** Slugs of other articles. */
  related: string[]
  /** What the article is called where it comes from, so that a second import finds it again; null where it has no such name. */
  sourceId: string | null
}

export interface ImportedTopic {
  path: string[]
  /** The innermost name in each language. */
  names: Record<string, string>
}

export const reportCodes = [
  'too_large',
  'too_many',
  'not_json',
  'not_understood',
  'not_an_article',
  'bad_head',
  'missing_title',
  'missing_body',
  'body_too_long',
  'bad_slug',
  'slug_taken',
  'locale_twice',
  'unknown_kind',
  'unknown_level',
  'unknown_state',
  'unknown_topic',
  'languages_differ',
  'restricted',
  'archived',
  'no_article',
  'element_left_out',
  'unsafe_link',
  'unknown_link',
  'remote_picture',
  'local_picture',
  'embedded_picture',
  'nested_table',
  'merged_cells',
  'html_as_text',
  'nested_deep',
] as const
export type ReportCode = (typeof reportCodes)[number]

export interface ReportLine {
  file: string
  /** Which article or record of the file; null where the file is one, or as a whole. */
  item: string | null
  /** In the file, or in the HTML of the item; null where that can't be said. */
  line: number | null
  code: ReportCode
  /** A name, an address or the like from the file, shortened. */
  detail: string
}

export interface Imported {
  articles: ImportedArticle[]
  topics: ImportedTopic[]
  report: ReportLine[]
}

export interface ImportOptions {
  /** The language of what doesn't say its own. */
  locale: string
  /** The desk's languages: `en-us` becomes `en` where that is one of them. */
  locales: readonly string[]
}

/** Texts by their paths, with `/` between folders. */
export type Files = ReadonlyMap<string, string>
